import { ravine } from "../../objectives/surfaces.ts";
import { nesterov } from "../../rules/nesterov.ts";
import type { StepOf } from "../answer.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

type Names = ["m", "lambda" | "alpha"];

/** Steps that look ahead with a velocity of this step; `join` makes the velocity from α·m, λ·g ahead, α and that velocity. */
function lookAheadWithTheNew(
  join: (kept: number, ahead: number, alpha: number, fresh: number) => number,
): StepOf<Names[0], Names[1]> {
  return ({ w, m, g, gradient }, { lambda, alpha }) => {
    const fresh = m.map((old, i) => alpha * old - lambda * g[i]!);
    const ahead = gradient(w.map((x, i) => x + alpha * fresh[i]!));
    const velocity = m.map((old, i) => join(alpha * old, lambda * ahead[i]!, alpha, fresh[i]!));
    return { w: w.map((x, i) => x + velocity[i]!), m: velocity };
  };
}

/** Exercises of the lesson on Nesterov momentum. */
export const nesterovExercises = defineExercises("nesterov", {
  second: exercise.predict({
    title: "The second step",
    prompt:
      "On f = x² from x = 1, with λ = 0.1 and α = 0.9, step 1 ends at x = 0.8 with m = −0.2. Where is the look-ahead point of step 2, and where does step 2 end?",
    fields: {
      ahead: { label: "look-ahead point", answer: 0.62, within: 0.0005 },
      x: { label: "x after step 2", answer: 0.496, within: 0.0005 },
    },
    because:
      "The jump is 0.9·(−0.2) = −0.18, so it looks at 0.62, where the gradient is 1.24. Then m = −0.18 − 0.124 = −0.304 and x = 0.496.",
    hints: [
      "The look-ahead point is where the kept share of the velocity alone would carry it.",
      "x + α·m = 0.8 + 0.9·(−0.2).",
    ],
  }),
  brake: exercise.foresee({
    title: "Who brakes first?",
    prompt:
      "Both balls roll into the far wall of the ravine at the same speed. Which of the two feels the wall first?",
    options: {
      plain: {
        text: "The one with plain momentum.",
        reason: "It asks for the slope where it stands, and there the wall has not begun.",
      },
      ahead: {
        text: "The one with Nesterov's.",
        reason: "It asks for the slope where the jump will land, which is on the wall already.",
        right: true,
      },
      both: {
        text: "Both at the same step.",
        reason: "They ask at different places: one where it stands, the other one jump ahead.",
      },
    },
    hints: ["At which point does each of them take its gradient?"],
  }),
  place: exercise.choose({
    title: "Where is the gradient taken?",
    prompt: "At which point does slide 8 take the gradient?",
    options: {
      here: { text: "At w.", reason: "That is plain momentum." },
      ahead: {
        text: "At w + α·m, with the velocity of the step before.",
        reason: "First the jump, then the slope where it lands, then the correction.",
        right: true,
      },
      whole: {
        text: "At w + m, without α.",
        reason: "Only the share α of the velocity is kept, so that is how far the jump goes.",
      },
      rate: {
        text: "At w + λ·m.",
        reason: "The velocity holds the rate already; the jump is the kept share of it.",
      },
    },
    hints: ["Which part of the next step is known before any gradient is?"],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the Nesterov update",
    prompt: "Look ahead, take the gradient there with gradient(ahead), then the velocity, then the step.",
    rule: nesterov,
    solution: ({ w, m, gradient }, { lambda, alpha }) => {
      const ahead = w.map((x, i) => x + alpha * m[i]!);
      const g = gradient(ahead);
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]!);
      return { w: w.map((x, i) => x + velocity[i]!), m: velocity };
    },
    misconceptions: [
      { what: "the gradient is taken at w and not ahead, which is plain momentum", gradientAt: "w" },
      { what: "it looks ahead by the whole velocity and not by its kept share", gradientAt: "w + m" },
      {
        what: "it looks ahead with a velocity that holds the gradient at w already",
        step: lookAheadWithTheNew((kept, ahead) => kept - ahead),
        lines: ["n = α·m − λ·(gradient at w)", "g = gradient at w + α·n", "m = α·m − λ·g", "w = w + m"],
      },
      {
        what: "the velocity is made anew twice in a step, with the gradient at w and with the one ahead",
        step: lookAheadWithTheNew((_, ahead, alpha, fresh) => alpha * fresh - ahead),
        lines: ["m = α·m − λ·(gradient at w)", "g = gradient at w + α·m", "m = α·m − λ·g", "w = w + m"],
      },
    ],
    hints: [
      "Three lines: the look-ahead point, the velocity with the gradient there, the step.",
      "The look-ahead point is w + α·m, coordinate by coordinate, with the old m.",
      "const g = gradient(ahead); the rest is momentum.",
    ],
  }),
  jump: exercise.findTheBug<Names[0], Names[1]>({
    title: "A jump too far",
    prompt: "This looks ahead, and yet it is not slide 8. Mend it.",
    rule: nesterov,
    given: ({ w, m, gradient }, { lambda, alpha }) => {
      const g = gradient(w.map((x, i) => x + alpha * m[i]!));
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]!);
      return { w: w.map((x, i) => x + alpha * m[i]! + velocity[i]!), m: velocity };
    },
    solution: ({ w, m, gradient }, { lambda, alpha }) => {
      const g = gradient(w.map((x, i) => x + alpha * m[i]!));
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]!);
      return { w: w.map((x, i) => x + velocity[i]!), m: velocity };
    },
    because: "The jump was made twice: the new velocity holds α·m already.",
    hints: ["What is in the new velocity already?", "w moves by the new velocity and nothing else."],
  }),
  tuned: exercise.tune({
    title: "Below 0.001 in 20 steps",
    prompt:
      "Find λ and α that bring the loss in the ravine below 0.001 within 20 steps of Nesterov momentum.",
    rule: nesterov,
    on: ravine,
    start: [-8, 1.5],
    steps: 20,
    below: 0.001,
    given: { lambda: 0.1, alpha: 0.9 },
    solution: { lambda: 0.5, alpha: 0.7 },
    because:
      "At λ = 0.5 the steep direction, of curvature 2, is at rest after each step (1 − λ·h = 0), so all that is left is to choose α for the flat one.",
    hints: [
      "In the steep direction, curvature 2, what does λ = 0.5 do?",
      "Keep λ = 0.5 and try α between 0.6 and 0.8.",
    ],
  }),
  libraries: exercise.explain({
    title: "Why does PyTorch's code look different?",
    prompt:
      "A library takes the gradient at w and still calls it Nesterov. In two or three sentences: how can that be the same rule?",
    model:
      "It stores the look-ahead point and calls that w. The gradient at its w is then the gradient ahead. While the rate stays the same, its w is what slide 8 calls w + α·m, step by step.",
    hints: ["What if the number that is stored is another point than slide 8's w?"],
  }),
});
