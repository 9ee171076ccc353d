/** The numbers that the cards of lessons ask for. */
import { expect } from "vitest";
import { lessonExercises, type PlainObjective } from "fall-line";

export const { byId } = lessonExercises;

/** The answers of a card, by the names of its fields. */
export function answersOf(fields: Readonly<Record<string, { answer: number; within: number }>>) {
  return Object.fromEntries(Object.entries(fields).map(([name, { answer }]) => [name, answer]));
}

/** Each answer is the number computed, to one part in a hundred. */
export function expectAnswers(
  fields: Readonly<Record<string, { answer: number; within: number }>>,
  computed: Readonly<Record<string, number>>,
) {
  const answers = answersOf(fields);
  expect(Object.keys(computed)).toEqual(Object.keys(answers));
  for (const [name, value] of Object.entries(computed))
    expect(answers[name]! / value, name).toBeCloseTo(1, 2);
}

/** Of a card's options the right one is true, and no other. */
export function expectOnlyRight(
  options: Readonly<Record<string, { right?: boolean }>>,
  isTrue: Readonly<Record<string, boolean>>,
) {
  const right = Object.fromEntries(Object.entries(options).map(([name, { right = false }]) => [name, right]));
  expect(isTrue).toEqual(right);
}

/** A descent on slopes that are given, step by step. */
export const slopes = (gradient: (t: number) => number): PlainObjective => ({
  value: () => 0,
  gradient: (_w, _out, t) => [gradient(t)],
});
