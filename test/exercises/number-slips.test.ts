import { expect, test } from "vitest";
import { check, exercise, lessonExercises } from "fall-line";
import { proveExercise } from "fall-line/tools";
import type { AskedNumber, AskedNumbers } from "../../src/exercises/asked-numbers.ts";
import { slipsIn } from "../../src/exercises/number-slips.ts";

const asked = (answer: number, within = 0.0005, more: Partial<AskedNumber> = {}): AskedNumber => ({
  ...{ label: "x", answer, within },
  ...more,
});

/** What a wrong number comes of, where it alone is asked for. */
const said = (got: number, one: AskedNumber, more: Omit<AskedNumbers, "fields"> = {}): string | undefined =>
  slipsIn({ fields: { x: one }, ...more }, { x: got })[0];

test.each<[AskedNumber, number, string | undefined]>([
  [asked(-7.92), 7.92, "7.92 comes out when the sign is turned round."],
  [asked(4, 0, { label: "steps" }), 5, "5 comes out when one too many is counted."],
  [asked(4, 0, { label: "first step below 0" }), 3, "3 comes out when one too few is counted."],
  [asked(4, 0, { label: "steps" }), 8, undefined],
  // A slope is not counted.
  [asked(4, 0, { label: "slope" }), 5, undefined],
  [asked(4, 0, { label: "x after one step" }), 5, undefined],
  // A factor is lost in a product, and not in a sum; nothing is known of a number without its formula.
  [asked(0.25, 0.0005, { by: "0.05·5" }), 0.125, undefined],
  [asked(0.25, 0.0005, { by: "3/12" }), 4, "4 comes out when the fraction is turned over."],
  [asked(0.25, 0.0005, { by: "1 − 0.75" }), 0.125, undefined],
  [asked(0.25), 0.125, undefined],
  [asked(0.067), 0.67, "0.67 comes out when a power of ten is lost: it is 10 times too large."],
  [asked(0.067), 0.00067, "6.7·10⁻⁴ comes out when a power of ten is lost: it is 100 times too small."],
  [asked(0.067), 0.3, undefined],
  // A guess is no slip: it only is off.
  [asked(20, 3), 40, undefined],
  [asked(0, 0), 0.1, undefined],
])("of %j, %d comes of what it comes of", (one, got, due) => {
  expect(said(got, one)).toBe(due);
});

test("numbers that come of the same slip are told together", () => {
  const field = (label: string, answer: number, gives: number): AskedNumber => ({
    ...asked(answer, 0.001, { label }),
    slips: [{ gives, when: "the start is counted" }],
  });
  const fields = { x: field("x", 5, 7), step: field("step", 4, 9) };
  expect(slipsIn({ fields }, { x: 7, step: 9 })).toEqual([
    "x: 7 and step: 9 come out when the start is counted.",
  ]);
  expect(slipsIn({ fields }, { x: 7, step: 4 })).toEqual(["x: 7 comes out when the start is counted."]);
});

const step = asked(3.96, 0.0005, { by: "4 − λ·g" });
const given = { λ: 0.1, g: 0.4 };
const root = asked(0.1, 0.0005, { by: "λ·g/√κ" });
const divided = { λ: 0.1, g: 4, κ: 16 };
const share = asked(0.4, 0.0005, { by: "(1 − ζ)·g²" });
const average = { ζ: 0.9, g: 2 };

test.each<[AskedNumber, Record<string, number>, number, string]>([
  [step, given, 4.04, "λ·g is added, and not subtracted"],
  [step, given, 3.6, "λ is forgotten, or when a power of ten of λ is lost"],
  [step, given, 3.996, "a power of ten of λ is lost, or when a power of ten of g is lost"],
  [step, given, 4, "λ·g is left out"],
  [step, given, 3.92, "λ·g is taken twice"],
  [root, divided, 16, "κ alone is given"],
  [step, given, -0.04, "4 is left out, and −λ·g alone is given"],
  [root, divided, 0.025, "g is forgotten, or when no root is taken"],
  [root, divided, 0.4, "the division by √κ is left out"],
  [root, divided, 1, "λ is forgotten, or when a power of ten of λ is lost"],
  [root, divided, 1.6, "it is multiplied by √κ, and not divided"],
  [share, average, 3.6, "ζ is taken, and not 1 − ζ"],
  [share, average, 0.2, "g is not squared"],
])("of %j with %j, %d comes out when %s", (one, values, got, when) => {
  expect(said(got, one, { given: values })).toContain(`comes out when ${when}.`);
});

