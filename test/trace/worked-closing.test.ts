import { describe, expect, test } from "vitest";
import type { Value } from "../../src/math/evaluate.ts";
import {
  closeAll,
  type Closing,
  type Input,
  Printed,
  type PrintKind,
} from "../../src/trace/worked/closing.ts";

const scalar = (value: number, kind: PrintKind = "quantity"): Printed =>
  new Printed({ shape: "scalar", numbers: Float64Array.of(value) }, [0], kind);
const textsOf = (printed: Printed): string[] => [printed.column.texts[0]!, printed.resultColumn.texts[0]!];
const closing = (
  result: Printed,
  inputs: readonly Input[],
  compute: (...numbers: number[]) => number,
): Closing => ({ result, inputs, compute: (values) => compute(...(values as number[])) });

describe("a number as it is printed", () => {
  test.each<[PrintKind, string[], string[]]>([
    ["quantity", ["0.33333", "0.33333"], ["0.333333", "0.33333"]],
    ["part", ["0.33333", "0.33333"], ["0.333333", "0.333333"]],
  ])("and is a %s has more digits where it is computed with", (kind, once, twice) => {
    const printed = scalar(1 / 3, kind);
    expect(textsOf(printed)).toEqual(["0.3333", "0.3333"]);
    expect([printed.addDigit(), textsOf(printed)]).toEqual([true, once]);
    expect([printed.addDigit(), textsOf(printed)]).toEqual([true, twice]);
    expect([printed.value, printed.asResult.value]).toEqual(twice.map(Number));
    expect([printed.whole, printed.asResult.whole]).toEqual([1 / 3, 1 / 3]);
    printed.forget();
    expect(textsOf(printed)).toEqual(["0.3333", "0.3333"]);
  });

  test("has as many more where it is computed with as where it comes out", () => {
    const printed = scalar(1 / 3);
    const { asResult } = printed;
    expect([asResult.addDigit(), textsOf(printed)]).toEqual([true, ["0.33333", "0.33333"]]);
    expect([asResult.addDigit(), textsOf(printed)]).toEqual([true, ["0.333333", "0.333333"]]);
    printed.addDigit();
    expect([asResult.addDigit(), textsOf(printed)]).toEqual([true, ["0.3333333", "0.3333333"]]);
    asResult.forget();
    expect(textsOf(printed)).toEqual(["0.3333", "0.3333"]);
  });

  test.each<[string, number, PrintKind, number]>([
    ["seven more at most", 1 / 3, "quantity", 7],
    ["as many as it has", 0.123456, "part", 2],
    ["none more that was chosen", 1 / 3, "given", 0],
  ])("has %s", (_, value, kind, count) => {
    for (const of of [scalar(value, kind), scalar(value, kind).asResult]) {
      let added = 0;
      while (of.canHaveMore) added += Number(of.addDigit());
      expect([added, of.addDigit()]).toEqual([count, false]);
    }
  });

  test("that was chosen has all its digits, in units of none", () => {
    const { texts, numbers, units, isExact } = scalar(0.1234567, "given").column;
    expect([texts, numbers, units, isExact]).toEqual([["0.1234567"], [0.1234567], [0], true]);
  });

  test("is one of some places of a vector, and what is not shown there is computed with as it is", () => {
    const numbers = Float64Array.of(2 / 3, 1 / 3, 20 / 3);
    const printed = new Printed({ shape: "vector", numbers }, [2, 0], "quantity");
    expect(printed.column.texts).toEqual(["6.667", "0.667"]);
    expect(printed.value).toEqual(Float64Array.of(0.667, 1 / 3, 6.667));
    expect([printed.whole, [...numbers]]).toEqual([numbers, [2 / 3, 1 / 3, 20 / 3]]);
    expect(printed.unitsBetween(Float64Array.of(0.667, 9, 6.669))).toBeCloseTo(2, 9);
    expect(printed.unitsBetween(Float64Array.of(1, 9, 2), Float64Array.of(0.997, 0, 2.001))).toBeCloseTo(
      3,
      9,
    );
    expect(printed.unitsBetween(0.667, 0.667)).toBe(0);
  });
});

