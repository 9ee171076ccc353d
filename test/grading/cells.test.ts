import { describe, expect, it } from "vitest";
import { readCode } from "../../src/grading/answers/cells.ts";
import { originalsIn } from "../../src/grading/answers/originals.ts";
import { programOf } from "../../src/grading/answers/program.ts";
import { language, run } from "./standard.ts";

const typescript = language();

const code = (...sources: readonly string[]): ReturnType<typeof readCode> =>
  readCode(sources.map((source, i) => ({ id: `cell-${i}`, source })));

describe("of a cell is known what it declares:", () => {
  it.each([
    ["const a = 1, b = 2;", ["a", "b"]],
    ["const { a, b: [c, , d], ...e } = x;", ["a", "c", "d", "e"]],
    ["function f() {}", ["f"]],
    ["class A {}", ["A"]],
    ["enum E { one }", ["E"]],
    ["namespace N { export const one = 1; }", ["N"]],
    ["interface I {}", []],
    ["a = 1;", []],
  ])("%s", (source, declares) => {
    expect(code(source).statements[0]!.declares).toEqual(declares);
  });
});

describe("of a statement is known what it changes:", () => {
  it.each<readonly [source: string, assigns: readonly string[]]>([
    ...["=", "+=", "-=", "*=", "/=", "**=", "%=", "??=", "||="].map(
      (sign) => [`a ${sign} 1;`, ["a"]] as const,
    ),
    ["a++;", ["a"]],
    ["--a;", ["a"]],
    ["a[0].b = 1;", ["a"]],
    ["(a.b) = 1;", ["a"]],
    ["a.push(b);", ["a", "b"]],
    ["for (const x of y) { a += x; b.c(x); }", ["a", "b"]],
    ["{ var d = 1; a = d; }", ["a"]],
    ["if (x > 1) a = 2;", ["a"]],
    ["-a;", []],
    ["a == 1;", []],
    ["f(() => { a = 1; });", ["a"]],
    ["(() => { a = 1; })();", ["a"]],
    ["Object.assign(a, b.c);", ["Object", "a", "b"]],
    ["const c = a.push(1);", ["a"]],
    ["f((a) => { a = 1; }, a);", ["a"]],
    ["x.forEach((b) => { a += b; b = 2; });", ["x", "a"]],
    ["[a, b.c, ...d[0]] = [1, 2];", ["a", "b", "d"]],
    ["[a = 1, [b]] = c;", ["a", "b"]],
    ["({ a, b: c, d: [e.f], ...g } = h);", ["a", "c", "e", "g"]],
    ["for (a of b) c();", ["a"]],
    ["for (a.b in c) d();", ["a"]],
    ["for (let i = 0; i < 3; i++) a = i;", ["a"]],
    ["delete a.b;", ["a"]],
    ["const f = () => { a = 1; };", []],
    ["f().push(1);", []],
    ["const b = (a = 1);", ["a"]],
    ["function f() { a = 1; }", []],
  ])("%s", (source, assigns) => {
    expect(code(source).statements[0]!.assigns).toEqual(assigns);
  });
});

it("an import declares its own names", () => {
  const { statements } = code(
    'import one, { two, three as four } from "x";\nimport * as five from "y";\nimport "z";',
  );
  expect(statements.map(({ declares }) => declares)).toEqual([["one", "two", "four"], ["five"], []]);
});

it("checks are calls of check with the name of an exercise, wherever they stand", () => {
  const { checks } = code(
    "check(`a/b`, 1); x.check('a/c', 1); check(name, 1); check();",
    "const f = () => check('a/d'); ask('a/e', 1);",
  );
  expect(checks.map(({ id, cell, answer }) => [id, cell, answer?.getText()])).toEqual([
    ["a/b", 0, "1"],
    ["a/d", 1, undefined],
  ]);
});

it("a cell of two hundred thousand letters is read, and one that is longer or nested too deeply is not", () => {
  const long = `const a = 1;${" ".repeat(200_000 - 12)}`;
  const { statements, unread } = code(long, `${long} `, "1;", `${"(".repeat(60_000)}1${")".repeat(60_000)}`);
  expect(statements.map(({ cell }) => cell)).toEqual([0, 2]);
  expect(unread).toEqual([1, 3]);
});

