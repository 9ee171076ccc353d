import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { countingTransformer } from "../../../src/kernel/core/cell/rounds.ts";
import { withoutCounting } from "../../../src/kernel/core/cell/without-counting.ts";
import { ts } from "../../../src/kernel/core/compiler/typescript.ts";

/** A cell as it runs where it counts. */
function counting(code: string): string {
  return ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    transformers: { before: [countingTransformer] },
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
  "a loop by hand": "let i = 0;\nfor (; i < 3 || more();) work(i++);\nfor (i = 0; i < 3; i++)\n    work(i);",
  "a loop without an end": "for (let i = 0, n = 3;;) { while (x > 0 && y)\n    work(i); }",
  "a loop with a label": "outer: for (let i = 0; i < 3; i++) {\n    while (true)\n        continue outer;\n}",
  "a loop that makes functions": "for (let i = 0; i < 3; i++)\n    later(() => i);",
  "a loop that ends with its condition": "do {\n    work();\n} while (x > 0);",
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
    count(): number {
      if (++looks > stopAfter) throw new Stop("stop");
      return 1;
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
    expect(bare(withoutCounting(counting(code)).replace("let __calls = 0;", ""))).toBe(bare(plain(code)));
  });

  test.each([
    ["a loop", "while (true) {}"],
    ["a loop that catches everything", "for (;;) { try { for (;;); } catch { for (;;); } }"],
    ["a loop with a label", "outer: for (;;) { for (;;) continue outer; }"],
    ["nested catches", "for (;;) try { try { for (;;); } catch (e) {} } catch (e) {} finally { 1; }"],
    ["a recursion", "const f = (n) => n < 2 ? n : f(n - 1) + f(n - 2); f(100)"],
    ["methods", "class A { a(n) { return n === 0 ? 0 : this.a(n - 1) + this.a(n - 1); } } new A().a(60)"],
    ["a namespace", "namespace N { for (;;); }"],
    ["a generator", "function* g() { for (;;) yield 1; } for (const x of g());"],
  ])("ends %s", (_, code) => {
    expect(run(code, 20).threw).toMatchObject({ message: "stop" });
  });

  test.each([
    "for (let i = 0; i < 20; i++) { if (i % 3 === 0) continue; if (i > 15) break; seen.push(i); }",
    "let k = 20; while (k-- > 0) { if (k % 3 === 0) continue; if (k < 4) break; seen.push(k); }",
    "for (let i = 0; i++ < 9;) for (let j = 0; j < i || j < 4; j++) { if (j === 6) break; seen.push(i * j); }",
    "outer: for (let i = 0; i < 9; i++) for (let j = 0; ; j++) { if (j > i) continue outer; seen.push(j); }",
    "const late = []; for (let i = 0; i < 9; i++) late.push(() => i); for (const one of late) seen.push(one());",
    "let n = 0; do { n++; while (n % 4 > 0) seen.push(n++); } while (n < 20); seen.push(n);",
    "function f(n) { for (let i = 0; ; i++) { if (i * i > n) return i; } } for (let n = 0; n < 99; n++) seen.push(f(n));",
  ])("changes nothing of what a loop does: %s", (code) => {
    const seen = (text: string, goBy: number): unknown[] => {
      const context = { seen: [] as unknown[], __kernel: { count: () => goBy } };
      runInNewContext(text, context);
      return context.seen;
    };
    for (const goBy of [1, 2, 7, 255]) expect(seen(counting(code), goBy)).toEqual(seen(plain(code), 1));
  });

  test.each([
    ["try { for (;;); } catch (e) {}", true],
    ["try { for (;;); } catch {}", true],
    ["const f = () => { try { for (;;); } catch { return 1; } }; f()", true],
    ["try { throw 1 } catch (e) { try { for (;;); } catch {} }", true],
    ["try { for (;;); } catch ({ message }) {}", false],
    ["try { throw 1 } catch {}", false],
  ])("passes the end of %s: %s", (code, passes) => {
    expect(run(code, 3).threw !== undefined).toBe(passes);
  });

  test.each([
    ["for (let i = 0; i < n; i++) f(i);", true],
    ["for (; i < n;) i++;", true],
    ["for (;;) { if (i) break; }", true],
    ["while (i) i--;", true],
    ["for (let i = 0; ; i++) { for (;;) continue; }", true],
    ["for (const i = 0; ;) f(i);", false],
    ["for (var i = 0; ;) f(i);", false],
    ["for (i = 0; ;) f(i);", false],
    ["for (let i = 0; ;) later(() => i);", false],
    ["for (let i = 0; ;) later(class { a = i });", false],
    ["for (const x of all) f(x);", false],
    ["for (const x in all) f(x);", false],
    ["do { f(); } while (i);", false],
  ])("divides a loop in two where it may be left and entered again: %s %s", (code, is) => {
    expect(counting(code).includes("__left")).toBe(is);
  });

  test.each([
    ["outer: for (;;) { while (a) continue outer; }", 0],
    ["outer: for (;;) { while (a) break outer; }", 0],
    ["outer: for (;;) { while (a) b; continue outer; }", 1],
  ])("divides no loop that is left for another: %s", (code, divided) => {
    expect(counting(code).match(/__left = -1/g) ?? []).toHaveLength(divided);
  });

  test("looks at each call, at a loop of a cell at once, and at one in a function after eight rounds", () => {
    const looks = (code: string) =>
      run(`const f = (n) => { for (let i = 0; i < n; i++); }; ${code}`, 99).looks;
    expect(["", "f(7)", "f(8)", "f(7); f(0)", "f(0); f(0); f(0)"].map(looks)).toEqual([0, 1, 2, 1, 2]);
    expect(looks("for (let i = 0; i < 1; i++);")).toBe(2);
    expect(looks("namespace N { for (let i = 0; i < 7; i++); }")).toBe(0);
  });

  test("lets an error of the cell's own be caught", () => {
    expect(
      run("try { throw new Error('own') } catch (e) { if (e.message !== 'own') throw 1 }", 9).threw,
    ).toBe(undefined);
  });
});
