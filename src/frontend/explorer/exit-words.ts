import { html } from "./elements.ts";
import { colours } from "./look.ts";
import type { Run } from "./model.ts";
import { type Box, exitOf, type Place } from "./strokes.ts";

/** Where a run goes, in pixels. */
export interface Route {
  readonly run: Run;
  readonly places: readonly Place[];
}

/** Beside each place where a path left the map: whose it is, and at which step. */
export function exitWords(routes: readonly Route[], t: number, box: Box): HTMLElement[] {
  const taken: Place[] = [];
  return routes.flatMap(({ run, places }) => {
    const { look, runner, story } = run;
    const exit = exitOf(places.slice(0, t + 1), box);
    const left = story.events.findLast(({ kind, step }) => kind === "left" && step <= t);
    if (exit === undefined || left === undefined || story.isOnMap(Math.min(t, story.last))) return [];
    const isRight = exit.at[0] > box.right / 2;
    const x = isRight ? exit.at[0] - 16 : exit.at[0] + 16;
    let y = Math.min(box.bottom - 42, Math.max(6, exit.at[1] - 14));
    while (taken.some((other) => Math.abs(other[1] - y) < 32 && Math.abs(other[0] - x) < 260))
      y += y < box.bottom / 2 ? 34 : -34;
    taken.push([x, y]);
    const words = html("div", { class: isRight ? "exit right" : "exit", style: colours(look) });
    words.append(html("span", { class: "who" }, `${runner.rule.title} `), `left at step ${left.step}`);
    words.style.transform = `translate(${x}px, ${y}px)`;
    return [words];
  });
}
