import { adam, defineExercises, descend, exercise, momentum, nesterov } from "fall-line/library";
import { describe, expect, test } from "vitest";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { isRightOrder, linesOfRule, mixed, rightOrder } from "../../src/exercises/order/lines.ts";
import { runLines, runOf } from "../../src/exercises/order/run.ts";
import { rules } from "../../src/rules/list.ts";

const about = { title: "T", prompt: "P?", hints: ["h"] as [string], because: "So it is." };

const adamLines = exercise.order({
  ...about,
  rule: adam,
  wrong: {
    twice: {
      line: "w = w - eta*mHat/(1 - beta1^t)/(sqrt(vHat) + epsilon)",
      what: "the bias is corrected twice",
    },
  },
});

const steps = exercise.order({
  ...about,
  steps: {
    start: "a",
    left: { text: "b", after: ["start"] },
    right: { text: "c", after: ["start"] },
    end: { text: "d", after: ["left", "right"] },
  },
  wrong: { astray: { text: "e", what: "e is not so" } },
});

const said = (one: typeof steps, answer: unknown): string => checkAnswer("a/b", one, answer).text;

/** All orders of some names. */
function ordersOf(names: readonly string[]): string[][] {
  if (names.length === 0) return [[]];
  return names.flatMap((name) =>
    ordersOf(names.filter((other) => other !== name)).map((rest) => [name, ...rest]),
  );
}

describe("the lines of a rule", () => {
  const ordinary = rules.filter((rule) => {
    try {
      return Object.keys(linesOfRule(rule, {})).length < 7 && runnable(rule);
    } catch {
      return false;
    }
  });

  function runnable(rule: (typeof rules)[number]): boolean {
    const lines = linesOfRule(rule, {});
    return runLines(lines, rightOrder(lines), runOf(rule)).unknown === undefined;
  }

  test("are most rules of the library", () => {
    expect(ordinary.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]),
    );
  });

  test.each(ordinary.map((rule) => [rule.id, rule] as const))(
    "of %s are right in the orders that compute what the rule does",
    (_, rule) => {
      const lines = linesOfRule(rule, {});
      const run = runOf(rule);
      const due = descend("x^2", rule, { start: [1], steps: 10, hyper: run.hyper }).path.slice(1);
      const right = ordersOf(rightOrder(lines)).filter((order) => isRightOrder(lines, order));
      expect(right.length).toBeGreaterThan(0);
      for (const order of right) {
        const { path } = runLines(lines, order, run);
        path.forEach((x, t) => expect(x).toBeCloseTo(due[t]![0]!, 12));
      }
    },
  );

  test("of Adam are right with either average first, and with each corrected at once", () => {
    const all = ordersOf(["g", "m", "v", "mHat", "vHat", "w"]);
    const right = all.filter((order) => checkAnswer("a/b", adamLines, order).outcome === "right");
    expect(right).toHaveLength(6);
    expect(right).toContainEqual(["g", "v", "vHat", "m", "mHat", "w"]);
  });

  test("of Nesterov take the gradient before the velocity that looks ahead has changed", () => {
    const one = exercise.order({ ...about, rule: nesterov });
    expect(said(one, ["g", "m", "w"])).toContain("Right.");
    expect(said(one, ["m", "g", "w"])).toContain("g is used before it is computed");
  });
});

describe("an order of lines", () => {
  const one = exercise.order({ ...about, rule: momentum });

  test("that uses the velocity of before is told so, with where it leads", () => {
    const { headline, text, mistakes } = checkAnswer("a/b", one, ["g", "w", "m"]);
    expect(headline).toBe(
      "Not yet: m is used before it is computed: the line of w takes the value of the step before.",
    );
    // By hand, with λ = 0.02: w stays at 1 in step 1, since the velocity is still 0; then it moves by m = −0.04.
    expect(text).toMatch(/step 1\s+1\s+0\.96/);
    expect(text).toMatch(/step 2\s+0\.96/);
    expect(mistakes.map(({ id }) => id)).toEqual(["w before m"]);
  });

  test("that lacks what it reads stops in its first step", () => {
    expect(said(one, ["m", "g", "w"])).toContain("g has no value there yet");
    expect(said(one, ["g", "w"])).toContain("a line is missing: m = α·m − λ·g");
  });

  test("in which a line belongs to no answer is told by the words of its author", () => {
    const order = ["g", "m", "v", "mHat", "vHat", "twice"];
    const { mistakes, headline } = checkAnswer("a/b", adamLines, order);
    expect(headline).toBe("Not yet: the bias is corrected twice.");
    expect(mistakes).toEqual([{ id: "line: twice", what: "the bias is corrected twice" }]);
  });
});

describe("the steps of a derivation", () => {
  test("are right in every order that has first what is needed first", () => {
    const right = ordersOf(["start", "left", "right", "end"]).filter(
      (order) => checkAnswer("a/b", steps, order).outcome === "right",
    );
    expect(right).toEqual([
      ["start", "left", "right", "end"],
      ["start", "right", "left", "end"],
    ]);
  });

  test("that are out of order, missing or astray are told", () => {
    expect(said(steps, ["left", "start", "right", "end"])).toContain('"b" stands before "a"');
    expect(said(steps, ["start", "left", "end"])).toContain("a line is missing: c");
    expect(said(steps, ["start", "left", "right", "astray", "end"])).toContain("e is not so");
  });

  test("follow from the one before where nothing else is said", () => {
    const chain = exercise.order({ ...about, steps: { one: "1", two: "2", three: "3" } });
    expect(checkAnswer("a/b", chain, ["one", "two", "three"]).outcome).toBe("right");
    expect(checkAnswer("a/b", chain, ["one", "three", "two"]).outcome).toBe("not yet");
  });

  test("are never shown in a right order", () => {
    for (const { lines } of [steps, adamLines]) {
      const shown = mixed(lines);
      expect([...shown].sort()).toEqual(Object.keys(lines).sort());
      expect(
        isRightOrder(
          lines,
          shown.filter((name) => lines[name]!.wrong === undefined),
        ),
      ).toBe(false);
    }
  });
});

test("what is no list of lines is told, and counts nothing", () => {
  const mine = defineExercises("mine", { steps });
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [[], /asks for a list of names, and got a list of 0/],
    ["start", /asks for a list of names, and got "start"/],
    [["start", "lift"], /no line "lift".*Did you mean "left"/],
    [["start", "start"], /stands twice/],
  ];
  for (const [answer, words] of cases) {
    const { outcome, headline } = mine.check("mine/steps", answer as never);
    expect(outcome).toBe("note");
    expect(headline).toMatch(words);
  }
});

test("a rule whose lines need whole vectors is refused", () => {
  const rule = rules.find(({ id }) => id === "newton")!;
  expect(() => exercise.order({ ...about, rule })).toThrow(/can't be run on one number/);
});
