import type { Content } from "../../kernel/core/channel.ts";
import type { KernelMessage } from "../../kernel/browser/page/transport.ts";
import type { Life } from "./bundle.ts";
import { CodeBox } from "./code-box.ts";
import type { EditorOptions } from "./editor-api.ts";
import { el, press } from "./elements.ts";
import { Outputs } from "./outputs.ts";

/** What a cell asks of the page around it. */
export interface CellListeners {
  readonly changed: (cell: WorkCell) => void;
  readonly run: (cell: WorkCell, goOn: boolean) => void;
  readonly reset: (cell: WorkCell) => void;
  readonly complete: (
    cell: WorkCell,
    ...asked: Parameters<EditorOptions["complete"]>
  ) => ReturnType<EditorOptions["complete"]>;
  readonly inspect: (
    cell: WorkCell,
    ...asked: Parameters<EditorOptions["inspect"]>
  ) => ReturnType<EditorOptions["inspect"]>;
}

type State = "idle" | "waiting" | "running";

/** A code cell of the lesson: what was written and what was shown, and how far it is. */
export class WorkCell {
  readonly id: string;
  /** Its text as the lesson has it. */
  readonly original: string;
  readonly section: HTMLElement;
  readonly #box: CodeBox;
  /** The draft that the browser keeps, as far as this page knows; nothing when there is none. */
  kept: string | undefined;
  /** The session in which it was run last. */
  ranIn = 0;
  readonly #outputs: Outputs;
  readonly #row: HTMLElement;
  readonly #note = el("span", { class: "work-note", role: "status" });
  /** Errors name cells by the number of their last run. */
  readonly #number = el("span", { class: "work-note" });
  readonly #reset: HTMLButtonElement;
  /** What its code is folded in, if it only draws. */
  readonly #fold: HTMLDetailsElement | null;
  /** The text of which the outputs stand. */
  #shown: string;
  #isBuilt = true;
  #state: State = "idle";
  #clock: ReturnType<typeof setInterval> | undefined;

  constructor(
    section: HTMLElement,
    about: { title: string; original: string },
    life: Life,
    listeners: CellListeners,
  ) {
    this.section = section;
    this.id = section.dataset["cell"]!;
    this.original = this.#shown = about.original;
    const code = section.querySelector<HTMLElement>("pre.code")!;
    this.#box = new CodeBox(code, about.original, {
      label: `Code: ${about.title}`,
      changed: () => {
        this.#tellChanges();
        listeners.changed(this);
      },
      run: (goOn) => listeners.run(this, goOn),
      complete: (...asked) => listeners.complete(this, ...asked),
      inspect: (...asked) => listeners.inspect(this, ...asked),
    });
    this.#reset = press("Reset this cell", () => listeners.reset(this));
    const run = press("Run", () => listeners.run(this, false), {
      class: "work-run",
      title: "Shift+Enter runs the cell and goes on to the next",
    });
    this.#row = el("div", { class: "work-row" }, run, this.#reset, this.#number, this.#note);
    code.after(this.#row);
    this.#fold = code.closest("details");
    this.#fold?.querySelector("summary")?.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.shiftKey) return;
      event.preventDefault();
      listeners.run(this, true);
    });
    let place = section.querySelector<HTMLElement>(":scope > .outputs");
    if (place === null) section.append((place = el("div", { class: "outputs" })));
    this.#outputs = new Outputs(place, life, (id) =>
      document.querySelectorAll<HTMLElement>(`[data-display="${CSS.escape(id)}"]`),
    );
    this.state = "idle";
  }

  get text(): string {
    return this.#box.text;
  }

  set text(text: string) {
    this.#box.setText(text);
    if (text !== this.original) this.#unfold();
    this.#tellChanges();
  }

  /** Whether what stands below is what its text would show: as it was built. */
  get showsBuilt(): boolean {
    return this.#isBuilt && this.text === this.original;
  }

  set state(state: State) {
    this.#state = state;
    clearInterval(this.#clock);
    this.section.dataset["work"] = state;
    if (state === "running") {
      const began = Date.now();
      this.#clock = setInterval(
        () => this.#say(`running, ${Math.round((Date.now() - began) / 1000)} s`),
        1000,
      );
      this.#say("running");
    } else if (state === "waiting") this.#say("waits for its turn");
    else this.#tellChanges();
  }

  /** Puts the keyboard on its code. */
  focus(): void {
    if (this.#fold?.open === false) this.#fold.querySelector("summary")?.focus();
    else this.#box.focus();
    this.section.scrollIntoView({ block: "nearest" });
  }

  /** Makes an editor of its code, and puts the keyboard there. */
  edit(): Promise<void> {
    return this.#box.edit();
  }

  /** Runs its text by a kernel; what comes of it is shown, or with `quietly` only an error. */
  async run(
    execute: (code: string, heard: (said: KernelMessage) => void) => Promise<Content>,
    quietly: boolean,
  ): Promise<boolean> {
    const { text } = this;
    this.state = "running";
    const show = (): void => {
      this.#outputs.begin();
      this.#shown = text;
      this.#isBuilt = false;
    };
    if (!quietly) show();
    const { status, execution_count } = await execute(text, (said) => {
      if (quietly && said.type !== "error") return;
      if (quietly) show();
      this.#outputs.take(said);
    });
    this.#outputs.end();
    if (typeof execution_count === "number") this.#number.textContent = `cell ${execution_count}`;
    this.state = "idle";
    if (status !== "ok") this.#unfold();
    return status === "ok";
  }

  /** What was changed or has failed is in sight. */
  #unfold(): void {
    if (this.#fold !== null) this.#fold.open = true;
  }

  #tellChanges(): void {
    this.#reset.hidden = this.text === this.original;
    if (this.#state !== "idle") return;
    const isOld = this.text !== this.#shown && this.#outputs.node.childElementCount > 0;
    this.#outputs.node.toggleAttribute("data-old", isOld);
    this.#say(isOld ? "changed since; what is shown is of the text before" : "");
  }

  #say(words: string): void {
    if (this.#note.textContent !== words) this.#note.textContent = words;
  }
}
