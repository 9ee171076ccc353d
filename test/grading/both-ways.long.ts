import { expect, test } from "vitest";
import { all, differing, ids } from "./differing.ts";
import { FORMS } from "./forms.ts";

test.each(ids)(
  "every answer of three writers to %s comes to the same in a notebook and in grading",
  async (id) => {
    const own = all.filter((answer) => answer.id === id);
    expect(await differing(own.map((answer, i) => [answer, FORMS[i % FORMS.length]!]))).toEqual([]);
  },
);
