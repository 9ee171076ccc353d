import { describe, expect, test } from "vitest";
import type { PlainBlock } from "../../src/exercises/blocks.ts";
import { findTheBug } from "../../src/exercises/kinds/find-the-bug.ts";
import { kindOf } from "../../src/exercises/exercise.ts";
import { heightOf, taskOf } from "../../src/presenting/task.ts";
import { taskToHtml, writtenToHtml } from "../../src/presenting/task-html.ts";
import { linesToHtml } from "../../src/presenting/lines-html.ts";
import { toldOf } from "../../src/presenting/told.ts";
import type { Question } from "../../src/presenting/question.ts";
import { momentum } from "../../src/rules/momentum.ts";

const code = (text: string): PlainBlock => ({ kind: "code", code: text });
const told = (text: string): PlainBlock => ({ kind: "text", text });

const bug = findTheBug<"m", "lambda" | "alpha">({
  title: "Late",
  prompt: "Mend it.",
  hints: ["Look."],
  rule: momentum,
  given: ({ w, m, g }, { lambda, alpha }) => ({
    w: w.map((x, i) => x + m[i]!),
    m: m.map((old, i) => alpha * old - lambda * g[i]!),
  }),
  solution: ({ w, m, g }, { lambda, alpha }) => {
    const next = m.map((old, i) => alpha * old - lambda * g[i]!);
    return { w: w.map((x, i) => x + next[i]!), m: next };
  },
  because: "It moved with the old velocity.",
});
interface Shown {
  readonly output: { readonly data: Record<string, unknown> };
}
const { aim } = kindOf(bug).question(bug);

