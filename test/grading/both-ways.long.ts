import { beforeAll, expect, test } from "vitest";
import { answersOf, type HandedIn } from "../exercises/class/run.ts";
import { BothWays, isSame } from "./both-ways.ts";
import { type Form, FORMS } from "./forms.ts";

let both: BothWays;
beforeAll(async () => {
  both = await BothWays.make();
});

const all = ([1, 2, 3] as const).flatMap(answersOf);

/** Those that come to something else in grading than in a notebook. */
async function differing(taken: readonly (readonly [HandedIn, Form])[]): Promise<string[]> {
  const found: string[] = [];
  for (const [answer, form] of taken) {
    const { checked, graded } = await both.take(answer.id, form, answer.code);
    // A notebook stops an answer by the clock, grading by its steps.
    if (checked[0] !== "took too long" && !isSame(checked, graded))
      found.push(`${answer.id}, ${form.name}: ${String(checked)} / ${String(graded)}\n${answer.code}`);
  }
  return found;
}

test("every answer of three writers comes to the same in a notebook and in grading", async () => {
  expect(await differing(all.map((answer, i) => [answer, FORMS[i % FORMS.length]!]))).toEqual([]);
});

test("every right answer is right in each form", async () => {
  const right = all.filter(({ slip }) => slip === "");
  expect(await differing(right.flatMap((answer) => FORMS.map((form) => [answer, form] as const)))).toEqual(
    [],
  );
});
