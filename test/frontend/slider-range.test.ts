import { describe, expect, test } from "vitest";
import {
  allowedValues,
  partOf,
  rangeFor,
  valueAt,
  widened,
} from "../../src/frontend/explorer/slider-range.ts";

describe("the range of a slider", () => {
  test.each([
    ["fraction", 0.9, { low: 0, high: 0.999, isLogarithmic: false }],
    ["share", 0.5, { low: 0, high: 1, isLogarithmic: false }],
    ["positive", 0.1, { low: -3, high: 1, isLogarithmic: true }],
    ["positive", 0.3, { low: -3, high: 1, isLogarithmic: true }],
    ["positive", 0.4, { low: -2, high: 2, isLogarithmic: true }],
    ["non-negative", 1e-8, { low: -10, high: -6, isLogarithmic: true }],
    ["non-negative", 0, { low: 0, high: 1, isLogarithmic: false }],
    ["any", 0, { low: -1, high: 1, isLogarithmic: false }],
    ["any", -3, { low: -6, high: 6, isLogarithmic: false }],
    ["any", 0.2, { low: -1, high: 1, isLogarithmic: false }],
  ] as const)("for what is %s, about %d", (range, value, ends) => {
    expect(rangeFor(range, value)).toEqual(ends);
  });

  test("grows to hold a value beyond its ends, and never shrinks", () => {
    const decades = rangeFor("positive", 1);
    expect(widened(decades, 1000)).toEqual({ low: -2, high: 3, isLogarithmic: true });
    expect(widened(decades, 1e-4)).toEqual({ low: -4, high: 2, isLogarithmic: true });
    expect(widened(decades, 1)).toEqual(decades);
    expect(widened(decades, 0)).toEqual(decades);
    const share = rangeFor("any", 0);
    expect(widened(share, 4)).toEqual({ low: -1, high: 4, isLogarithmic: false });
    expect(widened(share, -4)).toEqual({ low: -4, high: 1, isLogarithmic: false });
  });
});

describe("a place on a slider of 1000 parts", () => {
  const decades = rangeFor("positive", 1);
  const share = rangeFor("share", 0);

  test.each([
    [0.01, 0],
    [0.1, 250],
    [1, 500],
    [100, 1000],
    [1e6, 1000],
    [1e-6, 0],
    [0, 0],
  ])("%d of four decades lies at part %d", (value, part) => {
    expect(partOf(decades, value)).toBe(part);
  });

  test("is as far along as its number where that is no logarithm", () => {
    expect([0, 0.25, 0.9996, 1, 2, -1].map((value) => partOf(share, value))).toEqual([
      0, 250, 1000, 1000, 1000, 0,
    ]);
    expect(partOf(rangeFor("any", 0), 0)).toBe(500);
    expect(partOf(rangeFor("positive", 1e-6), 1e-6)).toBe(500);
  });

  test("gives back its number, to three digits, and to four where it comes close to 1", () => {
    expect([0, 250, 500, 1000].map((part) => valueAt(decades, part, "positive"))).toEqual([
      0.01, 0.1, 1, 100,
    ]);
    expect(valueAt(decades, 510, "positive")).toBe(1.1);
    expect(valueAt(decades, 333, "positive")).toBe(0.215);
    expect(valueAt(rangeFor("fraction", 0), 1000, "fraction")).toBe(0.999);
    expect(valueAt(rangeFor("fraction", 0), 999, "fraction")).toBe(0.998);
    expect(valueAt(rangeFor("fraction", 0), 123, "fraction")).toBe(0.1229);
    expect(valueAt(rangeFor("any", 0), 250, "any")).toBe(-0.5);
  });
});

test.each([
  ["positive", "λ has to be above 0."],
  ["non-negative", "λ is 0 or more."],
  ["fraction", "λ goes from 0 to below 1."],
  ["share", "λ goes from 0 to 1."],
  ["any", "λ can be any number."],
] as const)("what is %s is told in a sentence", (range, sentence) => {
  expect(allowedValues("lambda", range)).toBe(sentence);
});
