import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { guarded } from "../../src/cli/build/guarded.ts";
import { checkNested, harmlessStyle } from "../../src/frontend/guard.ts";

describe("guarded(program, check)", () => {
  test.each([
    ["for (;;) x();", "for (;;) {C();x();}"],
    ["while (a) for (const b of c) { d(); }", "while (a) {C();for (const b of c) {C(); d(); }}"],
    ["do x(); while (y);", "do {C();x();} while (y);"],
    ["function f() { return 1; }", "function f() {C(); return 1; }"],
    ["const f = () => { x(); }", "const f = () => {C(); x(); }"],
    ["function f() { 'use strict'; x(); }", "function f() { 'use strict';C(); x(); }"],
    ["function f() { 'a'; 'b'; x(); 'c'; }", "function f() { 'a'; 'b';C(); x(); 'c'; }"],
    ["function f() { 'use strict'; }", "function f() {C(); 'use strict'; }"],
    ["const f = () => x();", "const f = () => x();"],
    ["for (;;) while (a) x();", "for (;;) {C();while (a) {C();x();}}"],
    [
      "class A { get a() { b(); } constructor() {} }",
      "class A { get a() {C(); b(); } constructor() {C();} }",
    ],
    ["const text = `for (;;) ${1}`;", "const text = `for (;;) ${1}`;"],
  ])("%s becomes %s", (program, made) => {
    expect(guarded(program, "C();")).toBe(made);
  });

  test("makes a program that can be left wherever it is", () => {
    const program = guarded("let n = 0; function again() { for (;;) n++; } again();", "C();");
    let turns = 0;
    const check = (): void => {
      turns += 1;
      if (turns > 1000) throw new Error("enough");
    };
    expect(() => void runInNewContext(program, { C: check })).toThrow("enough");
  });
});

describe("harmlessStyle(style)", () => {
  test.each([
    ["color: #d62728; font-size:20px", "color: #d62728; font-size: 20px"],
    ["color:rgb(1, 2, 3);font-weight:bold", "color: rgb(1, 2, 3); font-weight: bold"],
    ["background-image:url(http://example.com/a.png)", ""],
    ["color:red;list-style:url(//example.com)", "color: red"],
    ["fill:url(//example.com)", ""],
    ["color:u\\72l(//example.com)", ""],
    ["font:12px url(a)", ""],
    ["font-family: 'Open Sans', serif", "font-family: 'Open Sans', serif"],
    ["COLOR: RED; letter-spacing: 2px", "COLOR: RED; letter-spacing: 2px"],
    ["color: hsla(120, 50%, 50%, 0.5)", "color: hsla(120, 50%, 50%, 0.5)"],
    ["color:red:url(//example.com)", ""],
    ["background: red; position: fixed", ""],
    ["color", ""],
    ["", ""],
  ])("%s becomes %s", (style, kept) => {
    expect(harmlessStyle(style)).toBe(kept);
  });
});

test("tags may be nested so deep", () => {
  expect(() => checkNested(16)).not.toThrow();
  expect(() => checkNested(17)).toThrow(/too many tags in one another, got 17; allowed: up to 16/);
});
