/** The code of slides: brought out, changed and run. What that takes is loaded when code is brought out. */
import type { RevealApi } from "reveal.js";
import { html } from "../../frontend/elements.ts";
import { press } from "../../rendering/running/elements.ts";
import { leftBy } from "../../rendering/page/parts.ts";
import { life } from "./wake.ts";
import { type MakeWorkbench, WORKBENCH, type Workbench } from "./workbench-api.ts";

/** The code of the slide that is shown. */
export class Code {
  readonly #deck: RevealApi;
  readonly #changed: () => void;
  readonly #foot = document.querySelector<HTMLElement>(".foot .code-foot")!;
  readonly #way = press("Change and run the code ", () => this.edit(), { class: "way-in" });
  #bench: Promise<Workbench> | undefined;

  /** @param changed is told when something on the slide has changed */
  constructor(deck: RevealApi, changed: () => void) {
    this.#deck = deck;
    this.#changed = changed;
    this.#way.append(html("kbd", {}, "Enter"));
    this.#foot.before(this.#way);
    deck.getSlidesElement()!.addEventListener("click", ({ target }) => {
      const code = (target as Element).closest<HTMLElement>("[data-code-of]");
      if (code !== null && getSelection()?.isCollapsed !== false) this.edit(code.dataset["codeOf"]);
    });
    this.follow();
  }

  /** Brings the code out, or puts it back. */
  toggle(): void {
    if (this.#layer === null) return;
    this.#slide.classList.toggle("coded");
    this.follow();
    void this.#load();
  }

  /** Goes into a cell's code; by default into the first that is in sight. */
  edit(id = this.#first): void {
    void this.#act(id, (bench, of) => bench.edit(of));
  }

  /** Runs the first code that is in sight. */
  run(): void {
    void this.#act(this.#first, (bench, of) => bench.run(of));
  }

  /** Leaves the editor, or else the code; false when neither is there. */
  leave(): boolean {
    const focused = document.activeElement as HTMLElement | null;
    if (focused !== null && this.#layer?.contains(focused) === true) focused.blur();
    else if (this.#isOut) this.toggle();
    else return false;
    return true;
  }

  /** The foot says what can be done on the slide that is shown. */
  follow(): void {
    this.#foot.hidden = !this.#isOut;
    this.#way.hidden = this.#isOut || this.#slide.querySelector("[data-code-of]") === null;
  }

  get #slide(): HTMLElement {
    return this.#deck.getCurrentSlide();
  }

  get #layer(): HTMLElement | null {
    return this.#slide.querySelector(".code-layer");
  }

  get #isOut(): boolean {
    return this.#slide.classList.contains("coded");
  }

  get #first(): string | undefined {
    const place = this.#slide.querySelector<HTMLElement>(this.#isOut ? "[data-cell]" : "[data-code-of]");
    return place?.dataset["cell"] ?? place?.dataset["codeOf"];
  }

  async #act(id: string | undefined, act: (bench: Workbench, id: string) => void): Promise<void> {
    if (id === undefined) return;
    if (!this.#isOut) this.toggle();
    act(await this.#load(), id);
  }

  #load(): Promise<Workbench> {
    this.#bench ??= leftBy<MakeWorkbench>("workbench", WORKBENCH).then((make) =>
      make({
        life,
        foot: this.#foot,
        show: (section) => this.#show(section),
        changed: this.#changed,
      }),
    );
    return this.#bench;
  }

  #show(section: HTMLElement): void {
    const slide = section.closest<HTMLElement>("section.slide")!;
    slide.classList.add("coded");
    const { h, v } = this.#deck.getIndices(slide);
    this.#deck.slide(h, v);
    slide.querySelector(".code-layer")!.scrollTop = section.offsetTop;
  }
}
