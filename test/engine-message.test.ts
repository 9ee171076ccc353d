import { expect, test } from "vitest";
import { inWordsOfV8 } from "../src/engine-message.ts";

test.each([
  [`can't access property "b", o.a is undefined`, "Cannot read properties of undefined (reading 'b')"],
  [`can't access property "w" of null`, "Cannot read properties of null (reading 'w')"],
  ["can't access lexical declaration 'x' before initialization", "Cannot access 'x' before initialization"],
  ["invalid assignment to const 'x'", "Assignment to constant variable."],
  ["too much recursion", "Maximum call stack size exceeded"],
  ["invalid array length", "Invalid array length"],
  ["undefined is not an object (evaluating 'o.a.b')", "Cannot read properties of undefined (reading 'b')"],
  ["null is not an object (evaluating 'o[3]')", "Cannot read properties of null (reading '3')"],
  ["undefined is not an object (evaluating 'o.a = 2')", "Cannot set properties of undefined (setting 'a')"],
  ["undefined is not an object (evaluating 'x of o.list')", "o.list is not iterable"],
  ["o.f is not a function. (In 'o.f(1)', 'o.f' is undefined)", "o.f is not a function"],
  ["Can't find variable: x", "x is not defined"],
  ["Cannot access 'x' before initialization.", "Cannot access 'x' before initialization"],
  ["Maximum call stack size exceeded.", "Maximum call stack size exceeded"],
  ["Array length must be a positive integer of safe magnitude.", "Invalid array length"],
  ["JSON Parse error: Unexpected EOF", "the text is not valid JSON"],
  ["a message of one's own", "a message of one's own"],
])("inWordsOfV8(%j)", (says, v8) => {
  expect(inWordsOfV8(says)).toBe(v8);
});
