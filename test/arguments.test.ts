import { describe, expect, test } from "vitest";
import { checkAtLeast, checkNames, checkSeed, isRecord } from "../src/arguments.ts";
import { defined } from "../src/defined.ts";
import { show } from "../src/errors.ts";

describe("what functions are given", () => {
  test("is a record where it has names", () => {
    expect([{}, { a: 1 }].map(isRecord)).toEqual([true, true]);
    expect([null, [], "a", new Float64Array(1), () => 1].map(isRecord)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  const check = (options: unknown, cureFor?: (name: string) => string | undefined) => (): void =>
    checkNames(options, "descend", { steps: true, start: true }, "{ steps: 20 }", cureFor);

  test("has names that mean something, or is told which do", () => {
    for (const options of [{}, { steps: 1, start: 2 }]) expect(check(options)).not.toThrow();
    expect(check([1])).toThrow("descend takes its options by name, got [1]; for example: { steps: 20 }");
    expect(check({ step: 1 })).toThrow(
      "descend has no option step; allowed: steps, start; did you mean steps?",
    );
    expect(check({ steps: 1, zzz: 1 })).toThrow(
      "descend has no option zzz; allowed: steps, start; leave it out",
    );
    expect(check({ toString: 1 })).toThrow("descend has no option toString");
    expect(check({ steps: 1, first: 1, second: 2 })).toThrow("descend has no option first");
    const cure = (name: string) => (name === "zzz" ? "write steps" : undefined);
    expect(check({ zzz: 1 }, cure)).toThrow(/allowed: steps, start; write steps$/);
    expect(check({ step: 1 }, cure)).toThrow(/did you mean steps\?$/);
  });

  test("is a number that is large enough, where it is one", () => {
    for (const value of [undefined, 0, 3]) expect(() => checkAtLeast(value, "size", 0, 0.1)).not.toThrow();
    for (const value of [-1, NaN, Infinity, "1", null])
      expect(() => checkAtLeast(value, "size", 0, 0.1)).toThrow(
        `size must be a number of 0 or more, got ${show(value)}; for example: size: 0.1`,
      );
  });

  test("is a whole number where it is a seed", () => {
    for (const seed of [undefined, 0, -3, 2 ** 53 - 1]) expect(() => checkSeed(seed)).not.toThrow();
    for (const seed of [0.5, 2 ** 53, "1", null])
      expect(() => checkSeed(seed)).toThrow(/^seed must be a whole number, got .*; for example: seed: 1$/);
  });

  test("is left out where it is undefined, and nothing else is", () => {
    expect(defined({ a: 1, b: undefined, c: null, d: 0, e: "" })).toEqual({ a: 1, c: null, d: 0, e: "" });
  });
});
