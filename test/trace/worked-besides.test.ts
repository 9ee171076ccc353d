import { describe, expect, test } from "vitest";
import {
  adam,
  defineRule,
  descend,
  hyper,
  momentum,
  nesterov,
  newton,
  objective,
  radam,
  ravine,
} from "fall-line";
import { lineText } from "../../src/trace/worked/text.ts";

describe("beside the rows", () => {
  test("a place is named as one speaks of it, and settings stand in order", () => {
    const said = (on: Parameters<typeof descend>[0]) =>
      descend(on, momentum, { start: [1, 1], steps: 1, hyper: { lambda: 0.125 } }).worked(1).specification
        .setting;
    expect(said(ravine)).toBe("on the ravine, λ = 0.125, α = 0.9");
    expect(said("x^2 + y^2")).toBe("on x^2 + y^2, λ = 0.125, α = 0.9");
    expect(said(objective("x^2 + y^2", { name: "Beale" }))).toBe("on Beale, λ = 0.125, α = 0.9");
  });

  test.each<[number, number | undefined, string | undefined]>([
    [6, undefined, undefined],
    [7, undefined, "1 coordinate more, computed in the same way."],
    [9, undefined, "3 coordinates more, computed in the same way."],
    [9, 8, undefined],
  ])("of %i coordinates, with %s asked for, it is said what is left out", (n, coordinate, remark) => {
    const on = objective(Array.from({ length: n }, (_, i) => `a${i}^2`).join(" + "));
    const path = descend(on, momentum, { start: new Array<number>(n).fill(1), steps: 1 });
    const { remarks, lines } = path.worked(1, coordinate === undefined ? {} : { coordinate }).specification;
    expect(remarks).toEqual(remark === undefined ? [] : [remark]);
    expect(lines[1]!.labels).toEqual(
      coordinate === undefined ? Array.from({ length: Math.min(n, 6) }, (_, i) => `a${i}`) : ["a8"],
    );
  });

  test("coordinates without a name have numbers, and a function's row is not by pencil", () => {
    const mine = {
      value: ([x, y]: Float64Array) => x! ** 2 + y! ** 2,
      gradient: ([x, y]: Float64Array) => [2 * x!, 2 * y!],
    };
    const [g, m] = descend(mine, momentum, { start: [1, 2], steps: 1 }).worked(1).lines;
    expect([g!.labels, g!.isByPencil, m!.isByPencil]).toEqual([["w_{1}", "w_{2}"], false, true]);
    expect(lineText(g!)).toContain("w_1: 2 at 1");
  });

  test("a matrix of more than six rows is not shown in numbers", () => {
    const on = objective(Array.from({ length: 7 }, (_, i) => `a${i}^2`).join(" + "));
    const path = descend(on, newton, { start: new Array<number>(7).fill(1), steps: 1, record: "all" });
    const [, H] = path.worked(1).lines;
    expect([H!.name, H!.result.texts]).toEqual(["H", []]);
    expect(lineText(descend(ravine, newton, { steps: 1 }).worked(1).lines[1]!)).toBe(
      "  H_1 = ∇²L(w_0)  (The curvature here)\n      x: 0.1  0.0 at −8.0\n      y: 0.0  2.0 at 1.5",
    );
  });

  test("what was chosen and is too small to show is said, unless it is 0 or stands in a row", () => {
    const remarks = (epsilon: number): readonly string[] =>
      descend("x^2 + y^2", adam, { start: [1, 2], steps: 2, hyper: { epsilon } }).worked(2).specification
        .remarks;
    expect(remarks(1e-8)).toEqual(["ε = 10⁻⁸ is too small to show."]);
    expect(remarks(0)).toEqual([]);
    const rate = descend("x^2", momentum, { start: [1], steps: 1, hyper: { lambda: 1e-5 } }).worked(
      1,
    ).specification;
    expect([rate.remarks, rate.setting]).toEqual([[], "on x^2, λ = 10⁻⁵, α = 0.9"]);
  });

  test("what stands in the case that does not hold is not too small, but a setting as others", () => {
    const of = (t: number) => descend("x^2", radam, { start: [1], steps: 8 }).worked(t).specification;
    expect([of(2).remarks, of(2).setting]).toEqual([[], expect.stringContaining(", ε = 10⁻⁸")]);
    expect([of(8).remarks, of(8).setting]).toEqual([
      ["ε = 10⁻⁸ is too small to show."],
      expect.not.stringContaining("ε"),
    ]);
  });

  test("a look ahead is at a place of its own", () => {
    const [g] = descend(ravine, nesterov, { start: [-8, 1.5], steps: 2, hyper: { lambda: 0.1 } }).worked(
      2,
    ).lines;
    expect(lineText(g!)).toMatch(
      /^ {2}g_2 = ∇L\(w_1 \+ α·m_1\) {2}\(The slope where the jump lands\)\n {6}x: −0\.7848 at −7\.848/,
    );
  });

  test.each([
    [0.00099, true],
    [-0.00099, true],
    [0.001, false],
    [-0.01, false],
    [0, false],
  ])("a chosen %d is too small to show beside a thousand: %s", (c, isSmall) => {
    const rule = defineRule({
      id: "s",
      title: "S",
      hyperparameters: { c: hyper.real({ tex: "c", default: c, meaning: "added" }) },
      equations: { w: "w - g/(1000*n + c)" },
    });
    const { remarks, setting } = descend("x^2", rule, { start: [1], steps: 1 }).worked(1).specification;
    expect([remarks.length === 1, setting.includes("c = ")]).toEqual([isSmall, !isSmall]);
  });

  test.each([
    [1e-4, true],
    [4e-4, false],
  ])(
    "a chosen %d is too small to show beside 1.0003 where the same is printed without it: %s",
    (c, isSmall) => {
      const chosen = (tex: string, value: number) => hyper.real({ tex, default: value, meaning: "added" });
      const rule = defineRule({
        id: "s",
        title: "S",
        hyperparameters: { c: chosen("c", c), d: chosen("d", 1.0003) },
        equations: { w: "w - 0.001*g*(d + c)" },
      });
      const { remarks } = descend("x^2", rule, { start: [1], steps: 1 }).worked(1).specification;
      expect(remarks.length === 1).toBe(isSmall);
    },
  );
});
