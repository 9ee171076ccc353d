/** What a rule remembers and w never reads is asked for itself; what w reads may be kept otherwise. */
import { expect, test } from "vitest";
import {
  exercise,
  gradientDescentAveraged,
  gradientDescentEma,
  lion,
  muon,
  type Rule,
  type StepOf,
} from "fall-line";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

function outcome<S extends string, H extends string>(rule: Rule<H>, answer: StepOf<S, H>): string {
  const asked = exercise.write<S, H>({
    title: "A rule",
    prompt: "Write it.",
    rule,
    solution: answer,
    hints: ["No hint."],
  });
  return checkAnswer("mine/one", asked, answer).outcome;
}

const down = (w: readonly number[], g: readonly number[], lambda: number): number[] =>
  w.map((x, i) => x - lambda * g[i]!);

const ema =
  (
    of: (old: number, next: number, before: number, beta: number, t: number) => number,
  ): StepOf<"a", "lambda" | "beta"> =>
  ({ w, a, g, t }, { lambda, beta }) => {
    const next = down(w, g, lambda);
    return { w: next, a: next.map((x, i) => of(a[i]!, x, w[i]!, beta, t)) };
  };

test("an average of the points is right with the new ones, and with nothing else", () => {
  const right = ema((old, x, _before, beta, t) => (t > 1 ? beta * old + (1 - beta) * x : x));
  expect(outcome(gradientDescentEma, right)).toBe("right");
  const wrong = [
    ema((old, x, _before, beta) => beta * old + (1 - beta) * x),
    ema((old, x, _before, beta, t) => (t > 1 ? (1 - beta) * old + beta * x : x)),
    ema((old, _x, before, beta, t) => (t > 1 ? beta * old + (1 - beta) * before : before)),
    ema((_old, x) => x),
  ];
  for (const answer of wrong) expect(outcome(gradientDescentEma, answer)).not.toBe("right");
});

test("so it is with a mean from a later step on", () => {
  const mean =
    (by: (t: number, from: number) => number): StepOf<"a", "lambda" | "from"> =>
    ({ w, a, g, t }, { lambda, from }) => {
      const next = down(w, g, lambda);
      return { w: next, a: next.map((x, i) => (t > from ? a[i]! + (x - a[i]!) / by(t, from) : x)) };
    };
  expect(
    outcome(
      gradientDescentAveraged,
      mean((t, from) => t - from),
    ),
  ).toBe("right");
  expect(
    outcome(
      gradientDescentAveraged,
      mean((t) => t),
    ),
  ).not.toBe("right");
});

test("Lion's memory, which is written after w, is the old one for w", () => {
  const step =
    (late: boolean): StepOf<"m", "eta" | "beta1" | "beta2" | "decay"> =>
    ({ w, m, g }, { eta, beta1, beta2, decay }) => {
      const memory = m.map((old, i) => beta2 * old + (1 - beta2) * g[i]!);
      const used = late ? memory : m;
      const next = w.map((x, i) => x - eta * (Math.sign(beta1 * used[i]! + (1 - beta1) * g[i]!) + decay * x));
      return { w: next, m: memory };
    };
  expect(outcome(lion, step(false))).toBe("right");
  expect(outcome(lion, step(true))).not.toBe("right");
});

test("momentum itself is no step of Muon, and an answer to Muon is told so without a fault of the check", () => {
  const momentum: StepOf<"m", "eta" | "mu" | "rows"> = ({ w, m, g }, { eta, mu }) => {
    const next = m.map((old, i) => mu * old + g[i]!);
    return { w: w.map((x, i) => x - eta * next[i]!), m: next };
  };
  expect(["almost", "not yet"]).toContain(outcome(muon, momentum));
});
