import { describe, expect, test } from "vitest";
import { defineRule, hyper, momentum, type Rule, state } from "fall-line";
import { type Base, type ByLines, explainLines } from "../../src/exercises/explain/explain-lines.ts";
import { readForm } from "../../src/exercises/explain/form.ts";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { repliesOf } from "../../src/exercises/run/observe.ts";
import { sourceOf } from "../../src/exercises/run/source.ts";
import type { Reach } from "../../src/exercises/search/line-search.ts";
import { Effort } from "../../src/exercises/search/effort.ts";
import { linesOf, outcomeOf } from "../../src/exercises/search/lines.ts";
import { show } from "../../src/exercises/search/tree.ts";

interface Now {
  readonly w: number[];
  readonly m: number[];
  readonly g: number[];
}

/** A momentum step with a sign of its own in each line. */
const step = (inM: number, inW: number): Candidate =>
  (({ w, m, g }: Now, { alpha, lambda }: Record<"alpha" | "lambda", number>) => {
    const velocity = m.map((old, i) => alpha * old + inM * lambda * g[i]!);
    return { w: w.map((x, i) => x + inW * velocity[i]!), m: velocity };
  }) as unknown as Candidate;

function explained(
  candidate: Candidate,
  rule: Rule = momentum,
  reach: Reach = 1,
  base: Partial<Base> = {},
): ByLines {
  const [cases, lines, source] = [casesFor(rule), linesOf(rule), sourceOf(candidate)];
  const form = readForm(cases, repliesOf(candidate, cases), outcomeOf(lines, cases.columns), source);
  const setting = { cases, form, source, effort: new Effort(10_000), searches: new Map() };
  return explainLines({ rule, lines, prior: [], ...base }, setting, reach);
}

test("mistakes in two lines are named each by itself, and cost what both cost", () => {
  const [right, inM, inW, both] = [step(-1, 1), step(1, 1), step(-1, -1), step(1, -1)].map((one) =>
    explained(one),
  );
  expect([right!.mistakes, right!.cost]).toEqual([[], 0]);
  for (const one of [inM!, inW!]) {
    expect([one.mistakes.length, one.unexplained]).toEqual([1, []]);
    expect(one.cost).toBeGreaterThan(0);
  }
  expect(both!.mistakes.map(({ id }) => id)).toEqual(
    [inM!, inW!].flatMap(({ mistakes }) => mistakes.map(({ id }) => id)),
  );
  expect(both!.cost).toBeCloseTo(inM!.cost + inW!.cost, 12);
});

const told = ({ mistakes, unexplained, lines }: ByLines): unknown[] => [
  mistakes.map(({ what, sentence }) => what ?? sentence),
  unexplained,
  lines && [...lines.states.values(), lines.w].map(show),
];

test("a state that w has right, and that is returned wrong, is told to be wrong as it is returned", () => {
  type Run = (now: Now, hypers: object) => Now;
  const right = step(-1, 1) as unknown as Run;
  const mixed: Run = (now, hypers) => ({ ...right(now, hypers), m: now.m.map(() => 0.7) });
  expect(told(explained(mixed as unknown as Candidate, momentum, 3))).toEqual([
    ["in the m that is returned, the result is always 0.7, whatever is given"],
    [],
    ["0.7", "w + (α·(old m) − λ·g)"],
  ]);
});

/** The rates of both terms are left out, which two edits of one line explain. */
const withoutRates = (({ w, m, g }: Now, { alpha, lambda }: Record<"alpha" | "lambda", number>) => ({
  w: w.map((x, i) => x + m[i]! - g[i]!),
  m: m.map((old, i) => alpha * old - lambda * g[i]!),
})) as unknown as Candidate;

