import { describe, expect, test, vi } from "vitest";
import { adagrad, adam, check, lessonExercises, momentum, nesterov, newton, type Rule } from "fall-line";
import { diagnoseStep, type StepTarget } from "../../src/exercises/diagnose-step.ts";
import type { Write } from "../../src/exercises/exercise.ts";
import { differs, pathOf } from "../../src/exercises/run/rule-run.ts";
import { probesFor } from "../../src/exercises/run/probe.ts";
import { runStep } from "../../src/exercises/run/step-run.ts";
import { uniform } from "../../src/math/random.ts";
import { formulas, right, wrong } from "./answers.ts";

vi.setConfig({ testTimeout: 30_000 });

/** For each of five rules; 200 in all in the long suite. */
const RANDOM = process.env["FALL_LINE_LONG"] === undefined ? 12 : 40;

const targetOf = (id: string): StepTarget => (lessonExercises.all.get(id) as Write).target;
const checkLoosely = check as unknown as (id: string, answer: unknown) => ReturnType<typeof check>;

describe.each(Object.keys(wrong))("check(%j, ...)", (id) => {
  test.each(right[id]!.map((answer, i) => [i + 1, answer] as const))(
    "accepts right answer %i of another style",
    (_, answer) => {
      const feedback = checkLoosely(id, answer);
      expect([feedback.outcome, feedback.text]).toEqual(["right", expect.any(String)]);
    },
  );

  test.each(wrong[id]!.map((one) => [one.title, one] as const))(
    "tells what is wrong: %s",
    (_, { answer, told }) => {
      const diagnosis = diagnoseStep(targetOf(id), answer);
      if (typeof told === "number") {
        expect(["departs", "not finite"]).toContain(diagnosis.kind);
        expect("departure" in diagnosis && diagnosis.departure.step).toBe(told);
      } else {
        const feedback = checkLoosely(id, answer);
        expect(feedback.outcome).toBe("almost");
        expect(feedback.names.join("; ")).toMatch(told);
        expect(feedback.headline).toMatch(/^Almost\. Your answer behaves like/);
      }
    },
  );
});

test.each(formulas.map((one) => [one.id, one.title, one] as const))(
  "check(%j, ...) tells a function apart: %s",
  (id, _, { answer, told }) => {
    const feedback = checkLoosely(id, answer);
    if (told === "right") expect(feedback.outcome).toBe("right");
    else if (told === "departs") expect([feedback.outcome, feedback.names]).toEqual(["not yet", []]);
    else expect(feedback.names.join("; ")).toMatch(told);
  },
);

test("a convention is right and is named", () => {
  const headlines = ["momentum/rule", "nesterov/rule", "adagrad/rule", "adam/rule"].flatMap((id) =>
    right[id]!.map((answer) => checkLoosely(id, answer).headline),
  );
  expect(new Set(headlines)).toEqual(
    new Set([
      "Right.",
      "Right: this is the PyTorch form.",
      "Right: this is the form that Keras uses.",
      "Right: this is the Keras form.",
      "Right: this is the form with ε inside the root.",
    ]),
  );
});

test("an answer that does not use a hyperparameter is told so", () => {
  const feedback = checkLoosely(
    "momentum/rule",
    ({ w, m, g }: Record<string, number[]>, { lambda }: Record<string, number>) => {
      for (let i = 0; i < w!.length; i++) w![i]! += m![i] = 0.9 * m![i]! - lambda! * g![i]!;
    },
  );
  expect(feedback.outcome).toBe("not yet");
  expect(feedback.text).toContain("it does not use α");
});

/** A random small step: each coordinate of m and w becomes a random expression of what is there. */
function randomAnswer(
  rule: Rule,
  seed: number,
): (now: Record<string, unknown>, hyper: Record<string, number>) => unknown {
  const states = Object.keys(rule.state);
  let place = 0;
  const pick = (count: number): number => Math.floor(count * uniform(seed, place++));
  type Compute = (x: Record<string, number>) => number;
  const names = ["w", "g", "t", ...states, ...Object.keys(rule.hyperparameters)];
  const expression = (depth: number): Compute => {
    const kind = depth === 0 ? 0 : pick(7);
    if (kind === 0) {
      const name = names[pick(names.length)]!;
      return (x) => x[name]!;
    }
    if (kind === 1) return () => [0.1, 0.5, 0.9, 1, 2][place % 5]!;
    if (kind === 2) {
      const inner = expression(depth - 1);
      return (x) => Math.sqrt(Math.abs(inner(x)) + 0.01);
    }
    const [left, right] = [expression(depth - 1), expression(depth - 1)];
    if (kind === 3) return (x) => left(x) * right(x);
    return kind === 4 ? (x) => left(x) + right(x) : (x) => left(x) - right(x);
  };
  const lines = [...states, "w"].map((name) => [name, expression(2)] as const);
  const keepsW = pick(2) === 0;
  return (now, hyper) => {
    const w = now["w"] as number[];
    const next: Record<string, number[]> = Object.fromEntries(lines.map(([name]) => [name, []]));
    w.forEach((x, i) => {
      const values: Record<string, number> = {
        ...hyper,
        t: now["t"] as number,
        w: x,
        g: (now["g"] as number[])[i]!,
      };
      for (const state of states) values[state] = (now[state] as number[])[i]!;
      for (const [name, compute] of lines) {
        const value = (name === "w" && keepsW ? x : 0) - 0.1 * compute(values);
        next[name]!.push(value);
        values[name] = value;
      }
    });
    return next;
  };
}

test.each([momentum, nesterov, adagrad, adam, newton].map((rule) => [rule.id, rule] as const))(
  "no wrong name is given to random functions in the place of %s",
  (_, rule) => {
    const fresh = [11, 12, 13].flatMap((seed) => {
      const { matching, fresh: last } = probesFor(rule, seed);
      return [...matching, last];
    });
    for (let seed = 1; seed <= RANDOM; seed++) {
      const answer = randomAnswer(rule, seed);
      const diagnosis = diagnoseStep({ rule, conventions: [], misconceptions: [] }, answer);
      expect(diagnosis.kind).not.toBe("failure");
      if (diagnosis.kind !== "misconception") continue;
      // A name was given: then it is true on surfaces that the diagnosis has never seen.
      for (const { rule: named } of diagnosis.explanations) {
        for (const probe of fresh) {
          const { path } = runStep(answer, rule, probe);
          pathOf(named!, probe).forEach((w, t) => expect(differs(w, path[t]!)).toBe(-1));
        }
      }
    }
  },
  60_000,
);
