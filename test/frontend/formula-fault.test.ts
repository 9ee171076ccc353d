import { expect, test } from "vitest";
import { InputError, objective } from "fall-line";
import { formulaFault } from "../../src/frontend/explorer/formula-fault.ts";

function faultOf(text: string): ReturnType<typeof formulaFault> {
  try {
    objective(text);
  } catch (error) {
    if (error instanceof InputError) return formulaFault(text, error);
    throw error;
  }
  throw new Error(`${text} can be read`);
}

test.each([
  ["", "Write a formula in x and y, such as x^2 + y^2.", ""],
  ["x^2 + sinn(y)", "There is no function sinn.", "sinn"],
  ["sin(x + y", "A bracket is still open.", "("],
  ["sinn(y", "A bracket is still open.", "("],
  ["x + y)", "A bracket is closed here that was not opened.", ")"],
  ["x^2 + ", "Something is missing after +.", "+"],
  ["x^2 *", "Something is missing after *.", "*"],
  ["(x -", "Something is missing after −.", "-"],
  ["x^2 + * y", "Something is missing after +.", "+ *"],
  ["x**2 + y", "A power is written with ^, as in x^2, and not with **.", "*"],
  ["  ", "Write a formula in x and y, such as x^2 + y^2.", "  "],
  ["(sin(x) + y", "A bracket is still open.", "("],
  ["((x) + y", "A bracket is still open.", "("],
  ["(x)) + (y", "A bracket is closed here that was not opened.", ")"],
  ["x^2 + y^", "Something is missing after ^.", "^"],
  ["x^2 -", "Something is missing after −.", "-"],
  ["x - * y", "Something is missing after −.", "- *"],
  ["()", "Something is missing after (.", "()"],
  ["x + foo(y)", "There is no function foo.", "foo"],
])("%j: %s", (text, words, marked) => {
  const fault = faultOf(text);
  expect(fault.words).toBe(words);
  expect(text.slice(fault.from, fault.to)).toBe(marked);
});

test("a function that is spelt wrongly is mended", () => {
  expect(faultOf("x^2 + sinn(y)").cure).toBe("sin");
});

test("of two open brackets the last is marked, and what is spelt like nothing has no cure", () => {
  expect(faultOf("((x + y").from).toBe(1);
  expect(faultOf("(x + (y)").from).toBe(0);
  expect(faultOf("x + qqqqqqq(y)").cure).toBeUndefined();
});

test("another complaint becomes a sentence about the whole text, or its place", () => {
  const other = new InputError({ what: "the map has two axes" });
  expect(formulaFault("x + 1", other)).toEqual({ words: "The map has two axes.", from: 0, to: 5 });
});
