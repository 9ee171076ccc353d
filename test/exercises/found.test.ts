import { expect, test } from "vitest";
import { mistakeOf } from "../../src/exercises/explain/found.ts";
import { wholeEdit } from "../../src/exercises/search/edits.ts";
import { edit } from "../../src/exercises/search/edits/edit.ts";
import type { LineFinding } from "../../src/exercises/search/finding.ts";
import { ofLine } from "../../src/exercises/search/lines.ts";
import {
  apply,
  name,
  number,
  type Place,
  placesIn,
  type Tree,
  treeOf,
} from "../../src/exercises/search/tree.ts";

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
      what: "after step 5, in the line of m, b is left out, and elsewhere this line is right",
    },
  ],
  [
    "the first of several",
    [finding([left]), finding([sign]), finding([own])],
    { id: "m: left out of b", what: "in the line of m, b is left out" },
  ],
  [
    "always one number, which is worth nothing",
    [finding([always])],
    { id: "m: always of 7", what: "in the line of m, the result is always 7", credit: 0 },
  ],
])("a line is explained by %s", (_, all, due) => {
  expect(mistakeOf(all, { name: "m", place: "in the line of m, " })).toEqual({ ...due, quantity: "m" });
});

test("of lines that are put into one, each slip is in its own", () => {
  const [inner, below] = [ofLine("p", treeOf("a + b")), ofLine("q", treeOf("c^2"))];
  const whole = apply("subtract", name("w"), apply("divide", inner, apply("gradient", below)));
  const placeOf = (part: Tree): Place => placesIn(whole).find(({ node }) => node === part)!;
  const first = edit(placeOf(inner), name("a"), "left out", 1, () => "b is left out");
  const second = edit(placeOf(below), name("c"), "left out", 1, () => "c is not squared");
  const told = (edits: LineFinding["edits"]): string | undefined =>
    mistakeOf([finding(edits)], { name: "w", place: "in the line of w, " }).what;
  expect(told([first])).toBe("in the p that w is computed with, b is left out");
  expect(told([second])).toBe("in the q that w is computed with, c is not squared");
  expect(told([first, second])).toBe(
    "in the p that w is computed with, b is left out; besides, in the q that w is computed with, c is not squared",
  );
  const sign = wholeEdit(
    whole,
    apply("add", ...(whole.args as [Tree, Tree])),
    "sign",
    1,
    () => "the sign of the step is flipped",
    () => "x",
  );
  expect(told([sign, first])).toBe(
    "in the line of w, the sign of the step is flipped; besides, in the p that w is computed with, b is left out",
  );
  const inside = edit(
    placeOf(treeOf("c^2").args[0]!),
    name("b"),
    "other",
    1,
    () => "b stands where c should",
  );
  expect(told([inside])).toBe("in the q that w is computed with, b stands where c should");
  const divisor = edit(placeOf(inner), number(2), "number", 1, () => "2 stands there");
  const square = edit(placeOf(below), number(2), "number", 1, () => "2 stands there");
  expect(told([divisor, square])).toBe("where w is computed, in p and q, 2 stands there");
  const alone = apply("gradient", treeOf("w + a*b"));
  const at = placesIn(alone).find(({ node }) => node.name === "a")!;
  expect(told([edit(at, number(1), "constant", 1, () => "1 stands where a should")])).toBe(
    "in the look-ahead point, 1 stands where a should",
  );
});

test("an only line has no name", () => {
  expect(mistakeOf([finding([left])], { name: "", place: "" })).toEqual({
    id: "left out of b",
    what: "b is left out",
  });
});