test.each([
  [0.947, "ζ is swapped"],
  [0.95, "κ is whole, or when ζ is swapped"],
  [0.94, undefined],
  [0.96, undefined],
  [0.9, undefined],
])("%d comes of a slip where it is rounded or broken off", (got, when) => {
  const slips = [
    { gives: 0.95, when: "κ is whole" },
    { gives: 0.94729, when: "ζ is swapped" },
  ];
  const due = when === undefined ? undefined : `${got} comes out when ${when}.`;
  expect(said(got, asked(0.842, 0.005, { slips }))).toBe(due);
});

test("what is taken for something that is given is told of all numbers that are computed of it", () => {
  const both: AskedNumbers = {
    fields: {
      kappa: { label: "κ", answer: 16, within: 0, by: "g²" },
      x: { label: "x", answer: 0.9, within: 0.0005, by: "1 − 0.1·g/√kappa" },
    },
    given: { g: 4 },
    slips: [{ taken: { g: 5, kappa: 1 }, when: "the height is taken for the slope" }],
  };
  expect(slipsIn(both, { kappa: 25, x: 0.9 })).toEqual([
    "κ: 25 comes out when the height is taken for the slope.",
  ]);
  expect(slipsIn(both, { kappa: 25, x: 0.92 })[1]).toBe(
    "x: 0.92 follows from your κ = 25, which is not right.",
  );
  expect(slipsIn(both, { kappa: 25, x: 0.984 })[1]).toBe(
    "x: 0.984 comes out when no root is taken, from your κ = 25.",
  );
});

test("what is declared comes first, two at most, and another number that is asked for is told", () => {
  const slips = [
    { gives: 0.5, when: "the limit is taken" },
    { gives: 0.5, when: "λ is forgotten" },
    { gives: 0.5, when: "nothing is moved" },
  ];
  const one = asked(0.25, 0.0005, { slips });
  expect(said(0.5, one)).toBe("0.5 comes out when the limit is taken, or when λ is forgotten.");
  const other = asked(0.64, 0.0005, { label: "x after step 2" });
  expect(slipsIn({ fields: { one, other } }, { one: 0.64, other: 0.64 })).toEqual([
    'x: 0.64 comes out when it is taken for "x after step 2".',
  ]);
});

test.each<[string, number, number, string]>([
  ["3 − λ·g", 1.5, -0.75, "λ multiplies 3 too"],
  ["(1 − g)²", 25, -35, "the power is taken of each term, and not of the whole"],
  ["4 + g²", 40, 100, "the whole sum is squared"],
  ["λ·(1 − g)", -1.25, -5.75, "the parentheses around 1 − g are forgotten"],
  ["√(64 + g²)", 10, 14, "a root is taken of each term, and not of their sum"],
  ["g·e^(−λ·2)", 6 * Math.exp(-0.5), 6 * 0.75 ** 2, "each step multiplies by 1 − λ, and not by e^(−λ)"],
  ["3·ln(2)/λ", 12 * Math.log(2), 4 * Math.log(3), "ln 3 is taken, and not 3·ln 2"],
  ["λ·g", 1.5, 6.25, "g is added, and not multiplied"],
  ["λ·g", 1.5, 2.25, "the result is squared"],
  ["1 + 2·λ", 1.5, 1.5625, "(1 + λ)^2 is taken, and not 1 + 2·λ"],
  ["1 − λ·2", 0.5, Math.exp(-0.5), "e^(−λ·2) is taken, and not 1 − λ·2"],
  ["5 + λ·g − 3·7", -14.5, 1.25, "λ multiplies 3·7 too"],
  ["5 − λ·g", 3.5, -2.5, "5 multiplies λ·g too"],
  ["4 + g²", 40, 20, "the mean is taken, and not the sum 4 + g²"],
  ["4 + 2 + 3", 9, 5, "4 is left out"],
  ["λ·(g + 1)/√9", 1.75 / 3, 5.25 / 7 / 7, "(g + 1)/√9 is turned over"],
  ["λ·(g + 1)/√9", 1.75 / 3, 7, "g + 1 alone is given"],
  ["λ/√(9·g²)", 0.25 / 18, 0.25 / Math.sqrt(360), "10 is taken, and not 9"],
])("what is computed by %s is %d, and %d comes out when %s", (by, answer, got, when) => {
  const told = said(got, asked(answer, 0.0005, { by }), { given: { λ: 0.25, g: 6 } });
  expect(told).toContain(when);
});

/** x falls by its kept share and by λ·g, three times; 0.9 and 4 stand in the question. */
const fallen: AskedNumbers = {
  fields: {
    x: asked(0.062, 0.0005, { read: { of: "x", after: 3 } }),
    steps: asked(4, 0, { label: "first step below 0", read: { of: "x", below: 0 } }),
  },
  given: { λ: 0.1, α: 0.9 },
  run: { from: { x: 1, m: 0 }, lines: { g: "2·x", m: "α·m − λ·g", x: "x + m" } },
  prompt: "After a rate of 0.1 the share is 0.9, and before it was 0.7.",
};