describe("the program of an answer", () => {
  const value = (sources: readonly string[], cell: number): unknown => {
    const { text } = programOf(code(...sources), { node: "mine", cell }, typescript);
    return run(text);
  };
  const result = (sources: readonly string[], cell: number): unknown =>
    (value(sources, cell) as () => unknown)();

  it.each([
    ["a function", "const mine = function () { return 7 }"],
    ["a name", "const go = () => 7\nconst mine = go"],
    ["a call", "const make = () => () => 7\nconst mine = make()"],
    ["a comment", "const mine = () => 7 // and no more"],
    ["a comment that does not end", "const mine = () => 7 /* and no more"],
    ["a comment between", "const mine = // it is seven\n  () => 7 /* so */"],
    ["a loop", "const mine = () => 7\nlet k = 0\ndo k++; while (k < 3)"],
    ["a list", "const all = [() => 7]\nconst mine = all[0]"],
    ["a template", "const name = `seven`\nconst mine = () => (name ? 7 : 0)"],
    ["a type", "type Seven = () => number\nconst mine: Seven = () => 7"],
    [
      "overloads",
      "function mine(): number\nfunction mine(x?: number): number\nfunction mine(x?: number) { return 7 }",
    ],
    ["a function that is called later", "let k = 6\nfunction mine() { return k }\nk = 7"],
  ])("is of whole statements also where a cell ends in %s without a semicolon", (_, source) => {
    const all = ["const before = 1", source, "(0)\nconst after = mine\ndisplay(check('a/b', after))"];
    expect(result(all, 1)).toBe(7);
    const { text } = programOf(code(...all), { node: "after", cell: 2 }, typescript);
    expect((run(text) as () => unknown)()).toBe(7);
  });

  it.each([
    "(x).push(2)",
    "[x[1]] = [2]",
    "`${x.push(2)}`",
    "/x/.test(x.push(2))",
    "+x.push(2)",
    "++x.length; x[1] = 2",
  ])("is of whole statements also where the next one begins with %s", (line) => {
    expect(result(["const x = [1]", line, "const mine = () => x"], 2)).toEqual([1, 2]);
  });

  it.each<[what: string, sources: string[], cell: number, expected: unknown]>([
    ["takes what is declared in its own cell", ["const k = 1;", "const k = 2; const mine = () => k;"], 1, 2],
    ["takes the last declaration above", ["let k = 1;", "let k = 2;", "const mine = () => k;"], 2, 2],
    ["takes the first below", ["const mine = () => k;", "let k = 1;", "let k = 2;"], 0, 1],
    ["takes a change in its own cell", ["let k = 1;", "const mine = () => k; k++;"], 1, 2],
    [
      "takes no change before the declaration",
      ["let k = 1; k = 5; ", "let k = 2; const mine = () => k;"],
      1,
      2,
    ],
    ["takes no change in a later cell", ["let k = 1; const mine = () => k;", "k = 5;"], 0, 1],
    [
      "takes no change that asks for the library",
      ['import { step } from "fall-line";\nlet k = 1;\nk = step();\nconst mine = () => k;'],
      0,
      1,
    ],
    [
      "takes what a change asks for",
      ["const a = 4, b = 5;", "let k = 1; k += a; k += b; const mine = () => k;"],
      1,
      10,
    ],
    [
      "keeps the order of what it takes",
      ["const a = [1];", "a.push(2); a.push(3);", "const mine = () => a;"],
      2,
      [1, 2, 3],
    ],
    [
      "takes what a loop, a call or a pattern changes",
      [
        "const a = []; let b = 1, c = 2;",
        "[3, 4].forEach((x) => a.push(x)); [b, c] = [c, b]; const mine = () => [a, b, c];",
      ],
      1,
      [[3, 4], 2, 1],
    ],
    [
      "takes classes",
      [
        "export class A { b() { return 4; } }",
        "class A { b() { return 5; } }",
        "const mine = () => new A().b();",
      ],
      2,
      5,
    ],
    ["takes what is exported", ["export const k = 3;", "export default function mine() { return k; }"], 1, 3],
    [
      "takes let and const that are declared anew",
      ["let k = 1; k = 2;", "const mine = () => k;", "const mine = () => k + 1;"],
      2,
      3,
    ],
    [
      "takes let that is declared anew beside others",
      ["let a = 1, b = 2;", "let b = 3, c = 4; export let d = 5;", "const mine = () => [a, b, c, d];"],
      2,
      [1, 3, 4, 5],
    ],
    [
      "takes a class by a name that was another thing",
      ["const A = 1, b = 2;", "class A { c() { return b; } }", "const mine = () => new A().c();"],
      2,
      2,
    ],
    [
      "takes functions that call one another",
      [
        "const f = (n) => (n < 1 ? 0 : g(n));",
        "function g(n) { return 1 + f(n - 1); }",
        "const mine = () => f(3);",
      ],
      2,
      3,
    ],
    [
      "takes what a function that is called makes of it",
      ["let k = 1; const set = () => { k = 2; };", "set(); const mine = () => k;"],
      1,
      2,
    ],
    [
      "takes what a function is handed",
      ["const o = { k: 1 };", "Object.assign(o, { k: 2 });\nconst mine = () => o.k;"],
      1,
      2,
    ],
    [
      "computes with what was declared then",
      ["const k = 2;", "const twice = 2 * k;", "const k = 9;", "const mine = () => [k, twice];"],
      3,
      [9, 4],
    ],
    [
      "tells names from others that are called the same",
      ["const k = 3, f = (k) => k + 1;", "const mine = () => f(1) + k;"],
      1,
      5,
    ],
    [
      "takes namespaces and enums",
      ["namespace N { export const k = 2; }\nenum E { a = 3, b }", "const mine = () => N.k + E.b;"],
      1,
      6,
    ],
    ["goes on behind a cell that stops", ["let k = 1; k = (null as any).x;", "const mine = () => k;"], 1, 1],
  ])("%s", (_, sources, cell, expected) => {
    expect(result(sources, cell)).toEqual(expected);
  });

  const needs = (body: string): string =>
    programOf(
      code("const other = 1, key = 2, f = 3;", `const mine = ${body};`),
      { node: "mine", cell: 1 },
      typescript,
    ).written;
  it.each([
    ["(x) => x.other", false],
    ["(x) => other.x", true],
    ["() => ({ other: 1 })", false],
    ["() => ({ x: other })", true],
    ["() => ({ other })", true],
    ["({ other: x }) => x", false],
    ["({ x = other }) => x", true],
    ["({ other }) => other", false],
    ["function other() { return 1; }", false],
    ["() => { class other {} return 1; }", false],
    ["() => ({ other() { return 1; } })", false],
    ["class { other = 1 }", false],
    ["() => { other: for (;;) break other; }", false],
    ["(x: other): other => x as other", false],
    ["class extends other {}", true],
  ])("takes names for what they are: %s", (body, isNeeded) => {
    expect(needs(body).startsWith("const other")).toBe(isNeeded);
  });

  it("is the same without comments, and is shown as it was written", () => {
    const [bare, commented] = [
      "const mine = (x: number) => x;",
      "const mine = (x: number) => /* it */ x; // here",
    ].map((source) => programOf(code(source), { node: "mine", cell: 0 }, typescript));
    expect(commented!.text).toBe(bare!.text);
    expect(commented!.written).toBe("const mine = (x: number) => /* it */ x;");
  });

  it("shows an answer that stands in the check itself behind what it needs", () => {
    const all = code('const k = 2;\nlet j = 1;\ncheck("a/b", () => j + k);');
    const { answer, file, cell } = all.checks[0]!;
    expect(programOf(all, { node: answer!, file, cell }, typescript).written).toBe(
      "const k = 2;\n\nlet j = 1;\n\n() => j + k",
    );
  });

  it("is without what only checks, also where check is none of the library's", () => {
    const all = code("const mine = () => 7;", 'const told = 1;\ncheck("a/b", mine);');
    const { answer, file, cell } = all.checks[0]!;
    expect(programOf(all, { node: answer!, file, cell }, typescript).written).toBe("const mine = () => 7;");
  });

  it("that cannot be read is told before it is run", () => {
    const all = code("const k = 1;", "const mine = () => {\n return 1 +; };");
    const { fault } = programOf(all, { node: "mine", cell: 1 }, typescript);
    expect(fault).toBe("the compiler refuses line 2 of the cell: Expression expected.");
    expect(programOf(all, { node: "k", cell: 1 }, typescript).fault).toBeUndefined();
  });

  it.each([
    [
      "let k = 1;\nk = 'two';\nconst mine = () => k;",
      "the compiler refuses line 2 of the cell: Type 'string' is not assignable to type 'number'.",
    ],
    [
      "const mine = (x) => x;",
      "the compiler refuses line 1 of the cell: Parameter 'x' implicitly has an 'any' type.",
    ],
    ["const mine = (x: number) => x;", undefined],
    ['import { nothing } from "./beside";\nconst mine = (x: number) => nothing(x);', undefined],
    ["const k: string = 1;", undefined],
    ["function mine() { return k + f; }", "the compiler refuses line 1 of the cell: Cannot find name 'f'."],
  ])("is refused as the kernel refuses its cells: %s", (source, refusal) => {
    const all = code("const mine = (x: number) => x;", source, "const k = 3;");
    expect(programOf(all, { node: "mine", cell: 1 }, typescript).refusal).toBe(refusal);
  });

  it.each([
    [
      "const mine = () => { const out = []; return () => out; };",
      "Variable 'out' implicitly has type 'any[]'",
    ],
    ["const mine = () => { let out: number; return out; };", "Variable 'out' is used before being assigned."],
    [
      "const mine = (out: number) => { { let out: number; out += 1; } return out; };",
      "used before being assigned",
    ],
    [
      "const mine = () => { let out: number; return { out }; };",
      "Variable 'out' is used before being assigned.",
    ],
    ["const mine = () => { var out: number[]; const [k] = out; return k; };", "used before being assigned"],
    [
      "namespace Own { let out: number; export const k = out; }\nconst mine = () => Own.k;",
      "before being assigned",
    ],
    [
      "class Own { go() { let out: number; return out; } }\nconst mine = () => new Own().go();",
      "before being",
    ],
    [
      "const mine = () => { try { return 1; } catch (e) { let out: number; return [out, e]; } };",
      "before being",
    ],
    ["const mine = () => Shape;", "Cannot find name 'Shape'."],
    ["const mine = () => ({ Shape });", "No value exists in scope for the shorthand property 'Shape'."],
    ["const mine = (x: below) => x;", "Cannot find name 'below'."],
  ])("is refused for a name of its own, whatever other cells call so: %s", (source, refusal) => {
    const others = [
      "let out: any = 1;\nconst list = [];",
      source,
      "type Shape = 1;\nconst below = 1, late = [];",
    ];
    expect(programOf(code(...others), { node: "mine", cell: 1 }, typescript).refusal).toContain(refusal);
  });

  it.each([
    "const mine = () => [below, out, list, late];",
    "const mine = (k: Shape) => ({ below, k, list });",
    "let own: number;\nown = 1;\nconst mine = () => [...list, own];",
    "const mine = () => { const out = []; out.push(1); return [out, late]; };",
  ])("is not refused for what the compiler cannot know of other cells: %s", (source) => {
    const others = [
      "let out: number;\nconst list = [];",
      source,
      "type Shape = 1;\nconst below = 1, late = [];",
    ];
    expect(programOf(code(...others), { node: "mine", cell: 1 }, typescript).refusal).toBeUndefined();
  });

  it("is refused in the same words whatever was compiled before it", () => {
    const said = (own: string): string | undefined =>
      programOf(code(own, "const mine = (k: Own): null => k;"), { node: "mine", cell: 1 }, typescript)
        .refusal;
    const first = said('type Own = "ahead" | "behind";');
    said('const other: ("behind" | "ahead")[] = ["behind"];\ntype Own = "behind" | "ahead";');
    expect([first, said('type Own = "ahead" | "behind";')]).toEqual([first, first]);
    expect(first).toContain("is not assignable to type 'null'");
  });

  it.each([
    'import { readFileSync } from "node:fs";\nconst path: number = readFileSync("a", "utf8");',
    "declare global { var shared: string }\nconst path: number = globalThis.shared;",
    'declare module "fall-line" { interface Own { k: string } }\nconst path: number = ({} as import("fall-line").Own).k;',
  ])("is refused with all that its notebook declares or imports: %s", (source) => {
    const all = code(`${source}\nexport const mine = () => path;`);
    expect(programOf(all, { node: "mine", cell: 0 }, typescript).refusal).toContain(
      "Type 'string' is not assignable to type 'number'.",
    );
  });
});

