import { html } from "../elements.ts";
import { colours } from "./look.ts";
import type { Run } from "./model.ts";
import { type Box, exitOf, type Pixels } from "./strokes.ts";

/** Where a run goes, in pixels. */
export interface Route {
  readonly run: Run;
  readonly places: readonly Pixels[];
}

/** Beside the place where a path left the map: whose it is, and at which step; where several left, how many, beside the one in front. */
export function exitWords(routes: readonly Route[], t: number, box: Box): HTMLElement[] {
  const all = routes.flatMap(({ run, places }) => {
    const exit = exitOf(places.slice(0, t + 1), box);
    const left = exit && run.story.events.findLast(({ kind, step }) => kind === "left" && step <= t);
    return exit === undefined || left === undefined ? [] : [{ run, at: exit.at, step: left.step }];
  });
  const front = all.at(-1);
  if (front === undefined) return [];
  const { run, at, step } = front;
  const { place, side } = besideExit(at, box);
  const words = html("div", { class: `exit ${side}` });
  if (all.length > 1) words.append(`${all.length} rules left the map`);
  else {
    words.style.cssText = colours(run.look);
    words.append(html("span", { class: "who" }, `${run.runner.rule.title} `), `left at step ${step}`);
  }
  words.style.transform = `translate(${place.join("px, ")}px)`;
  return [words];
}

/** Where words stand of a path that left, towards the middle of the map: to the right of this place, or to its left. */
export function besideExit([left, top]: Pixels, box: Box): { place: Pixels; side: "right" | "left" } {
  const y = Math.min(box.bottom - 48, Math.max(6, top - 14));
  return left > box.right / 2
    ? { place: [left - 16, y], side: "left" }
    : { place: [left + 16, y], side: "right" };
}
