import { expect, test } from "vitest";
import { exercise, gradientDescent, parabola } from "fall-line";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";

const asked = { title: "T", prompt: "P?", hints: ["H."] } as const;
const options = { a: { text: "A.", reason: "No." }, b: { text: "B.", reason: "Yes.", right: true } };
const step = ({ w, g }: { w: number[]; g: number[] }, { lambda }: { lambda: number }) => ({
  w: w.map((x, i) => x - lambda * g[i]!),
});
const tune = exercise.tune({
  ...asked,
  rule: gradientDescent,
  on: parabola,
  start: [1],
  steps: 1,
  below: 0.25,
  given: { lambda: 0.01 },
  solution: { lambda: 0.3 },
  because: "B.",
});
const KINDS: readonly Exercise[] = [
  exercise.predict({ ...asked, fields: { x: { label: "x", answer: 1, within: 0 } }, because: "B." }),
  exercise.foresee({ ...asked, options }),
  exercise.choose({ ...asked, options }),
  exercise.write({ ...asked, rule: gradientDescent, solution: step }),
  exercise.formula({ ...asked, formula: "x", arguments: { x: { from: 0, to: 1 } }, solution: ({ x }) => x }),
  exercise.findTheBug({
    ...asked,
    rule: gradientDescent,
    given: ({ w }: { w: number[] }) => ({ w }),
    solution: step,
    because: "B.",
  }),
  tune,
  exercise.explain({ ...asked, model: "M.", lookFor: { a: "A.", b: "B." } }),
];

test.each(KINDS.map((one) => [one.kind, one] as const))(
  "an answer to %s that is still to come is not written, and no attempt",
  (_, one) => {
    for (const answer of [undefined, null, "", " ? "]) {
      const { outcome, isAttempt, credit } = checkAnswer("mine/it", one, answer);
      expect([answer, outcome, isAttempt, credit]).toEqual([answer, "not written", false, undefined]);
    }
  },
);

test("what goes wrong in the check itself is said, and is no attempt", () => {
  for (const thrown of [new Error("no room"), "no room"]) {
    const broken = Object.defineProperty({ ...tune }, "given", {
      get: () => {
        throw thrown as Error;
      },
    });
    const found = checkAnswer("mine/it", broken, { lambda: 1 });
    expect([found.id, found.outcome, found.isAttempt]).toEqual(["mine/it", "note", false]);
    expect(found.headline).toContain("The fault is in the check and not in your answer");
    expect(found.blocks).toEqual([{ kind: "code", code: "no room" }]);
  }
});