describe("closeAll(closings)", () => {
  test("leaves numbers as they are where what comes of them is what is printed, up to less than half a unit", () => {
    const away = (by: number): number => closeAll([closing(scalar(1), [], () => 1 + by)]).size;
    expect([0.00049, -0.00049, 0.0005, -0.0005].map(away)).toEqual([0, 0, 1, 1]);
  });

  test("adds as many digits as are needed to that whose rounding changes the result most", () => {
    const [a, b, result] = [scalar(1234.5678), scalar(4.123456), scalar(1234.5678 - 1230 + 4.123456)];
    expect(closeAll([closing(result, [b, scalar(1230), a], (b, c, a) => a - c + b)]).size).toBe(0);
    expect([a, b, result].map((one) => one.column.texts[0])).toEqual(["1234.568", "4.123", "8.691"]);
    expect(a.resultColumn.texts[0]).toBe("1234.6");
  });

  test("adds digits to the first that has some where none alone changes anything, then to the result", () => {
    const [a, b] = [scalar(1.23456), scalar(1.23456)];
    closeAll([closing(scalar(1), [scalar(2), a, b], (_, a) => (a === 1.2346 ? 1 : 0))]);
    expect([a, b].map((one) => one.column.texts[0])).toEqual(["1.2346", "1.235"]);
    const result = scalar(0.66666666);
    closeAll([closing(result, [scalar(0.5)], () => 0.666662)]);
    expect(result.column.texts).toEqual(["0.6667"]);
    const rounded = scalar(0.60004);
    expect(closeAll([closing(rounded, [], () => 0.60005)]).size).toBe(1);
  });

  /** One third is printed with an error of a third of its last digit's unit; what comes out has three decimals. */
  const thirds = (count: number, times: number) => {
    const inputs = Array.from({ length: count }, () => scalar(1 / 3));
    const sum = (...numbers: number[]): number =>
      numbers.reduce((sum, number) => sum + times * Math.abs(number - 1 / 3), 1);
    return { inputs, closing: closing(scalar(1), inputs, sum) };
  };

  test.each([
    ["four numbers that need six digits more each", 4, 2e6, 10],
    ["five that need five each: one turn too many", 5, 2e5, 4],
    ["one that needs eight", 1, 2e8, 4],
    ["one that needs seven", 1, 2e7, 11],
  ])(
    "has patience for twenty-four digits, and adds none where they are not enough: %s",
    (_, count, times, decimals) => {
      const { inputs, closing } = thirds(count, times);
      const open = closeAll([closing]);
      expect([...open]).toEqual(decimals === 4 ? [closing] : []);
      for (const { column } of inputs) expect(column.texts[0]).toBe(`0.${"3".repeat(decimals)}`);
    },
  );

  test("adds to the first of two that change it as much, and past one that has no more digits", () => {
    const { inputs, closing: two } = thirds(2, 10);
    closeAll([two]);
    expect(inputs.map(({ column }) => column.texts[0])).toEqual(["0.33333", "0.3333"]);
    const [a, b] = [scalar(1 / 3), scalar(1 / 3)];
    const off = (x: number): number => Math.abs(x - 1 / 3);
    expect(closeAll([closing(scalar(1), [a, b], (a, b) => 1 + 9e7 * off(a) + 7.5 * off(b))]).size).toBe(0);
    expect([a, b].map(({ column }) => column.texts[0])).toEqual(["0.33333333333", "0.33333"]);
  });

  test("does without those that do not close, and tells of those among them that close all the same", () => {
    const { inputs, closing: fine } = thirds(1, 2e2);
    const read: Input = {
      get value(): Value {
        return inputs[0]!.value;
      },
      whole: 1 / 3,
      canHaveMore: false,
      addDigit: () => false,
      forget: () => inputs[0]!.forget(),
    };
    const [by, never] = [
      closing(scalar(1), [read], (x) => (x === 0.3333 ? 0 : 1)),
      closing(scalar(2 / 3), [scalar(1 / 7)], () => NaN),
    ];
    expect([...closeAll([by, never, fine])]).toEqual([never]);
    expect(inputs[0]!.column.texts).toEqual(["0.333333"]);
    expect(closeAll([by, never]).size).toBe(2);
    expect([...textsOf(never.result), ...textsOf(never.inputs[0] as Printed)]).toEqual([
      "0.6667",
      "0.6667",
      "0.1429",
      "0.1429",
    ]);
  });

  test("begins again until all close at once", () => {
    const [a, b, c] = [scalar(1234.5678), scalar(4.5678), scalar(0.0078)];
    const first = closing(b, [a], (a) => a - 1230);
    const second = closing(c, [b], (b) => b - 4.56);
    expect(closeAll([first, second]).size).toBe(0);
    for (const { result, inputs, compute } of [first, second])
      expect(result.unitsBetween(compute(inputs.map(({ value }) => value)))).toBeLessThan(0.5);
  });
});
