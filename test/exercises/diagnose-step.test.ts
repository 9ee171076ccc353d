/** What becomes of a step that is tried, whatever explains it. */
import { describe, expect, test } from "vitest";
import { momentum } from "fall-line";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

type Now = Readonly<Record<"w" | "m" | "g", number[]>>;
type Hyper = Readonly<Record<"lambda" | "alpha", number>>;
type Step = (now: Now, hyper: Hyper) => { readonly w: number[]; readonly m: number[] };

/** A momentum step that keeps its velocity so many times as large. */
const scaled =
  (scale: number): Step =>
  ({ w, m, g }, { lambda, alpha }) => {
    const kept = m.map((old, i) => alpha * old - scale * lambda * g[i]!);
    return { w: w.map((x, i) => x + kept[i]! / scale), m: kept };
  };
const right = scaled(1);
const target = { rule: momentum, conventions: [], misconceptions: [] };
const kindOf = (answer: unknown): string => diagnoseStep(target, answer).kind;

/** The state is that of the rule in so many of the fifteen cases, and where g is 0; elsewhere it is its double. */
const rememberingIn = (cases: number): Step => {
  const known = new Set(casesFor(momentum).all.slice(0, cases).map(({ w }) => String(w))); // prettier-ignore
  return (now, hyper) => (known.has(String(now.w)) ? right : scaled(2))(now, hyper);
};

describe("a step that gives something else when it is called again", () => {
  /** The right step, but for one call of those that are made: 7 probes of 12 steps, the first one again, and 15 cases twice. */
  const butIn = (call: number, by: (x: number) => unknown): unknown => {
    let calls = 0;
    const step = (now: Now, hyper: Hyper) => {
      const next = right(now, hyper);
      return calls++ === call ? { ...next, w: next.w.map(by) } : next;
    };
    return step;
  };

  test.each([
    ["in its first step", 0],
    ["in a later one", 4],
    ["in the last one of the same path", 95],
    ["in the first case", 96],
    ["in the last case", 125],
  ])("is no right one: %s", (_, call) => {
    for (const by of [(x: number) => x + 1e-9, () => NaN]) expect(kindOf(butIn(call, by))).toBe("outside");
  });

  test("and one that never does may give no number anywhere", () => {
    expect(kindOf(({ w, m }: Now) => ({ w: w.map(() => NaN), m }))).toBe("wrong");
    expect(kindOf(butIn(126, () => NaN))).toBe("right");
  });
});

describe("a step on the right path that remembers something else", () => {
  test.each([
    [3, "right"],
    [4, "wrong"],
    [15, "right"],
  ])(
    "is right where the rule's own state comes in fewer than a third of the cases, or in all: %i and one",
    (n, kind) => {
      // prettier-ignore
      expect(kindOf(rememberingIn(n))).toBe(kind);
    },
  );

  test("is in the rule's own form where another form computes the same", () => {
    const conventions = ["one", "two"].map((name) => ({ name, rule: { ...momentum, id: name } }));
    const found = (answer: unknown): unknown => diagnoseStep({ ...target, conventions } as never, answer);
    expect(found(right)).not.toHaveProperty("convention");
    expect(found(scaled(2))).not.toHaveProperty("convention");
  });
});

describe("of a wrong step it is known", () => {
  test.each<[string, (now: Now, hyper: Hyper) => unknown, boolean, object | undefined]>([
    ["where it departs", (now, hyper) => ({ ...right(now, hyper), w: now.w.map((x) => x + 1) }), true, { step: 1, quantity: "w" }],
    ["that no number comes, and where", (now, hyper) => ({ ...right(now, hyper), w: now.w.map(() => NaN) }), false, { step: 1, quantity: "w" }],
    ["that some do", (now, hyper) => ({ ...right(now, hyper), w: now.w.map((x, i) => (i > 0 ? NaN : x)) }), true, { step: 1, quantity: "w" }],
    ["no place where what is returned is no place", (now, hyper) => ({ ...right(now, hyper), w: 3 }), false, undefined],
  ])("%s", (_, step, isReadable, departure) => {
    const diagnosis = diagnoseStep(target, step);
    expect(diagnosis).toMatchObject({ kind: "wrong", isReadable });
    expect("departure" in diagnosis && diagnosis.departure).toEqual(departure && expect.objectContaining(departure));
  }); // prettier-ignore
});
