/** What a wrong formula is found to compute. */
import { describe, expect, test } from "vitest";
import { exercise } from "fall-line";
import { diagnoseFormula, isRightFormulaOn } from "../../src/exercises/diagnose-formula.ts";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { MOST_TRIED } from "../../src/exercises/explain/explain-each.ts";
import type { Feedback } from "../../src/exercises/feedback.ts";
import type { FormulaTarget } from "../../src/exercises/formula-target.ts";
import type { Mistake } from "../../src/exercises/mistake.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

type Given = Readonly<Record<string, number>>;

const ranges = { x: { from: -4, to: 4 }, y: { from: 0.5, to: 3 } };
const whole = {
  t: { from: 1, to: 12, whole: true },
  lambda: { from: 0.1, to: 1 },
  k: { from: 0.1, to: 0.9 },
};
const target = (formula: FormulaTarget["formula"], more: Partial<FormulaTarget> = {}): FormulaTarget => ({
  formula,
  arguments: ranges,
  besides: [],
  misconceptions: [],
  neighbours: [],
  ...more,
});
const list = target(["2*x*y", "x^2 + y"]);

/** A function as a student writes it. */
const written = (source: string): unknown => Object.assign((0, eval)(`(${source})`) as object, { source });

function mistakesOf(of: FormulaTarget, source: string): readonly Mistake[] {
  const diagnosis = diagnoseFormula(of, written(source));
  expect(diagnosis.kind).toBe("wrong");
  return diagnosis.kind === "wrong" ? diagnosis.mistakes : [];
}
const says = (of: FormulaTarget, source: string): unknown[] =>
  mistakesOf(of, source).map(({ what, sentence }) => what ?? sentence);

describe("a wrong formula is said to be", () => {
  const misconceptions = [
    { id: "added", what: "y is added", formula: "x + y", credit: 0.25 },
    { what: "it is squared", formula: "(x*y)^2" },
  ];
  const neighbours = [{ what: "it is the quotient", formula: "x/y" }];
  const product = target("x*y", { misconceptions, neighbours });

  test("what is declared, with what comes of it, which need not come of it beside a slip", () => {
    const one = { what: "both are raised to the third power, so that it grows fast", formula: "x^3*y^3 + x" };
    const declared = target("x^2*y + x", { misconceptions: [one] });
    expect(says(declared, "({ x, y }) => x ** 3 * y ** 3 + x")).toEqual([one.what]);
    expect(says(declared, "({ x, y }) => { const a = (x * y) ** 3; return a + x; }")).toEqual([one.what]);
    expect(says(declared, "({ x, y }) => x ** 3 * y ** 3 - x")).toEqual([
      "both are raised to the third power, and the sign of x is flipped",
    ]);
  });

  test("one that is declared, by its id or its formula, with its credit and its lines", () => {
    const added = diagnoseFormula(product, written("({ x, y }) => x + y"));
    expect(added).toMatchObject({ lines: ["x + y"] });
    expect(mistakesOf(product, "({ x, y }) => x + y")).toMatchObject([
      { id: "known: added", what: "y is added", credit: 0.25 },
    ]);
    const [squared] = mistakesOf(product, "({ x, y }) => (x * y) ** 2");
    expect(squared).toMatchObject({ id: "known: (x*y)^2", what: "it is squared" });
    expect(squared).not.toHaveProperty("credit");
    expect(says(product, "({ x, y }) => x / y")).toEqual(["it is the quotient"]);
  });

  test("one by a slip, with other words for it where a second slip gives the same", () => {
    expect(mistakesOf(target("x - y"), "({ x, y }) => x + y")).toMatchObject([
      { id: "slip: x + y", what: "the sign of y is flipped" },
    ]);
    const [both] = mistakesOf(target("x*y"), "({ x, y }) => -x * y");
    expect(both!.what).toBe("the sign is flipped");
    const [turned] = mistakesOf(target(["x", "x"]), "({ x }) => [-x, -x]");
    expect(turned!.what).toBe("every sign is flipped");
    // y left out, and x in its place.
    expect(
      mistakesOf(target("x*y", { arguments: { x: ranges.x, y: { from: 1, to: 1 } } }), "({ x }) => x + 1")[0],
    ).toBeDefined();
  });

  test.each([
    ["({ x, y }) => x * y + 1.75", "1.75 is added to x·y"],
    ["({ x, y }) => 3 * x * y", "x is multiplied by 3"],
    ["({ x, y }) => Math.max(x * y, 0.6)", "x·y is never below 0.6"],
    [
      "({ x, y }) => (x > 0 ? x * y : x * y + 2)",
      "where x is not above 0, 2 is added to x·y, and elsewhere it is right",
    ],
    ["({ x, y }) => 7", "the result is always 7, whatever is given"],
  ])("found by a search: %s", (source, what) => {
    expect(says(target("x*y"), source)).toEqual([what]);
  });

  test("none where nothing explains it, and then how many were tried is known", () => {
    const odd = diagnoseFormula(target("x*y"), written("({ x, y }) => Math.tan(x) * Math.cos(y + 1)"));
    expect(odd).toMatchObject({ kind: "wrong", mistakes: [] });
    expect("tried" in odd && odd.tried > 100 && odd.tried <= MOST_TRIED).toBe(true);
    expect(odd).not.toHaveProperty("computes");
  });

  test("always one number, and then worth nothing", () => {
    expect(mistakesOf(target("x*y"), "() => 7")[0]).toMatchObject({ credit: 0 });
  });
});

