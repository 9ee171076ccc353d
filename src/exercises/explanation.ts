/** What is said about an explanation: it is kept and never marked, and whoever wrote it compares it with a good one. */
import { nearest } from "../nearest.js";
import { text } from "./blocks.ts";
import type { Explain } from "./exercise.ts";
import type { Said } from "./feedback.ts";
import { notRead, shown } from "./given.ts";

/** What is said about a text. */
export function aboutExplanation({ model, lookFor }: Explain, answer: unknown): Said {
  if (typeof answer !== "string")
    return notRead([`This asks for a text in quotes, and got ${shown(answer)}.`]);
  return {
    outcome: "kept",
    headline: "Kept. Compare it with one good answer:",
    blocks: [text(model)],
    lookFor,
    picked: answer,
  };
}

/** What is said when the names of those things to look for are given that were in one's own text. */
export function aboutFound({ lookFor }: Explain, had: readonly unknown[]): Said {
  const names = Object.keys(lookFor);
  const strange = had.find((name) => !names.includes(name as string));
  if (strange !== undefined) {
    const like = typeof strange === "string" ? nearest(strange, names) : undefined;
    const meant = like === undefined ? "" : ` Did you mean ${JSON.stringify(like)}?`;
    return notRead([
      `There is nothing to look for that is called ${shown(strange)}.${meant}`,
      `There are: ${names.join(", ")}.`,
    ]);
  }
  const lacking = names.filter((name) => !had.includes(name)).map((name) => lookFor[name]!);
  return {
    outcome: "note",
    headline: `Kept: you had ${names.length - lacking.length} of ${names.length}.`,
    blocks: lacking.length === 0 ? [] : [text(`Not in yours: ${lacking.join(" ")}`)],
    picked: names.filter((name) => had.includes(name)),
  };
}
