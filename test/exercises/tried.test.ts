/** How an answer is run, and what is seen of it. */
import { describe, expect, test } from "vitest";
import { gradientDescent, momentum, newton, quadratic, schedules } from "fall-line";
import { ELSEWHERE } from "../../src/exercises/run/candidate.ts";
import type { Candidate, FormulaCandidate, Watched } from "../../src/exercises/run/candidate.ts";
import { type Case, casesFor } from "../../src/exercises/run/cases.ts";
import { describe as inWords, isPromise } from "../../src/exercises/run/describe.ts";
import { repliesOf } from "../../src/exercises/run/observe.ts";
import type { Probe } from "../../src/exercises/run/probe.ts";
import { runStep, WrongResult } from "../../src/exercises/run/step-run.ts";
import { placeOf, solveFor } from "../../src/exercises/run/tools.ts";
import { watch } from "../../src/exercises/run/watch.ts";
import { watchFormula } from "../../src/exercises/run/watch-formula.ts";

type Loose = Record<string, never>;
const as = (answer: (now: Loose, hyper: Record<string, number>) => unknown): Candidate => answer as unknown as Candidate;
const numbers = (list: unknown): number[] => list as number[];

test.each<[unknown, string]>([
  [1.5, "the number 1.5"],
  ["ab", 'the text "ab"'],
  ["a".repeat(50), `the text "${"a".repeat(40)}"`],
  [() => 1, "a function"],
  [[], "an array of 0 numbers"],
  [[1], "an array of 1 number"],
  [Float64Array.of(1, 2), "an array of 2 numbers"],
  [[1, [2]], "an array of 2 values, one of them an array"],
  [[{}], "an array of 1 values, one of them an object"],
  [[null, 1], "an array of 2 values, one of them null"],
  [{}, "an empty object"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }, "an object with a, b, c, d, e, f"],
  [null, "null"],
  [true, "true"],
  [undefined, "undefined"],
])("a value in a few words: %#", (value, words) => {
  expect(inWords(value)).toBe(words);
});

test("something to wait for has a then that can be called", () => {
  const then = { then: () => undefined };
  expect([Promise.resolve(), then, { then: 1 }, () => 1, null, "then"].map(isPromise)).toEqual([
    true, true, false, false, false, false,
  ]); // prettier-ignore
});

describe("the tools that an answer is given", () => {
  test("take a place with as many numbers as there are coordinates", () => {
    expect([...numbers(placeOf([1, 2], 2))]).toEqual([1, 2]);
    expect([...numbers(placeOf(Float64Array.of(3), 1))]).toEqual([3]);
    for (const [at, got] of [
      [[1, 2, 3], "an array of 3 numbers"],
      [[1, "2"], "an array of 2 values, one of them 2"],
      [3, "the number 3"],
      [undefined, "undefined"],
    ] as const)
      expect(() => placeOf(at, 2)).toThrow(`gradient(...) takes a place, 2 numbers in an array, got ${got}`);
    expect(() => placeOf(1, 1)).toThrow("takes a place, 1 number in an array");
  });

  test("solve equations given as rows, and say what are none", () => {
    // 2x + y = 5 and x + 3y = 10.
    const found = solveFor([[2, 1], Float64Array.of(1, 3)], [5, 10]);
    expect(found.map((x) => Math.round(x * 1e9) / 1e9)).toEqual([1, 3]);
    const b = [5, 10];
    solveFor([[2, 1], [1, 3]], b); // prettier-ignore
    expect(b).toEqual([5, 10]);
    const turned = "solve(H, g) takes the matrix first and then the list; here the list came first";
    expect(() => solveFor([1, 2], [[1, 2], [3, 4]])).toThrow(turned); // prettier-ignore
    for (const [A, given] of [
      [[[1, 2]], [1]],
      [[[1, 2], [3, 4]], [1, 2, 3]],
      [[[1, 2], [3]], [1, 2]],
      [[1, 2], [1, 2]],
      [3, [1]],
    ]) // prettier-ignore
      expect(() => solveFor(A, given)).toThrow("solve(H, g) takes a list of rows and a list of as many numbers, got ");
    expect(() => solveFor("H", 2)).toThrow('got the text "H" and the number 2');
  });
});