describe("of several formulas", () => {
  test("each is found by itself, and both are told in one", () => {
    expect(says(list, "({ x, y }) => [2 * x * y, x ** 2 + 3 * y]")).toEqual([
      "in number 2, y is multiplied by 3",
    ]);
    expect(says(list, "({ x, y }) => [2 * x * y + 1.75, x ** 2 + 3 * y]")).toEqual([
      "in number 1, 1.75 is added to 2·x·y; in number 2, y is multiplied by 3",
    ]);
    const two = diagnoseFormula(list, written("({ x, y }) => [2 * x * y + 1.75, x ** 2 + 3 * y]"));
    expect(two).toMatchObject({ lines: ["2·x·y + 1.75", "x² + y·3"] });
  });

  test("one that is right stands in the lines as it is", () => {
    const one = diagnoseFormula(list, written("({ x, y }) => [2 * x * y, x ** 2 + 3 * y]"));
    expect(one).toMatchObject({ lines: ["2·x·y", "x² + y·3"] });
  });

  test("one is found where the other is unlike anything, and then nothing is said to compute them", () => {
    const half = diagnoseFormula(
      list,
      written("({ x, y }) => [Math.tan(x) * Math.cos(y + 1), x ** 2 + 3 * y]"),
    );
    expect(half).toMatchObject({ mistakes: [{ what: "in number 2, y is multiplied by 3" }] });
    expect(half).not.toHaveProperty("lines");
  });

  test.each([
    ["({ x, y }) => 2 * x * y", "value: only 1", "it is number 1 of the list alone"],
    ["({ x, y }) => [x ** 2 + y]", "value: only 2", "it is number 2 of the list alone"],
    ["({ x, y }) => 2 * x * y + x ** 2 + y", "value: sum", "it is the sum of the numbers of the list"],
    [
      "({ x, y }) => Math.hypot(2 * x * y, x ** 2 + y)",
      "value: size",
      "it is the length of the arrow that the numbers make",
    ],
  ])("%s is one number, and which", (source, id, sentence) => {
    expect(mistakesOf(list, source).slice(1)).toMatchObject([{ id, sentence }]);
  });

  test("one number that is none of theirs is only that", () => {
    expect(mistakesOf(list, "({ x }) => Math.tan(x)")).toHaveLength(1);
    expect(mistakesOf(target("x*y"), "({ x, y }) => [x * y, 1]")).toHaveLength(1);
  });
});