test.each<[compared: string, by: number, base: Partial<Base>]>([
  ["the rule's own", 2, {}],
  ["those in a form that was to be mended", 2, { form: "own", isGiven: true }],
  ["those in another form", 1, { form: "own" }],
  ["what computes the same as others", 1, { formOf: linesOf(momentum) }],
  ["lines with a mistake in them", 1, { prior: [{ id: "m: sign", quantity: "m", what: "a sign is flipped" }] }],
])("of all lines in one, %s are searched by as many edits as %i", (_, by, base) => {
  const { unexplained } = explained(withoutRates, momentum, 2, base);
  expect(unexplained).toEqual(by === 2 ? [] : ["w"]);
}); // prettier-ignore

describe("of a rule whose second state is computed from the first", () => {
  const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" });
  const rule = defineRule({
    id: "summed",
    title: "Summed",
    hyperparameters: { lambda },
    rate: "lambda",
    state: { m: state.vector({ meaning: "sum" }), s: state.vector({ meaning: "sum of sums" }) },
    equations: { m: "m + g", s: "s + m^2", w: "w - lambda*s" },
  });
  type Name = "w" | "m" | "s" | "g";
  type Of = (before: number, at: number) => number;
  /** A step of these lines, from which these are returned. */
  const of = (m: Of, s: Of, w: Of, returned: Readonly<Record<string, Name>> = {}): Candidate =>
    ((now: Record<Name, number[]>, { lambda: rate }: { lambda: number }) => {
      const newM = now.m.map((x, i) => m(x, now.g[i]!));
      const newS = now.s.map((x, i) => s(x, newM[i]!));
      const next = now.w.map((x, i) => w(x, rate * newS[i]!));
      const kept = Object.entries(returned).map(([key, name]) => [key, now[name]] as const);
      return { w: next, m: newM, s: newS, ...Object.fromEntries(kept) };
    }) as unknown as Candidate;
  const [M, S, W]: Of[] = [(x, g) => x + g, (x, m) => x + m * m, (x, step) => x - step];
  const lines = (m: string | undefined, s = "s + m²", w = "w − λ·s") => [m ?? "m + g", s, w];
  const odd: Of = (x, y) => Math.tan(x) * Math.cos(y + 1);

  test.each<[string, Candidate, string[], string[], string[] | undefined]>([
    ["all is right", of(M!, S!, W!), [], [], lines(undefined)],
    ["the second uses the wrong first", of((x, g) => x - g, S!, W!), ["in the line of m, the sign of g is flipped"], [], lines("m − g")],
    ["the first is unlike anything", of(odd, S!, W!), [], ["m"], undefined],
    ["the second is unlike anything", of(M!, odd, W!), [], ["s"], undefined],
    ["w is unlike anything", of(M!, S!, odd), [], ["w"], undefined],
    ["the old first is returned", of(M!, S!, W!, { m: "m" }), ["m comes back as it was: the old m is returned, so nothing is remembered from step to step"], [], undefined],
    ["the old place is returned", of(M!, S!, W!, { w: "w" }), ["w comes back as it was: the old place is returned"], [], lines(undefined, undefined, "w")],
    ["another is returned", of(M!, S!, W!, { m: "g" }), ["what is returned as m is the gradient"], [], undefined],
    ["two are returned in each other's place", of(M!, S!, W!, { m: "w", s: "g" }), ["what is returned as m is the old place", "what is returned as s is the gradient"], [], undefined],
  ])("where %s", (_, candidate, mistakes, unexplained, due) => {
    expect(told(explained(candidate, rule))).toEqual([mistakes, unexplained, due]);
  }); // prettier-ignore

  test("one sentence costs as much as another", () => {
    const olds: readonly Readonly<Record<string, Name>>[] = [{ m: "m" }, { w: "w" }, { m: "m", w: "w" }];
    const costs = olds.map((returned) => explained(of(M!, S!, W!, returned), rule).cost);
    expect(costs).toEqual([1, 1, 2]);
    expect(explained(of(M!, S!, odd), rule).cost).toBe(0);
  });
});
