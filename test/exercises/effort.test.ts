/** How far is searched for what explains an answer; effort.long.ts asks it of every exercise. */
import { expect, test } from "vitest";
import { diagnoseFormula } from "../../src/exercises/diagnose-formula.ts";
import { slipInCommon } from "../../src/exercises/explain/common-part.ts";
import { settingOf } from "../../src/exercises/explain/formula-setting.ts";
import { Effort } from "../../src/exercises/search/effort.ts";
import { treeOf } from "../../src/exercises/search/tree.ts";
import { formulas, steps, triedForFormula, triedForStep } from "./effort.ts";

test("no more than so many wrong versions are tried, and always the same", () => {
  const [[, step]] = steps as [(typeof steps)[0]];
  const [[, formula]] = formulas as [(typeof formulas)[0]];
  expect(triedForStep(step)).toBe(triedForStep(step));
  expect(triedForFormula(formula)).toBe(triedForFormula(formula));
});

test("what is tried in a part that formulas have in common is counted, and ends where there is no room left", () => {
  const texts = ["a/(a + b*c)", "b/(a + b*c)"];
  const points = Array.from({ length: 9 }, (_, i) => ({ a: 1 + i, b: 0.5 + i / 3, c: 2 - i / 7 }));
  const setting = settingOf(texts, points, "");
  const right = texts.map(treeOf);
  const of = (wrong: readonly string[], most: number): [number, boolean] => {
    const effort = new Effort(most);
    const got = wrong.map((text) => setting.columns.compute(treeOf(text)));
    const found = slipInCommon(right, got, setting, undefined, effort);
    return [effort.tried, found !== undefined];
  };
  const [needed, isFound] = of(["a/(a - b*c)", "b/(a - b*c)"], 1000);
  expect([needed > 0, needed < 1000, isFound]).toEqual([true, true, true]);
  expect(of(["a/(a - b*c)", "b/(a - b*c)"], needed)).toEqual([needed, true]);
  expect(of(["a/(a - b*c)", "b/(a - b*c)"], needed - 1)).toEqual([needed - 1, false]);
  expect(of(["a^9", "b^7"], 3)).toEqual([3, false]);
  const ranges = Object.fromEntries(["a", "b", "c"].map((name) => [name, { from: 0.3, to: 4 }]));
  const target = { formula: texts, arguments: ranges, besides: [], misconceptions: [], neighbours: [] };
  const answer = ({ a = 0, b = 0, c = 0 }) => [a / (a - b * c), b / (a - b * c)];
  const diagnosis = diagnoseFormula(target, answer);
  expect(diagnosis).toHaveProperty(
    "tried",
    expect.toSatisfy((tried: number) => tried >= needed),
  );
});

test("an effort is spent one by one until there is none left", () => {
  const effort = new Effort(2);
  const seen = [1, 2, 3, 4].map(() => [effort.isLeft, effort.spend(), effort.tried]);
  expect(seen).toEqual([
    [true, true, 1],
    [true, true, 2],
    [false, false, 2],
    [false, false, 2],
  ]);
});