describe("a decay computed in a loop that multiplies what has decayed already", () => {
  const decay = target("lambda*exp(-k*(t - 1))", { arguments: whole });
  const loop = (from: number, until: string, factor: string): string =>
    `({ t, lambda, k }) => { let rate = lambda; for (let s = ${from}; s ${until} t; s++) rate *= ${factor}; return rate; }`;

  test.each([
    ["the factor of each step so far", loop(1, "<=", "Math.exp(-k * (s - 1))")],
    ["the loop ends one step before", loop(1, "<", "Math.exp(-k * (s - 1))")],
    ["the factor is one step late", loop(1, "<=", "Math.exp(-k * s)")],
    ["both", loop(1, "<", "Math.exp(-k * s)")],
  ])("is told so: %s", (_, source) => {
    expect(mistakesOf(decay, source)).toMatchObject([
      { id: "compounded", what: expect.stringMatching(/^what has decayed already decays again/) as string },
    ]);
  });

  test("and not where it multiplies with something else, or where there is no t", () => {
    expect(says(decay, loop(1, "<=", "Math.tan(s + k)"))).toEqual([]);
    expect(
      says(
        target("x*y"),
        "({ x, y }) => { let z = x; for (let s = 1; s <= 3; s++) z *= Math.tan(s + y); return z; }",
      ),
    ).toEqual([]);
  });
});

describe("a formula is tried", () => {
  const product = target("x*y");

  test("on numbers of its own, so that what it does to what it is given helps nobody", () => {
    expect(says(product, "(given) => { given.x += 1; return given.x * given.y; }")).toEqual([
      expect.any(String),
    ]);
    expect(
      diagnoseFormula(product, written("(given) => { given.x *= 2; return (given.x * given.y) / 2; }")).kind,
    ).toBe("right");
  });

  test("twice at one point, so that one which remembers is told", () => {
    let calls = 0;
    expect(diagnoseFormula(product, ({ x, y }: Given) => x! * y! + (calls++ > 40 ? 1 : 0)).kind).toBe(
      "outside",
    );
    // Each is called once at each of 48 points, and once more at the first.
    const otherwiseIn = (
      call: number,
      other: (...right: number[]) => unknown,
    ): ((given: Given) => unknown) => {
      let made = 0;
      return ({ x, y }) => {
        const right = [2 * x! * y!, x! ** 2 + y!];
        return made++ === call ? other(...right) : right;
      };
    };
    const none = (): unknown => undefined;
    for (const call of [0, 48])
      for (const other of [(a: number) => [a, NaN], (_: number, b: number) => [b, b], () => [NaN, NaN]])
        expect(diagnoseFormula(list, otherwiseIn(call, other)).kind).toBe("outside");
    expect([48, 49].map((call) => diagnoseFormula(list, otherwiseIn(call, none)).kind)).toEqual([
      "outside",
      "right",
    ]);
    expect(diagnoseFormula(product, () => NaN).kind).toBe("wrong");
  });

  test.each([
    [undefined, "not written"],
    [null, "not written"],
    [3, "no function"],
    [
      () => {
        throw new Error("Not written yet");
      },
      "not written",
    ],
    [
      () => {
        throw new Error("no");
      },
      "failure",
    ],
    [
      () => {
        Math.abs = () => 1;
      },
      "patched",
    ],
  ])("and %j is %s", (answer, kind) => {
    // prettier-ignore
    expect(diagnoseFormula(product, answer).kind).toBe(kind);
  });

  test("is told at the first point at which it differs", () => {
    const diagnosis = diagnoseFormula(product, ({ x, y }: Given) => (x! > 1 ? 0 : x! * y!));
    if (diagnosis.kind !== "wrong") throw new Error(diagnosis.kind);
    const { at, expected, got } = diagnosis;
    expect(at["x"]).toBeGreaterThan(1);
    expect(expected[0]).toBeCloseTo(at["x"]! * at["y"]!, 12);
    expect(got).toEqual([0]);
    const unread = diagnoseFormula(product, () => ({}));
    expect(unread).toMatchObject({ got: [], at: expect.any(Object) as object });
    const atEnd = target("x*y", { besides: [{ x: 0, y: 1 }] });
    expect(diagnoseFormula(atEnd, ({ x, y }: Given) => (x === 0 ? 1 : x! * y!))).toMatchObject({
      at: { x: 0, y: 1 },
      expected: [0],
      got: [1],
    });
  });

  test("has its only statement shown as the line of a mistake of what it computes, and of no other", () => {
    expect(mistakesOf(product, "({ x, y }) => x + y")[0]!.line).toEqual({ text: "x + y" });
    expect(mistakesOf(product, "({ x, y }) => { const z = x; return z + y; }")[0]!.line).toBeUndefined();
    expect(mistakesOf(product, "({ x, y }) => String(x * y)").map(({ line }) => line)).toEqual([undefined]);
    expect(mistakesOf(product, "({ x, y }) => String(x + y)").map(({ line }) => line)).toEqual([
      undefined,
      { text: "String(x + y)" },
    ]);
  });

  test("is right at the points of a seed, or is not, whatever it gives elsewhere", () => {
    const right = ({ x, y }: Given): number => x! * y!;
    expect([3, 4, 5].map((seed) => isRightFormulaOn(product, right, seed))).toEqual([true, true, true]);
    const known = new Set<string>();
    const asked = ({ x, y }: Given): number => x! * y! + Number(known.add(`${x!} ${y!}`).size < 0);
    isRightFormulaOn(product, asked, 3);
    const byHeart = ({ x, y }: Given): number => (known.has(`${x!} ${y!}`) ? x! * y! : 0);
    expect([3, 4].map((seed) => isRightFormulaOn(product, byHeart, seed))).toEqual([true, false]);
    for (const bad of [
      () => "1",
      () => undefined,
      () => {
        throw new Error("no");
      },
    ])
      // prettier-ignore
      expect(isRightFormulaOn(product, bad, 3)).toBe(false);
  });
});

