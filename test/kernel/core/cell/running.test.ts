import { runInContext, createContext } from "node:vm";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { declaredNames } from "../../../../src/kernel/core/cell/declarations.ts";
import { prepareCell } from "../../../../src/kernel/core/cell/prepare.ts";
import { SharedScope } from "../../../../src/kernel/core/cell/shared-scope.ts";
import { transformed } from "../transformed.ts";

/** Runs cells as the kernel does, each as a function of what cells share; gives the value of the last as text. */
async function lastOf(cells: readonly string[]): Promise<string> {
  const scope = new SharedScope();
  const objects: Record<string, unknown>[] = [{}];
  const __tslab__ = {
    exports: (index: number) => (objects[index] ??= {}),
    require: {
      wait: (value: unknown) => value,
      each: (values: unknown) => values,
      load: (name: string) => `loaded ${name}`,
    },
  };
  const context = createContext({ __tslab__ });
  let earlier = "";
  for (const cell of cells) {
    const output = transformed(prepareCell(cell), earlier, scope);
    const code = `(async (exports, require) => {"use strict"; ${scope.prologue}\n${output}\n})(__tslab__.exports, __tslab__.require)`;
    await (runInContext(code, context) as Promise<void>);
    earlier += declaredNames(cell)
      .map((name) => `declare let ${name}: any;\n`)
      .join("");
  }
  return inspect(objects[0]!["__last"]);
}

