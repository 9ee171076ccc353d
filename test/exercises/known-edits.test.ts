import { expect, test } from "vitest";
import { momentum } from "fall-line";
import { knownEdits } from "../../src/exercises/explain/known-edits.ts";
import { slipsOf } from "../../src/exercises/mutations/rule.ts";
import { edited } from "../../src/exercises/search/edits.ts";
import { linesOf } from "../../src/exercises/search/lines.ts";
import { keyOf, show } from "../../src/exercises/search/tree.ts";

const told = (line: string): Record<string, string> =>
  Object.fromEntries(knownEdits(momentum, line).map((edit) => [edit.what(), show(edited(edit))]));

test("the slips of a rule are wrong versions of the lines that they change, in their own words", () => {
  expect(told("m")).toMatchObject({
    "in the line of m, the sign of λ·g is flipped": "α·m + λ·g",
    "in the line of m, 1 − α stands where α should": "(1 − α)·m − λ·g",
    "the gradient is taken ahead, at w + α·m": "α·m − λ·gradient(w + α·m)",
  });
  expect(told("w")).toMatchObject({
    "the line of w uses the old m": "w + (old m)",
    "the step λ·g is added once more": "w + m − λ·g",
  });
  expect(Object.keys(told("w"))).not.toContain("in the line of m, the sign of λ·g is flipped");
  expect(knownEdits(momentum, "v")).toEqual([]);
});

test("each slip is known in every line that it changes, and in no other", () => {
  const right = linesOf(momentum);
  const due = slipsOf(momentum).flatMap(({ rule }) => {
    const wrong = linesOf(rule);
    return [
      ...(keyOf(wrong.w) === keyOf(right.w) ? [] : ["w"]),
      ...(keyOf(wrong.states.get("m")!) === keyOf(right.states.get("m")!) ? [] : ["m"]),
    ];
  });
  for (const line of ["w", "m"]) {
    const edits = knownEdits(momentum, line);
    expect(edits).toHaveLength(due.filter((one) => one === line).length);
    expect(knownEdits(momentum, line)).toBe(edits);
    for (const edit of edits)
      expect([edit.kind, edit.cost, edit.of()]).toEqual(["slip", 1.4, keyOf(edit.by)]);
  }
});
