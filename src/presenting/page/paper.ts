/** The deck on paper: every slide as it comes to stand, a question before its answer too, drawn for its page when someone prints. */
import type { RevealApi } from "reveal.js";
import { html } from "../../frontend/elements.ts";
import { closeDialog, openDialog } from "./dialogs.ts";
import { fitSlide } from "./fit.ts";
import { usualType } from "./type.ts";
import { drawOn, life } from "./wake.ts";

const UNDRAWN =
  "The slides are being drawn for paper. Close this, and print again in a moment; or press Ctrl+P in the deck, which waits for them.";

export class Paper {
  readonly #made = document.implementation.createHTMLDocument();
  readonly #undrawn = html("p", {}, UNDRAWN);
  readonly #sheets = html("div", { class: "paper" }, this.#undrawn);
  #laid: Promise<void> | undefined;

  /** Keeps the slides as they were made: what is done to them in a hall is not printed. */
  constructor(slides: Iterable<Element>) {
    for (const slide of slides) this.#made.body.append(this.#made.importNode(slide, true));
  }

  /** A browser prints what is there when it is told to, so the key that prints waits until all is drawn. */
  listen(deck: RevealApi): void {
    document.body.append(this.#sheets);
    addEventListener("beforeprint", () => void this.#lay(deck));
    document.addEventListener("keydown", (event) => {
      const isHeld = event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
      if (event.key !== "p" || !isHeld || event.defaultPrevented) return;
      event.preventDefault();
      void this.#lay(deck).then(() => print());
    });
  }

  #lay(deck: RevealApi): Promise<void> {
    usualType(deck.getCurrentSlide());
    this.#laid ??= this.#draw();
    return this.#laid;
  }

  async #draw(): Promise<void> {
    const slides = [...this.#made.body.children];
    const pages = slides.flatMap((slide, k) =>
      (slide.querySelector(".reveals") === null ? [false] : [false, true]).map((isAnswered) => {
        const page = document.importNode(slide, true) as HTMLElement;
        page.classList.toggle("answered", isAnswered);
        page.append(html("span", { class: "place" }, `${k + 1} / ${slides.length}`));
        return page;
      }),
    );
    const told = html("output", {});
    openDialog("Drawing for paper", told);
    const { dataset } = document.documentElement;
    const { theme } = dataset;
    dataset["theme"] = "light";
    for (const [k, page] of pages.entries()) {
      told.textContent = `page ${k + 1} of ${pages.length}`;
      this.#sheets.append(page);
      fitSlide(page);
      await drawOn(page);
      await comeToRest();
      page.replaceWith(pictureOf(page));
      life.end(page);
    }
    if (theme === undefined) delete dataset["theme"];
    else dataset["theme"] = theme;
    this.#undrawn.remove();
    closeDialog();
  }
}

/** What is drawn takes the size of its place in the second picture, and is seen in the one after that. */
async function comeToRest(): Promise<void> {
  for (let k = 0; k < 4; k++) await new Promise(requestAnimationFrame);
}

/** A page as it stands: nothing on it follows the theme of the hall. */
function pictureOf(page: HTMLElement): Node {
  const picture = page.cloneNode(true) as HTMLElement;
  const drawn = page.querySelectorAll("canvas");
  for (const [k, canvas] of picture.querySelectorAll("canvas").entries())
    if (canvas.width * canvas.height > 0) canvas.getContext("2d")!.drawImage(drawn[k]!, 0, 0);
  return picture;
}
