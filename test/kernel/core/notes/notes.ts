import { beforeAll, describe, expect, test } from "vitest";
import type { CellConverter } from "../../../../src/kernel/core/compiler/converter.ts";
import { latestCompilation } from "../../../../src/kernel/core/compiler/for-tslab.ts";
import { Notes } from "../../../../src/kernel/core/notes/notes.ts";
import { sharedConverter } from "../converter.ts";

let converter: CellConverter;
beforeAll(async () => {
  converter = await sharedConverter();
});

function run(code: string): void {
  const { diagnostics } = converter.convert("", code);
  expect(diagnostics).toEqual([]);
  converter.keep();
}

/** What is said of a cell that may run. */
function notesOf(code: string, notes = new Notes()): string[] {
  run(code);
  const { program, file } = latestCompilation();
  return notes.about({ file: file!, checker: program!.getTypeChecker() });
}

describe("what is hardly meant in a cell that runs", () => {
  beforeAll(() => {
    run("let n = 5, m = 6, k = 2; const seven = 7, two = '2'; let w = [10, 9, 1], names = ['b', 'a'];");
    run("async function load() { return [1] } function f(...x: unknown[]) { return 5 }");
    run(
      "const floats = new Float64Array(2); const record = { '-1': 3 } as Record<string, number>; let i = 0;",
    );
  });

  test.each([
    ["7 // 2", "`// 2` is a comment and divides nothing; to divide and round down, write: Math.floor(7 / 2)"],
    ["seven // 2", "write: Math.floor(seven / 2)"],
    ["let n1 = 5 // 2", "write: Math.floor(5 / 2)"],
    ["n = w.length // 3\n1", "write: Math.floor(w.length / 3)"],
    ["let a = 1, b = a // 2", "write: Math.floor(a / 2)"],
    ["let n2 = 5 // k; n", "`// k; n` is a comment and divides nothing"],
    ["if (n = 3) { }", "`n = 3` does not compare but gives `n` a new value; to compare, write: n === 3"],
    ["while (n = 0) { }", "write: n === 0"],
    ["n^2", "`n^2` is no power: ^ works on whole numbers bit by bit; a power is written n ** 2"],
    ["w[0]^3", "a power is written w[0] ** 3"],
    ["n^0.5", "a power is written n ** 0.5"],
    ["2^n", "a power is written 2 ** n"],
    ["n^2 + 1", "a power is written n ** 2"],
    ["1 - 10^n", "a power is written 10 ** n"],
    ["w.map((x) => x^2)", "a power is written x ** 2"],
    ["for (let i = 0; i < 3; i++); { f(n) }", "the `;` right after `for (...)` ends it"],
    ["for (const x of w);\n  f(w)", "the `;` right after `for (...)` ends it"],
    ["f('${a.b}')", "`${a.b}` stays as it is in a text between ' and '"],
    ['f("rate ${a}")', '`${a}` stays as it is in a text between " and "'],
    ["new Array(3).map((_, i) => i)", "passes over them; write: Array.from({ length: 3 }, (_, i) => ...)"],
    ["Array(n).forEach(() => f(1))", "`Array(n)` has places without values, and `forEach` passes over them"],
    ["w[-1]", "`w[-1]` is undefined in a list; counted from the end, write: w.at(-1)"],
    ['import momentum from "fall-line"', 'write: import { momentum } from "fall-line"'],
    ["const Math = globalThis.Math", "`Math` means yours from now on, in all cells"],
    ["let Set = 1, b1 = 2", "`Set` means yours from now on"],
    [
      "(x: number) => { 2 * x }",
      "`2 * x` is computed, and the function gives it to nobody; write: return 2 * x",
    ],
    ["function g1(x: number) { f(1); x < 2 }", "write: return x < 2"],
    ["const g2 = function (x: number) { x ^ n }", "write: return x ^ n"],
    ["[10, 9, 1].sort()", "sorts numbers as texts, 10 before 9; by size: [10, 9, 1].sort((a, b) => a - b)"],
    ["w.toSorted()", "by size: w.toSorted((a, b) => a - b)"],
    ["w.concat([3]).sort()[0]", "by size: w.concat([3]).sort((a, b) => a - b)"],
    ['"2" + n', '`"2" + n` joins texts and adds nothing; Number("2") makes a number of a text'],
    ["n + two", "Number(two) makes a number of a text"],
    ["n == m", '`==` converts what it compares: 1 == "1" is true; write `===`'],
    ["n != m", '`!=` converts what it compares: 1 != "1" is false; write `!==`'],
    ["load()", "nothing waits for `load()`, and its value comes later; write: await load()"],
    ["load();\n5", "write: await load()"],
    ["load().then((x) => x.length)", "write: await load().then((x) => x.length)"],
    ["if (n) load();", "write: await load()"],
    ["w.map(async (x) => x)", "write: await Promise.all(w.map(async (x) => x))"],
    [
      "w.forEach(async (x) => { await load(); f(x) })",
      "`forEach` does not wait for what its function awaits",
    ],
    [
      "w.map((x) => 2 * x); w",
      "`map` changes nothing and gives a new list, which nothing takes here; write: const y = w.map((x) => 2 * x)",
    ],
    ["w.map((x) => Math.sqrt(x));\nw", "write: const y = w.map((x) => Math.sqrt(x))"],
    ["floats.map((x) => 2 * x);\n1", "`map` changes nothing"],
    ["names[0]!.toUpperCase(); names", "`toUpperCase` changes nothing and gives a new text"],
    ["const g3 = (v: number[]) => { v.map((x) => 2 * x); }", "write: return v.map((x) => 2 * x)"],
    ["w.reverse; w", "`w.reverse` names a function and does not call it; write: w.reverse()"],
    ["n <-3", "`n <-3` asks whether `n` is less than -3; to give it this value, write: n = 3"],
    ["for (const v of w) n =+ v", "`=+` gives `n` the value +v; to add, write: n += v"],
    [
      "for (const v in w) f(v)",
      "`in` goes through the positions, as texts; for the values, write: for (const v of w)",
    ],
    ['f("\\lambda")', 'in a text `\\lambda` loses its backslash; it is written twice: "\\\\lambda"'],
    ['f("\\frac{1}{2}")', "`\\frac` loses its backslash"],
    ['f("\\d+")', "`\\d` loses its backslash"],
  ])("%j: %s", (code, note) => {
    const notes = notesOf(code);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(note);
  });

  test.each([
    "let n3 = 5; // 2",
    "let n4 = 5 // k",
    "let n5 = 5 // 2 steps",
    "let n6 = f(5) // 2",
    "f(5) // 2",
    "seven // 7",
    "w.length // 3",
    "n + 1 // 6",
    "let n7 // 2",
    "n += 5 // 2",
    "`http://a.b//2`",
    "if (n === 3) { }",
    "if ((n = 3) > 2) { }",
    "n ^ m",
    "n ^ 1",
    "n ^ 0xff",
    "0b101 ^ 0b001",
    "(n | 4) ^ 2",
    "let h = 0; for (const c of 'ab') h = (h << 5) ^ 2",
    "const toggle = (bits: number) => { bits &= 6; return bits ^ 2 }",
    "w.map((b) => b ^ 7)",
    "for (let i = 0; i < 3; i++);\nf()",
    "for (let i = 0; i < 3; i++) { }\n  { f() }",
    "while (i++ < 3);\n  f()",
    "if (n) f(); else;\n{ }",
    "`${n}`",
    "'$ {a}'; '${a + b}'",
    "w[1]; w[-i]",
    "record[-1]",
    "new Array(1, 2).map((x) => f(x))",
    "Array.of(3).map((x) => f(x))",
    "new Array(3).fill(1).map((x) => f(x))",
    'import { momentum as m2 } from "fall-line"',
    'import fl from "fall-line"',
    "import 'fall-line'",
    "const math = 3",
    "function g4() { const Math = 3; return Math }",
    "(x: number) => { x = 2 }",
    "(x: number) => { x += 2 }",
    "(x: number) => { x && f() }",
    "(x: number) => { f(x) }",
    "(x: number) => 2 * x",
    "(x: number) => { 2 * x; return x }",
    "(x: number) => { }",
    "names.sort()",
    "['pear', 'fig'].sort()",
    "[...'hello'].sort()",
    "floats.sort()",
    "w.sort((a, b) => a - b)",
    "'step ' + n",
    "n + '%'",
    "'a' + n + '2'",
    "'2' + '3'",
    "n + m",
    "record['a'] == null",
    "undefined != n",
    "typeof n == 'number'",
    "await load()",
    "void load()",
    "load().catch(() => undefined)",
    "load().then(() => 1, () => 2).finally(() => 3)",
    "const later = load(); await later",
    "function g5() { load() }",
    "let p: Promise<unknown>; p = load()",
    "await Promise.all(w.map(async (x) => x))",
    "w.forEach((x) => { f(x) })",
    "w.map((x) => 2 * x)",
    "w.map((x) => f(x)); 1",
    "w.map((x) => { n += x }); 1",
    "w.map(f); 1",
    "w.push(3); w",
    "w.reverse(); w",
    "new Map([[1, 2]]).set(1, 3); 1",
    "w.length; w",
    "n < -3",
    "if (n <-3) { }",
    "n = +'3'",
    "n = -m",
    "for (const j in w) f(w[Number(j)])",
    "for (const key in record) f(key)",
    'f("\\\\lambda")',
    'f("a\\nabc\\t\\u0041")',
    "String.raw`\\lambda`",
    "/\\d+/",
  ])("nothing of %j", (code) => {
    expect(notesOf(code)).toEqual([]);
  });

  test("each once in a session", () => {
    const notes = new Notes();
    const said = ["w.sort(); n == m", "m == n; 2^n", "w.sort(); 2^m"].map(
      (code) => notesOf(code, notes).length,
    );
    expect(said).toEqual([2, 1, 0]);
  });
});
