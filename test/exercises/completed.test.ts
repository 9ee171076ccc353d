import { describe, expect, test } from "vitest";
import { momentum } from "fall-line";
import { withLine, withReasons } from "../../src/exercises/explain/completed.ts";
import type { StepExplanation } from "../../src/exercises/explain/explain-step.ts";
import type { Form } from "../../src/exercises/explain/form.ts";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { type Lines, linesOf } from "../../src/exercises/search/lines.ts";
import { treeOf } from "../../src/exercises/search/tree.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

const explained = (ids: readonly string[], more: Partial<StepExplanation> = {}): StepExplanation => ({
  mistakes: ids.map((id) => ({ id, what: id })),
  claims: [],
  unexplained: ["w"],
  tried: 0,
  ...more,
});

describe("where numbers are unexplained, the reason", () => {
  type Now = Readonly<Record<string, number[]>>;
  const form = (...w: number[]): Form => ({ w: Float64Array.from(w), states: new Map(), faults: [] });
  const told = (from: StepExplanation, candidate: unknown, w: readonly number[], source = ""): unknown => {
    const cases = casesFor(momentum);
    const found = withReasons(from, candidate as Candidate, momentum, cases, form(...w), source);
    return found === from ? "as it was" : [found.mistakes.map(({ id }) => id), found.unexplained];
  };
  const misspelt = ({ w, v }: Now): unknown => ({ w, m: v });
  const plain = ({ w, m }: Now): unknown => ({ w, m });
  test.each<[string, StepExplanation, unknown, number[], string, unknown]>([
    ["is not looked for where all is known", explained(["a"], { unexplained: [] }), misspelt, [1], "", "as it was"],
    ["is what was read, before what is known", explained(["a"]), misspelt, [1], "", [["name: v not given", "a"], []]],
    ["stands in the place of what it explains", explained(["return: m NaN", "return: w text", "a", "return: m undefined"]), misspelt, [1], "", [["name: v not given", "a", "return: m undefined"], []]],
    ["is looked for where only a form is known", explained(["return: m undefined"], { unexplained: [] }), misspelt, [1], "", [["name: v not given", "return: m undefined"], []]],
    ["is in the text where all is NaN", explained([]), plain, [NaN, NaN], "x ^ 2", [["NaN: xor"], []]],
    ["is not that where some are numbers", explained([]), plain, [NaN, 1], "x ^ 2", "as it was"],
    ["is in the text where an index is looked up", explained([]), plain, [1, 2], "w.indexOf(x)", [["index: by value"], []]],
    ["is not that where something is known", explained(["a"]), plain, [1, 2], "w.indexOf(x)", "as it was"],
    ["is not in the text where all is NaN and something is known", explained(["a"]), plain, [NaN], "x ^ 2", "as it was"],
  ])("%s", (_, from, candidate, w, source, due) => {
    expect(told(from, candidate, w, source)).toEqual(due);
  }); // prettier-ignore
});

describe("the line of the text that a mistake is in", () => {
  const source =
    "({ w, m, g }, { lambda, alpha }) => {\n  const v = m.map((old, i) => 2 * old);\n  return { w: w.map((x, i) => x + 2 * v[i]), m: v };\n}";
  const right = linesOf(momentum);
  const cases = casesFor(momentum);
  const otherM: Lines = { ...right, states: new Map([["m", treeOf("2*m")]]) };
  const otherW: Lines = { ...right, w: treeOf("w + 2*m") };
  const line = (from: StepExplanation, text = source): unknown[] =>
    withLine(from, momentum, cases, text).mistakes.map((one) => one.line?.text);

  test("is that of the only quantity which is computed otherwise", () => {
    expect(line(explained(["m: sign of g", "more"], { computes: otherM }))).toEqual([
      "const v = m.map((old, i) => 2 * old)",
      undefined,
    ]);
    expect(line(explained(["w: sign of m"], { computes: otherW }))).toEqual([
      "w: w.map((x, i) => x + 2 * v[i])",
    ]);
  });

  test.each<[string, StepExplanation, string?]>([
    ["nothing is known to compute it", explained(["m: sign of g"])],
    ["no quantity is computed otherwise", explained(["m: sign of g"], { computes: right })],
    ["two are", explained(["m: sign of g"], { computes: { ...otherM, w: otherW.w } })],
    ["it is a loop that stops too early", explained(["w: butLast of w"], { computes: otherW })],
    ["it is a loop over a sum", explained(["w: next of add(w,m)"], { computes: otherW })],
    ["it is one of how something is returned", explained([], { mistakes: [{ id: "return: a", sentence: "A" }], computes: otherM })],
    ["there is no mistake", explained([], { computes: otherM })],
    ["the line is right as it stands", explained(["w: sign of m"], { computes: otherW }), source.replace("2 * v", "v")],
    ["the text has two such lines", explained(["m: sign of g"], { computes: otherM }), "() => { m = 1; m = 2; }"],
  ])("is not told where %s", (_, from, text) => {
    expect(withLine(from, momentum, cases, text ?? source)).toBe(from);
  }); // prettier-ignore
});
