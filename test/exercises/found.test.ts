import { expect, test } from "vitest";
import { mistakeOf } from "../../src/exercises/explain/found.ts";
import { wholeEdit } from "../../src/exercises/search/edits.ts";
import type { LineFinding } from "../../src/exercises/search/finding.ts";
import { apply, name, number, treeOf } from "../../src/exercises/search/tree.ts";

const root = treeOf("a + b");
const slip = (kind: string, of: string, what: string): LineFinding["edits"][number] =>
  wholeEdit(
    root,
    name("a"),
    kind,
    1,
    () => what,
    () => of,
  );
const left = slip("left out", "b", "b is left out");
const sign = slip("sign", "a", "the sign of a is flipped");
const own = slip("slip", "x", "in the line of m, it is turned round");
const always = slip("always", "7", "the result is always 7");
const late = { tree: apply("above", name("t"), number(5)), says: "after step 5" };
const finding = (edits: LineFinding["edits"], more: Partial<LineFinding> = {}): LineFinding => ({
  edits,
  tree: root,
  cost: 1,
  ...more,
});

test.each<[string, LineFinding[], object]>([
  ["a slip", [finding([left])], { id: "m: left out of b", what: "in the line of m, b is left out" }],
  [
    "two slips, the place said once",
    [finding([left, sign])],
    {
      id: "m: left out of b + m: sign of a",
      what: "in the line of m, b is left out, and the sign of a is flipped",
    },
  ],
  [
    "two slips in the same words",
    [finding([own, own])],
    { id: "m: slip of x + m: slip of x", what: "in the line of m, it is turned round, in two places" },
  ],
  [
    "a slip in some cases",
    [finding([left], { where: late })],
    {
      id: "m: left out of b where above(t,5)",
      what: "after step 5, in the line of m, b is left out, and elsewhere it is right",
    },
  ],
  [
    "something in some cases",
    [finding([], { where: late })],
    {
      id: "m: where above(t,5)",
      what: "in the line of m, something else comes out after step 5, and elsewhere it is right",
    },
  ],
  [
    "no number in some cases",
    [finding([], { where: late, isNumber: false })],
    {
      id: "m: where above(t,5)",
      what: "in the line of m, no number comes out after step 5, and elsewhere it is right",
    },
  ],
  [
    "the first of several, with the words of the second",
    [finding([left]), finding([sign]), finding([own])],
    {
      id: "m: left out of b",
      what: "in the line of m, b is left out",
      or: "in the line of m, the sign of a is flipped",
    },
  ],
  [
    "two in the same words",
    [finding([left]), finding([left])],
    { id: "m: left out of b", what: "in the line of m, b is left out" },
  ],
  [
    "always one number, which is worth nothing",
    [finding([always])],
    { id: "m: always of 7", what: "in the line of m, the result is always 7", credit: 0 },
  ],
])("a line is explained by %s", (_, all, due) => {
  expect(mistakeOf(all, "m", "in the line of m, ")).toEqual({ ...due, quantity: "m" });
});

test("an only line has no name", () => {
  expect(mistakeOf([finding([left])], "", "")).toEqual({ id: "left out of b", what: "b is left out" });
});
