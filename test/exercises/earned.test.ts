import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { isOfWrongLength, whyNothing } from "../../src/exercises/earned.ts";
import { type Exercise, kindOf } from "../../src/exercises/exercise.ts";
import { aboutMistakes } from "../../src/exercises/words/mistakes.ts";
import { someUnlessLong } from "../long.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

type Given = Record<string, number[]>;

/** Answers in which nothing is computed. */
const NONSENSE: Readonly<Record<string, (now: Given) => unknown>> = {
  "gives back what it was given": (now) => ({ ...now }),
  "gives back w as everything": ({ w, ...rest }) => mapped(rest, () => w!, { w: w! }),
  "gives constants": ({ w, ...rest }) => mapped(rest, () => w!.map(() => 0.5), { w: w!.map(() => 0.5) }),
  "gives zeros": ({ w, ...rest }) => mapped(rest, () => w!.map(() => 0), { w: w!.map(() => 0) }),
  "gives lists of one number": (now) => mapped(now, () => [0]),
  "gives empty lists": (now) => mapped(now, () => []),
  "gives a number": () => 2,
  "gives nothing": () => undefined,
};

const mapped = (now: Given, of: () => unknown, more: object = {}): object => ({
  ...Object.fromEntries(Object.keys(now).map((name) => [name, of()])),
  ...more,
});

const FORMULAS: Readonly<Record<string, (numbers: Record<string, number>) => unknown>> = {
  "gives its first number": (numbers) => Object.values(numbers)[0],
  "gives its last number": (numbers) => Object.values(numbers).at(-1),
  "gives a list of its numbers": (numbers) => Object.values(numbers).slice(0, 2),
  "gives 1": () => 1,
  "gives a list of zeros": () => [0, 0],
  "gives too long a list": (numbers) => [...Object.values(numbers), 1, 2, 3],
  "gives nothing": () => undefined,
};

const earned = (id: string, exercise: Exercise, answer: unknown): unknown => {
  const { outcome, credit = 0, mistakes } = checkAnswer(id, exercise, answer);
  const isDeclared = mistakes[0]?.credit !== undefined;
  return isDeclared ? [0, true] : [credit, outcome !== "almost" && outcome !== "right"];
};

const all = [...lessonExercises.all]
  .filter(([, exercise]) => kindOf(exercise).answered === "by a function")
  .flatMap(([id, exercise]) =>
    Object.entries(exercise.kind === "formula" ? FORMULAS : NONSENSE).map(
      ([what, answer]) => [id, what, exercise, answer] as const,
    ),
  );

// Each third: of the next exercise these are others.
test.each(someUnlessLong(all, 3))("of %s an answer that %s earns nothing", (id, _, exercise, answer) => {
  expect(earned(id, exercise, answer)).toEqual([0, true]);
});

test("what comes back as it was given is told", () => {
  const { text } = checkAnswer(
    "momentum/rule",
    lessonExercises.all.get("momentum/rule")!,
    ({ w, m }: Given) => ({ w, m }),
  );
  expect(text).toContain("comes back as it was");
});

describe("nothing is earned", () => {
  const [w, g, due] = [Float64Array.of(1, 2), Float64Array.of(3, 4), Float64Array.of(5, 6)];
  test.each([
    ["where a quantity is what was given, and none is right", [{ got: g, due }], true],
    ["where a quantity is the same everywhere", [{ got: Float64Array.of(2, 2), due }], true],
    [
      "but for a quantity that is right",
      [
        { got: w, due },
        { got: due, due },
      ],
      false,
    ],
    ["unless everything was computed", [{ got: Float64Array.of(5, 7), due }], false],
    ["by what did not come, which is told as that", [{ got: undefined, due }], false],
  ])("%s", (_, quantities, isNothing) => {
    expect(whyNothing(quantities, [w, g]) !== undefined).toBe(isNothing);
  });

  test.each([
    "return: w empty",
    "return: m too long",
    "return: w length",
    "return: w for 2 coordinates",
    "return: 3 numbers",
  ])("by lists of another length: %s", (id) => {
    expect([isOfWrongLength([{ id }]), isOfWrongLength([{ id: "return: list" }])]).toEqual([true, false]);
  });
});

describe("an answer is almost right that is one or two named mistakes away, and half a point is for a declared one or a right part:", () => {
  const difference = { differs: "it differs", where: [], isReadable: true, of: "a rule", besides: () => "" };
  const slips = [1, 2, 3].map((k) => ({ id: `slip: ${k}`, what: `slip ${k}` }));
  const mistakes = slips.map((one) => ({ ...one, id: `known: ${one.id}` }));
  test.each([
    [0, "not yet", 0],
    [1, "almost", 0.5],
    [2, "almost", 0.5],
    [3, "not yet", 0],
  ])("%i mistakes: %s", (count, outcome, credit) => {
    expect(aboutMistakes(mistakes.slice(0, count), difference)).toMatchObject({ outcome, credit });
    const rightPart = "m is already right.";
    expect(aboutMistakes(slips.slice(0, count), difference)).toMatchObject({ outcome, credit: 0 });
    const earned = aboutMistakes(slips.slice(0, count), { ...difference, rightPart });
    expect(earned).toMatchObject({ outcome, credit: 0.5, blocks: [{ text: rightPart }] });
  });

  test.each([
    [
      "momentum/rule",
      ({ w, m, g }: Given, { lambda, alpha }: Record<string, number>) => {
        const v = m!.map((x, i) => alpha! * x - lambda! * g![i]!);
        return { w: w!.map((x, i) => x + v[i]! ** 3 + 0.1), m: v };
      },
      0.5,
    ],
    [
      "momentum/rule",
      ({ w, m, g }: Given, { lambda, alpha }: Record<string, number>) => {
        const v = m!.map((x, i) => alpha! * x + lambda! * g![i]!);
        return { w: w!.map((x, i) => x + v[i]!), m: v };
      },
      0,
    ],
    ["start-here/twice", ({ x }: Record<string, number>) => 3 * x!, 0],
  ])("an answer to %s whose mistake has no credit of its own", (id, answer, credit) => {
    expect(checkAnswer(id, lessonExercises.all.get(id)!, answer).credit).toBe(credit);
  });

  test("and not where something else departs that they do not explain", () => {
    const unexplained = [{ kind: "text", text: "m differs" }] as const;
    expect(aboutMistakes(mistakes.slice(0, 1), { ...difference, unexplained })).toMatchObject({ credit: 0 });
  });

  test("a credit of its own counts always", () => {
    const known = { id: "known", what: "a slip", credit: 0.25 };
    const nothing = "it comes back";
    expect(aboutMistakes([known], { ...difference, nothing })).toMatchObject({
      outcome: "almost",
      credit: 0.25,
    });
  });
});
