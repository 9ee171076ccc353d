import { describe, expect, it } from "vitest";
import ts from "typescript";
import { constantOf } from "../../src/grading/answers/constant.ts";
import { readCode } from "../../src/grading/answers/cells.ts";
import { Answers, type Found } from "../../src/grading/answers/find.ts";
import { programOf } from "../../src/grading/answers/program.ts";
import { language, run } from "./standard.ts";
import { decode, encode } from "../../src/grading/sandbox/codec.ts";

const typescript = language();
const program = (all: ReturnType<typeof readCode>, node: string, cell: number) =>
  programOf(all, { node, cell }, typescript);
const called = (
  all: ReturnType<typeof readCode>,
  node: string,
  cell: number,
  ...inputs: unknown[]
): unknown => (run(program(all, node, cell).text) as (...inputs: unknown[]) => unknown)(...inputs);

const code = (...sources: readonly string[]): ReturnType<typeof readCode> =>
  readCode(sources.map((source, i) => ({ id: `cell-${i}`, source })));

describe("a value goes through the wall whole:", () => {
  it.each([
    [NaN],
    [Infinity],
    [-Infinity],
    [-0],
    [0.1 + 0.2],
    [5e-324],
    [undefined],
    [null],
    [[1, [NaN, -0], "text"]],
    [{ w: [1, 2], "__proto__ ": 3 }],
    [Float64Array.of(1, NaN, -0)],
  ])("%o", (value: unknown) => {
    expect(decode(encode(value))).toEqual(value);
  });

  it("a key called __proto__ is a key", () => {
    const value = JSON.parse('{ "__proto__": { "credit": 1 } }') as object;
    const back = decode(encode(value)) as object;
    expect(Object.keys(back)).toEqual(["__proto__"]);
    expect((back as { credit?: number }).credit).toBeUndefined();
  });

  it("too much of it is refused", () => {
    expect(() => encode(new Array(1e6).fill(1))).toThrow("too much");
  });
});

describe("an answer that is no function is read, and not run:", () => {
  it("a value counts as it was when its cell was run, whatever a later cell makes of it", () => {
    const cells = code("let rate = 0.1;", "const mine = { rate };", "rate = 0.5;");
    expect(constantOf(cells, "mine", 1)).toEqual({ value: { rate: 0.1 } });
    expect(constantOf(cells, "mine", 2)).toEqual({ value: { rate: 0.5 } });
  });

  it.each([
    ["const mine = { lambda: 2 / 51, alpha: 0.9 };", { lambda: 2 / 51, alpha: 0.9 }],
    [
      "const root = Math.sqrt(2);\nconst mine = { lambda: (2 / (root + 1)) ** 2 };",
      { lambda: (2 / (Math.SQRT2 + 1)) ** 2 },
    ],
    ['let mine = "?";\nmine = "c";', "c"],
    ["const lambda = -1_000;\nconst mine = { lambda };", { lambda: -1000 }],
    ["const mine = 'two ' + `words`;", "two words"],
    ["const mine = { a: 1 } as Record<string, number>;", { a: 1 }],
    ["const mine = { a: -(1 + 2) * 3, b: 7 - 2, c: +4, 'd e': null };", { a: -9, b: 5, c: 4, "d e": null }],
    ["const mine = [true, false, undefined, Math.PI];", [true, false, undefined, Math.PI]],
    ["const mine = ({ a: Math.max(1, 3) } satisfies object);", { a: 3 }],
    ["let mine = 1;\nmine = 2;\nmine = 3;", 3],
    ["let mine;\nmine = 5;", 5],
  ])("%s", (source, value) => {
    expect(constantOf(code(source), "mine", 0)).toEqual({ value });
  });

  it.each([
    ["const mine = descend(ravine);", '"descend(ravine)" is computed, and is not written out'],
    ["const mine = mine;", "it is nested too deeply to be read"],
    [`const mine = ${"[".repeat(30)}1${"]".repeat(30)};`, "it is nested too deeply to be read"],
    ["const mine = { [key]: 1 };", '"[key]: 1" is computed, and is not written out'],
    ["const mine = { ...others };", '"...others" is computed, and is not written out'],
    ["const mine = Math.random();", '"Math.random()" is computed, and is not written out'],
    ["const mine = Math.constructor('return process')();", /is computed, and is not written out$/],
    ["const mine = (() => 1)();", '"(() => 1)()" is computed, and is not written out'],
    [
      `const mine = f("${"long ".repeat(20)}");`,
      /^"f\("long .{50,54}\.\.\." is computed, and is not written out$/,
    ],
    ["const mine = other;", '"other" is no value that is written out'],
    ["const mine = ~1;", "its sign cannot be read"],
    ["const mine = 7 % 2;", "it is computed, and is not written out"],
    ["const mine = 'a' - 1;", "it computes with something that is no number"],
    ["const mine = Math.abs('a');", "it computes with something that is no number"],
  ])("%s is refused", (source, fault) => {
    const said = (constantOf(code(source), "mine", 0) as { fault: string }).fault;
    if (typeof fault === "string") expect(said).toBe(fault);
    else expect(said).toMatch(fault);
  });
});

