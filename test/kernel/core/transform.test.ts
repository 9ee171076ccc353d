import { describe, expect, test } from "vitest";
import { awaitModules } from "../../../src/kernel/core/cell/imports.ts";
import { SharedScope } from "../../../src/kernel/core/cell/shared-scope.ts";
import { ts } from "../../../src/kernel/core/compiler/typescript.ts";
import { transformed } from "./transformed.ts";

describe("the cell transform", () => {
  test("keeps top-level names in the scope that cells share", () => {
    expect(transformed("let a = 1; a = a + 1;\nconst f = 2;")).toBe(
      "__scope.a = 1;\n__scope.a = __scope.a + 1;\n__scope.f = 2;",
    );
  });

  test("reads names of earlier cells from the shared scope, and leaves names of inner scopes alone", () => {
    const output = transformed(
      "const g = 1; function h(rate) { return rate + other; }",
      "declare let other: number;",
    );
    expect(output).toContain("return rate + __scope.other;");
  });

  test("keeps shared names in variables of a loop, and what it assigns in both", () => {
    expect(transformed("let sum = 0; for (let i = 0; i < 3; i++) { sum += i; }")).toBe(
      "__scope.sum = 0;\n{\n    let __local_sum = __scope.sum;\n    for (let i = 0; i < 3; i++) {\n" +
        "        (__scope.sum = __local_sum += i);\n    }\n}",
    );
    expect(transformed("let n = 3; while (n > 0) n--;")).toContain(
      "while (__local_n > 0)\n        (__scope.n = --__local_n)",
    );
  });

  test("keeps no name in a loop that a function, a pattern or something awaited may change", () => {
    const loops = [
      "let a = 0; function f() { a++; } while (a < 3) f();",
      "let a = 0; while (a < 3) [1].forEach(() => { a += 1; });",
      "let a = 0, b = 1; while (a < 3) [a, b] = [b, a + b];",
      "let a = 0; for (a of [1, 2]) a;",
      "let a = 0; while (a < 3) a = await 4;",
      "let a = 0; while (a++ < 3);",
    ];
    for (const loop of loops) expect(transformed(loop), loop).not.toContain("__local_a");
  });

  test("makes the last expression the value of the cell", () => {
    expect(transformed("1; 2;")).toBe("1;\n__scope.__last = 2;");
  });

  test("expands shorthand properties, in values and in patterns", () => {
    const earlier = "declare let a: number; declare let b: number;";
    expect(transformed("({ a, b: 1 }); 0;", earlier)).toContain("({ a: __scope.a, b: 1 })");
    expect(transformed("({ a, b = 2 } = {}); 0;", earlier)).toContain(
      "({ a: __scope.a, b: __scope.b = 2 } = {})",
    );
  });

  test("turns destructuring declarations into assignments", () => {
    expect(transformed("const { a, b: [c = 1, ...d], ...e } = x;")).toBe(
      "({ a: __scope.a, b: [__scope.c = 1, ...__scope.d], ...__scope.e } = x);",
    );
  });

  test("shares `var` wherever it stands outside of functions", () => {
    expect(transformed("for (var i = 0; i < 1; i++) { var j = i; }")).toBe(
      "for (__scope.i = 0; __scope.i < 1; __scope.i++) {\n    __scope.j = __scope.i;\n}",
    );
    expect(transformed("for (var k of []) { k; }")).toContain("for (__scope.k of [])");
    expect(transformed("function f() { var local = 1; return local; }")).toContain("var local = 1;");
  });

  test("hoists functions and calls them without the scope as `this`", () => {
    const output = transformed("step(1);\nfunction step(n) { return n ? step(n - 1) : 0; }");
    expect(output.split("\n")[0]).toBe("__scope.step = step;");
    expect(output).toContain("(0, __scope.step)(1)");
    expect(output).toContain("step(n - 1)");
  });

  test("names functions as their declarations do", () => {
    expect(transformed("const f = () => 1;")).toBe("__scope.f = ({ f: () => 1 }).f;");
  });

  test("lets awaits and dynamic imports go through the kernel", () => {
    expect(transformed("for await (var x of p) { }")).toContain("for await (__scope.x of __kernel.each(p))");
    expect(transformed("for await (const x of p) { }")).toContain("for await (const x of __kernel.each(p))");
    expect(transformed("const a = await p;")).toBe("__scope.a = await __kernel.wait(p);");
    expect(transformed("import('m'); 0;")).toContain("__kernel.load('m')");
  });

  test("takes imports from `require`", () => {
    expect(transformed('import d, { a as b } from "m";\nimport * as n from "n";\nimport "s";')).toBe(
      [
        '__scope.d = __kernel.default(__kernel("m"));',
        '__scope.b = __kernel("m").a;',
        '__scope.n = __kernel.namespace(__kernel("n"));',
        '__kernel("s");',
      ].join("\n"),
    );
  });

  test.each([
    ['import x = require("m");', '__scope.x = __kernel("m");'],
    ['import type x = require("m");', ""],
    ["namespace N { export namespace M { export const a = 1; } } import x = N.M.a;", "__scope.x = __scope.N.M.a;"],
    ['import type { A } from "m";', ""],
    ['import type d from "m";', ""],
    ['import { type A, b } from "m";', '__scope.b = __kernel("m").b;'],
    ['import { default as d, "a" as b } from "m";', '__scope.d = __kernel.default(__kernel("m"));\n__scope.b = __kernel("m").a;'],
    ['import d, * as all from "m";', '__scope.d = __kernel.default(__kernel("m"));\n__scope.all = __kernel.namespace(__kernel("m"));'],
    ['import {} from "m";', ""],
    ['import { a } from "m"; a; a();', '__scope.a = __kernel("m").a;\n__scope.a;\n__scope.__last = (0, __scope.a)();'],
  ])("takes only values from `require`: %s", (code, output) => {
    expect(transformed(code).replace(/^var N;[^]*\n__scope\.N = N;\n/, "")).toBe(output);
  }); // prettier-ignore

  test("takes what an earlier cell has, also where it is imported by another name", () => {
    const earlier = "declare namespace N { const a: number; namespace M { type T = 1; const b: number; } }";
    expect(transformed("import a = N.a; import M = N.M; a;", earlier)).toBe(
      "__scope.a = __scope.N.a;\n__scope.M = __scope.N.M;\n__scope.__last = __scope.a;",
    );
    expect(transformed("import T = N.M.T; let x: T;", earlier)).toBe("__scope.x = void 0;");
  });

  test.each([
    ["using a = f();", "__scope.a = __kernel.use(f());"],
    ["await using a = f();", "__scope.a = __kernel.use(f(), true);"],
    ["import.meta.url; 0;", "__kernel.meta.url;"],
    ["const C = class {}, g = function () {};", "__scope.C = ({ C: class {\n    } }).C, __scope.g = ({ g: function () { } }).g;"],
    ["const g = function own() {};", "__scope.g = ({ g: function own() { } }).g;"],
    ["let { a } = () => 1;", "({ a: __scope.a } = () => 1);"],
    ["const { ['k']: a, 'b-c': b, 0: c } = x;", '({ ["k"]: __scope.a, \'b-c\': __scope.b, 0: __scope.c } = x);'],
    ["let a, [, b] = x;", "__scope.a = void 0, [, __scope.b] = x;"],
    ["var a, b = 1;", "__scope.b = 1;"],
    ["var a;", ";"],
    ["for (var i; ;) {}", "for (;;) { }"],
    ["for (var k in x) {}", "for (__scope.k in x) { }"],
    ["namespace N { export type A = 1; }", ""],
  ])("%s becomes %s", (code, output) => {
    expect(transformed(code).replaceAll("'k'", '"k"').slice(0, output.length)).toBe(output);
  }); // prettier-ignore

  test("holds names in a further object when there are a hundred", () => {
    const names = Array.from({ length: 100 }, (_, i) => `a${String(i)}`);
    const scope = new SharedScope();
    expect(scope.prologue).toBe("const __scope = exports(0), __kernel = require;");
    for (const name of names) expect(scope.holderOf(name)).toBe("__scope");
    expect(scope.prologue).toBe("const __scope = exports(0), __kernel = require;");
    expect([scope.holderOf("b"), scope.holderOf("a99"), scope.holderOf("b")]).toEqual(["__scope1", "__scope", "__scope1"]);
    expect(scope.prologue).toBe("const __scope = exports(0), __scope1 = exports(1), __kernel = require;");
  }); // prettier-ignore

  test("waits for the modules that a cell imports by name", () => {
    const code = 'import a from "m"; import "n"; import r = require("r"); export * from "e"; a;';
    const file = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022);
    expect(awaitModules(file)).toBe(' await __kernel.ready(["m","n"]);');
  });

  test("leaves types out", () => {
    expect(transformed("interface A { x: number } type B = A; declare let c: B;")).toBe("");
  });
});
