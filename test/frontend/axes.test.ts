import { describe, expect, test } from "vitest";
import { axis, logarithmMarks, plainMarks } from "../../src/frontend/explorer/axes.ts";

describe("axis(range, from, to)", () => {
  test("goes from a number to its place and back, upwards or downwards", () => {
    const up = axis([-1, 3], 160, 8);
    expect([-1, 1, 3].map((x) => up.at(x))).toEqual([160, 84, 8]);
    expect([160, 84, 8].map((place) => up.value(place))).toEqual([-1, 1, 3]);
  });

  test("of a range without a length stands still", () => {
    expect(axis([2, 2], 0, 100).at(2)).toBe(0);
    expect(axis([2, 2], 40, 100).value(40)).toBe(2);
  });

  test("that begins elsewhere than at 0 goes back to where a number came from", () => {
    const across = axis([10, 20], 44, 144);
    expect([across.at(12.5), across.value(69)]).toEqual([69, 12.5]);
    expect(across.range).toEqual([10, 20]);
  });
});

test("plainMarks(range) have real minus signs", () => {
  expect(plainMarks([-4, 4], 4).map(({ label }) => label)).toEqual(["−4", "−2", "0", "2", "4"]);
  expect(plainMarks([0, 0.0002], 2).map(({ value, label }) => [value, label])).toEqual([
    [0, "0"],
    [0.0001, "10⁻⁴"],
    [0.0002, "2·10⁻⁴"],
  ]);
  expect(plainMarks([12340, 12350], 2).map(({ label }) => label)).toEqual(["12340", "12345", "12350"]);
});

describe("logarithmMarks(range)", () => {
  const labels = (low: number, high: number) => logarithmMarks([low, high], 5).map(({ label }) => label);

  test("are powers of ten where there are more than two decades", () => {
    expect(labels(-2, 1)).toEqual(["0.01", "0.1", "1", "10"]);
    expect(logarithmMarks([-2, 1], 5).map(({ value }) => value)).toEqual([-2, -1, 0, 1]);
    expect(labels(-12, 3)).toContain("10⁻¹⁰");
  });

  test("are 1, 2 and 5 times powers of ten where there are two decades or one", () => {
    expect(labels(0, 2)).toEqual(["1", "2", "5", "10", "20", "50", "100"]);
    expect(logarithmMarks([0, 1], 5).map(({ value }) => value)).toEqual([0, Math.log10(2), Math.log10(5), 1]);
  });

  test("reach from a decade below 1 to the next but one, their ends included", () => {
    expect(labels(-1, 0.999)).toEqual(["0.1", "0.2", "0.5", "1", "2", "5"]);
    expect(labels(-0.5, 1.5)).toEqual(["0.5", "1", "2", "5", "10", "20"]);
    // From 1 to 5 just three have room.
    expect(labels(0, 0.7)).toEqual(["1", "2", "5"]);
  });

  test("of many decades are about as many as asked, at whole powers", () => {
    const values = logarithmMarks([0.5, 9.5], 20).map(({ value }) => value);
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(logarithmMarks([0, 12], 3).map(({ value }) => value)).toEqual([0, 5, 10]);
  });

  test("are round numbers where not even three of those have room", () => {
    // From 1 to 3.2, with 1 and 2 between.
    expect(labels(0, Math.log10(3.2))).toEqual(["1", "1.5", "2", "2.5", "3"]);
    // From 1000 to 1259.
    expect(labels(3, 3.1)).toEqual(["1000", "1050", "1100", "1150", "1200", "1250"]);
  });
});
