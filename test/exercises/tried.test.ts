/** How an answer is run, and what is seen of it. */
import { describe, expect, test } from "vitest";
import { momentum } from "fall-line";
import { ELSEWHERE } from "../../src/exercises/run/candidate.ts";
import type { Candidate, FormulaCandidate, Watched } from "../../src/exercises/run/candidate.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { describe as inWords, isPromise } from "../../src/exercises/run/describe.ts";
import { repliesOf } from "../../src/exercises/run/observe.ts";
import { pointOf, solveFor } from "../../src/exercises/run/tools.ts";
import { watch } from "../../src/exercises/run/watch.ts";
import { watchFormula } from "../../src/exercises/run/watch-formula.ts";

interface Loose {
  readonly w: number[];
  readonly m: number[];
  readonly g: number[];
  readonly t: number;
  readonly H: number[][];
  readonly gradient: (at: unknown) => number[];
  readonly solve: (A: unknown, b: unknown) => number[];
  readonly slope: unknown;
}
interface Settings {
  readonly lambda: number;
  readonly rate: unknown;
}
const as = (answer: (now: Loose, hyper: Record<string, number>) => unknown): Candidate =>
  answer as unknown as Candidate;

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
    expect(Array.from(pointOf([1, 2], 2))).toEqual([1, 2]);
    expect(Array.from(pointOf(Float64Array.of(3), 1))).toEqual([3]);
    for (const [at, got] of [
      [[1, 2, 3], "an array of 3 numbers"],
      [[1, "2"], "an array of 2 values, one of them 2"],
      [3, "the number 3"],
      [undefined, "undefined"],
    ] as const)
      expect(() => pointOf(at, 2)).toThrow(`gradient(...) takes a place, 2 numbers in an array, got ${got}`);
    expect(() => pointOf(1, 1)).toThrow("takes a place, 1 number in an array");
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
      [
        [
          [1, 2],
          [3, 4],
        ],
        [1, 2, 3],
      ],
      [
        [[1, 2], [3]],
        [1, 2],
      ],
      [
        [1, 2],
        [1, 2],
      ],
      [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        [1, 2],
      ],
      [3, [1]],
    ])
      // prettier-ignore
      expect(() => solveFor(A, given)).toThrow("solve(H, g) takes a list of rows and a list of as many numbers; got ");
    expect(() => solveFor("H", 2)).toThrow('got the text "H" and the number 2');
  });
});

describe("what is seen of a step as it runs", () => {
  const one = casesFor(momentum).all[0]!;
  const seen = (answer: (now: Loose, hyper: Record<string, number>) => unknown): Partial<Watched> =>
    Object.fromEntries(
      Object.entries(watch(as(answer), one)).filter(([, found]) =>
        Array.isArray(found) ? found.length > 0 : found === true,
      ),
    );

  test.each<[string, (now: Loose, hyper: Settings) => unknown, Partial<Watched>]>([
    [
      "nothing",
      ({ w, m, g, t }, { lambda }) => [w.map((x, i) => x + m[i]! - lambda * g[i]! * t), w.length],
      {},
    ],
    [
      "names that there are not",
      ({ slope, w }, { rate }) => [slope, rate, w],
      { missing: ["slope"], missingHyper: ["rate"] },
    ],
    ["a whole list in arithmetic", ({ g }) => 2 * (g as unknown as number), { whole: ["g"] }],
    ["a list made of another", ({ g }) => 2 * (g.map((x) => x) as unknown as number), { whole: ["a list"] }],
    ["the settings as a number", (_, lambda) => 2 * (lambda as unknown as number), { hyperAsNumber: true }],
    ["an index too high", ({ w }) => w[9], { beyond: [{ list: "w", index: "9", length: 3 }] }],
    [
      "a name that lists have not",
      ({ m }) => (m as unknown as { size: number }).size,
      { beyond: [{ list: "m", index: "size", length: 3 }] },
    ],
    [
      "a function as a list",
      ({ gradient }) => (gradient as unknown as number[])[0],
      { functions: ["gradient"] },
    ],
    [
      "the gradient somewhere as a whole",
      ({ gradient, w }) => 2 * (gradient(w) as unknown as number),
      { whole: ["the gradient"] },
    ],
    ["a row of H as a whole", ({ H }) => 2 * (H[1] as unknown as number), { whole: ["H[1]"] }],
    [
      "a solution beyond its end",
      ({ solve, H, g }) => solve(H, g)[3],
      { beyond: [{ list: "the solution", index: "3", length: 3 }] },
    ],
    [
      "and then stops",
      ({ w, slope }) => {
        throw new Error(`${String(slope)} ${w.length}`);
      },
      { missing: ["slope"] },
    ],
    [
      "what is asked of everything",
      (now, hyper) => [JSON.stringify(now), JSON.stringify(hyper), Promise.resolve(now.w)],
      {},
    ],
    ["what is given as a number", (now) => 2 * (now as unknown as number), {}],
    [
      "a part of a list beyond its end",
      ({ w }) => w.slice(1)[2],
      { beyond: [{ list: "a list", index: "2", length: 2 }] },
    ],
    [
      "equations and a place that were themselves given",
      ({ H, g, w, solve, gradient }) => [solve(H, g), gradient(w)],
      {},
    ],
  ])("%s", (_, answer, due) => {
    // prettier-ignore
    expect(seen(answer as never)).toEqual(due);
  });

  test("where it runs elsewhere is seen there", () => {
    const found = { whole: ["there"] } as unknown as Watched;
    const elsewhere = Object.assign(() => 1, {
      [ELSEWHERE]: { watch: () => found, watchFormula: () => ({ missing: ["x"], asWhole: true }) },
    });
    expect(watch(elsewhere, one)).toBe(found);
    expect(watchFormula(elsewhere, { x: 1 })).toEqual({ missing: ["x"], asWhole: true });
    const nothing = Object.assign((({ y }) => y) as FormulaCandidate, {
      [ELSEWHERE]: { watch: () => undefined, watchFormula: () => undefined },
    });
    expect(watchFormula(nothing, { x: 1 })).toEqual({ missing: ["y"], asWhole: false });
  });

  test("of a formula stays what it was", () => {
    const point = { x: 3 };
    watchFormula((given) => (given["x"] = 4), point);
    expect(point).toEqual({ x: 3 });
  });

  test.each<[string, (given: Record<string, number>) => unknown, object]>([
    ["what is given", ({ x }) => 2 * x!, { missing: [], asWhole: false }],
    ["what is not", ({ x, y }) => x! * y!, { missing: ["y"], asWhole: false }],
    ["all of it as a number", (given) => 2 * (given as unknown as number), { missing: [], asWhole: true }],
    ["all of it as a text", (given) => [given as unknown as string].join(), { missing: [], asWhole: true }],
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
    repliesOf(
      as((_, hyper) => (hyper["lambda"] = 0)),
      cases,
    );
    expect(cases.all.every(({ hyper }) => hyper["lambda"]! > 0)).toBe(true);
    const [reply] = repliesOf(
      as(({ gradient, w, H }) => [gradient(w), H]),
      cases,
    );
    const { g, H, w } = cases.all[0]!;
    const rows = w.map((_, i) => Array.from(H.subarray(i * w.length, (i + 1) * w.length)));
    expect(reply!.result).toEqual([g, rows]);
  });

  test("may promise a result that never comes, and nobody hears of it", async () => {
    repliesOf(
      as(() => Promise.reject(new Error("no"))),
      cases,
    );
    await Promise.resolve();
  });
});
