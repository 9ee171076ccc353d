import { expect, test } from "vitest";
import { defineRule, hyper, objective, schedules } from "fall-line";
import { distinctSingles } from "../../src/exercises/mutations/mutants.ts";
import type { Probe } from "../../src/exercises/run/probe.ts";

const rule = defineRule({
  id: "plain",
  title: "Plain",
  hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "rate" }) },
  rate: "lambda",
  equations: { w: "w - lambda*g" },
});
/** Two steps on x² + y² from a place, with a rate. */
const probe = (lambda: number, start: readonly number[] = [2, -1]): Probe => ({
  name: "a bowl",
  objective: objective("x^2 + y^2"),
  start,
  steps: 2,
  hyper: { lambda },
  schedule: schedules.constant(),
  firstT: 1,
});
const told = (matching: readonly Probe[], fresh: Probe): string[] =>
  distinctSingles(rule, { matching, fresh, far: [] }).map((group) =>
    group.map(({ what }) => what).join(" = "),
  );

test("slips that can be told apart are in groups of their own", () => {
  const apart = [
    "the sign of λ·g is flipped",
    "λ·g is left out",
    "w is left out",
    "the factor g is left out",
    "the factor λ is left out",
    "g is divided by its length",
    "the rate λ is applied twice",
  ];
  expect(new Set(told([probe(0.1), probe(0.3)], probe(0.2)))).toEqual(new Set(apart));
});

test("what computes the same as the rule on all probes is none, and is one where a single probe tells it", () => {
  const [one, other] = [probe(1), probe(0.3)];
  const isTold = (matching: readonly Probe[], fresh: Probe): boolean =>
    told(matching, fresh).some((what) => what.includes("the factor λ is left out"));
  expect([
    isTold([one, one], one),
    isTold([one, other], one),
    isTold([other, one], one),
    isTold([one, one], other),
  ]).toEqual([false, true, true, true]);
});

test("slips that compute the same on all probes are one group, and two where a single probe parts them", () => {
  // At a rate of 1/2 the slope 2w is taken as w: without w, and without the rate, w turns into -w in each step.
  const together = ["w is left out", "the factor λ is left out"];
  const groups = (matching: readonly Probe[], fresh: Probe): string[] =>
    told(matching, fresh).filter((what) => together.some((one) => what.includes(one)));
  const [half, other] = [probe(0.5), probe(0.2)];
  expect(groups([half, half], half)).toEqual([together.join(" = ")]);
  for (const [matching, fresh] of [
    [[half, half], other],
    [[half, other], half],
    [[other, half], half],
  ] as const)
    expect(groups(matching, fresh)).toEqual(together);
});

test("what does not stay finite on every probe is none", () => {
  const lost = "g is divided by its length";
  expect(told([probe(0.1)], probe(0.2))).toContain(lost);
  expect(told([probe(0.1)], probe(0.2, [0, 0]))).not.toContain(lost);
  expect(told([probe(0.1, [0, 0]), probe(0.1)], probe(0.2))).not.toContain(lost);
});
