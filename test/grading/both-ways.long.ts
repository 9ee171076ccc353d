import { expect, test } from "vitest";
import { type HandedIn, mark } from "../exercises/class/run.ts";
import { all, differing, ids } from "./differing.ts";
import { FORMS } from "./forms.ts";

/** How an answer comes out, and which kinds of mistakes are named. */
function kindOf(answer: HandedIn): string {
  const { outcome, credit, mistakes } = mark(answer).feedback;
  return JSON.stringify([outcome, credit, mistakes.map(({ id }) => id.replace(/:.*/s, ""))]);
}

// One of each kind: `same.long.ts` tries all answers of two writers in the sandbox.
test.each(ids)("answers of all kinds to %s come to the same in a notebook and in grading", async (id) => {
  const own = all.filter((answer) => answer.id === id);
  const taken = [...new Map(own.map((answer) => [kindOf(answer), answer])).values()];
  expect(await differing(taken.map((answer, i) => [answer, FORMS[i % FORMS.length]!]))).toEqual([]);
});
