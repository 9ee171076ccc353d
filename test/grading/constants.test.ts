import { describe, expect, it } from "vitest";
import { readCode } from "../../src/grading/answers/cells.ts";
import { type Constant, constantOf } from "../../src/grading/answers/constant.ts";

const code = (...sources: readonly string[]): ReturnType<typeof readCode> =>
  readCode(sources.map((source, i) => ({ id: `cell-${i}`, source })));

/** What is read of `mine`, as it is at the end of the last cell. */
const mine = (...sources: readonly string[]): Constant =>
  constantOf(code(...sources), "mine", sources.length - 1);

describe("a name that is given another value", () => {
  it.each<[sources: string[], value: unknown]>([
    [['let mine = "?";\nmine = "c";\nconsole.log(mine.length);'], "c"],
    [["let mine = 1;", "mine = 2;", "const other = mine;"], 2],
    [["let mine = 1;\nmine = 2;", "let mine = 3;"], 3],
    [["let other = 1;\nlet mine = 2;\nother = mine;"], 2],
    [["let other = 5, mine = 2;"], 2],
    [["mine = 4;"], 4],
    [["const mine = [1, 2];\nmine.map((x) => x + 1);"], [1, 2]],
    [["let mine = 1;\nfor (const x of [2]) mine += x;\nmine = 4;"], 4],
    [
      [
        "let mine = 1;\nconst f = (mine) => { mine = 2; };\nfor (let other = 3; other > 0; other--) f(other);",
      ],
      1,
    ],
    [["let mine = 1;\nif (mine > 0) console.log(mine);"], 1],
  ])("%j counts as it is last", (sources, value) => {
    expect(mine(...sources)).toEqual({ value });
  });

  it.each([
    ["let mine = 1;\nmine += 2;", '"mine += 2" is computed, and is not written out'],
    [
      "const mine = { lambda: 0.1 };\nmine.lambda = 0.5;",
      '"mine.lambda = 0.5" is computed, and is not written out',
    ],
    ["let mine = 1;\nmine++;", '"mine++" is computed, and is not written out'],
    ["const mine = [1];\nmine[0] = 2;", '"mine[0] = 2" is computed, and is not written out'],
    ["let mine = 1;\nlet other = mine = 2;", '"let other = mine = 2;" is computed, and is not written out'],
    ["let mine = 1, other;\nother = mine = 2;", '"other = mine = 2" is computed, and is not written out'],
    ["let mine = 1;\nif (3 > 2) mine = 2;", '"if (3 > 2) mine = 2;" is computed, and is not written out'],
    [
      "let mine = 1;\nfor (let i = 0; i < 9; i++) mine *= 2;",
      '"for (let i = 0; i < 9; i++) mine *= 2;" is computed, and is not written out',
    ],
    ["let mine;\nfor (mine of [1, 2]);", '"for (mine of [1, 2]);" is computed, and is not written out'],
    [
      "let mine = 1, b = 2;\n[mine, b] = [b, mine];",
      '"[mine, b] = [b, mine]" is computed, and is not written out',
    ],
    ["let mine = 1;\n({ mine } = other);", '"({ mine } = other)" is computed, and is not written out'],
    ["const mine = { a: 1, b: 2 };\ndelete mine.a;", '"delete mine.a" is computed, and is not written out'],
    ["const mine = [2, 1];\nmine.sort();", '"mine.sort()" is computed, and is not written out'],
    [
      "let mine = 1;\n[1, 2].forEach((x) => (mine += x));",
      '"[1, 2].forEach((x) => (mine += x))" is computed, and is not written out',
    ],
    [
      "let mine = 1;\nconst set = () => { mine = 2; };\nset();",
      '"const set = () => { mine = 2; };" is computed, and is not written out',
    ],
  ])("%j is not taken for what it was at first", (source, fault) => {
    expect(mine(source)).toEqual({ fault });
  });
});

it.each<[answer: string, value: unknown]>([
  ["-0.5", -0.5],
  ["1_000_000", 1e6],
  ["0x10 + 1e-1", 16.1],
  ["7 - 2 - 1", 4],
  ["8 / 2 / 2", 2],
  ["2 ** 3 ** 2", 512],
  ["`a` + 'b'", "ab"],
  ["[undefined, null, -Math.E]", [undefined, null, -Math.E]],
  ["Math.max(1, 2, -3)", 2],
  [`${"[".repeat(24)}1${"]".repeat(24)}`, JSON.parse(`${"[".repeat(24)}1${"]".repeat(24)}`)],
])("an answer that stands in the check itself is read: %s", (answer, value) => {
  const { checks } = code(`check("a/b", ${answer});`);
  expect(constantOf(code(""), checks[0]!.answer!, 0)).toEqual({ value });
});

it.each([
  ["console.log", '"console.log" is computed, and is not written out'],
  ["other.max(1, 2)", '"other.max(1, 2)" is computed, and is not written out'],
  ["Math.other", '"Math.other" is computed, and is not written out'],
  ["Math.PI()", '"Math.PI()" is computed, and is not written out'],
  ["(".repeat(25).concat("1", ")".repeat(25)), "it is nested too deeply to be read"],
  ["!true", "its sign cannot be read"],
  ["-'a'", "it computes with something that is no number"],
  ["'a' + 1", "it computes with something that is no number"],
  ["1 + 'a'", "it computes with something that is no number"],
  ["f('".padEnd(58, "a").concat("')"), `"${"f('".padEnd(58, "a")}')" is computed, and is not written out`],
  ["f('".padEnd(59, "a").concat("')"), `"${"f('".padEnd(59, "a")}'..." is computed, and is not written out`],
])("an answer that would have to be run is not: %s", (answer, fault) => {
  const { checks } = code(`check("a/b", ${answer});`);
  expect(constantOf(code(""), checks[0]!.answer!, 0)).toEqual({ fault });
});
