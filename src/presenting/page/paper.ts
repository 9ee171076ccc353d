/** The deck on paper: every slide as it comes to stand, a question before its answer too, drawn for its page when someone prints. */
import type { RevealApi } from "reveal.js";
import { html } from "../../frontend/elements.ts";
import { closeDialog, openDialog } from "./dialogs.ts";
import { fitSlide } from "./fit.ts";
import { setType } from "./type.ts";
import { drawOn, life } from "./wake.ts";

const UNDRAWN =
  "The slides are being drawn for paper. Close this, and print again in a moment; or press Ctrl+P in the deck, which waits for them.";

/** @param slides as they were made: what is done to them in a hall is not printed */
export function listenToPrint(slides: Iterable<Element>, deck: RevealApi): void {
  const kept = document.implementation.createHTMLDocument();
  const made = Array.from(slides, (slide) => kept.importNode(slide, true));
  const paper = html("div", { class: "paper" }, html("h1", {}, UNDRAWN));
  document.body.append(paper);
  let drawn: Promise<boolean> | undefined;
  const draw = (): Promise<boolean> => {
    setType(deck.getCurrentSlide(), "usual");
    drawn ??= drawPages(pagesOf(made), paper).then(
      () => true,
      (error: unknown) => {
        drawn = undefined;
        paper.replaceChildren(html("h1", {}, UNDRAWN));
        openDialog("Not drawn for paper", html("p", {}, `${String(error)}. Print again to try once more.`));
        return false;
      },
    );
    return drawn;
  };
  // A browser prints what is there when it is told to, so the key that prints waits until all is drawn.
  addEventListener("beforeprint", () => void draw());
  addEventListener("keydown", (event) => {
    const isHeld = event.ctrlKey !== event.metaKey && !event.shiftKey && !event.altKey;
    if (event.key !== "p" || !isHeld || event.defaultPrevented) return;
    event.preventDefault();
    void draw().then((isDrawn) => isDrawn && print());
  });
}

function pagesOf(slides: readonly Element[]): HTMLElement[] {
  return slides.flatMap((slide, k) =>
    [false, ...(slide.querySelector(".reveals") === null ? [] : [true])].map((isAnswered) => {
      const page = document.importNode(slide, true) as HTMLElement;
      page.classList.toggle("answered", isAnswered);
      page.append(html("span", { class: "place" }, `${k + 1} / ${slides.length}`));
      return page;
    }),
  );
}

/** Draws all of them in light colours; what says that they are not drawn yet goes then. */
async function drawPages(pages: readonly HTMLElement[], paper: HTMLElement): Promise<void> {
  const told = html("output", {});
  openDialog("Drawing for paper", told);
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset["theme"] = "light";
  try {
    for (const [k, page] of pages.entries()) {
      told.textContent = `page ${k + 1} of ${pages.length}`;
      paper.append(page);
      fitSlide(page);
      await drawOn(page);
      // What is drawn takes the size of its place in the second picture, and is seen in the one after that.
      for (let pictures = 0; pictures < 4; pictures++) await new Promise(requestAnimationFrame);
      page.replaceWith(pictureOf(page));
      life.end(page);
    }
    paper.firstElementChild!.remove();
  } finally {
    if (theme === undefined) delete dataset["theme"];
    else dataset["theme"] = theme;
    closeDialog();
  }
}

/** A page as it stands: nothing on it follows the theme of the hall. */
function pictureOf(page: HTMLElement): Node {
  const picture = page.cloneNode(true) as HTMLElement;
  const drawn = page.querySelectorAll("canvas");
  for (const [k, canvas] of picture.querySelectorAll("canvas").entries())
    if (canvas.width * canvas.height > 0) canvas.getContext("2d")!.drawImage(drawn[k]!, 0, 0);
  return picture;
}
