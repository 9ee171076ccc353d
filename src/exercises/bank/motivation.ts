import { ravine } from "../../objectives/surfaces.ts";
import { gradientDescent } from "../../rules/gradient-descent.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

const range = { from: -3, to: 3 };

/** Exercises at the end of the lesson on motivation. */
export const motivationExercises = defineExercises("motivation", {
  once: exercise.predict({
    title: "One step",
    prompt: "On f = x² at x = 3 with λ = 0.25: where does one step of gradient descent take you?",
    fields: { x: { label: "x", answer: 1.5, within: 0.0005 } },
    because: "The slope at 3 is 6, a quarter of it is 1.5, and 3 − 1.5 = 1.5.",
    hints: ["The slope of x² is 2x.", "3 − 0.25·6"],
  }),
  need: exercise.choose({
    title: "What is the need for optimization?",
    prompt:
      "Slide 2 answers: slow convergence, and the gradient gets stuck in local optima. Which statement would you sign?",
    options: {
      lowest: {
        text: "A good optimizer finds the lowest point of any surface.",
        reason: "A rule sees only slopes near its path. What it has not passed, it does not know.",
      },
      momentum: {
        text: "Momentum gets the ball out of local minima.",
        reason: "Sometimes, by luck. You saw it pass one well, and end in it the next time.",
      },
      saddles: {
        text: "No rule of the deck guarantees escape; with many parameters, saddles are the commoner trouble.",
        reason:
          "That is Dauphin et al. (2014) in one sentence. The slow convergence of slide 2 is what the rules do cure.",
        right: true,
      },
      flat: {
        text: "A flat loss curve shows that one is in a local minimum.",
        reason: "The plateau and the saddle gave flat curves too.",
      },
    },
    hints: ["Which of the four did a picture of this lesson contradict?"],
  }),
  gradient: exercise.formula({
    title: "Write the gradient of the ravine",
    prompt: "Return the two slopes of f = 0.05·x² + y² at (x, y), as a list.",
    formula: ["0.1*x", "2*y"],
    arguments: { x: range, y: range },
    solution: ({ x, y }) => [0.1 * x, 2 * y],
    misconceptions: [
      { what: "the factor 2 is left out: the derivative of y² is 2y", formula: ["0.05*x", "y"] },
      {
        what: "both signs are flipped: that is the way down, and the gradient points up",
        formula: ["-0.1*x", "-2*y"],
        credit: 0.5,
      },
    ],
    hints: [
      "Each slope is a derivative in which the other letter counts as a number.",
      "The derivative of y² is 2y.",
    ],
  }),
  uphill: exercise.findTheBug<never, "lambda">({
    title: "A ball that climbs",
    prompt: "This should be gradient descent, and the loss grows at every step. Mend it.",
    rule: gradientDescent,
    given: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x + lambda * g[i]!) }),
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
    because: "It added the gradient, and the gradient points uphill.",
    hints: ["Which way does the gradient point?", "One sign is wrong."],
  }),
  forty: exercise.tune({
    title: "Below 0.01 in 40 steps",
    prompt: "Find λ that brings the loss in the ravine below 0.01 within 40 steps of gradient descent.",
    rule: gradientDescent,
    on: ravine,
    start: [-8, 1.5],
    steps: 40,
    below: 0.01,
    given: { lambda: 0.3 },
    solution: { lambda: 0.9 },
    because:
      "Along the valley a large rate is wanted; just below 1 the walls still bear it. Lesson 02 finds the exact limit.",
    hints: ["Is 0.3 too small or too large? Look at the zigzag above.", "Try 0.95, then go down a little."],
  }),
  flat: exercise.explain({
    title: "A flat loss curve",
    prompt:
      "A friend's loss curve has been flat for a thousand steps. She says: stuck in a local minimum. What else can it be, and what would you look at?",
    model:
      "It can be a plateau, a saddle, or a rate so small that nothing moves. Look at the length of the gradient. If it is not small, the rate is the trouble, or noise. If it is small, wait, or push a little to the side: from a saddle the loss falls again.",
    hints: [
      "Which of the five troubles had a flat curve?",
      "The step is the rate times the gradient. Which of the two is small?",
    ],
  }),
});
