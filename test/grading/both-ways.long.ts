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

const ids = [...new Set(all.map(({ id }) => id))];

test.each(ids)(
  "every answer of three writers to %s comes to the same in a notebook and in grading",
  async (id) => {
    const own = all.filter((answer) => answer.id === id);
    expect(await differing(own.map((answer, i) => [answer, FORMS[i % FORMS.length]!]))).toEqual([]);
  },
);

test.each(ids)("every right answer to %s is right in each form", async (id) => {
  const right = all.filter((answer) => answer.id === id && answer.slip === "");
  expect(await differing(right.flatMap((answer) => FORMS.map((form) => [answer, form] as const)))).toEqual(
    [],
  );
});