describe("names that cells share", () => {
  test.each<[what: string, value: string | undefined, ...cells: string[]]>([
    [
      "`let` without a value starts anew",
      "'undefined'",
      "let a1 = 1;",
      "let a1: number | undefined;",
      "String(a1)",
    ],
    ["`var` without a value leaves what is there", "1", "var a2 = 1;", "var a2: number;", "a2"],
    [
      "a pattern with a computed key and a default",
      "[ 1, 5, 3 ]",
      "const k3 = 'x'; const { [k3]: p3, q3 = 5, ...r3 }: Record<string, number> & { q3?: number } = { x: 1, z: 3 };",
      "[p3, q3, r3['z']]",
    ],
    [
      "a pattern with quoted and numbered keys",
      "[ 1, 2 ]",
      "const { 'a-b': a4, 0: b4 } = { 'a-b': 1, 0: 2 };",
      "[a4, b4]",
    ],
    ["a pattern that leaves out", "[ 2, [ 3, 4 ] ]", "const [, a5, ...b5] = [1, 2, 3, 4];", "[a5, b5]"],
    [
      "a nested pattern with defaults",
      "[ 7, 8 ]",
      "const { a: { b: a6 = 7 } = {}, c: [b6 = 8] = [] }: any = {};",
      "[a6, b6]",
    ],
    [
      "shorthand, in a value and in a pattern",
      "{ a7: 1, b7: 3 }",
      "let a7 = 1, b7 = 2;",
      "({ b7 } = { b7: 3 }); ({ a7, b7 })",
    ],
    ["a default in an assigned pattern", "4", "let a8 = 1; ({ a8 = 4 } = {} as { a8?: number });", "a8"],
    ["`for var` over entries", "2", "for (var a9 of [1, 2]);", "a9"],
    [
      "`for var` with a pattern",
      "[ 'b', 2 ]",
      "for (var [k10, v10] of Object.entries({ a: 1, b: 2 }));",
      "[k10, v10]",
    ],
    ["`for var` over keys", "'1'", "for (var a11 in [4, 5]);", "a11"],
    ["`for await var`", "2", "for await (var a12 of [Promise.resolve(1), 2]);", "a12"],
    [
      "`for var` that counts",
      "[ 3, 6 ]",
      "for (var i13 = 0, s13 = 0; i13 < 3; i13++) { s13 += i13 + 1; }",
      "[i13, s13]",
    ],
    ["`for var` without a value", "3", "var i14 = 1; for (var i14: number; i14 < 3; i14++);", "i14"],
    [
      "`var` in a block, without a value",
      "'undefined'",
      "if (true) { var a15: number | undefined; }",
      "String(a15)",
    ],
    [
      "a `var` of a function stays there",
      "1",
      "let a16 = 1; function f16() { var a16 = 2; return a16; } f16();",
      "a16",
    ],
    [
      "a `var` of a static block stays there",
      "1",
      "let a17 = 1; class C17 { static { var a17 = 2; a17; } }",
      "a17",
    ],
    [
      "a namespace keeps its own",
      "[ 1, 2 ]",
      "let a18 = 1; namespace N18 { export let a18 = 2; }",
      "[a18, N18.a18]",
    ],
    ["an enum and its names", "[ 1, 'B' ]", "enum E19 { A, B }", "[E19.B, E19[1]]"],
    ["a constant enum is only a type", "1", "const enum E20 { A, B } const a20 = E20.B;", "a20"],
    [
      "a class that calls itself",
      "2",
      "class C21 { static n = 0; static more() { return ++C21.n; } }",
      "C21.more(); C21.more()",
    ],
    [
      "a class declared anew",
      "'new'",
      "class C22 { say() { return 'old'; } }",
      "class C22 { say() { return 'new'; } }",
      "new C22().say()",
    ],
    [
      "functions stand before they are written",
      "3",
      "const a23 = f23(1); function f23(x: number) { return x + 2; }",
      "a23",
    ],
    [
      "overloads",
      "'1'",
      "function f24(x: number): string; function f24(x: string): string; function f24(x: unknown) { return String(x); }",
      "f24(1)",
    ],
    [
      "a function without a name of its own is named",
      "[ 'f25', 'g25', 'C25', 'own' ]",
      "const f25 = () => 1, g25 = function () {}, C25 = class {}, h25 = function own() {};",
      "[f25.name, g25.name, C25.name, h25.name]",
    ],
    [
      "a call does not hand over what holds the names",
      "[ true, true ]",
      "function f26(this: unknown) { return this === undefined || this === globalThis; } const t26: any = f26;",
      "[f26(), t26``]",
    ],
    [
      "types are left out",
      "1",
      "interface A27 { x: number } type B27 = A27; declare const g27: B27; const a27: A27 = { x: 1 }; a27.x",
      "a27.x",
    ],
    [
      "two names of a cell that exports them",
      "[ 1, 2 ]",
      "export const a28 = 1; const b28 = 2; export { b28 };",
      "[a28, b28]",
    ],
    [
      "what a later cell assigns is seen by an earlier function",
      "2",
      "let a29 = 1; const f29 = () => a29;",
      "a29 = 2;",
      "f29()",
    ],
    [
      "a property of the same name is left alone",
      "[ 1, { a30: 5 } ]",
      "let a30 = 1; const o30 = { a30: 5 };",
      "[a30, { a30: o30.a30 }]",
    ],
    ["a parameter hides a shared name", "9", "let a31 = 1; const f31 = (a31: number) => a31;", "f31(9)"],
    [
      "more than a hundred names",
      "[ 0, 129 ]",
      Array.from({ length: 130 }, (_, i) => `const many${String(i)} = ${String(i)};`).join("\n"),
      "[many0, many129]",
    ],
    [
      "a class of an earlier cell that one extends",
      "1",
      "class B34 { x = 1 }",
      "class C34 extends B34 {}",
      "new C34().x",
    ],
    [
      "a `var` of a namespace",
      "[ 1, 2 ]",
      "let a35 = 1; namespace N35 { var a35 = 2; export const b = a35; }",
      "[a35, N35.b]",
    ],
    [
      "a default that is a shared name",
      "5",
      "let a36 = 1; const b36 = 5;",
      "({ a36 = b36 } = {} as any); a36",
    ],
    [
      "what is only declared",
      "1",
      "declare class D37 {} declare function f37(): void; declare enum E37 { A } declare namespace N37 { let x: 1 }",
      "1",
    ],
    [
      "a namespace of types alone",
      "'none'",
      "namespace N38 { export type A = 1; export interface B {} } const o38 = { get none() { try { return N38; } catch { return 'none'; } } };",
      "o38.none",
    ],
    [
      "a namespace of types and values",
      "2",
      "namespace N39 { export type A = 1; export const b = 2; }",
      "N39.b",
    ],
    [
      "a function and a class that give themselves",
      "[ true, true, true ]",
      "function f40() { return { f40 }; } class C40 { static me() { return { C40 }; } } const old40 = [f40, C40] as const;",
      "function f40() { return 0; } class C40 {}",
      "[old40[0]().f40 === old40[0], old40[1].me().C40 === old40[1], f40() === 0]",
    ],
    [
      "a function in a variable that calls itself",
      "7",
      "const f41 = (n: number): number => (n > 0 ? f41(n - 1) : 7); f41(2)",
    ],
    [
      "a pattern that takes a function apart",
      "2",
      "const { length: l42 } = (a: number, b: number) => a + b;",
      "l42",
    ],
    [
      "a name in underscores in its own cell",
      "[ 1, 2 ]",
      "let __a43 = 1; const f43 = () => __a43; [f43(), ++__a43]",
    ],
    ["what a variable names is imported", "'loaded m'", "const m44 = 'm';", "await import(m44)"],
    ["names that begin with underscores", "[ 1, 2 ]", "const __a33 = 1, _b33 = 2;", "[__a33, _b33]"],
  ])("%s: %s", async (_, value, ...cells) => {
    expect(await lastOf(cells)).toBe(value);
  });
});

