import type { Draft, Earlier } from "./drafts.ts";
import { el, moment, press } from "../../rendering/running/elements.ts";

/** A text that stands beside a cell, which another has taken the place of. */
export type Beside = Pick<Earlier, "cell" | "text" | "time"> & {
  /** "before a reset" */
  readonly when: string;
  readonly discard: () => void;
};

/** A text that was put aside, as it is shown. */
export function besideEarlier(earlier: Earlier, discard: (earlier: Earlier) => void): Beside {
  return { ...earlier, when: `before ${earlier.why}`, discard: () => discard(earlier) };
}

/** What a student has made of a text that the lesson has no longer. */
export function besideDraft(draft: Draft, discard: (draft: Draft) => void): Beside {
  return { ...draft, when: "from before the lesson was changed", discard: () => discard(draft) };
}

/** Shows an earlier text. `putBack` is left out where there is no cell that it could go to. */
export function showBeside(beside: Beside, putBack?: () => void): HTMLElement {
  const { text, when, time, discard } = beside;
  const what =
    putBack === undefined
      ? `Your text of a cell that this lesson no longer has`
      : "Your earlier text of this cell";
  const buttons = [
    ...(putBack === undefined ? [] : [press("Put it back", putBack)]),
    press("Throw it away", discard),
  ];
  return el(
    "details",
    { class: "work-earlier" },
    el("summary", {}, `${what}, ${when} (${moment(time)})`),
    el("pre", { class: "code", tabindex: "0" }, el("code", {}, text)),
    el("div", { class: "work-row" }, ...buttons),
  );
}
