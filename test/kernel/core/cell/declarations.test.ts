import { describe, expect, test } from "vitest";
import {
  blockVariables,
  declaredNames,
  keptDeclarations,
  plainDeclarations,
} from "../../../../src/kernel/core/cell/declarations.ts";
import { ts } from "../../../../src/kernel/core/compiler/typescript.ts";

/** A cell as the compiler reads it, with what it knows of types. */
function checked(code: string): Parameters<typeof plainDeclarations> {
  const options = { target: ts.ScriptTarget.ES2022, noLib: true, noResolve: true };
  const file = ts.createSourceFile("cell.ts", `export {};\n${code}`, options.target, true);
  const host = { ...ts.createCompilerHost(options), getSourceFile: () => file };
  return [ts.createProgram(["cell.ts"], options, host).getTypeChecker(), file];
}

test.each<[code: string, names: string[]]>([
  ["let a = 1, b; const { c, d: [e] } = x; var f;", ["a", "b", "c", "e", "f"]],
  ["function f(x) { var inner; } class C {} enum E { A } namespace N { export const n = 1; }", ["f", "C", "E", "N"]],
  ["interface I {} type T = 1;", ["I", "T"]],
  ["import d, { a as b } from 'm'; import * as n from 'n'; import r = require('r');", ["d", "b", "n", "r"]],
  ["if (x) { var v = 1; let w; } for (var i = 0; ;) {}", ["v", "i"]],
  ["declare global { interface Window {} } let __own = 1, ___more = 2;", ["__own", "___more"]],
  ["1 + 1;", []],
  ["const f = lambda x: x ** 2;", ["f"]],
  ["let a = 3 let b = 4;\nlet c = 5;", ["a", "c"]],
])("%j declares %j", (code, names) => {
  expect(declaredNames(code).sort()).toEqual([...names].sort());
}); // prettier-ignore

describe("of a cell that did not come to its end", () => {
  const declarations = [
    "export {};",
    "/** Kept with what is said of it. */\ninterface I {\n    a: T;\n}",
    "type T = number;",
    "declare let there: T;",
    "declare const both: T, there2: T;",
    "declare function f(): void;",
    "declare class C {\n}",
    "declare enum E {\n    A = 0\n}",
    "declare namespace N {\n    let a: 1;\n}",
  ];
  const values = [3, 4, 5, 6, 7];

  test.each<[reached: string[], kept: number[]]>([
    [["there", "both", "there2", "f", "C", "E"], values],
    [["there"], [3]],
    [["both"], []],
    [["both", "there2"], [4]],
    [["f"], [5]],
    [["C"], [6]],
    [["E"], [7]],
    [[], []],
  ])("what it reached, %j, is kept, and all types", (reached, kept) => {
    const all = declarations.filter((_, i) => !values.includes(i) || kept.includes(i));
    expect(keptDeclarations(declarations.join("\n"), (name) => reached.includes(name))).toBe(all.join("\n"));
  });
});

test.each([
  ["for (var i = 0; i < 3; i++) { var text = ''; }", "declare let i: number;\ndeclare let text: string;\n"],
  ["if (true) { var { a, b: [c] } = { a: true, b: [1] }; }", "declare let a: boolean;\ndeclare let c: number;\n"],
  ["var top = 1; let other = 2; function f() { var own = 3; } class C {}", ""],
  ["{ let own = 1; const mine = 2; }", ""],
])("of %j the variables in blocks are declared", (code, declared) => {
  expect(blockVariables(...checked(code))).toBe(declared);
}); // prettier-ignore

test.each([
  ["let a = 1; const { b } = { b: '' };", "declare let a: number;\ndeclare let b: string;\n"],
  ["function f(x: number) { return x; }", "declare let f: (x: number) => number;\n"],
  ["class C { m() { return 1; } }", "declare class C { m() { return 1; } }\n"],
  ["enum E { A }\ninterface I { a: 1 }\ntype T = I;", "declare enum E { A }\ndeclare interface I { a: 1 }\ndeclare type T = I;\n"],
  ["interface I { a: 1 }\ninterface I { b: 2 }", "declare interface I { a: 1 }\ndeclare interface I { b: 2 }\n"],
  ["import d, { a } from 'm';", "import d, { a } from 'm';\n"],
  ["for (var i = 0; ;) {}", "declare let i: number;\n"],
  [`const long = { ${Array.from({ length: 40 }, (_, i) => `property${String(i)}: 1`).join(", ")} };`, expect.stringMatching(/property39: number; \};\n$/)],
])("where the compiler makes no declarations, those of %j are plain", (code, declared) => {
  expect(plainDeclarations(...checked(code))).toEqual(declared);
}); // prettier-ignore
