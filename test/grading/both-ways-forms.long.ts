import { expect, test } from "vitest";
import { all, differing, ids } from "./differing.ts";
import { FORMS } from "./forms.ts";

/** Each exercise in each form, and each right answer in one at least. */
test.each(ids)("right answers to %s come to the same in every form", async (id) => {
  const right = all.filter((answer) => answer.id === id && answer.slip === "");
  const count = Math.max(right.length, FORMS.length);
  const taken = Array.from(
    { length: count },
    (_, i) => [right[i % right.length]!, FORMS[i % FORMS.length]!] as const,
  );
  expect(await differing(taken)).toEqual([]);
});
