import { expect, test } from "vitest";
import { all, differing, ids } from "./differing.ts";
import { FORMS } from "./forms.ts";

test.each(ids)("every right answer to %s comes to the same in each form", async (id) => {
  const right = all.filter((answer) => answer.id === id && answer.slip === "");
  const taken = right.flatMap((answer) => FORMS.map((form) => [answer, form] as const));
  expect(await differing(taken)).toEqual([]);
});
