import { checkAnswer } from "./check-answer.ts";
import { type Exercise, kindOf } from "./exercise.ts";

/**
 * Prove an exercise: its solution passes, what is given does not, each of its misconceptions and each wrong
 * version by one slip is recognised as itself, and no text is empty. Returns what is wrong with it; nothing when all is well.
 * @example proveExercise("momentum/truth", lessonExercises.byId["momentum/truth"]).length // 0
 */
export function proveExercise(id: string, exercise: Exercise): string[] {
  const check = (answer: unknown) => checkAnswer(id, exercise, answer);
  return [...textFaults(exercise), ...kindOf(exercise).faults(exercise, check)].map(
    (fault) => `${id}: ${fault}`,
  );
}

const COMMON = ["title", "prompt", "hints", "explanation"];

/** The texts of an exercise that are empty, as its declaration has them: `options.a.reason`. */
function textFaults(exercise: Exercise): string[] {
  const own: readonly string[] = kindOf(exercise).texts;
  const texts = Object.entries(exercise).filter(([name]) => COMMON.includes(name) || own.includes(name));
  const empty = emptyIn(Object.fromEntries(texts));
  return empty.length === 0 ? [] : [`${empty.join(", ")} ${empty.length === 1 ? "is" : "are"} empty`];
}

function emptyIn(value: unknown, field = ""): string[] {
  if (typeof value === "string") return value.trim() === "" ? [field] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    emptyIn(inner, Array.isArray(value) ? `${field}[${name}]` : [field, name].filter(Boolean).join(".")),
  );
}
