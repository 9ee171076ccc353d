/** What a function of numbers returned, read as numbers, and what is wrong in how it is given. */
import { expect, test } from "vitest";
import { readValues } from "../../src/exercises/explain/formula-form.ts";

const source = "({ x }) => { return x; }";
const read = (results: readonly unknown[], single: boolean, text = source): unknown[] => {
  const { values, faults } = readValues(results, single ? 1 : 2, single, text);
  const [fault, ...others] = faults;
  expect(others).toEqual([]);
  return [
    values,
    ...(fault === undefined ? [] : [fault.id.replace("return: ", ""), fault.sentence, fault.cure]),
  ];
};
const joined = "+ between a text and a number joins them as texts.";
const unreached = [
  "not reached",
  "your function returned nothing: no return of its own was reached",
  "Only the function around it can return its result.",
];

test.each<[results: readonly unknown[], due: unknown[]]>([
  [[1, NaN, -Infinity], [[[1], [NaN], [-Infinity]]]],
  [["1.5", 2], [[[1.5], [2]], "text", 'your function returns the text "1.5" and no number', joined]],
  [[1, "two"], [undefined, "text", 'your function returns the text "two" and no number', joined]],
  [["a".repeat(31)], [undefined, "text", `your function returns the text "${"a".repeat(30)}" and no number`, joined]],
  [[[1], [2]], [[[1], [2]], "list", "your function returns an array of 1 number, and one number is asked for", "Take the brackets away."]],
  [[Float64Array.of(3)], [[[3]], "list", "your function returns an array of 1 number, and one number is asked for", "Take the brackets away."]],
  [[["1"]], [undefined, "list", "your function returns an array of 1 values, one of them 1, and one number is asked for", "Take the brackets away."]],
  [[[1, 2]], [undefined, "list", "your function returns an array of 2 numbers, and one number is asked for", undefined]],
  [[[]], [undefined, "list", "your function returns an array of 0 numbers, and one number is asked for", undefined]],
  [[undefined, undefined], [undefined, ...unreached]],
  [[1, undefined], [undefined, ...unreached]],
  [[Promise.resolve(1)], [undefined, "promise", "your function returns a promise and no number", "It is computed at once: take out async and await."]],
  [[() => 1], [undefined, "function", "your function returns a function that is not called, and one number is asked for", undefined]],
  [[null], [undefined, "no number", "your function returns null, and one number is asked for", undefined]],
  [[{ a: 1 }], [undefined, "no number", "your function returns an object with a, and one number is asked for", undefined]],
])("where one number is asked for: %#", (results, due) => {
  expect(read(results, true)).toEqual(due);
}); // prettier-ignore

const square = "A list stands in square brackets: [a, b].";
test.each<[results: readonly unknown[], due: unknown[]]>([
  [[[1, 2], Float64Array.of(3, NaN)], [[[1, 2], [3, NaN]]]],
  [[["1", "2"]], [[[1, 2]], "text", 'your function returns the text "1" and no number', joined]],
  [[["1", "b"]], [undefined, "text", 'your function returns the text "1" and no number', joined]],
  [[[[1], [2]]], [[[1, 2]], "lists in a list", "each number stands in a list of its own", "Return one list of 2 numbers."]],
  [[[[1], [2, 3]]], [undefined, "2 numbers", "your function returns an array of 2 values, one of them an array, and 2 numbers are asked for", undefined]],
  [[[[1], 2]], [undefined, "2 numbers", "your function returns an array of 2 values, one of them an array, and 2 numbers are asked for", undefined]],
  [[[[1]]], [undefined, "1 numbers", "your function returns an array of 1 values, one of them an array, and 2 numbers are asked for", undefined]],
  [[[]], [undefined, "0 numbers", "your list has 0 numbers, and 2 are asked for", undefined]],
  [[[1]], [undefined, "1 numbers", "your list has 1 number, and 2 are asked for", undefined]],
  [[[1, 2, 3]], [[[1, 2]], "3 numbers", "your list has 3 numbers, and 2 are asked for", undefined]],
  [[[1, "b"]], [undefined, "2 numbers", "your function returns an array of 2 values, one of them b, and 2 numbers are asked for", undefined]],
  [[[1, 2, "c"]], [undefined, "3 numbers", "your function returns an array of 3 values, one of them c, and 2 numbers are asked for", undefined]],
  [[5], [undefined, "one number", "your function returns one number, and a list of 2 is asked for", square]],
  [[{ a: 1, b: 2 }], [[[1, 2]], "object", "your function returns an object with a, b, and a list is asked for", square]],
  [[{ a: 1 }], [undefined, "object", "your function returns an object with a, and a list is asked for", square]],
  [[{ a: 1, b: "2" }], [undefined, "object", "your function returns an object with a, b, and a list is asked for", square]],
  [["ab"], [undefined, "no number", 'your function returns the text "ab", and a list of 2 numbers is asked for', undefined]],
  [[() => 1], [undefined, "function", "your function returns a function that is not called, and a list of 2 numbers is asked for", undefined]],
  [[null], [undefined, "no number", "your function returns null, and a list of 2 numbers is asked for", undefined]],
  [[[1, 2], undefined], [undefined, ...unreached]],
])("where two are: %#", (results, due) => {
  expect(read(results, false)).toEqual(due);
}); // prettier-ignore

test("what makes a text of a number is left out", () => {
  for (const text of ["x.toFixed(2)", "x.toPrecision(2)"])
    expect(read(["1.50"], true, text).at(-1)).toBe("toFixed makes a text; leave it out.");
});
