import { type Exercise, kindOf } from "./exercise.ts";
import { Feedback } from "./feedback.ts";
import { refusalOf } from "./from-kernel.ts";
import { assessmentOf } from "./guess.ts";
import { refused } from "./refused.ts";

/** What is to be said about an answer. Never throws: what goes wrong in the check itself is said, and not counted. */
export function checkAnswer(id: string, exercise: Exercise, answer: unknown): Feedback {
  try {
    const refusal = refusalOf(answer);
    const said = assessmentOf(kindOf(exercise).about, exercise, answer);
    return new Feedback({ id, ...(refusal === undefined ? said : refused(said, refusal)) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return new Feedback({
      id,
      outcome: "note",
      headline:
        "This could not be checked. The fault is in the check and not in your answer; nothing is counted.",
      blocks: [{ kind: "code", code: message }],
    });
  }
}

/** The same, but what goes wrong in the check itself is thrown. */
export function judge(id: string, exercise: Exercise, answer: unknown): Feedback {
  return new Feedback({ id, ...assessmentOf(kindOf(exercise).about, exercise, answer) });
}