describe("a program for the sandbox", () => {
  it("holds what the answer needs from other cells, and nothing else", () => {
    const all = code(
      'import { descend, ravine } from "fall-line";\nconst run = descend(ravine);',
      "const half = (x: number): number => x / 2;",
      "const unused = run.at(3);\nconst table: number[] = [];\nfor (let i = 0; i < 3; i++) table.push(i);",
      "const mine = ({ x }) => half(x) + table[1];",
    );
    expect(program(all, "mine", 3).text).not.toMatch(/descend|unused|number/);
    expect(called(all, "mine", 3, { x: 4 })).toBe(3);
  });

  it("takes the declaration above the answer before one below", () => {
    const all = code("const k = 1;", "const mine = () => k;", "const k = 2;");
    expect(called(all, "mine", 1)).toBe(1);
  });

  it.each([
    ['import { momentum, ravine as place } from "fall-line";', "momentum(place)", "momentum(ravine)"],
    ['import * as all from "fall-line";', "all.momentum(2)", "momentum(2)"],
    ['import everything from "fall-line";', "everything", "default"],
    ['import { momentum } from "fall-line";', "({ momentum: 1 }).momentum", 1],
    ['import { momentum } from "fall-line";\nconst momentum = 4;', "momentum", 4],
  ])("asks for what it takes of the library, and nothing else: after %s, %s", (line, body, expected) => {
    const library = {
      momentum: (x: unknown) => `momentum(${String(x)})`,
      ravine: "ravine",
      default: "default",
    };
    const require = { "fall-line": library };
    const [imported, ...rest] = line.split("\n");
    const { text } = program(code(imported!, `${rest.join("\n")}\nconst mine = () => ${body};`), "mine", 1);
    expect((run(text, require) as () => unknown)()).toBe(expected);
  });

  it("takes along what changes a list that it needs, wherever that stands above it", () => {
    const all = code(
      "const table = { rows: [[0]] };",
      "table.rows[0][0] += 2;\n(table.rows).push([5]);",
      "const mine = () => table.rows[0][0] + table.rows[1][0];",
      "table.rows = [];",
    );
    expect(called(all, "mine", 2)).toBe(7);
  });

  it("a local name is none of the notebook's", () => {
    const all = code("const m = display(1);", "const mine = ({ w }) => { const m = w; return m; };");
    expect(program(all, "mine", 1).text).not.toContain("display");
  });
});

it("checks are found with what they check", () => {
  const [check] = code('display(check("momentum/rule", mine));').checks;
  expect(check!.id).toBe("momentum/rule");
  expect(ts.isIdentifier(check!.answer!)).toBe(true);
});

describe("the answer to an exercise is found", () => {
  const original = {
    notebook: "03-momentum",
    answerCell: "03-momentum-answer",
    answerName: "mine",
    atTheEnd: true,
  };
  const cell = (name: string, source: string) => ({ id: `03-momentum-${name}`, source });
  const picked = (pick: string, exercise = "rule") =>
    JSON.stringify({
      v: 2,
      time: "2026-11-26",
      lesson: "momentum",
      exercise,
      event: "attempt",
      picked: pick,
    });
  const find = (
    cells: readonly { id: string; source: string }[],
    progress: readonly string[] = [],
    name = "03-momentum",
  ) => {
    const notebooks = cells.length === 0 ? [] : [{ name, cells }];
    const answers = new Answers({ notebooks, progress, faults: [] }, { "old/rule": "momentum/rule" });
    return { found: answers.find("momentum/rule", original), answers };
  };
  const node = (found: Found): string | undefined => {
    if (found.kind !== "expression") return undefined;
    const { node: one } = found.expression;
    return typeof one === "string" ? one : one.getText();
  };
  const answer = cell("answer", "const mine = 1;");

  it.each([
    ["where it is checked", [answer, cell("check", 'check("momentum/rule", mine);')], "mine"],
    [
      "in the last check",
      [answer, cell("a", 'check("momentum/rule", 1);'), cell("b", 'check("momentum/rule", 2);')],
      "2",
    ],
    ["by a former name of the exercise", [cell("x", 'check("old/rule", 3);')], "3"],
    ["by its name, where the check was deleted", [answer], "mine"],
  ])("%s", (_, cells, expected) => {
    expect(node(find(cells).found)).toBe(expected);
  });

  it.each([
    ["the cell was deleted", [cell("other", "1;")], "the cell 03-momentum-answer was deleted"],
    [
      "the name is another",
      [cell("answer", "const yours = 1;")],
      "there is no mine in the cell 03-momentum-answer",
    ],
    ["the notebook is not there", [], "03-momentum was not handed in"],
    [
      "the cell is too long",
      [cell("answer", `const mine = "${"x".repeat(2_000_000)}";`)],
      "the cell 03-momentum-answer is too long, or nested too deeply, to be read",
    ],
  ])("and where %s, that is said", (_, cells, why) => {
    expect(find(cells).found).toEqual({ kind: "missing", why });
  });

  it("on a card, where there is no check of an answer that is there", () => {
    const progress = [picked("a"), picked("b"), picked("c", "truth"), "torn"];
    for (const cells of [[], [cell("check", 'check("momentum/rule", gone);')]])
      expect(find(cells, progress).found).toEqual({ kind: "picked", picks: ["a", "b"] });
  });

  it("in a notebook by another name: by the ids of its cells, else by what it checks", () => {
    expect(node(find([answer], [], "Untitled").found)).toBe("mine");
    const copied = [{ id: "x", source: 'check("momentum/rule", 4);' }];
    expect(node(find(copied, [], "Untitled").found)).toBe("4");
    const other = [{ id: "x", source: 'check("nesterov/rule", 4);' }];
    expect(find(other, [], "Untitled").answers.has("03-momentum")).toBe(false);
  });

  it("and a cell that was deleted is told", () => {
    expect(find([cell("other", "1;")]).answers.deleted(original)).toEqual(["03-momentum-answer"]);
    expect(find([answer]).answers.deleted(original)).toEqual([]);
  });
});
