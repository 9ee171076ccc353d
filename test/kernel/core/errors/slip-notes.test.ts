import { describe, expect, test } from "vitest";
import { slipNotes } from "../../../../src/kernel/core/errors/slip-notes.ts";

describe("slipNotes(code)", () => {
  test.each([
    [
      "let n = 5 // 2",
      "`// 2` is a comment and divides nothing; to divide and round down, write: Math.floor(5 / 2)",
    ],
    ["n = w.length // 3\n1", "write: Math.floor(w.length / 3)"],
    ["let a = 1, b = a // 2", "write: Math.floor(a / 2)"],
    ["let n = 5 // k; n", "`// k; n` is a comment and divides nothing"],
    ["if (n = 3) { }", "`n = 3` does not compare but gives `n` a new value; to compare, write: n === 3"],
    ["while (n = m) { }", "write: n === m"],
    ["x^2", "`x^2` is no power: ^ works on whole numbers bit by bit; a power is written x ** 2"],
    ["for (let i = 0; i < 3; i++); { f(i) }", "the `;` right after `for (...)` ends it"],
    ["for (const x of w);\n  f(x)", "the `;` right after `for (...)` ends it"],
    ["if (a);\n  f()", "the `;` right after `if (...)` ends it"],
    ["if (a); { f() }", "the `;` right after `if (...)` ends it"],
    ["f('${a.b}')", "`${a.b}` stays as it is in a text between ' and '"],
    ['f("rate ${a}")', '`${a}` stays as it is in a text between " and "'],
    ["w[-1]", "`w[-1]` is undefined in a list; counted from the end, write: w.at(-1)"],
    [
      'import m from "fall-line"',
      '`m` is now the whole lesson library; for one thing of it, write: import { m } from "fall-line"',
    ],
    ["const Math = 3", "`Math` means yours from now on, in all cells"],
    ["let Set = 1, b = 2", "`Set` means yours from now on"],
    ["(x) => { 2 * x }", "`2 * x` is computed, and the function gives it to nobody; write: return 2 * x"],
    ["function f(x) { f(1); x < 2 }", "write: return x < 2"],
    ["const f = function (x) { x ^ y }", "write: return x ^ y"],
  ])("%j: %s", (code, note) => {
    expect(slipNotes(code)).toHaveLength(1);
    expect(slipNotes(code)[0]).toContain(note);
  });

  test.each([
    "let n = 5; // 2",
    "let n = 5 // k",
    "let n = 5 // 2 steps",
    "let n = f(5) // 2",
    "f(5) // 2",
    "let n // 2",
    "n += 5 // 2",
    "if (n === 3) { }",
    "if ((n = 3) > 2) { }",
    "x ^ y",
    "for (let i = 0; i < 3; i++);\nf()",
    "for (let i = 0; i < 3; i++) { }\n  { f() }",
    "while (next());\n  f()",
    "if (a) f(); else;\n{ }",
    "if (a);",
    "`${a}`",
    "'$ {a}'; '${a + b}'",
    "w[1]; w[-i]; w[-1.5]",
    "import m from './fall-line'",
    "import { m } from 'fall-line'",
    "import 'fall-line'",
    "const math = 3",
    "function f() { const Math = 3; return Math }",
    "(x) => { x = 2 }",
    "(x) => { x += 2 }",
    "(x) => { x && f() }",
    "(x) => { f(x) }",
    "(x) => 2 * x",
    "(x) => { 2 * x; return x }",
    "(x) => { }",
    "let n = 5 // 2\n}{",
  ])("has nothing to say of %j", (code) => {
    expect(slipNotes(code)).toEqual([]);
  });
});
