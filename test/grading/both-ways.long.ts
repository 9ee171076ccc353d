import { group } from "d3-array";
import { expect, test } from "vitest";
import { type HandedIn, mark } from "../exercises/class/run.ts";
import { all, differing, ids } from "./differing.ts";
import { FORMS } from "./forms.ts";

/** So many answers of each kind are tried both ways; `same.long.ts` tries all of two writers in the sandbox. */
const OF_A_KIND = 2;

/** How an answer comes out, and which kinds of mistakes are named. */
function kindOf(answer: HandedIn): string {
  const { outcome, credit, mistakes } = mark(answer).feedback;
  return JSON.stringify([outcome, credit, mistakes.map(({ id }) => id.replace(/:.*/s, ""))]);
}

test.each(ids)("answers of all kinds to %s come to the same in a notebook and in grading", async (id) => {
  const own = all.filter((answer) => answer.id === id);
  const kinds = group(own, kindOf);
  const taken = [...kinds.values()].flatMap((ofAKind) => ofAKind.slice(0, OF_A_KIND));
  expect(await differing(taken.map((answer, i) => [answer, FORMS[i % FORMS.length]!]))).toEqual([]);
});