describe("what is answered by writing", () => {
  test("has its code in large type, smaller where that leaves room for what it should do", () => {
    expect(taskOf("const a = 1;", [], { aim }).given).toEqual({ lines: ["const a = 1;"], size: 28 });
    const task = taskOf("a;\n".repeat(12), [], { aim });
    expect(task.given.size).toBe(28);
    expect(taskOf("a;\n".repeat(14), [], { aim })).toMatchObject({
      given: { size: 24 },
      aim: { open: { kind: "figure" }, solved: { kind: "figure" } },
    });
  });

  test("stands below what it asks where its code needs the room, as large as its longest line has room", () => {
    const below = (text: string, answer: PlainBlock[] = []): [boolean, number] => {
      const task = taskOf(text, answer, { aim });
      return [task.aim === undefined, task.given.size];
    };
    const line = (letters: number): string => `const ${"a".repeat(letters - 11)} = 1;`;
    expect(below("a;\n".repeat(17))).toEqual([true, 24]);
    expect([line(52), line(53), line(69), line(70), line(81), line(99)].map((text) => below(text))).toEqual([
      [false, 24],
      [true, 28],
      [true, 28],
      [true, 24],
      [true, 24],
      [true, 24],
    ]);
    expect(below("a;", [code(line(70))])).toEqual([true, 24]);
    expect(taskOf("a;", []).aim, "without a picture").toBeUndefined();
  });

  test("shows two paths, without the numbers that make the difference", () => {
    const { open, solved } = taskOf("a;", [], { aim }).aim as Record<"open" | "solved", Shown>;
    const words = JSON.stringify(open.output.data);
    expect(words).toContain("what it should do");
    expect(words).toContain("what it does");
    expect(open.output.data["image/svg+xml"], "and is printed").toMatch(/^<svg/);
    const after = JSON.stringify(solved.output.data);
    expect(after, "with the answer").toContain("Momentum");
    expect(after).not.toMatch(/what it (?:should do|does)/);
  });

  test("has its numbers with the answer, where only those are changed", () => {
    const task = taskOf("const mine: Numbers = { lambda: 0.3, k: 1e-7 };", [], {
      values: { lambda: 0.9, k: 2 },
    });
    expect(task.given.lines).toEqual(["const mine = { lambda: 0.3, k: 1e-7 };"]);
    expect(task.solved!.lines).toEqual(["const mine = { lambda: 0.9, k: 2 };"]);
  });

  test("has no picture in which both paths look like one", () => {
    const same = kindOf(bug).question({ ...bug, given: bug.solution });
    expect(same.aim!({ width: 824, height: 400 })).toBeUndefined();
    expect(aim!({ width: 824, height: 400 })).toBeDefined();
  });

  test("keeps its height when the answer is shown", () => {
    const task = taskOf("a;\nb;", [code("a;\nb;\nc;\nd;")], { aim });
    const heights = Array.from(
      taskToHtml(task, { width: 824, height: 714 }).matchAll(/height:(\d+)px/g),
      ([, h]) => Number(h),
    );
    expect(heights.slice(0, 2)).toEqual([heightOf(task), heightOf(task)]);
    expect(heights[0]! + heights[2]!).toBe(714);
  });

  test("has the place for the answer lit, or its only line, and with the answer what is new", () => {
    const lit = (given: string, answer: string): (string | undefined)[][] =>
      writtenToHtml(taskOf(given, [code(answer)]))
        .split('class="answer solved"')
        .map((html) => Array.from(html.matchAll(/ lit" style="[^"]*">(.*?)\n<\/span>/g), ([, text]) => text));
    expect(lit("f;", "g;")).toEqual([["f;"], ["g;"]]);
    expect(lit("f;\nh;", "f;\ng;")).toEqual([[], ["g;"]]);
    expect(lit("f;\nh;", "k;\ng;"), "written from nothing").toEqual([[], []]);
    const place = 'f;\n  // your answer here\n  throw new Error("not written yet");\nh;';
    expect(lit(place, "g;")[0]!.join("")).toContain("your answer here");
    expect(lit("f;\n  // your answer here\n  g;", "g;")[0], "what is to be mended is to be found").toEqual(
      [],
    );
  });
});

test("a line of code that breaks goes on behind its indent", () => {
  const html = linesToHtml(["if (a)", "  b < c;"], (line) => line.startsWith("if"));
  expect(html.match(/class="line[^"]*" style="[^"]*"/g)).toEqual([
    'class="line lit" style="--indent:2ch"',
    'class="line" style="--indent:4ch"',
  ]);
  expect(html.replace(/<[^>]*>/g, ""), "and is copied as it was").toBe("if (a)\n  b &lt; c;\n");
});

describe("of an answer stands on the slide", () => {
  const words = (n: number): string => `Word ${"word ".repeat(n - 2)}end.`;
  const asked = (parts: Partial<Question>): Question => ({
    id: "a",
    title: "A",
    prompt: words(50),
    choices: [],
    answer: [],
    mistakes: [],
    hides: false,
    ...parts,
  });

  test.each([
    ["what has room with the question", true, [told(`${words(10)} ${words(10)}`)], [20]],
    ["the first sentence in any case", true, [told(`${words(30)} ${words(2)}`)], [30]],
    ["no sentence that has no room", true, [told(`${words(5)} ${words(5)} ${words(20)}`)], [10]],
    ["more where there is nothing but words", false, [told(`${words(30)} ${words(35)} ${words(9)}`)], [65]],
  ])("%s", (_, isTask, answer, counts) => {
    const shown = toldOf(asked({ answer, ...(isTask && { task: taskOf("a;", []) }) })) as { text: string }[];
    expect(shown.map(({ text }) => text.split(" ").length)).toEqual(counts);
  });

  test("35 words beside a picture, where they take the place of what was asked", () => {
    const task = taskOf("a;", [], { aim });
    const answer = [told(`${words(30)} ${words(5)} ${words(2)}`)];
    expect(toldOf(asked({ answer, task }))).toEqual([told(`${words(30)} ${words(5)}`)]);
  });

  test("of code all, but of a task none, for it has a place of its own", () => {
    const answer = [code("a;")];
    expect(toldOf(asked({ answer }))).toEqual(answer);
    expect(toldOf(asked({ answer, task: taskOf("a;", answer) }))).toEqual([]);
  });
});
