import { expect, test } from "vitest";
import { inWordsOfV8 } from "../src/engine-message.ts";

test.each([
  [`can't access property "b", o.a is undefined`, "Cannot read properties of undefined (reading 'b')"],
  [`can't access property "w" of null`, "Cannot read properties of null (reading 'w')"],
  ["can't access lexical declaration 'x' before initialization", "Cannot access 'x' before initialization"],
  ["invalid assignment to const 'x'", "Assignment to constant variable."],
  ["too much recursion", "Maximum call stack size exceeded"],
  ["invalid array length", "Invalid array length"],
  ["a message of one's own", "a message of one's own"],
])("inWordsOfV8(%j)", (firefox, v8) => {
  expect(inWordsOfV8(firefox)).toBe(v8);
});
