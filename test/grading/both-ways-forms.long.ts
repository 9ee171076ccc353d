import { expect, test } from "vitest";
import { all, differing, ids } from "./differing.ts";
import { FORMS } from "./forms.ts";

/** Each right answer in a form, so that each form is that of answers to several exercises. */
const right = all
  .filter(({ slip }) => slip === "")
  .map((answer, i) => [answer, FORMS[i % FORMS.length]!] as const);

test.each(ids)(
  "right answers to %s, in one form or another, come to the same in a notebook and in grading",
  async (id) => {
    expect(await differing(right.filter(([answer]) => answer.id === id))).toEqual([]);
  },
);
