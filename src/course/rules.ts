/** What a lesson must have: one list for `fall-line check`, for the tests and for lessons/README.md. */
import type { Lesson } from "../notebook/lesson.ts";
import { DECK_RULES } from "./deck-slides.ts";
import { EVERY_LESSON } from "./every-lesson.ts";
import type { Fault, LessonRule, Surroundings } from "./lesson-rule.ts";
import { QUESTION_RULE } from "./open-questions.ts";
import { STYLE_RULES } from "./style-rules.ts";

/** Asked of every lesson there is, or of those courses only that want to be read like this one (`"style": true`). */
type Of = "every lesson" | "this style";

const asked = (of: Of, rules: readonly LessonRule[]): (LessonRule & { readonly of: Of })[] =>
  rules.map((rule) => ({ of, ...rule }));

export const LESSON_RULES = [
  ...asked("every lesson", EVERY_LESSON),
  ...asked("this style", [...STYLE_RULES, QUESTION_RULE, ...DECK_RULES]),
];

/** What is wrong with a lesson by these rules; `style` asks for those of this course's style too. */
export function faultsOf(lesson: Lesson, among: Surroundings, style: boolean): Fault[] {
  const rules = LESSON_RULES.filter((rule) => style || rule.of === "every lesson");
  return rules.flatMap((rule) => rule.faults(lesson, among));
}
