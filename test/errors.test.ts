import { describe, expect, test } from "vitest";
import { didYouMean, EquationError, InputError, show } from "../src/errors.ts";

describe("an error of the library", () => {
  test.each([
    [{ what: "alpha must be in [0, 1)" }, "alpha must be in [0, 1)"],
    [{ what: "a", got: undefined }, "a, got nothing"],
    [{ what: "a", got: "b", allowed: "c or d", cure: "write c" }, 'a, got "b"; allowed: c or d; write c'],
    [{ what: "a", cure: "write c" }, "a; write c"],
    [{ what: "a", got: 1, allowed: "2" }, "a, got 1; allowed: 2"],
  ])("%j says: %s", (complaint, message) => {
    const error = new InputError(complaint);
    expect([error.name, error.message, error.complaint]).toEqual(["InputError", message, complaint]);
  });

  test("tells its fault without the cure", () => {
    expect(new InputError({ what: "a", got: 1, allowed: "2", cure: "write 2" }).fault).toBe(
      "a, got 1; allowed: 2",
    );
    const inside = new EquationError("x + y", { position: 4, length: 1 }, { what: "a", cure: "write x" });
    expect(inside.fault).toBe("a");
  });
});

describe("a mistake in a formula", () => {
  const mistake = (text: string, position: number, length = 1): string[] =>
    new EquationError(text, { position, length }, { what: "no such name", cure: "write x" }).message.split(
      "\n",
    );

  test("is marked with carets under its place", () => {
    expect(mistake("x + abc", 4, 3)).toEqual(["no such name", "  x + abc", "      ^^^", "write x"]);
    expect(mistake("x + abc", 4, 0)[2]).toBe("      ^");
    expect(mistake("x + abc", 4, 9)[2]).toBe("      ^^^");
  });

  test("is shown with what stands around it where the formula is long", () => {
    const whole = `${"a".repeat(159)}b`;
    expect(mistake(whole, 159)[1]).toBe(`  ${whole}`);
    const long = `${"a".repeat(200)}b${"c".repeat(200)}`;
    expect(mistake(long, 200).slice(1, 3)).toEqual([
      `  ... ${"a".repeat(80)}b${"c".repeat(79)} ...`,
      `  ${" ".repeat(84)}^`,
    ]);
    expect(mistake(long, 10)[1]).toBe(`  ${"a".repeat(160)} ...`);
    expect(mistake(long, 400)[1]).toBe(`  ... ${"c".repeat(81)}`);
  });

  test("can be told with the place of its formula", () => {
    const inside = new EquationError("x", { position: 0, length: 1 }, { what: "a" }).within("equation m");
    expect(inside).toMatchObject({ name: "EquationError", text: "x", position: 0, length: 1 });
    expect(inside.message).toBe("equation m: a\n  x\n  ^\n");
  });
});

describe("a value in an error", () => {
  const sum = (): number => 1;
  test.each<[unknown, string]>([
    ["a", '"a"'],
    ["a".repeat(200), `"${"a".repeat(200)}"`],
    ["a".repeat(201), `"${"a".repeat(200)}..."`],
    [undefined, "nothing"],
    [null, "null"],
    [3n, "3"],
    [sum, "the function sum"],
    [
      (
        () => () =>
          1
      )(),
      "the function (anonymous)",
    ],
    [[1, "b", undefined], '[1, "b", nothing]'],
    [Float64Array.of(1, 2), "[1, 2]"],
    [Array.from({ length: 12 }, (_, k) => k), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]"],
    [Array.from({ length: 13 }, (_, k) => k), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...]"],
    [{ a: { b: { c: { d: 1 } } } }, '{"a": {"b": {"c": {...}}}}'],
    [[[[[1]]]], "[[[[...]]]]"],
    [{ name: "x", a: 1, b: 2, c: 3 }, '{"name": "x", "a": 1, "b": 2, "c": 3}'],
    [{ a: 1, title: "x", b: 2, c: 3, d: 4 }, '{"title": "x", ...}'],
    [{ a: 1, name: 7, b: 2, c: 3, d: 4 }, '{"a": 1, "name": 7, "b": 2, "c": 3, "d": 4}'],
  ])("is short: %#", (value, text) => {
    expect(show(value)).toBe(text);
  });

  test("is compared with what it may have been meant to be", () => {
    expect(didYouMean("momentun", ["adam", "momentum"])).toEqual({ cure: "did you mean momentum?" });
    expect(didYouMean("zzzzzz", ["adam", "momentum"])).toBeUndefined();
  });
});
