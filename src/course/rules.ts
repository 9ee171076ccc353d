/** What a lesson must have: one list for `fall-line check`, for the tests and for lessons/README.md. */
import type { Lesson } from "../notebook/lesson.ts";
import { DECK_RULES } from "./deck-slides.ts";
import { EVERY_LESSON } from "./every-lesson.ts";
import type { Fault, LessonRule, Surroundings } from "./lesson-rule.ts";
import { QUESTION_RULE } from "./open-questions.ts";
import { STYLE_RULES } from "./style-rules.ts";

export const LESSON_RULES: readonly LessonRule[] = [
  ...EVERY_LESSON,
  ...STYLE_RULES,
  QUESTION_RULE,
  ...DECK_RULES,
];

/** What is wrong with a lesson by these rules; `style` asks for those of this course's style too. */
export function faultsOf(lesson: Lesson, among: Surroundings, style: boolean): Fault[] {
  const rules = LESSON_RULES.filter((rule) => style || rule.of === "every lesson");
  return rules.flatMap((rule) => rule.faults(lesson, among));
}
