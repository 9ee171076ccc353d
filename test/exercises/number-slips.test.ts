import { expect, test } from "vitest";
import { check, exercise, lessonExercises } from "fall-line";
import { proveExercise } from "fall-line/tools";
import { type AskedNumber, slipBehind } from "../../src/exercises/number-slips.ts";

const asked = (answer: number, within = 0.0005, more: Partial<AskedNumber> = {}): AskedNumber => ({
  ...{ label: "x", answer, within },
  ...more,
});

test.each<[AskedNumber, number, string | undefined]>([
  [asked(-7.92), 7.92, "7.92 comes out when the sign is turned round."],
  [asked(4, 0, { label: "steps" }), 5, "5 comes out when one too many is counted."],
  [asked(4, 0, { label: "first step below 0" }), 3, "3 comes out when one too few is counted."],
  [asked(4, 0, { label: "steps" }), 8, undefined],
  // A slope is not counted.
  [asked(4, 0, { label: "slope" }), 5, undefined],
  [asked(0.25), 0.5, "0.5 comes out when a factor of 2 comes in once too often."],
  [asked(0.25), 0.125, "0.125 comes out when a factor of 2 is lost."],
  [asked(0.25), 4, "4 comes out when the fraction is turned over."],
  [asked(0.067), 0.67, "0.67 comes out when a power of ten is lost: it is 10 times too large."],
  [asked(0.067), 0.00067, "6.7·10⁻⁴ comes out when a power of ten is lost: it is 100 times too small."],
  [asked(0.067), 0.3, undefined],
  // A guess is no slip: it only is off.
  [asked(20, 3), 40, undefined],
  [asked(0, 0), 0.1, undefined],
])("of %j, %d comes of what it comes of", (one, got, said) => {
  expect(slipBehind(got, one, [])).toBe(said);
});

test("what is declared comes first, two at most, and another number that is asked for is told", () => {
  const slips = [
    { gives: 0.5, when: "the limit is taken" },
    { gives: 0.5, when: "λ is forgotten" },
    { gives: 0.5, when: "nothing is moved" },
  ];
  const one = asked(0.25, 0.0005, { slips });
  expect(slipBehind(0.5, one, [])).toBe("0.5 comes out when the limit is taken, or when λ is forgotten.");
  const other = asked(0.64, 0.0005, { label: "x after step 2" });
  expect(slipBehind(0.64, one, [other])).toBe('0.64 comes out when it is taken for "x after step 2".');
});

const checkAny = check as unknown as (id: string, answer: unknown) => ReturnType<typeof check>;

test("what follows rightly from a wrong number before it is told, and no other number is taken for it", () => {
  const limit = (h2: number, of: number): string =>
    checkAny("gradient-descent/limit", { h1: 0.1, h2, limit: of }).text;
  expect(limit(1, 2)).toContain(
    "limit for λ: 2 follows from your curvature along y = 1, which is not right.",
  );
  expect(limit(1, 2)).not.toContain('taken for "');
  expect(limit(2, 2)).toContain('2 comes out when it is taken for "curvature along y".');
  expect(limit(2, 0.5)).toContain("0.5 comes out when 1 is divided by the curvature, and not 2.");
});

test.each(["two", "ten"])("what should follow from %s, and does not, is told", (from) => {
  const one = exercise.predict({
    title: "One",
    prompt: "One?",
    fields: {
      ten: { label: "ten", answer: 10, within: 0 },
      one: { ...asked(1), follows: { from, times: 0.2 } },
    },
    because: "So.",
    hints: ["?"],
  });
  const [fault] = proveExercise("a/one", one).filter((said) => said.includes("follows"));
  expect(fault).toContain(
    from === "ten" ? "one is 1, and from ten follows 2" : "one follows from two, which is not asked",
  );
});

const fields = [...lessonExercises.all].flatMap(([id, one]) =>
  one.kind === "predict" ? Object.entries(one.fields).map(([name, field]) => ({ id, name, field, one })) : [],
);

test("what is declared of a card gives another number than the right one, and each its own", () => {
  expect(fields.length).toBeGreaterThan(30);
  for (const { id, name, field } of fields) {
    const { slips = [], answer, within } = field;
    for (const { gives, when } of slips) {
      expect([id, name, when, Math.abs(gives - answer) > within]).toEqual([id, name, when, true]);
      expect([id, name, slipBehind(gives, field, [])]).toEqual([id, name, expect.stringContaining(when)]);
    }
  }
});

test("check says what a wrong number comes of, however it is written", () => {
  expect(checkAny("motivation/step", { x: "4,04", y: "-4/5" }).text).toContain(
    "x: 4.04 comes out when the step goes up the slope: λ·g is added.",
  );
  expect(checkAny("motivation/once", "9/2").text).toContain("4.5 comes out when the step goes up the slope");
  expect(checkAny("motivation/once", "3/2").outcome).toBe("right");
});
