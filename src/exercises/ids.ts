/** What is said about an id that no exercise has. */
import { nearest } from "../nearest.js";
import { shown } from "./given.ts";
import { splitId } from "./progress-event.ts";

/** Sentences about what was given as an id: the first says what is wrong with it, the second what there is. */
export function aboutUnknownId(asked: unknown, ids: readonly string[], rest: readonly unknown[]): string[] {
  if (typeof asked !== "string") {
    const swapped = rest.find((other) => typeof other === "string" && ids.includes(other)) as
      string | undefined;
    return swapped === undefined
      ? [
          `The first thing to give is the id of an exercise, in quotes; this was ${shown(asked)}.`,
          listFor("", ids),
        ]
      : [`The id comes first: check(${JSON.stringify(swapped)}, ...), and then the answer.`];
  }
  const like = nearby(asked, ids);
  const meant = like === undefined ? "" : `; did you mean ${JSON.stringify(like)}?`;
  return [`There is no exercise ${JSON.stringify(asked)}${meant}`, listFor(asked, ids)];
}

/** The id most like what was given; what names no lesson may be an exercise of any. */
function nearby(asked: string, ids: readonly string[]): string | undefined {
  const own = ids.filter((id) => splitId(id).exercise === asked.trim());
  return own.length === 1 ? own[0] : nearest(asked, ids);
}

/** The exercises of the lesson that an id names, or the lessons where it names none. */
function listFor(asked: string, ids: readonly string[]): string {
  const { lesson } = splitId(asked);
  const same = ids.filter((id) => splitId(id).lesson === lesson);
  return same.length > 0
    ? `There are: ${same.join(", ")}.`
    : `There are exercises of: ${[...new Set(ids.map((id) => splitId(id).lesson))].join(", ")}.`;
}
