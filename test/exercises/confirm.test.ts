import { describe, expect, test } from "vitest";
import { exercise, lessonExercises, momentum } from "fall-line";
import { isRightElsewhere } from "../../src/exercises/confirm.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { type FormulaTarget, pointsOf } from "../../src/exercises/formula-target.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { stepOfRule } from "../../src/exercises/run/rule-step.ts";

const asked = { title: "T", prompt: "P?", hints: ["H."] } as const;

describe("an answer that was found right", () => {
  const formula = [...lessonExercises.all.values()].find(({ kind }) => kind === "formula")! as Exercise & {
    readonly target: FormulaTarget;
    readonly solution: (given: Record<string, number>) => number;
  };

  test("is right where one of the seeds finds it so, at points of that seed alone", () => {
    const known = new Set(pointsOf(formula.target, 3).map((point) => JSON.stringify(point)));
    const memorised = (given: Record<string, number>): number =>
      known.has(JSON.stringify(given)) ? formula.solution(given) : -99;
    const right = (...seeds: number[]): boolean => isRightElsewhere(formula, memorised, seeds);
    expect([right(3), right(4), right(4, 3), right(4, 5)]).toEqual([true, false, true, false]);
    expect(isRightElsewhere(formula, formula.solution, [7])).toBe(true);
  });

  test.each(["write", "bug"])("is tried at other points where it is to %s", (kind) => {
    const [id, one] = [...lessonExercises.all].find(
      ([, candidate]) =>
        (candidate.kind === "write" || candidate.kind === "bug") &&
        candidate.kind === kind &&
        candidate.target.rule === momentum,
    ) ?? ["", undefined];
    if (one === undefined) throw new Error(`no exercise on momentum is to ${kind}`);
    const step = stepOfRule(momentum);
    const seen = new Set<string>();
    expect(
      isRightElsewhere(
        one,
        (now: never, hyper: never) => (seen.add(JSON.stringify(now["w"])), step(now, hyper)),
        [3],
      ),
      id,
    ).toBe(true);
    for (const { w } of casesFor(momentum, 3).all) expect(seen).toContain(JSON.stringify(w));
    const places = new Set(casesFor(momentum, 1).all.map(({ w }) => JSON.stringify(w)));
    const memorised = (now: never, hyper: never): unknown =>
      places.has(JSON.stringify(now["w"])) ? step(now, hyper) : { w: now["w"], m: now["m"] };
    expect(isRightElsewhere(one, memorised, [3, 4])).toBe(false);
  });

  test("is right everywhere where nothing is computed", () => {
    const options = { a: { text: "A.", reason: "No." }, b: { text: "B.", reason: "Yes.", right: true } };
    expect(isRightElsewhere(exercise.choose({ ...asked, options }), "a", [])).toBe(true);
  });
});
