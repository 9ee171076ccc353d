import { transformSync } from "esbuild";
import { lessonExercises } from "fall-line";
import { expect, it } from "vitest";
import type { Exercise } from "../../src/exercises/exercise.ts";
import type { Feedback } from "../../src/exercises/feedback.ts";
import { gradeFunction } from "../../src/grading/grade-function.ts";
import { answersOf, mark } from "../exercises/class/run.ts";
import { withoutClock } from "../exercises/without-clock.ts";
import { language, sandboxScript } from "./standard.ts";

withoutClock();

/** What a teacher sees; QuickJS does not say what it was that is no function. */
const seen = ({
  outcome,
  credit,
  mistakes,
}: Pick<Feedback, "outcome" | "credit" | "mistakes">): unknown[] => [
  outcome,
  credit,
  mistakes.map(({ id }) => id).filter((id) => !id.startsWith("error: call:")),
];

it("the sandbox gives each answer of a class the grade and the mistakes that a notebook gives it", async () => {
  const bench = {
    insideScript: await sandboxScript(),
    language: language(),
    seeds: [271828, 314159, 141421],
    known: new Map(),
  };
  for (const answer of [...answersOf(1), ...answersOf(2)]) {
    const exercise = lessonExercises.all.get(answer.id) as Exercise;
    const { code } = transformSync(`(${answer.code.trim().replace(/;$/, "")})`, {
      loader: "ts",
      target: "es2022",
    });
    const graded = await gradeFunction(
      answer.id,
      exercise,
      { text: code, waits: false, remembers: false },
      bench,
    );
    expect(seen(graded), `${answer.id}: ${answer.slip}\n${answer.code}`).toEqual(seen(mark(answer).feedback));
  }
}, 1_800_000);
