import { describe, expect, test } from "vitest";
import { closeAll, type Closing, Printed, type PrintKind } from "../../src/trace/worked/closing.ts";

const scalar = (value: number, kind: PrintKind = "computed"): Printed =>
  new Printed({ shape: "scalar", numbers: Float64Array.of(value) }, [0], kind);
const closing = (
  result: Printed,
  inputs: readonly Printed[],
  compute: (...numbers: number[]) => number,
): Closing => ({ result, inputs, compute: (values) => compute(...(values as number[])) });

describe("a number as it is printed", () => {
  test("has up to six digits, the same wherever it stands", () => {
    const printed = scalar(1 / 3);
    const said = () => [printed.column.texts[0], printed.value];
    expect(said()).toEqual(["0.3333", 0.3333]);
    expect([printed.addDigit(), said()]).toEqual([true, ["0.33333", 0.33333]]);
    expect([printed.addDigit(), said()]).toEqual([true, ["0.333333", 0.333333]]);
    expect([printed.canHaveMore, printed.addDigit(), said()]).toEqual([false, false, ["0.333333", 0.333333]]);
    expect(printed.whole).toBe(1 / 3);
  });

  test.each<[string, number, PrintKind, number]>([
    ["as many more as it has", 0.12345, "computed", 1],
    ["none more that was chosen", 1 / 3, "given", 0],
  ])("has %s", (_, value, kind, count) => {
    const printed = scalar(value, kind);
    let added = 0;
    while (printed.canHaveMore) added += Number(printed.addDigit());
    expect([added, printed.addDigit()]).toEqual([count, false]);
  });

  test("that was chosen has its digits up to six, in units of none", () => {
    const { texts, numbers, units, isExact } = scalar(0.1234567, "given").column;
    expect([texts, numbers, units, isExact]).toEqual([["0.123457"], [0.123457], [0], true]);
  });

  test("is one of some places of a vector, and what is not shown there is computed with as it is", () => {
    const numbers = Float64Array.of(2 / 3, 1 / 3, 20 / 3);
    const printed = new Printed({ shape: "vector", numbers }, [2, 0], "computed");
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
    closeAll([closing(result, [b, scalar(1230), a], (b, c, a) => a - c + b)]);
    expect([a, b].map((one) => one.column.texts[0])).toEqual(["1234.57", "4.12346"]);
  });

  test("adds digits to the first that has some where none alone changes anything, then to the result", () => {
    const [a, b] = [scalar(1.23456), scalar(1.23456)];
    closeAll([closing(scalar(1), [scalar(2), a, b], (_, a) => (a === 1.2346 ? 1 : 0))]);
    expect([a, b].map((one) => one.column.texts[0])).toEqual(["1.2346", "1.235"]);
    const rounded = scalar(0.66666666);
    closeAll([closing(rounded, [scalar(0.5)], () => 0.66661)]);
    expect(rounded.column.texts).toEqual(["0.666667"]);
  });

  test("adds to the first of two that change it as much", () => {
    const inputs = [scalar(1 / 3), scalar(1 / 3)];
    const off = (x: number): number => Math.abs(x - 1 / 3);
    closeAll([closing(scalar(1), inputs, (a, b) => 1 + 10 * (off(a) + off(b)))]);
    expect(inputs.map(({ column }) => column.texts[0])).toEqual(["0.33333", "0.3333"]);
  });

  test("tells of those for which six digits are not enough, and closes the others", () => {
    const input = scalar(1 / 3);
    const never = closing(scalar(2 / 3), [scalar(1 / 7)], () => NaN);
    const fine = closing(scalar(1), [input], (x) => 1 + 2e2 * Math.abs(x - 1 / 3));
    expect([...closeAll([never, fine])]).toEqual([never]);
    expect(input.column.texts).toEqual(["0.333333"]);
  });

  test("begins again until all close at once", () => {
    const [a, b, c] = [scalar(34.5678), scalar(4.5678), scalar(0.0078)];
    const first = closing(b, [a], (a) => a - 30);
    const second = closing(c, [b], (b) => b - 4.56);
    expect(closeAll([first, second]).size).toBe(0);
    for (const { result, inputs, compute } of [first, second])
      expect(result.unitsBetween(compute(inputs.map(({ value }) => value)))).toBeLessThan(0.5);
  });
});