describe("the exercises of a notebook that was handed out", () => {
  const cell = (id: string, source: string, exercise?: string, isAnswer = false) => ({
    id,
    source,
    exercise,
    isAnswer,
  });
  const found = originalsIn("11-rolling", [
    cell("early", 'ask("rolling/guess");'),
    cell("a", "const other = 1;", "rolling/rule"),
    cell("b", "const mine = 1;", "rolling/rule", true),
    cell(
      "c",
      'check("rolling/other", 1);\ncheck("rolling/rule", mine);\ncheck("rolling/rule", 2);',
      "rolling/rule",
    ),
    cell("again", 'ask("rolling/rule");\ncheck("rolling/rule", other);'),
    cell("d", 'check("rolling/inline", { a: 1 });', "rolling/inline"),
    cell("e", 'ask( "rolling/last-one" );', "rolling/last-one"),
  ]);

  it.each([
    ["guess", { atTheEnd: false }],
    ["rule", { atTheEnd: true, answerCell: "b", answerName: "mine" }],
    ["other", { atTheEnd: false }],
    ["inline", { atTheEnd: true }],
    ["last-one", { atTheEnd: true }],
  ])("are found with their cells: %s", (name, where) => {
    expect(found.get(`rolling/${name}`)).toEqual({ notebook: "11-rolling", ...where });
    expect(found.size).toBe(5);
  });
});