describe("what is seen of a step as it runs", () => {
  const one = casesFor(momentum).all[0]!;
  const seen = (answer: (now: Loose, hyper: Record<string, number>) => unknown): Partial<Watched> =>
    Object.fromEntries(
      Object.entries(watch(as(answer), one)).filter(([, found]) => (Array.isArray(found) ? found.length > 0 : found === true)),
    );

  test.each<[string, (now: Loose, hyper: Loose) => unknown, Partial<Watched>]>([
    ["nothing", ({ w, m, g, t }, { lambda }) => [numbers(w).map((x, i) => x + m[i]! - lambda! * g[i]! * t!), w.length], {}],
    ["names that there are not", ({ slope, w }, { rate }) => [slope, rate, w], { missing: ["slope"], missingHyper: ["rate"] }],
    ["a whole list in arithmetic", ({ g }) => 2 * (g as unknown as number), { whole: ["g"] }],
    ["a list made of another", ({ g }) => 2 * (numbers(g).map((x) => x) as unknown as number), { whole: ["a list"] }],
    ["the settings as a number", (_, lambda) => 2 * (lambda as unknown as number), { hyperAsNumber: true }],
    ["an index too high", ({ w }) => numbers(w)[9], { beyond: [{ list: "w", index: "9", length: 3 }] }],
    ["a name that lists have not", ({ m }) => (m as unknown as { size: number }).size, { beyond: [{ list: "m", index: "size", length: 3 }] }],
    ["a function as a list", ({ gradient }) => numbers(gradient)[0], { functions: ["gradient"] }],
    ["the gradient somewhere as a whole", ({ gradient, w }) => 2 * (gradient as (at: unknown) => number)(w), { whole: ["the gradient"] }],
    ["a row of H as a whole", ({ H }) => 2 * (H as unknown as number[])[1]!, { whole: ["H[1]"] }],
    ["a solution beyond its end", ({ solve, H, g }) => (solve as (A: unknown, b: unknown) => number[])(H, g)[3], { beyond: [{ list: "the solution", index: "3", length: 3 }] }],
    ["and then stops", ({ w, slope }) => { void slope; throw new Error(String(numbers(w).length)); }, { missing: ["slope"] }],
    ["what is asked of everything", ({ w }) => [JSON.stringify(w), Promise.resolve(w)], {}],
  ])("%s", (_, answer, due) => { // prettier-ignore
    expect(seen(answer as never)).toEqual(due);
  });

  test("where it runs elsewhere is seen there", () => {
    const found = { whole: ["there"] } as unknown as Watched;
    const elsewhere = Object.assign(() => 1, { [ELSEWHERE]: { watch: () => found, watchFormula: () => ({ missing: ["x"], asWhole: true }) } });
    expect(watch(elsewhere, one)).toBe(found);
    expect(watchFormula(elsewhere, { x: 1 })).toEqual({ missing: ["x"], asWhole: true });
    const nothing = Object.assign((({ y }) => y) as FormulaCandidate, { [ELSEWHERE]: { watch: () => undefined, watchFormula: () => undefined } });
    expect(watchFormula(nothing, { x: 1 })).toEqual({ missing: ["y"], asWhole: false });
  });

  test.each<[string, (given: Record<string, number>) => unknown, object]>([
    ["what is given", ({ x }) => 2 * x!, { missing: [], asWhole: false }],
    ["what is not", ({ x, y }) => x! * y!, { missing: ["y"], asWhole: false }],
    ["all of it as a number", (given) => 2 * (given as unknown as number), { missing: [], asWhole: true }],
    ["all of it as a text", (given) => String(given), { missing: [], asWhole: true }],
  ])("of a formula: %s", (_, answer, due) => {
    expect(watchFormula(answer, { x: 3 })).toEqual(due);
  });
});

describe("one step by itself", () => {
  const cases = casesFor(momentum);

  test("is given lists of its own, and is seen to write into them: another number, more, fewer, or −0 for 0", () => {
    const flat = cases.all.findIndex(({ g }) => g.every((x) => x === 0));
    const wrote = (way: (now: Record<string, number[]>) => unknown): readonly string[] =>
      repliesOf(as(way as never), cases)[flat]!.wrote;
    expect(wrote(({ w }) => (w![0]! += 1))).toEqual(["w"]);
    expect(wrote(({ m }) => m!.push(1))).toEqual(["m"]);
    expect(wrote(({ g }) => g!.pop())).toEqual(["g"]);
    expect(wrote(({ g }) => (g![0] = -g![0]!))).toEqual(["g"]);
    expect(wrote(({ w }) => (w![0] = Number(w![0])))).toEqual([]);
    const again = repliesOf(as((({ w }: Record<string, number[]>) => [...w!]) as never), cases);
    expect(again.map(({ result }) => result)).toEqual(cases.all.map(({ w }) => w));
  });

  test("is given settings of its own, the gradient and H of its place", () => {
    repliesOf(as((_, hyper) => (hyper["lambda"] = 0)), cases);
    expect(cases.all.every(({ hyper }) => hyper["lambda"]! > 0)).toBe(true);
    const [reply] = repliesOf(as(({ gradient, w, H }) => [(gradient as (at: unknown) => number[])(w), H]), cases);
    const { g, H, w } = cases.all[0]!;
    const rows = w.map((_, i) => Array.from(H.subarray(i * w.length, (i + 1) * w.length)));
    expect(reply!.result).toEqual([g, rows]);
  });

  test("may promise a result that never comes, and nobody hears of it", async () => {
    repliesOf(as(() => Promise.reject(new Error("no"))), cases);
    await Promise.resolve();
  });
});