describe("loops at the top of a cell", () => {
  test.each<[code: string, value: string]>([
    ["let a = 0; for (let i = 0; i < 4; i++) a += i; a", "6"],
    ["let a = 1; for (let i = 0; i < 3; i++) { a = a * 2; } a", "8"],
    ["let a = 5, n = 0; while (a > 0) { a--; --a; n++; } [a, n]", "[ -1, 3 ]"],
    ["let a = 0; const f = () => a; let s = 0; while (a < 3) { a++; s += f(); } s", "6"],
    ["let a = 0; const f = () => { a += 2; }; let n = 0; while (a < 6) { f(); n++; } [a, n]", "[ 6, 3 ]"],
    ["let a = 0, b = 0; do { b = a++; } while (a < 3); [a, b]", "[ 3, 2 ]"],
    ["let a = 0, b = 1; for (let i = 0; i < 5; i++) [a, b] = [b, a + b]; a", "5"],
    ["let a = 0; for (a of [3, 4]); a", "4"],
    ["let a = ''; for (a in { x: 1, y: 2 }); a", "'y'"],
    ["let a = 0; outer: for (let i = 0; i < 3; i++) for (;;) { a += 1; continue outer; } a", "3"],
    ["let a = 0; for (let i = 0; i < 3; i++) { const g = () => a; a = g() + 1; } a", "3"],
    ["let a = 0; while (a < 3) a = await Promise.resolve(a + 1); a", "3"],
    ["let a = { n: 0 }; while (a.n < 3) a.n++; a.n", "3"],
    ["let a: number | undefined; for (let i = 0; i < 3; i++) a ??= i; a", "0"],
    ["let a = 0; for (const x of [1, 2]) { let a = x; a += 1; } a", "0"],
    ["let a = [0]; for (let i = 0; i < 2; i++) { const o = { a }; a = [o.a[0]! + 2]; } a", "[ 4 ]"],
    ["let a = 0; class C { static m() { a++; } } while (a < 2) C.m(); a", "2"],
    ["let a = 1; for (let i = 0; i < 2; i++) ({ a } = { a: a + 1 }); a", "3"],
    ["let a = 0; function f() { for (let i = 0; i < 3; i++) a += i; return a; } f()", "3"],
    ["let a = 0; { for (let i = 0; i < 3; i++) a -= i; } a", "-3"],
    ["let a = 0; if (true) while (a < 2) a++; a", "2"],
    [
      "let a = 0; const all = []; for (let i = 0; i < 2; i++) { a++; all.push(() => a); } a = 9; all.map((f) => f())",
      "[ 9, 9 ]",
    ],
    ["let a = 0; function* g() { for (;;) yield a; } const it = g(); it.next(); a = 5; it.next().value", "5"],
    ["let a = 3, n = 0; for (; a--; ) n++; [a, n]", "[ -1, 3 ]"],
    ["let a = 0, C: any; for (let i = 0; i < 1; i++) { a++; C = class { x = a; }; } a = 7; new C().x", "7"],
    ["let a = 1; for (let i = 0; i < 3; i++) a ^= i; a", "2"],
    ["let a = 2, b = 0; while (a > 0) { b += 10 * a; a = a - 1; } [a, b]", "[ 0, 30 ]"],
    ["let a = 1, b = 0; for (let i = 0; i < 2; i++) { b = a; a += b; } [a, b]", "[ 4, 2 ]"],
    ["let a = 8; while (a > 1) a >>= 1; let b = 0; while (b < 3) b ||= 4; [a, b]", "[ 1, 4 ]"],
    ["let a = 0; const o = { set() { a = 5; } }; let n = 0; while (a < 5) { o.set(); n++; } n", "1"],
    ["let a = 0, b = 0; const f = () => { [a, b] = [a + 1, 2]; }; while (a < 2) f(); [a, b]", "[ 2, 2 ]"],
    [
      "let a = 0; namespace N { let s = 0; for (let i = 0; i < 2; i++) { a++; s += a; } export const t = s; } [a, N.t]",
      "[ 2, 3 ]",
    ],
    ["let a = 3; lab: while (a > 0) { a--; if (a === 1) break lab; } a", "1"],
  ])("%s: %s", async (code, value) => {
    expect(await lastOf([code])).toBe(value);
  });

  test("leaves its names where it ended to the next cell", async () => {
    const cell = "let n = 0; while (n < 3) n++; for (const x of [1, 2]) n += x;";
    expect(await lastOf([cell, "n"])).toBe("6");
  });
});
