import { nearest } from "../../nearest.js";
import { text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { notRead, shown } from "../given.ts";
import { checked, type Common, ofKind, type Parts } from "../kind.ts";

/** Explain in words; kept, never marked, with a good answer shown beside it. */
export interface Explain<Names extends string = string> extends Common<string | readonly Names[]> {
  readonly kind: "explain";
  readonly model: string;
  /** Two or three things that a good answer says, each in a sentence: whoever answers says which they had. */
  readonly lookFor: Readonly<Record<Names, string>>;
}

function declare<N extends string>(parts: Parts<Explain<N>>): Explain<N> {
  return { ...checked("explain", parts), kind: "explain" };
}

export const explain = /* @__PURE__ */ ofKind<Explain, typeof declare>(
  () => ({
    name: "explain",
    answered: "by a value",
    earns: "by being read",
    texts: ["model", "lookFor"],
    about: ({ model, lookFor }, answer) =>
      typeof answer === "string"
        ? {
            outcome: "kept",
            headline: "Kept. Compare it with one good answer:",
            blocks: [text(model)],
            lookFor,
            picked: answer,
          }
        : notRead([`This asks for a text in quotes, and got ${shown(answer)}.`]),
    compared: (exercise, answer) => (Array.isArray(answer) ? aboutFound(exercise, answer) : undefined),
    faults: ({ lookFor }) =>
      [2, 3].includes(Object.keys(lookFor).length)
        ? []
        : ["there must be two or three things to look for in an answer"],
    solution: ({ model }) => [text(model)],
    mistakes: () => [],
    question: () => ({}),
    onPhone: () => ({ by: "text" }),
    draft: () => ({ parts: 'model: "",\n    lookFor: { first: "", second: "" },' }),
  }),
  declare,
);

/** What is said when the names of those things to look for are given that were in one's own text. */
function aboutFound({ lookFor }: Explain, had: readonly unknown[]): Assessment {
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
