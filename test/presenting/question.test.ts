import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { questionToHtml, talkingPoints } from "../../src/presenting/question-html.ts";
import { type Question, questionOf } from "../../src/presenting/question.ts";

const question = (id: string): Question => questionOf(id, lessonExercises.all.get(id)!);

test("a choice has its options, each with its reason", () => {
  const { choices } = question("momentum/truth");
  expect(choices).toHaveLength(4);
  expect(choices.filter(({ right }) => right)).toHaveLength(1);
  expect(choices.every(({ reason = "" }) => reason.length > 10)).toBe(true);
});

test("a rule to write becomes a choice between it and its misconceptions", () => {
  const { choices } = question("momentum/rule");
  expect(choices.map(({ text }) => text)).toContain("m = α·m − λ·g");
  expect(choices.map(({ text }) => text)).toContain("m = −λ·g");
  expect(new Set(choices.map(({ text }) => text)).size).toBe(choices.length);
});

test("where there is nothing to choose from, hands say who is ready, and the answer is told", () => {
  const asked = question("momentum/crossing");
  expect(asked.choices.map(({ text }) => text)).toEqual(["I have an answer.", "Not yet."]);
  expect(questionToHtml(asked, "", "", "")).toContain("0.062");
});

test("every exercise of the bank is a question with an answer and something to say about it", () => {
  for (const [id, exercise] of lessonExercises.all) {
    const asked = questionOf(id, exercise);
    const answered = asked.choices.some(({ right }) => right) || asked.answer.length > 0;
    expect(answered, id).toBe(true);
    expect(talkingPoints(asked).length, id).toBeGreaterThan(20);
    expect(asked.choices.length, id).toBeGreaterThanOrEqual(2);
  }
});

test("what is asked is text, whatever is in it", () => {
  const html = questionToHtml({ ...question("momentum/truth"), prompt: "<b>&" }, "", "", "");
  expect(html).toContain("&lt;b&gt;&amp;");
});
