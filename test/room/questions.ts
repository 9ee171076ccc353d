/** Questions as a room knows them, made of exercises of each kind. */
import { exercise, gradientDescent, momentum, ravine } from "fall-line";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { questionOf } from "../../src/presenting/question.ts";
import type { KnownQuestion } from "../../src/room/known.ts";
import { knownQuestion } from "../../src/room/question.ts";

const common = { title: "Title", prompt: "Prompt.", hints: ["Hint."] as [string] };

const EXERCISES = {
  choose: exercise.choose({
    ...common,
    options: {
      yes: { text: "Yes.", reason: "It does.", right: true },
      no: { text: "No.", reason: "It does not." },
      never: { text: "Never.", reason: "Sometimes." },
    },
  }),
  number: exercise.predict({
    ...common,
    fields: {
      x: { label: "how far", answer: 1.5, within: 0.1 },
      n: { label: "steps", answer: 3, within: 0 },
    },
    because: "It rolls.",
  }),
  place: exercise.place({
    ...common,
    on: ravine,
    view: [
      [-9, 3],
      [-2.5, 2.5],
    ],
    ball: { rule: gradientDescent, start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 }, name: "the ball" },
    asks: "x",
    within: 0.5,
    right: "it creeps",
    because: "The floor is flat.",
  }),
  order: exercise.order({ ...common, rule: momentum, because: "Each needs the one before." }),
  text: exercise.explain({ ...common, model: "Since it rolls.", lookFor: { a: "It rolls.", b: "Far." } }),
  code: exercise.write({
    ...common,
    rule: momentum,
    solution: () => ({ w: [2], m: [2] }),
    misconceptions: [{ what: "the memory is lost", equations: { m: "-lambda*g" } }],
  }),
} as const;

export const pictures = new Map<string, string>();

export const questions: ReadonlyMap<string, KnownQuestion> = new Map(
  Object.entries(EXERCISES).map(([id, one]) => [
    id,
    knownQuestion(questionOf(id, one as Exercise), one as Exercise, { lesson: "Lesson" }, (svg) => {
      const src = `picture/${pictures.size}.svg`;
      pictures.set(src, svg);
      return src;
    }),
  ]),
);