test.each<[x: number, steps: number, when: string]>([
  [0.486, 5, "in g the factor 2 is forgotten"],
  [-0.122, 3, "g stays what it is in step 1"],
  [-0.00082, 3, "0.99 is taken for α"],
  [0.19, 4, ""],
  [0.46, 4, "one step less is made"],
  [-0.398, 4, "m is given, and not x"],
  [0.42, 5, "x is computed before m"],
  [0.216, 4, ""],
])("in a run x is %d and the first step below 0 is %d when %s", (x, steps, when) => {
  const told = slipsIn(fallen, { x, steps }).join();
  expect(when === "" ? told : told.includes(when)).toBe(when === "" ? "" : true);
});

test("another number of the question is taken, and two of one name for each", () => {
  const step = { λ: 0.1, "g₁": 0.4, "g₂": -2 };
  const place = (label: string, answer: number, by: string): AskedNumber =>
    asked(answer, 0.0005, { label, by });
  const both = { x: place("x", 3.96, "4 − λ·g₁"), y: place("y", -0.8, "−1 − λ·g₂") };
  const told = (x: number, y: number): string =>
    slipsIn({ fields: both, given: step, prompt: "Where from (4, −1), with 7 steps?" }, { x, y }).join();
  expect(told(4.08, -0.92)).toBe(
    "x: 4.08 and y: −0.92 come out when the mean of g₁ and g₂ is taken for each.",
  );
  expect(told(6.96, -0.8)).toBe("x: 6.96 comes out when 7 is taken, and not 4.");
  expect(told(6.97, -0.8)).toBe("");
});

test("nothing is said that another number speaks against, and one slip comes before two", () => {
  const place = (
    label: string,
    answer: number,
    by: string,
    slips: NonNullable<AskedNumber["slips"]>,
  ): AskedNumber => asked(answer, 0.0005, { label, by, slips });
  const turned = { when: "the step goes up", gives: 4.04 };
  const both: AskedNumbers = {
    fields: {
      x: place("x", 3.96, "4 − λ·g₁", [turned, { when: "it is guessed", gives: 4.04 }]),
      y: place("y", -0.8, "−1 − λ·g₂", [{ ...turned, gives: -1.2 }]),
    },
    given: { λ: 0.1, "g₁": 0.4, "g₂": -2 },
  };
  expect(slipsIn(both, { x: 4.04, y: -1.2 })).toEqual([
    "x: 4.04 and y: −1.2 come out when the step goes up.",
  ]);
  expect(slipsIn(both, { x: 4.04, y: -0.8 })).toEqual(["x: 4.04 comes out when it is guessed."]);
  // The other slope is not applied twice, and −0.902 comes of nothing.
  expect(slipsIn(both, { x: 3.984, y: -0.902 })).toEqual([]);
  expect(slipsIn(both, { x: 3.984, y: -1.4 })).toEqual([
    "x: 3.984 comes out when g₁ is applied twice.",
    "y: −1.4 comes out when g₂ is applied twice.",
  ]);
  // Nobody rounds 3.984; and what is given stays what it is in the number that is right.
  expect(slipsIn(both, { x: 3.98, y: -0.8 })).toEqual([]);
  expect(slipsIn(both, { x: 3.6, y: -0.8 }).join()).not.toContain("a power of ten of λ");
  expect(slipsIn(both, { x: 3.6, y: 1 }).join()).toContain("a power of ten of λ");
});

const checkAny = check as unknown as (id: string, answer: unknown) => ReturnType<typeof check>;

test("what follows rightly from a wrong number before it is told, and no other number is taken for it", () => {
  const limit = (h2: number, of: number): string =>
    checkAny("gradient-descent/limit", { h1: 0.1, h2, limit: of }).text;
  expect(limit(1, 2)).toContain(
    "limit for λ: 2 follows from your curvature along y = 1, which is not right.",
  );
  expect(limit(1, 2)).not.toContain('taken for "');
  expect(limit(2, 2)).toContain('2 comes out when it is taken for "curvature along y", or when');
  expect(limit(2, 0.5)).toContain("0.5 comes out when the factor 2 is forgotten");
});

test.each(["two", "ten"])("what should be computed from %s, and is not, is told", (from) => {
  const one = exercise.predict({
    title: "One",
    prompt: "One?",
    fields: {
      ten: { label: "ten", answer: 10, within: 0 },
      one: { ...asked(1), by: `0.2·${from}` },
    },
    because: "So.",
    hints: ["?"],
  });
  expect(proveExercise("a/one", one).join()).toContain(
    `one is 1, and 0.2·${from} gives ${from === "ten" ? 2 : NaN}`,
  );
});

