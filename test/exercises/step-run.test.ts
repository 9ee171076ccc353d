import { describe, expect, test } from "vitest";
import { gradientDescent, momentum, nadam, quadratic, schedules } from "fall-line";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import type { Probe } from "../../src/exercises/run/probe.ts";
import { runStep, WrongResult } from "../../src/exercises/run/step-run.ts";

describe("a run over a probe", () => {
  const probe: Probe = {
    name: "a bowl",
    objective: quadratic([1, 2]),
    start: [4, -2],
    steps: 3,
    hyper: { lambda: 0.5, alpha: 0.5 },
    schedule: schedules.exponential({ k: Math.log(2) }),
    firstT: 1,
  };
  type Now = Record<"w" | "m" | "g", number[]> & { readonly t: number };
  const run = (answer: (now: Now, hyper: Record<string, number>) => unknown, more: Partial<Probe> = {}) =>
    runStep(answer as unknown as Candidate, momentum, { ...probe, ...more });

  test("takes each step from where the last one led, with what it remembered, the rate and the number of the step", () => {
    const seen: unknown[] = [];
    const { path, states, changedHyper } = run(({ w, m, g, t }, { lambda }) => {
      seen.push([t, lambda, [...w], [...m], [...g]]);
      return { w: w.map((x) => x / 2), m: m.map((x) => x + 1) };
    });
    // The slopes of x²/2 + y² are x and 2y.
    expect(seen).toEqual([
      [1, 0.5, [4, -2], [0, 0], [4, -4]],
      [2, 0.25, [2, -1], [1, 1], [2, -2]],
      [3, 0.125, [1, -0.5], [2, 2], [1, -1]],
    ]);
    expect(path).toEqual([[2, -1], [1, -0.5], [0.5, -0.25]]); // prettier-ignore
    expect(states).toEqual([{ m: [1, 1] }, { m: [2, 2] }, { m: [3, 3] }]);
    expect(changedHyper).toEqual([]);
    const late: number[] = [];
    run(({ w, m, t }) => (late.push(t), { w, m }), { firstT: 200 });
    expect(late).toEqual([200, 201, 202]);
  });

  test.each<[string, (now: Now) => unknown]>([
    ["new lists by name", ({ w, m }) => ({ w: w.map((x) => x / 2), m: m.map((x) => x + 1) })],
    ["typed arrays", ({ w, m }) => ({ w: Float64Array.from(w, (x) => x / 2), m: m.map((x) => x + 1) })],
    ["a list of lists in their order", ({ w, m }) => [w.map((x) => x / 2), m.map((x) => x + 1)]],
    [
      "nothing, and wrote into what it was given",
      ({ w, m }) => {
        w.forEach((x, i) => {
          w[i] = x / 2;
          m[i]! += 1;
        });
      },
    ],
    [
      "w, and wrote into m",
      ({ w, m }) => {
        m.forEach((x, i) => (m[i] = x + 1));
        return w.map((x) => x / 2);
      },
    ],
    [
      "a list with w in it, and wrote into m",
      ({ w, m }) => {
        m.forEach((x, i) => (m[i] = x + 1));
        return [w.map((x) => x / 2)];
      },
    ],
    [
      "w by name, and wrote into m",
      ({ w, m }) => {
        m.forEach((x, i) => (m[i] = x + 1));
        return { w: w.map((x) => x / 2) };
      },
    ],
    ...[
      ["nothing", () => undefined],
      ["w", (w: number[]) => w],
      ["w by name", (w: number[]) => ({ w })],
    ].map(([what, given]): [string, (now: Now) => unknown] => [
      `${what as string}, and put new lists in the place of what it was given`,
      (now) => {
        now.w = now.w.map((x) => x / 2);
        now.m = now.m.map((x) => x + 1);
        return (given as (w: number[]) => unknown)(now.w);
      },
    ]),
  ])("reads what a step gives back: %s", (_, answer) => {
    // prettier-ignore
    const { path, states } = run(answer);
    expect([path.at(-1), states.at(-1)]).toEqual([[0.5, -0.25], { m: [3, 3] }]);
  });

  test("goes on with nothing written where something was written before, and not where it never was", () => {
    expect(run(({ w, t }) => { if (t === 1) w[0] = 3; }).path).toEqual([[3, -2], [3, -2], [3, -2]]); // prettier-ignore
    expect(run(({ m, t }) => { if (t === 1) m[0] = 3; }).path).toHaveLength(3); // prettier-ignore
    expect(() => run(() => undefined)).toThrow(WrongResult);
  });

  test.each<[string, (now: Now) => unknown]>([
    ["a promise", ({ w, m }) => Promise.resolve({ w, m })],
    ["a number", () => 3],
    ["null", () => null],
    ["too few numbers", ({ m }) => ({ w: [1], m })],
    ["texts", ({ w, m }) => ({ w: w.map(String), m })],
    ["no w", ({ m }) => ({ m })],
  ])("ends where a step gives back %s", (_, answer) => {
    expect(() => run(answer)).toThrow(WrongResult);
  });

  test("ends with the first point that is not finite", () => {
    for (const bad of [Infinity, NaN]) {
      const { path } = run(({ w, m, t }) => ({ w: w.map((x, i) => (t === 2 && i === 1 ? bad : x)), m }));
      expect(path).toEqual([[4, -2], [4, bad]]); // prettier-ignore
    }
  });

  test("sees which settings were changed, and gives the next step its own", () => {
    const rates: number[] = [];
    const { changedHyper } = run(({ w, m }, hyper) => {
      rates.push(hyper["lambda"]!);
      hyper["lambda"] = 7;
      return { w, m };
    });
    expect([changedHyper, rates]).toEqual([["lambda"], [0.5, 0.25, 0.125]]);
  });

  test("lets a step write into its place and its gradient without harm to what its tools compute", () => {
    const answer = ({ w, m, gradient }: Now & { readonly gradient: (at: readonly number[]) => number[] }) => {
      const here = [...w];
      w[0] = 100;
      return { w: gradient(here), m };
    };
    expect(run(answer as never, { steps: 1 }).path).toEqual([[4, -4]]);
    const hessian = (({ w, H }: { w: number[]; H: number[][] }) => {
      w[0] = 100;
      return { w: [H[0]![0]!, H[1]![1]!] };
    }) as never;
    expect(runStep(hessian, gradientDescent, { ...probe, steps: 1 }).path).toEqual([[1, 2]]);
  });

  test("starts with the memory that the rule starts with", () => {
    const seen: unknown[] = [];
    const answer = (({ w, P }: { w: number[]; P: number[] }) => (seen.push([...P]), { w })) as never;
    runStep(answer, nadam, { ...probe, steps: 1 });
    expect(seen).toEqual([[1, 1]]);
  });

  test("remembers nothing of what is no list of numbers", () => {
    expect(run(({ w }) => ({ w, m: [1] }), { steps: 1 }).states).toEqual([{ m: [] }]);
  });
});
