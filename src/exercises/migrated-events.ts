import { checkAnswer } from "./check-answer.ts";
import { type Exercise, isCardExercise } from "./exercise.ts";
import { idOf, type ProgressEvent } from "./progress-event.ts";

/** Events in which guesses are judged that were recorded before it was kept whether they were right. */
export function migratedEvents(
  all: readonly ProgressEvent[],
  exercises: ReadonlyMap<string, Exercise>,
): ProgressEvent[] {
  return all.map((event) => {
    const exercise = exercises.get(idOf(event));
    const isOpen = event.event === "attempt" && event.right === undefined && event.picked !== undefined;
    if (!isOpen || exercise === undefined || !isCardExercise(exercise)) return event;
    const { outcome, right } = checkAnswer(idOf(event), exercise, event.picked);
    return right === undefined ? event : { ...event, outcome, right };
  });
}
