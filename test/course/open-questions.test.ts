/** What `fall-line check` says of cards that are answered before they are asked. */
import { expect, test } from "vitest";
import { exercise, type lessonExercises } from "fall-line";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { QUESTION_RULE } from "../../src/course/open-questions.ts";

const number = exercise.predict({
  title: "How much is kept?",
  prompt: "With α = 0.9: how much of the velocity is kept across the valley?",
  fields: { share: { label: "share", answer: 0.3627, within: 0.01 } },
  because: "0.9 of 0.403.",
  hints: ["Multiply."],
});
const words = exercise.foresee({
  title: "Where is the limit?",
  prompt: "Plain descent bears rates up to 2. Where is the limit of this rule?",
  options: {
    lower: { text: "Less than 2.", reason: "It corrects too much.", right: true },
    higher: { text: "More than 2.", reason: "It does not." },
  },
  hints: ["Look."],
});
const name = exercise.foresee({
  title: "The floor",
  prompt: "How high is the floor?",
  options: {
    quarter: { text: "A quarter of the rate.", reason: "So it is.", right: true },
    half: { text: "Half of the rate.", reason: "No." },
  },
  hints: ["Count."],
});

/** What is said of a lesson with these cells around a card. */
function told(
  before: string,
  after = "",
  one: typeof number | typeof words | typeof name = number,
): string[] {
  const text = `${LESSON_HEADER}\n${before}\n// %%\ndisplay(ask("waves/one"));\n${after}`;
  const about = { title: "Waves", short: "Waves", minutes: 10, learn: "waves." };
  const exercises = new Map([["waves/one", one]]) as unknown as typeof lessonExercises.all;
  const among = { lessons: [], exercises, deck: [] };
  return QUESTION_RULE.faults(parseLesson("11-waves", text, about), among).map(
    ({ place, what }) => `${place} ${what}`,
  );
}

const prose = (text: string): string => `// %% [markdown]\n// ${text}\n`;

test("a number that a card asks for, as it is or rounded, in prose, in code and in sight below", () => {
  expect(told(prose("Little is kept: 0.36 of it."))).toEqual([
    '11-waves/lesson.ts:14 "0.36" answers the card waves/one before it is asked: the sentence "Little is kept: 0.36 of it."',
  ]);
  expect(told("// %%\nconst one = 1;\nconst kept = 0.3627;\n")).toEqual([
    expect.stringMatching(/^11-waves\/lesson.ts:16 "0.3627" .* the code "const kept = 0.3627;"$/),
  ]);
  expect(told("", prose("As we saw, 0.363 is kept."))).toHaveLength(1);
  expect(told("", `${prose("## Later")}${prose("As we saw, 0.363 is kept.")}`)).toEqual([]);
});

test("numbers that are no evidence: of one digit, of the question, of other things", () => {
  expect(told(prose("Nearly 0.4 is kept, of 0.9, or 0.37; after 36 steps in 2036."))).toEqual([]);
});

test("the words of the right option in a heading about the question, wherever it stands", () => {
  expect(told("", prose("## The price: a lower limit"), words)).toEqual([
    expect.stringMatching(/"less" answers the card waves\/one .*the heading "## The price: a lower limit"/),
  ]);
  expect(told("", prose("## A lower price"), words)).toEqual([]);
  expect(told("", prose("## The price: a higher limit"), words)).toEqual([]);
});

test("the words of the right option in a name, unless the code is folded", () => {
  expect(told("// %%\nconst quarterRate = 1;\n", "", name)).toHaveLength(1);
  expect(told('// %% tags=["folded"]\nconst quarterRate = 1;\n', "", name)).toEqual([]);
});

test("what is meant to stand there is named beside the card, with the reason", () => {
  const meant = { ...number, mayStand: { 0.36: "it was computed in the lesson before" } };
  expect(told(prose("Little is kept: 0.36 of it."), "", meant)).toEqual([]);
});
