import { describe, expect, it } from "vitest";
import ts from "typescript";
import { constantOf } from "../../src/grading/answers/constant.ts";
import { readCode } from "../../src/grading/answers/cells.ts";
import { programOf } from "../../src/grading/answers/program.ts";
import { decode, encode } from "../../src/grading/sandbox/codec.ts";

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
  ])("%s", (source, value) => {
    expect(constantOf(code(source), "mine", 0)).toEqual({ value });
  });

  it.each([
    ["const mine = descend(ravine);"],
    ["const mine = mine;"],
    ["const mine = { [key]: 1 };"],
    ["const mine = Math.random();"],
    ["const mine = Math.constructor('return process')();"],
    ["const mine = (() => 1)();"],
  ])("%s is refused", (source) => {
    expect(constantOf(code(source), "mine", 0)).toHaveProperty("fault");
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
    const { text, missing } = programOf(all, { node: "mine", cell: 3 });
    expect(missing).toEqual([]);
    expect(text).not.toMatch(/descend|unused|number/);
    expect((0, eval)(text)({ x: 4 })).toBe(3); // eslint-disable-line @typescript-eslint/no-unsafe-call
  });

  it("takes the declaration above the answer before one below", () => {
    const all = code("const k = 1;", "const mine = () => k;", "const k = 2;");
    expect((0, eval)(programOf(all, { node: "mine", cell: 1 }).text)()).toBe(1); // eslint-disable-line @typescript-eslint/no-unsafe-call
  });

  it("says what it asks for of the library", () => {
    const all = code('import { momentum } from "fall-line";\nconst mine = () => momentum;');
    expect(programOf(all, { node: "mine", cell: 0 }).missing).toEqual(["momentum"]);
  });

  it("a local name is none of the notebook's", () => {
    const all = code("const m = display(1);", "const mine = ({ w }) => { const m = w; return m; };");
    expect(programOf(all, { node: "mine", cell: 1 }).text).not.toContain("display");
  });
});

it("checks are found with what they check", () => {
  const [check] = code('display(check("momentum/rule", mine));').checks;
  expect(check!.id).toBe("momentum/rule");
  expect(ts.isIdentifier(check!.answer!)).toBe(true);
});