const fields = [...lessonExercises.all].flatMap(([id, one]) =>
  one.kind === "predict" ? Object.entries(one.fields).map(([name, field]) => ({ id, name, field, one })) : [],
);

test("what is declared of a card gives another number than the right one, and each its own", () => {
  expect(fields.length).toBeGreaterThan(30);
  for (const { id, name, field, one } of fields) {
    const { slips = [], answer, within } = field;
    for (const { gives, when } of slips) {
      expect([id, name, when, Math.abs(gives - answer) > within]).toEqual([id, name, when, true]);
      // What has the same words in another number was done there too.
      const alike = Object.entries(one.fields).map(
        ([other, { answer: due, slips: its = [] }]): [string, number] => [
          other,
          its.find((slip) => slip.when === when)?.gives ?? due,
        ],
      );
      const told = slipsIn(one, { ...Object.fromEntries(alike), [name]: gives }).join();
      expect([id, name, told]).toEqual([id, name, expect.stringContaining(when)]);
    }
    const words = [...slips, ...(one.slips ?? [])].map(({ when }) => when);
    expect([id, words.filter((when) => when.split(" ").length > 20)]).toEqual([id, []]);
    // A name stands for one number.
    expect([id, Object.keys(one.given ?? {}).includes(name)]).toEqual([id, false]);
  }
});

test("check says what a wrong number comes of, however it is written", () => {
  expect(checkAny("motivation/step", { x: "4,04", y: "-4/5" }).text).toContain(
    "x: 4.04 comes out when λ·g₁ is added, and not subtracted.",
  );
  expect(checkAny("motivation/once", "9/2").text).toContain(
    "4.5 comes out when λ·g is added, and not subtracted",
  );
  expect(checkAny("motivation/once", "3/2").outcome).toBe("right");
});

test("a number of four digits comes of a slip only as far as it is written, however wide what counts as right", () => {
  expect(checkAny("adagrad/scale", 0.9999).text).toContain("0.9999 comes out when in x g is forgotten");
  expect(checkAny("adagrad/scale", 0.9997).text).not.toContain("comes out when");
});

test.each<[id: string, numbers: Record<string, number>, told: string]>([
  ["motivation/smallest", { loss: 50, slope: -20 }, "come out when the 2 is taken out of the parentheses"],
  ["momentum/bears", { limit: 0.475 }, "comes out when momentum's limit with α = 0.9 is taken"],
  ["adagrad/shrinking", { first: 0.1667, hundredth: 0.01667 }, "comes out when the slope is forgotten"],
  ["learning-rate-decay/slowStart", { highest: 0.755 }, "0.755 comes out when the warm-up goes on beyond 1"],
  ["adagrad/second", { kappa: 7.24, x: 0.81 }, "comes out when the step divides by the root of the old κ"],
  ["motivation/step", { x: 3.9, y: -0.9 }, "come out when only the signs of g₁ and g₂ are taken"],
  ["momentum/crossing", { x: 0.12, step: 4 }, "comes out when x is computed before m, in step 3 alone"],
  ["momentum/crossing", { x: -0.006, step: 3 }, "3 follows from your x after step 3 = −0.006, which"],
  ["momentum/crossing", { x: 0.062, step: 3 }, "3 comes out when the last step is counted at which x is"],
  // One slip in both, whether the second goes on from the first or not; the rest is not known.
  ["nesterov/second", { ahead: 0.6, x: 0.48 }, "x after step 2: 0.48 come out when α is forgotten."],
  [
    "second-order/bill",
    { entries: 1e18, petabytes: 7, years: 10570 },
    "come out when a power of ten of n is lost",
  ],
  [
    "learning-rate-decay/pencil",
    { halved: 0.4, exponential: 0.18, inverse: 0.32 },
    "1/t: 0.32 come out when t is",
  ],
])("the numbers of %s are told by what gives them", (id, numbers, told) => {
  const said = check as unknown as (id: string, numbers: Record<string, number>) => { readonly text: string };
  expect(said(id, numbers).text).toContain(told);
});

test.each<[id: string, numbers: Record<string, number>]>([
  // 0.0634, 0.9967 and 7.98 are no such numbers, and 1, x and α no such places.
  ["adam/first", { second: 0.0636 }],
  ["learning-rate-decay/slowStart", { highest: 0.99 }],
  ["second-order/digits", { four: 5.6, five: 8 }],
  ["rmsprop/jump", { times: 20 }],
  ["momentum/crossing", { x: 0.26, step: 4 }],
  ["rmsprop/ahead", { ahead: 0.38, x: 0.228 }],
])("nothing gives the numbers of %s, %j, but by chance", (id, numbers) => {
  expect(checkAny(id, numbers).text).not.toMatch(/comes? out when/);
});
