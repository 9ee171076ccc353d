import typescript from "typescript";
import { describe, expect, test } from "vitest";
import {
  awaitsAtTop,
  completeness,
  isInternalName,
  isObjectAlone,
  prepareCell,
} from "../../../../src/kernel/core/cell/prepare.ts";

describe("prepareCell(code)", () => {
  test.each([
    ["export const a = 1;", "       const a = 1;"],
    ["export default function f() {}", "               function f() {}"],
    ["export default function () {}", "void           function () {}"],
    ["export default class {}", "void           class {}"],
    ["export default 1 + 1;", "               1 + 1;"],
    ["export = 3;", "         3;"],
    ["export { a,\n  b };", "           \n      "],
    ["export * from 'm';", "export * from 'm';"],
    ["export { a } from 'm';", "export { a } from 'm';"],
    ["export async function f() {}", "       async function f() {}"],
    ["export declare const a: 1;", "       declare const a: 1;"],
    ["// export\nexport interface A {}", "// export\n       interface A {}"],
    ["namespace N { export const a = 1; }", "namespace N { export const a = 1; }"],
  ])("%j becomes %j", (code, prepared) => {
    expect(prepareCell(code)).toBe(prepared);
  });
});

test.each([
  ["{ a: 1, b: 2 }", true],
  [" {\n a: [1] }\n", true],
  ["{}", true],
  ["{ a, b }", true],
  ["{ const a = 1; }", false],
  ["{ a: 1 };", false],
  ["{ a: 1 } {}", false],
  ["x = { a: 1 }", false],
])("a cell %j is an object and nothing else: %s", (code, is) => {
  expect(isObjectAlone(code)).toBe(is);
});

test.each([
  ["await p;", true],
  ["f(await p);", true],
  ["for await (const x of p) {}", true],
  ["for (const x of p) {}", false],
  ["await using a = b;", true],
  ["using a = b;", false],
  ["async () => { await p; };", false],
  ["async function f() { for await (const x of p); }", false],
  ["class A { async m() { await p; } }", false],
  ["if (a) { while (b) { await c; } }", true],
])("%j awaits outside of functions: %s", (code, awaits) => {
  const file = typescript.createSourceFile("a.ts", code, typescript.ScriptTarget.Latest, true);
  expect(awaitsAtTop(file)).toBe(awaits);
});

test.each([
  ["const a = 1", { status: "complete" }],
  ["", { status: "complete" }],
  ["function f() {", { status: "incomplete", indent: "  " }],
  ["  if (a) {", { status: "incomplete", indent: "    " }],
  ["f(", { status: "incomplete", indent: "  " }],
  ["[1,\n  [2, ", { status: "incomplete", indent: "  " }],
  ["{\n  const a = 1;", { status: "incomplete", indent: "  " }],
  ["const a =", { status: "incomplete", indent: "" }],
  ["const a =  \n\n", { status: "incomplete", indent: "" }],
  ["`text", { status: "incomplete", indent: "" }],
  ["/* words", { status: "incomplete", indent: "" }],
  ["'text", { status: "invalid" }],
  ["function f() {\n  const a = ;", { status: "incomplete", indent: "  " }],
  ["const a = ;\n1;", { status: "invalid" }],
  ["const = 1", { status: "invalid" }],
  [") + 1", { status: "invalid" }],
])("%j is %j", (code, found) => {
  expect(completeness(code)).toEqual(found);
});

test.each([
  ["__last", true],
  ["__tslab__", true],
  ["tsLastExpr0", true],
  ["__mine", false],
  ["last", false],
])("%s is a name of the kernel's own: %s", (name, is) => {
  expect(isInternalName(name)).toBe(is);
});
