import { describe, expect, test } from "vitest";
import { exercise, gradientDescent, momentum, nesterov, parabola } from "fall-line";
import { type Exercise, kindOf } from "../../src/exercises/exercise.ts";
import { codeOf } from "../../src/exercises/solution.ts";

const solutionBlocks = (one: Exercise) => kindOf(one).solution(one);
const asked = { title: "T", prompt: "P?", hints: ["H."] } as const;
const options = {
  a: { text: "A.", reason: "No." },
  b: { text: "B.", reason: "Yes.", right: true },
  c: { text: "C.", reason: "Nor this.", right: false },
};
const text = (said: string) => ({ kind: "text", text: said });
const answer = Object.assign(() => 1, { source: "(now) => {\n      return now;\n    }" });
const code = { kind: "code", code: "(now) => {\n  return now;\n}" };
const momentumLines = { title: "Momentum", lines: ["m = α·m − λ·g", "w = w + m"] };

describe("a right answer is shown with its reason", () => {
  test.each([
    [
      "numbers by their labels, as people write them",
      exercise.predict({
        ...asked,
        fields: {
          x: { label: "far", answer: 1 / 3, within: 0 },
          y: { label: "high", answer: -90_000, within: 1 },
        },
        because: "So it is.",
      }),
      [text("far: 0.333333"), text("high: −90000"), text("So it is.")],
    ],
    ["the one option that is right", exercise.choose({ ...asked, options }), [text("B. Yes.")]],
    ["the outcome", exercise.foresee({ ...asked, options }), [text("B. Yes.")]],
    [
      "a rule: its equations and the code",
      exercise.write({ ...asked, rule: momentum as never, solution: answer as never }),
      [{ kind: "equations", groups: [momentumLines] }, code],
    ],
    [
      "a rule with its place of the gradient",
      exercise.write({ ...asked, rule: nesterov as never, solution: answer as never }),
      [
        {
          kind: "equations",
          groups: [{ title: nesterov.title, lines: ["g = gradient at w + α·m", ...momentumLines.lines] }],
        },
        code,
      ],
    ],
    [
      "a bug: what was wrong first",
      exercise.findTheBug({
        ...asked,
        rule: momentum as never,
        given: answer as never,
        solution: answer as never,
        because: "It was late.",
      }),
      [text("It was late."), { kind: "equations", groups: [momentumLines] }, code],
    ],
    [
      "a formula",
      exercise.formula({
        ...asked,
        formula: "2*x^2",
        arguments: { x: { from: 0, to: 1 } },
        solution: answer,
      }),
      [{ kind: "equations", groups: [{ title: "The formula", lines: ["2·x²"] }] }, code],
    ],
    [
      "several formulas",
      exercise.formula({ ...asked, formula: ["2*x", "lambda"], arguments: {}, solution: answer }),
      [{ kind: "equations", groups: [{ title: "The formula", lines: ["2·x", "λ"] }] }, code],
    ],
    [
      "settings",
      exercise.tune({
        ...asked,
        rule: gradientDescent,
        on: parabola,
        start: [1],
        steps: 1,
        below: 1,
        given: { lambda: 1, alpha: 0 },
        solution: { lambda: 0.25, alpha: -1 },
        because: "It is fast.",
      }),
      [text("For example λ = 0.25, α = −1."), text("It is fast.")],
    ],
    [
      "an explanation",
      exercise.explain({ ...asked, model: "Because.", lookFor: { a: "A.", b: "B." } }),
      [text("Because.")],
    ],
  ])("%s", (_, one, blocks) => {
    expect(solutionBlocks(one)).toEqual(blocks);
  });
});

test.each([
  ["x => x", "x => x"],
  ["f(\n    a,\n      b\n  )", "f(\n  a,\n    b\n)"],
  ["f(\n\t\ta\n\t)", "f(\n\ta\n)"],
  ["f(\n    a\n\n    b\n    )", "f(\na\n\nb\n)"],
])(
  "code is shown with its lines at the left edge, and what stands further in stays so: %j",
  (source, due) => {
    expect(codeOf(Object.assign(() => 1, { source }))).toBe(due);
  },
);

test("code whose text no build has kept is the text of the function", () => {
  const bare = (x: number): number => x + 1;
  expect(codeOf(bare)).toBe(bare.toString());
});
