import { describe, expect, test } from "vitest";
import { columnOf, MOST_MORE } from "../../src/math/digits.ts";

describe("columnOf(values)", () => {
  test.each<[string, number[], string[]]>([
    [
      "four digits of the largest, and the same decimals below it",
      [-6.97264, -0.87061],
      ["−6.973", "−0.871"],
    ],
    ["four digits before the point too", [1234.56], ["1235"]],
    ["three decimals of what begins with tenths and hundredths", [0.123456], ["0.1235"]],
    ["up to two decimals more, that a smaller one has two digits", [123.456, 0.0567], ["123.456", "0.057"]],
    [
      "decimals of its own where two more say less than two digits",
      [123.456, 0.00567],
      ["123.456", "0.00567"],
    ],
    ["no noughts at the end where all are exact", [0.5, 0.25], ["0.50", "0.25"]],
    ["whole numbers without a point", [12, -3], ["12", "−3"]],
    ["the noise of a sum left out", [0.1 + 0.2], ["0.3"]],
    ["what is nearly exact with its digits", [0.3 + 1e-9], ["0.3000"]],
    ["tiny numbers as powers of ten of three digits", [0.00051234], ["5.12·10⁻⁴"]],
    ["exact powers of ten without a factor", [1e-8, -1e-8, 1e6], ["10⁻⁸", "−10⁻⁸", "10⁶"]],
    ["exact factors without noughts", [2.5e-9, -3e12], ["2.5·10⁻⁹", "−3·10¹²"]],
    ["rounded factors with them", [9.999e-5], ["1.00·10⁻⁴"]],
    ["a thousandth in plain digits", [0.001], ["0.001"]],
    ["just below a thousandth as a power", [0.0009], ["9·10⁻⁴"]],
    ["just below a million in plain digits", [999999], ["999999"]],
    ["huge numbers as powers", [12345678], ["1.23·10⁷"]],
    ["what is rounded up to one more place with no digit more", [9.99999999], ["10.00"]],
    ["nought as it is", [0], ["0"]],
    ["nought with the decimals of the others", [0, 0.25], ["0.00", "0.25"]],
    ["one digit where there is no other", [123.456, 0.001], ["123.456", "0.001"]],
    [
      "what would be nought beside a large one with decimals of its own",
      [4567.8, 0.0012],
      ["4567.80", "0.00120"],
    ],
    ["what is no number as it is", [NaN, Infinity, -Infinity], ["NaN", "Infinity", "−Infinity"]],
  ])("has %s: %j", (_title, values, texts) => {
    expect(columnOf(values).texts).toEqual(texts);
  });

  test("says what its texts say, by how much the last digit counts, and whether there is more to say", () => {
    expect(columnOf([-6.97264, -0.87061])).toMatchObject({ numbers: [-6.973, -0.871], isExact: false });
    expect(columnOf([-6.97264, -0.87061]).units).toEqual(
      [0.001, 0.001].map((x): unknown => expect.closeTo(x, 12)),
    );
    expect(columnOf([0.5, 0.25])).toMatchObject({ numbers: [0.5, 0.25], isExact: true });
    // Noughts that are left out are digits too: 0.5 is meant to four digits.
    expect(columnOf([0.5]).units[0]).toBeCloseTo(1e-4, 12);
    expect([columnOf([0]).units, columnOf([]).texts]).toEqual([[1], []]);
    const tiny = columnOf([5.1234e-4]);
    expect([tiny.numbers[0], tiny.units[0]! / 1e-6, tiny.isExact]).toEqual([
      5.12e-4,
      expect.closeTo(1, 9),
      false,
    ]);
    expect(columnOf([1e-8]).isExact).toBe(true);
    expect(columnOf([0.3 + 1e-9]).isExact).toBe(false);
    expect(columnOf([0.3 + 1e-14]).isExact).toBe(true);
    expect(columnOf([Infinity])).toMatchObject({ numbers: [Infinity], units: [1] });
  });

  test("has as many digits more as are asked for, up to six in all", () => {
    const digitsOf = (...values: number[]) => [0, 1, 2].map((more) => columnOf(values, more).texts.join(" "));
    expect(MOST_MORE).toBe(2);
    expect(digitsOf(-6.972641)).toEqual(["−6.973", "−6.9726", "−6.97264"]);
    expect(digitsOf(5.12345e-6)).toEqual(["5.12·10⁻⁶", "5.123·10⁻⁶", "5.1235·10⁻⁶"]);
    expect(digitsOf(0.5)).toEqual(["0.5", "0.5", "0.5"]);
    expect(digitsOf(758.6853, 0.012147)).toEqual(["758.685 0.012", "758.685 0.01215", "758.685 0.012147"]);
  });
});
