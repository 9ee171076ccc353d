/** What is handed out with a bug to be mended. */
import { expect, test } from "vitest";
import { defineExercises, exercise, type Feedback, momentum } from "fall-line";
import { checkAnswer } from "../../src/exercises/check-answer.ts";

type Lists = Readonly<Record<"w" | "m" | "g", number[]>>;
type Hyper = Readonly<Record<"lambda" | "alpha", number>>;

/** A momentum step with a sign of its own before the gradient, and a share of the velocity. */
const step =
  (sign: number, share = 1) =>
  ({ w, m, g }: Lists, { lambda, alpha }: Hyper) => {
    const velocity = m.map((old, i) => alpha * old + sign * lambda * g[i]!);
    return { w: w.map((x, i) => x + share * velocity[i]!), m: velocity };
  };
const formula = (given?: string) =>
  exercise.formula({
    title: "Moves",
    prompt: "x times 0.8, five times.",
    formula: "x*0.8^5",
    ...(given === undefined ? {} : { given }),
    arguments: { x: { from: -5, to: 5 } },
    solution: ({ x }) => x * 0.8 ** 5,
    misconceptions: [
      { what: "only one move is made", formula: "0.8*x" },
      { what: "the ball stays where it was", formula: "x" },
    ],
    hints: ["?"],
  });
const mine = defineExercises("mine", {
  bug: exercise.findTheBug<"m", "lambda" | "alpha">({
    title: "A bug",
    prompt: "Mend it.",
    rule: momentum,
    conventions: [],
    misconceptions: [{ id: "doubled", what: "the step is doubled", equations: { w: "w + 2*m" } }],
    given: step(1),
    solution: step(-1),
    because: "It went uphill.",
    hints: ["Which sign?"],
  }),
  moves: formula("x"),
  odd: formula("x^2"),
});
const check = mine.check as unknown as (id: string, answer: unknown) => Feedback;

test("a bug that is still in it is no attempt, and the step that shows it is told with its numbers", () => {
  const left = check("mine/bug", step(1));
  expect(left).toMatchObject({
    outcome: "not written",
    headline: "Not mended yet: the bug is still in it. Step 1 shows it.",
    mistakes: [{ id: "known: not mended", what: "the bug is still in it" }],
  });
  // On x²/4 + y² from (2, −1) with λ = 0.1: slopes (1, −2), so that m is −0.1 and 0.2.
  expect(left.text.replace(/ +/g, " ")).toContain("expected yours\nm₁ −0.1 0.1\nm₂ 0.2 −0.2");
});

test("a bug that is mended is said to be, with what it was and how it is written", () => {
  expect(check("mine/bug", step(-1)).text).toBe("✓ Found and mended.\n\nIt went uphill.");
  const inPlace = ({ w, m, g }: Lists, { lambda, alpha }: Hyper): void => {
    for (let i = 0; i < w.length; i++) w[i]! += m[i] = alpha * m[i]! - lambda * g[i]!;
  };
  expect(check("mine/bug", inPlace).text).toMatch(
    /^✓ Found and mended\.\n\nIt went uphill\.\n\nIt writes into the lists that it is given \(m, w\)/,
  );
});

test("another mistake in it is an attempt and has its own name; beside the bug it earns nothing", () => {
  expect(check("mine/bug", step(-1, 2))).toMatchObject({
    outcome: "almost",
    mistakes: [{ id: "known: doubled" }],
  });
  expect(check("mine/bug", step(1, 2))).toMatchObject({ outcome: "not yet", credit: 0 });
});

test("a formula with its bug still in it is no attempt, and the bug has a name where it is a known one", () => {
  const moves = check("mine/moves", ({ x }: { x: number }) => x);
  expect(moves).toMatchObject({
    outcome: "not written",
    headline: "Not mended yet: the bug is still in it.",
    mistakes: [{ id: "not mended", what: "the ball stays where it was" }],
    name: { headline: "It behaves like the formula in which the ball stays where it was." },
  });
  const odd = check("mine/odd", ({ x }: { x: number }) => x ** 2);
  expect([odd.outcome, odd.mistakes, odd.name]).toEqual(["not written", [], undefined]);
  expect(check("mine/moves", ({ x }: { x: number }) => 0.8 * x).names).toEqual(["only one move is made"]);
});

test("a fault in the check itself is said to be none of the answer's, and counts nothing", () => {
  const broken = { ...mine.byId["mine/moves"], target: undefined as never };
  const { outcome, text, isAttempt } = checkAnswer("mine/moves", broken, () => 1);
  expect([outcome, isAttempt]).toEqual(["note", false]);
  expect(text).toMatch(/^i This could not be checked\. The fault is in the check.*\n\n.*undefined/s);
});

test.each(["mine/bug", "mine/moves"])("%s is not written where nothing is handed in", (id) => {
  for (const nothing of [undefined, null, "?", " "]) expect(check(id, nothing).outcome).toBe("not written");
});
