import { describe, expect, test } from "vitest";
import { gradientDescent, momentum, type Rule, variant } from "fall-line";
import { conventionsOf } from "../../src/exercises/conventions.ts";
import { departureOf, notesOn } from "../../src/exercises/explain/departure.ts";
import { whyNoNumber } from "../../src/exercises/explain/no-number.ts";
import type { Reply } from "../../src/exercises/run/observe.ts";
import { type Probe, probesFor } from "../../src/exercises/run/probe.ts";
import { rightRun } from "../../src/exercises/run/rule-run.ts";
import type { StepRun } from "../../src/exercises/run/step-run.ts";
import { Columns } from "../../src/exercises/search/columns.ts";
import { linesOf } from "../../src/exercises/search/lines.ts";
import { show, treeOf } from "../../src/exercises/search/tree.ts";

describe("what a right answer does besides", () => {
  const reply = (...wrote: string[]): Reply => ({ result: undefined, given: {}, wrote });
  const run = (...changedHyper: string[]): StepRun => ({ path: [], states: [], changedHyper });
  const told = (replies: readonly Reply[], runs: readonly StepRun[]): unknown[] =>
    notesOn(replies, runs).map(({ id, sentence }) => [id, sentence]);
  const harm = "Here that does no harm; elsewhere somebody may still need the old values";

  test("is nothing, or that it writes into what it is given, in whatever step", () => {
    expect(told([reply(), reply()], [run(), run()])).toEqual([]);
    expect(told([reply(), reply("kappa")], [run()])).toEqual([
      ["in place: kappa", `it writes into the list that it is given (κ) and makes no new one. ${harm}`],
    ]);
    expect(told([reply("m"), reply("m", "w")], [run()])).toEqual([
      ["in place: m, w", `it writes into the lists that it is given (m, w) and makes no new ones. ${harm}`],
    ]);
    expect(told([reply()], [run(), run("alpha"), run("alpha")])).toEqual([
      ["in place: alpha", "it changes what it is given (α), which has no effect here"],
    ]);
  });
});

