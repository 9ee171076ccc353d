import { html } from "../elements.ts";
import { colours } from "./look.ts";
import type { Run } from "./model.ts";
import { type Box, exitOf, type Pixels } from "./strokes.ts";

/** Where a run goes, in pixels. */
export interface Route {
  readonly run: Run;
  readonly places: readonly Pixels[];
}

/** Beside each place where a path left the map: whose it is, and at which step. */
export function exitWords(routes: readonly Route[], t: number, box: Box): HTMLElement[] {
  const taken: Pixels[] = [];
  return routes.flatMap(({ run, places }) => {
    const { look, runner, story } = run;
    const exit = exitOf(places.slice(0, t + 1), box);
    const left = story.events.findLast(({ kind, step }) => kind === "left" && step <= t);
    if (exit === undefined || left === undefined) return [];
    const isRight = exit.at[0] > box.right / 2;
    const [x, y] = freePlace(exit.at, box, taken);
    taken.push([x, y]);
    const words = html("div", { class: isRight ? "exit right" : "exit", style: colours(look) });
    words.append(html("span", { class: "who" }, `${runner.rule.title} `), `left at step ${left.step}`);
    words.style.transform = `translate(${x}px, ${y}px)`;
    return [words];
  });
}

/** Beside where a path left, towards the middle of the map, and off the words that stand there already. */
export function freePlace([left, top]: Pixels, box: Box, taken: readonly Pixels[]): Pixels {
  const x = left > box.right / 2 ? left - 16 : left + 16;
  let y = Math.min(box.bottom - 42, Math.max(6, top - 14));
  const step = y < box.bottom / 2 ? 34 : -34;
  while (taken.some((other) => Math.abs(other[1] - y) < 32 && Math.abs(other[0] - x) < 260)) y += step;
  return [x, y];
}
