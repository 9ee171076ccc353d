import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { kindOf } from "../../src/exercises/exercise.ts";
import { isWritten, LEAST_RIGHT, LEAST_WRONG } from "../../src/course/own-lesson.ts";
import { someUnlessLong } from "../long.ts";
import { answersOfLessons } from "../lessons/answer.ts";
import { checkAny } from "./told.ts";

const answers = await answersOfLessons();

test("every exercise in which a function is written has three right answers and five wrong ones", () => {
  const written = [...lessonExercises.all].filter(([, one]) => isWritten(kindOf(one)));
  expect(Object.keys(answers).sort()).toEqual(written.map(([id]) => id).sort());
  for (const { right, wrong } of Object.values(answers)) {
    expect(right.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(wrong.length).toBeGreaterThanOrEqual(LEAST_WRONG);
  }
});

describe.each(Object.entries(answers))("check(%j, ...)", (id, { right, wrong }) => {
  test.each(right.map((answer, i) => [i + 1, answer] as const))(
    "accepts right answer %i of another style",
    (_, answer) => {
      const feedback = checkAny(id, answer);
      expect([feedback.outcome, feedback.text]).toEqual(["right", expect.any(String)]);
    },
  );

  test.each(someUnlessLong(wrong, 2).map((one) => [one.title, one] as const))(
    "tells what is wrong: %s",
    (_, { answer, told, unearned }) => {
      const feedback = checkAny(id, answer);
      if (told instanceof RegExp) {
        expect([feedback.outcome, feedback.names.join("; ")]).toEqual([
          unearned ? "not yet" : "almost",
          expect.stringMatching(told),
        ]);
        expect(feedback.headline).toMatch(/^(Almost|Not yet)(\. Your answer behaves like|: )/);
        return;
      }
      expect([feedback.outcome, feedback.names]).toEqual(["not yet", []]);
      if (told === "departs") return;
      const exercise = lessonExercises.all.get(id);
      const diagnosis = exercise?.kind === "write" && diagnoseStep(exercise.target, answer);
      expect(diagnosis && "departure" in diagnosis && diagnosis.departure?.step).toBe(told);
    },
  );
});

test("a convention is right and is named", () => {
  const headlines = ["momentum/rule", "nesterov/rule", "adagrad/rule", "adam/rule"].flatMap((id) =>
    answers[id]!.right.map((answer) => checkAny(id, answer).headline),
  );
  expect(new Set(headlines)).toEqual(
    new Set([
      "Right.",
      "Right: this is the PyTorch form.",
      "Right: this is the form with the velocity turned round.",
      "Right: this is the form that Keras uses.",
      "Right: this is the Keras form.",
      "Right: this is the form with ε inside the root.",
    ]),
  );
});

test("an answer that does not use a hyperparameter is told so", () => {
  const feedback = checkAny(
    "momentum/rule",
    ({ w, m, g }: Record<string, number[]>, { lambda }: Record<string, number>) => {
      for (let i = 0; i < w!.length; i++) w![i]! += m![i] = 0.9 * m![i]! - lambda! * g![i]!;
    },
  );
  expect(feedback.outcome).toBe("almost");
  expect(feedback.names.join()).toContain("α is always 0.9, whatever is given");
});