describe("where an answer departs", () => {
  const { matching, fresh } = probesFor(momentum);
  const probes = [...matching, fresh];
  const conventions = conventionsOf(momentum);
  const alone = { rule: momentum, conventions: [] };
  type States = Record<string, readonly number[]>;
  const runs = (rule: Rule = momentum): StepRun[] => probes.map((probe) => rightRun(rule, probe));
  /** The right runs, on one probe otherwise from a step on, counted from 0: in w, in m or in both. */
  const otherwise = (
    on: number,
    from: number,
    of: readonly string[],
    by: (x: number) => number,
    rule: Rule = momentum,
  ): StepRun[] =>
    runs(rule).map((run, i) => {
      if (i !== on) return run;
      const path = run.path.map((w, t) => (t >= from && of.includes("w") ? w.map(by) : w));
      const states = run.states.map((one, t): States =>
        t >= from && of.includes("m") ? { m: one["m"]!.map(by) } : one,
      );
      return { ...run, path, states };
    });
  const more = (x: number): number => x + 1;

  test("is nowhere where it takes the path of the rule or of a form of it", () => {
    expect(departureOf(alone, probes, runs())).toBeUndefined();
    for (const { rule } of conventions)
      expect(departureOf({ rule: momentum, conventions }, probes, runs(rule))).toBeUndefined();
  });

  test.each<[on: number, from: number, of: string[], quantity: string]>([
    [0, 0, ["w"], "w"],
    [0, 0, ["m"], "m"],
    [0, 3, ["m", "w"], "m"],
    [2, 1, ["w"], "w"],
    [3, 11, ["m", "w"], "m"],
  ])("on probe %i from step %i on in %j is told with both numbers: first in %s", (on, from, of, quantity) => {
    const { path, states } = runs()[on]!;
    const due = quantity === "w" ? path[from]! : states[from]![quantity]!;
    const wrong = otherwise(on, from, of, more);
    expect(departureOf(alone, probes, wrong)).toEqual({
      rule: momentum,
      probe: probes[on],
      step: from + 1,
      before: from === 0 ? probes[on]!.start : path[from - 1],
      quantity,
      expected: due,
      got: due.map(more),
      path: wrong[on]!.path,
    });
  });

  test("is the end of a path that breaks off", () => {
    const broken = runs().map((run, i) =>
      i === 0 ? { ...run, path: run.path.slice(0, 2), states: [] } : run,
    );
    expect(departureOf(alone, probes, broken)).toMatchObject({ step: 1, quantity: "m", got: [] });
    const known = runs().map((run, i) => (i === 0 ? { ...run, path: run.path.slice(0, 2) } : run));
    expect(departureOf(alone, probes, known)).toMatchObject({ step: 3, quantity: "w", got: [] });
  });

  test("is later in the form that it follows longest: by the probe, then the step, then the quantity", () => {
    const [pytorch, turned] = conventions as [(typeof conventions)[0], (typeof conventions)[0]];
    const target = { rule: momentum, conventions };
    expect(departureOf(target, probes, otherwise(0, 4, ["m"], more, pytorch.rule))).toMatchObject({
      step: 5,
      quantity: "m",
      form: pytorch.name,
    });
    expect(departureOf(target, probes, otherwise(1, 0, ["w"], more, turned.rule))).toMatchObject({
      probe: probes[1],
      form: turned.name,
    });
    // In step 1 each form has its own m: where w alone is wrong too, the rule itself is compared with if its m came.
    const own = departureOf(target, probes, otherwise(0, 0, ["w"], more));
    expect(own).toMatchObject({ step: 1, quantity: "w" });
    expect(own).not.toHaveProperty("form");
  });

  test("is told why no number came, where what it computes is known and an operation is to blame", () => {
    const told = (
      equations: Record<string, string>,
      by: (x: number) => number,
      of: string,
      from = 0,
    ): unknown => {
      const wrong = variant(momentum, { id: "wrong", title: "Wrong", equations });
      return departureOf(alone, probes, otherwise(0, from, [of], by), { computes: linesOf(wrong) })?.noNumber;
    };
    expect(told({ w: "w + m/(t - 1)" }, () => Infinity, "w")).toBe(
      "w is Infinity in step 1: the divisor is 0 there.",
    );
    expect(told({ m: "alpha*m - lambda*g/(t - 1)" }, () => -Infinity, "m")).toBe(
      "m is -Infinity in step 1: the divisor is 0 there.",
    );
    expect(told({ m: "alpha*m + log(t - 3)" }, () => NaN, "m", 2)).toBe(
      "m is NaN in step 3: the logarithm of a number that is not above 0 is taken there.",
    );
    // What makes m no number is no reason for w, and a number needs none.
    expect(told({ m: "alpha*m/(t - 1)", w: "w + 1" }, () => NaN, "w")).toBeUndefined();
    expect(told({ w: "w + m/(t - 1)" }, more, "w")).toBeUndefined();
  });

  test("is told why by the new state, where w is computed from that", () => {
    const wrong = variant(momentum, { id: "wrong", title: "Wrong", equations: { m: "0*m", w: "w + 1/m" } });
    const run = otherwise(0, 2, ["w"], () => Infinity);
    expect(departureOf(alone, probes, run, { computes: linesOf(wrong) })?.noNumber).toBe(
      "w is Infinity in step 3: the divisor is 0 there.",
    );
  });

  test("is compared with a rule that remembers nothing in w alone", () => {
    const [probe] = probesFor(gradientDescent).matching as [Probe];
    const right = rightRun(gradientDescent, probe);
    const path = right.path.map((w, t) => (t === 5 ? w.map(more) : w));
    const found = departureOf({ rule: gradientDescent, conventions: [] }, [probe], [{ ...right, path }]);
    expect(found).toMatchObject({ step: 6, quantity: "w" });
  });
});

describe("why an expression is no number", () => {
  const columns = new Columns([0, 4], new Map([
    ["x", Float64Array.of(0, -1, 4, NaN)],
    ["y", Float64Array.of(2, 0, -3, 1)],
    ["big", Float64Array.of(1e308, 1e308, 1e308, 1e308)],
  ])); // prettier-ignore

  test.each<[formula: string, entry: number, part: string | undefined, says?: string]>([
    ["y/x", 0, "x", "the divisor is 0"],
    ["y/x", 1, undefined],
    ["x/y", 1, "y", "the divisor is 0"],
    ["1 + 2*(x/y)", 1, "y", "the divisor is 0"],
    ["sqrt(x)", 1, "x", "the root of a number below 0 is taken"],
    ["sqrt(x)", 0, undefined],
    ["log(x)", 0, "x", "the logarithm of a number that is not above 0 is taken"],
    ["log(x)", 1, "x", "the logarithm of a number that is not above 0 is taken"],
    ["log(x)", 2, undefined],
    ["x^y", 0, undefined],
    ["x^(0 - y)", 0, "x", "0 is raised to a power below 0"],
    ["y/(x + 1)", 1, "x + 1", "the divisor is 0"],
    ["x + 1", 3, undefined],
    ["y/(0*x)", 3, undefined],
    ["big*big", 0, undefined],
    ["y/big + sqrt(x)", 1, "x", "the root of a number below 0 is taken"],
    ["big*10*y^2/x", 2, undefined],
  ])("%s in place %i: %s", (formula, entry, part, says) => {
    const reason = whyNoNumber(treeOf(formula), columns, entry);
    expect(reason && [show(reason.part), reason.says]).toEqual(part === undefined ? undefined : [part, says]);
  });
});