describe("the cases in which steps are tried by themselves", () => {
  const { all } = casesFor(newton);
  const derivative = (one: Case, i: number, j: number, h = 1e-5): number => {
    const at = (step: number): Float64Array => one.gradient(one.w.map((x, k) => (k === j ? x + step : x)));
    return (at(h)[i]! - at(-h)[i]!) / (2 * h);
  };

  test("have a gradient that is g at w, and a Hessian that is its derivative", () => {
    for (const [index, one] of all.entries()) {
      expect([...one.gradient(one.w)]).toEqual([...one.g]);
      const n = one.w.length;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (index !== 13 || i + j > 0)
            expect([index, i, j, one.H[i * n + j]! - derivative(one, i, j)]).toEqual([index, i, j, expect.closeTo(0, index === 14 ? 2 : 4)]);
    }
  });

  test("are of one coordinate and of many, in the first step and in late ones, each more than once", () => {
    const of = (n: number): number => all.filter(({ w }) => w.length === n).length;
    for (const n of [2, 3, 4]) expect(of(n)).toBeGreaterThan(1);
    expect(of(1) * of(5)).toBeGreaterThan(0);
    const steps = all.map(({ t }) => t);
    expect(steps.filter((t) => t === 1).length).toBeGreaterThan(1);
    expect(Math.max(...steps)).toBeGreaterThanOrEqual(1000);
  });

  test("lie on flat, nearly flat and steep ground, one with equal coordinates and a 0 on the diagonal of H", () => {
    const slopes = all.map(({ g }) => Math.hypot(...g));
    expect(slopes.filter((slope) => slope === 0)).toHaveLength(1);
    expect(slopes.filter((slope) => slope > 0 && slope < 0.02)).toHaveLength(1);
    expect(slopes.filter((slope) => slope > 15)).toHaveLength(1);
    const equal = all.filter(({ w }) => new Set(w).size < w.length);
    expect(equal.map(({ H }) => H[0])).toEqual([0]);
    expect(Math.max(...all.flatMap(({ w }) => w.map(Math.abs)))).toBeGreaterThan(5);
  });

  test("remember squares that are never below 0 and velocities that are, and far out shares are small and rates large", () => {
    const { all: own } = casesFor(momentum);
    expect(own.flatMap(({ state }) => state["m"]!).some((x) => x < 0)).toBe(true);
    expect(own.at(-1)!.hyper["alpha"]).toBeLessThan(0.45);
    expect(own.at(-1)!.hyper["lambda"]).toBeGreaterThan(0.7);
    for (const { hyper } of own.slice(0, -1)) {
      expect(hyper["alpha"]).toBeGreaterThan(0.5);
      expect(hyper["lambda"]).toBeLessThan(0.5);
    }
  });

  test("are made once for a seed, and are others for another", () => {
    expect(casesFor(momentum, 3)).toBe(casesFor(momentum, 3));
    expect(casesFor(momentum, 3).all[0]!.w).not.toEqual(casesFor(momentum, 4).all[0]!.w);
    expect(casesFor(momentum)).toBe(casesFor(momentum, 1));
  });
});

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
    runStep(as(answer as never), momentum, { ...probe, ...more });

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
    ["nothing, and wrote into what it was given", ({ w, m }) => { w.forEach((x, i) => { w[i] = x / 2; m[i]! += 1; }); }],
    ["w, and wrote into m", ({ w, m }) => { m.forEach((x, i) => (m[i] = x + 1)); return w.map((x) => x / 2); }],
    ["w by name, and wrote into m", ({ w, m }) => { m.forEach((x, i) => (m[i] = x + 1)); return { w: w.map((x) => x / 2) }; }],
  ])("reads what a step gives back: %s", (_, answer) => { // prettier-ignore
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
    const { path } = run(({ w, m, t }) => ({ w: t === 2 ? w.map(() => Infinity) : w, m }));
    expect(path).toHaveLength(2);
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

  test("remembers nothing of what is no list of numbers", () => {
    expect(run(({ w }) => ({ w, m: [1] }), { steps: 1 }).states).toEqual([{ m: [] }]);
  });
});
