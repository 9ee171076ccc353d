import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { countingTransformer, withoutCounting } from "../../../src/kernel/core/cell/rounds.ts";
import { ts } from "../../../src/kernel/core/compiler/typescript.ts";

/** A cell as it runs where it counts. */
function counting(code: string): string {
  return ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    transformers: { before: [countingTransformer(ts)] },
  }).outputText;
}

/** The same as the compiler writes it without. */
function plain(code: string): string {
  return ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
}

const CELLS = {
  "a loop": "for (let i = 0; i < 3; i++) { work(i); }",
  "a loop without braces":
    "function f(w) {\n    for (const x of w) while (x > 0)\n        x -= 1;\n    return w;\n}",
  "a function": "function f(x) {\n    return x + 1;\n}",
  "an arrow function": "const f = (x) => x + 1;\nconst g = (x) => ({ x });\nconst h = (x) => (y) => x * y;",
  "a class":
    "class A {\n    constructor() { super(); }\n    step() { do {\n        this.x++;\n    } while (true); }\n}",
  "a catch": "try {\n    f();\n}\ncatch (error) {\n    g(error);\n}",
  "a catch without a name": "try {\n    f();\n}\ncatch {\n}",
  "an asynchronous loop":
    "async function f(all) {\n    for await (const x of all) {\n        await x;\n    }\n}",
  "a directive": 'function f() {\n    "use strict";\n    return this;\n}',
};

/** Counts the looks of a cell that is run until the kernel says stop. */
function run(code: string, stopAfter: number): { looks: number; threw: unknown } {
  let looks = 0;
  class Stop extends Error {}
  const kernel = {
    count(n: number): number {
      if (++looks > stopAfter) throw new Stop("stop");
      return n + 1;
    },
    pass(error: unknown): void {
      if (error instanceof Stop) throw error;
    },
  };
  try {
    runInNewContext(counting(code), { __kernel: kernel, Error });
  } catch (error) {
    return { looks, threw: error };
  }
  return { looks, threw: undefined };
}

describe("what counts in a cell", () => {
  test.each(Object.entries(CELLS))("is taken out of the text of %s again", (_, code) => {
    const bare = (text: string): string => text.replace(/\s+/g, "");
    expect(counting(code)).toMatch(/__calls = 0/);
    expect(bare(withoutCounting(counting(code)).replace(/let __calls = 0, __callsDue = 1;/, ""))).toBe(
      bare(plain(code)),
    );
  });

  test.each([
    ["a loop", "while (true) {}"],
    ["a loop that catches everything", "for (;;) { try { for (;;); } catch { for (;;); } }"],
    ["a loop with a label", "outer: for (;;) { for (;;) continue outer; }"],
    ["nested catches", "for (;;) try { try { for (;;); } catch (e) {} } catch (e) {} finally { 1; }"],
    ["a recursion", "const f = (n) => n < 2 ? n : f(n - 1) + f(n - 2); f(100)"],
    ["methods", "class A { a(n) { return n === 0 ? 0 : this.a(n - 1) + this.a(n - 1); } } new A().a(60)"],
    ["a generator", "function* g() { for (;;) yield 1; } for (const x of g());"],
  ])("ends %s", (_, code) => {
    expect(run(code, 20).threw).toMatchObject({ message: "stop" });
  });

  test("lets an error of the cell's own be caught", () => {
    expect(
      run("try { throw new Error('own') } catch (e) { if (e.message !== 'own') throw 1 }", 9).threw,
    ).toBe(undefined);
  });
});