describe("where no number comes it is told why", () => {
  const one = (formula: string, k: FormulaTarget["arguments"][string]): ((source: string) => Feedback) => {
    const own = exercise.formula({
      title: "T",
      prompt: "P?",
      formula,
      arguments: { t: { from: 1, to: 9, whole: true }, k },
      solution: () => 1,
      hints: ["H."],
    });
    return (source) => checkAnswer("mine/it", own, written(source));
  };

  test.each([
    ["k/t", { from: 0.5, to: 2 }, "k / (t - 1)", "t = 1"],
    ["k/(t + k)", { from: 1, to: 9, whole: true }, "k / (t - k)", "t = 1, k = 1"],
  ])("by the argument that alone makes it so, or by all: %s", (formula, k, answer, where) => {
    expect(one(formula, k)(`({ t, k }) => ${answer}`).text).toContain(
      `It gives Infinity at ${where}: the divisor is 0 there.`,
    );
  });

  test("of all its results: what it asks for, or that it takes an object for a number", () => {
    expect(says(target("x*y"), "({ x, z }) => x * z")).toEqual([
      "your function asks for z, which is not given, so it is undefined",
    ]);
    expect(says(target("x*y"), "(x) => 2 * x")).toEqual([
      "what is given is an object, and it is computed with as if it were a number",
    ]);
    expect(mistakesOf(target("x*y"), "(x) => 2 * x")[0]!.cure).toBe("Take it apart: ({ x, y }) => ....");
  });
});

test("what is right but at a corner of what is asked for is cut off there, and not right", () => {
  const rate = target("2/(a + b)", { arguments: { a: { from: 0.1, to: 1 }, b: { from: 1.5, to: 9 } } });
  const cutOff = mistakesOf(rate, "({ a, b }) => Math.min(2 / (a + b), 1)");
  expect(cutOff.map(({ what, sentence }) => what ?? sentence).join()).toMatch(/\b1\b/);
  expect(diagnoseFormula(rate, written("({ a, b }) => 1 / ((a + b) / 2)")).kind).toBe("right");
});
