import { beforeAll, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import type { AnyFunction } from "../../src/exercises/kind.ts";
import { codeOf } from "../../src/exercises/solution.ts";
import { answersOf } from "../exercises/class/run.ts";
import { type BothWays, isSame, sharedBothWays } from "./both-ways.ts";
import { someUnlessLong } from "../long.ts";
import { FORMS, REFUSED } from "./forms.ts";

let both: BothWays;
beforeAll(async () => {
  both = await sharedBothWays();
});

const all = answersOf(1);
const ids = [...new Set(all.map(({ id }) => id))];

/** A right answer and a wrong one, of another exercise for each form; not all forms unless in the long suite. */
const some = someUnlessLong(FORMS, 14).map((form, i) => {
  const id = ids[i % ids.length]!;
  const wrong = all.filter((one) => one.id === id && one.slip !== "");
  const { solution } = lessonExercises.all.get(id) as { readonly solution: AnyFunction };
  return { form, right: { id, code: codeOf(solution) }, wrong: wrong[(7 * i) % wrong.length]! };
});

test.each(some)("what check calls right in a notebook grading does: $form.name", async ({ form, right }) => {
  const { checked, graded, said } = await both.take(right.id, form, right.code);
  expect(isSame(checked, graded), JSON.stringify({ checked, graded, said, right }, null, 1)).toBe(true);
  // What stands in the call itself has no types from its exercise: a notebook refuses it where it needs them.
  if (form.name !== "written in the check") expect(checked.slice(0, 2)).toEqual(["right", 1]);
});

test.each(some.filter((_, i) => i % 3 === 0))(
  "what is wrong has the same mistake and credit in both: $form.name",
  async ({ form, wrong }) => {
    const came = await both.take(wrong.id, form, wrong.code);
    expect(isSame(came.checked, came.graded), JSON.stringify({ ...came, code: wrong.code }, null, 1)).toBe(
      true,
    );
  },
);

test.each(someUnlessLong(REFUSED, 2))("what the compiler refuses counts in neither: $name", async (form) => {
  const { right } = some[0]!;
  const { checked, graded } = await both.take(right.id, form, right.code);
  expect([checked, graded === "refused" || graded[1] === 0]).toEqual(["refused", true]);
});
