import { numberText } from "../../math/numerals.ts";
import { sentence } from "../../sentence.ts";
import { type Block, text } from "../blocks.ts";
import type { Assessment } from "../feedback.ts";
import { UNWRITTEN } from "../given.ts";
import type { Mistake } from "../mistake.ts";
import { type Failure, errorPlace } from "../run/guard.ts";

/** A function whose numbers change from call to call. */
export const OUTSIDE: Assessment = {
  outcome: "not yet",
  headline: "Not yet: for the same numbers your function gives two different results.",
  blocks: [
    text(
      "It uses something outside of itself that changes, such as a variable of another cell or a random number.",
    ),
  ],
  credit: 0,
  mistakes: [
    { id: "outside: memory", sentence: "it uses something outside of itself that changes from call to call" },
  ],
};

/** What to do about mistakes, each said once. */
export function cures(mistakes: readonly Mistake[]): Block[] {
  return [...new Set(mistakes.flatMap(({ cure }) => (cure === undefined ? [] : [cure])))].map(text);
}

/** What can be wrong with a function before anything it computes is compared. */
export type InvalidCandidate =
  | { readonly kind: "not written" }
  | { readonly kind: "no function"; readonly got: unknown }
  | { readonly kind: "patched"; readonly names: readonly string[] }
  | { readonly kind: "failure"; readonly failure: Failure; readonly mistake?: Mistake };

/** A sentence for each. */
export function aboutInvalid(candidate: InvalidCandidate): Assessment {
  switch (candidate.kind) {
    case "not written":
      return UNWRITTEN;
    case "no function":
      return {
        outcome: "not yet",
        headline: "Not yet: a function is asked for here.",
        blocks: [
          text(
            `Give the function itself, without calling it; this was ${typeof candidate.got === "object" ? "an object" : `a ${typeof candidate.got}`}.`,
          ),
        ],
        credit: 0,
      };
    case "patched":
      return {
        outcome: "not yet",
        headline: `Not yet: your function changes ${candidate.names.join(", ")}, which everything else computes with.`,
        blocks: [text("It has been put back as it was. Compute the answer without changing it.")],
        credit: 0,
      };
    case "failure":
      return aboutFailure(candidate.failure, candidate.mistake);
  }
}

function aboutFailure(failure: Failure, mistake: Mistake | undefined): Assessment {
  switch (failure.kind) {
    case "time":
      return {
        outcome: "took too long",
        headline: `Stopped: your function had not ended after ${numberText(failure.milliseconds / 1000)} second${failure.milliseconds === 1000 ? "" : "s"}.`,
        blocks: [
          text("Is there a loop that never ends? Look at what ends it, and whether that ever changes."),
        ],
        credit: 0,
      };
    case "exit":
      return {
        outcome: "crashed",
        headline: "Your function tries to end the program; it was kept from it.",
        blocks: [
          text("Take the call of process.exit (or abort, or kill) out; a step only returns the next point."),
        ],
        credit: 0,
      };
    case "depth":
      return {
        outcome: "crashed",
        headline: "Your function calls itself without end.",
        blocks: [
          text(
            "Each call waits for the next one until there is no room left. One step needs no call of itself.",
          ),
        ],
        credit: 0,
      };
    case "threw": {
      const { error } = failure;
      const message =
        error instanceof Error ? `${error.name}: ${error.message}` : `it threw ${String(error)}`;
      const place = errorPlace(error);
      return {
        outcome: "crashed",
        headline: `Your function stopped with an error${place === undefined ? "" : ` in ${place}`}.`,
        blocks: [
          { kind: "code", code: message },
          ...(mistake === undefined
            ? []
            : [...toldOnce(message, sentence(mistake.sentence!)), ...cures([mistake])]),
        ],
        credit: 0,
        ...(mistake === undefined ? {} : { mistakes: [mistake] }),
      };
    }
  }
}

/** What an error means, unless its message says it in the same words. */
const toldOnce = (message: string, meaning: string): Block[] =>
  message.includes(meaning.slice(0, -1)) ? [] : [text(meaning)];
