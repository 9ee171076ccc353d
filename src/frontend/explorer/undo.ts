import { button, html } from "../elements.ts";
import { icon } from "./icons.ts";
import type { Moment, Model } from "./model.ts";
import { isWithheld } from "./withheld.ts";

/** How long a reset can be undone, in milliseconds. */
const UNDO = 8000;

/** All as it began, and for a while the way back. */
export function resetButton(model: Model, say: (words: string) => void): HTMLElement {
  let before: Moment | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    if (document.activeElement === undo) reset.focus();
    undo.hidden = true;
  };
  const begin = (): void => {
    before = model.reset(isWithheld(reset) ? 0 : undefined);
    undo.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(close, UNDO);
    say("All is as it began. It can be undone.");
  };
  const goBack = (): void => {
    model.restore(before!);
    close();
    say("All is as it was.");
  };
  const label = html("span", { class: "label" }, "Reset");
  const reset = button({ class: "quiet reset", "aria-label": "reset" }, begin, icon("reset"), label);
  const undo = button({ class: "quiet undo", hidden: true }, goBack, "Undo");
  return html("span", { class: "resetting" }, reset, undo);
}
