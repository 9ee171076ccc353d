import { quadratic } from "../../objectives/quadratic.ts";
import { gradientDescent } from "../../rules/gradient-descent.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Exercises at the end of the lesson on gradient descent. */
export const gradientDescentExercises = defineExercises("gradient-descent", {
  bottom: exercise.predict({
    title: "To the bottom in one step",
    prompt: "On f = 2·x² from x = 1: with which λ do you land at the bottom in one step?",
    fields: { lambda: { label: "λ", answer: 0.25, within: 0.0005 } },
    because: "2·x² is ½·4·x², so the curvature is 4, and λ·h = 1 at λ = 0.25.",
    hints: ["Which λ·h takes it to the bottom in one step?", "2·x² is ½·h·x² with which h?"],
  }),
  slow: exercise.choose({
    title: "A slow descent",
    prompt: "A descent is slow. Which statement is right?",
    options: {
      smaller: {
        text: "A smaller rate is always safer, so take a smaller one.",
        reason: "It is slower in every direction. Far below the limit, that gains nothing.",
      },
      length: {
        text: "Gradient descent should divide by the length of the gradient, to keep a steady speed.",
        reason: "Then it could never come to rest: near the bottom its steps would be as long as ever.",
      },
      condition: {
        text: "If even the best rate is slow, the condition number is at fault.",
        reason: "The best factor, (Q − 1)/(Q + 1), depends on nothing else.",
        right: true,
      },
      once: {
        text: "If the loss goes up once, the rate is above the limit.",
        reason: "On a bowl without noise, yes. Not with noise, and not where the curvature changes.",
      },
    },
    hints: ["What does the best factor depend on?"],
  }),
  rule: exercise.write<never, "lambda">({
    title: "Write gradient descent",
    prompt: "Given w and the gradient g at w, return the next w.",
    rule: gradientDescent,
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
    misconceptions: [
      {
        what: "the gradient is divided by its length, so every step is as long as the rate",
        equations: { w: "w - lambda*g/norm(g)" },
      },
    ],
    hints: ["One line: each coordinate moves against its own slope.", "The new w[i] is w[i] − λ·g[i]."],
  }),
  restless: exercise.findTheBug<never, "lambda">({
    title: "It never comes to rest",
    prompt: "This goes downhill, and at the bottom it hops about for ever. Make slide 5 of it.",
    rule: gradientDescent,
    given: ({ w, g }, { lambda }) => {
      const length = Math.hypot(...g);
      return { w: w.map((x, i) => x - (lambda * g[i]!) / length) };
    },
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
    because: "It divided by the length of the gradient: every step was as long as λ, at the bottom too.",
    hints: [
      "How long is its step where the slope is small?",
      "What should happen to the steps near the bottom?",
    ],
  }),
  narrow: exercise.tune({
    title: "A narrower ravine",
    prompt: "On ½·(x² + 50·y²) from (1, 1): bring the loss below 0.01 in at most 60 steps.",
    rule: gradientDescent,
    on: quadratic([1, 50], { name: "narrow ravine" }),
    start: [1, 1],
    steps: 60,
    below: 0.01,
    given: { lambda: 0.0392 },
    solution: { lambda: 0.0375 },
    because:
      "The formula makes both factors equal, for the long run. But here the steep direction starts with fifty times the loss of the flat one. A slightly smaller rate costs the flat direction almost nothing, and makes the steep one much faster.",
    hints: [
      "Both factors are 0.96 in size at the formula's rate. Which direction has more loss to lose?",
      "Go a little below the formula's rate.",
    ],
  }),
  ravine: exercise.explain({
    title: "One rate, two directions",
    prompt: "In three sentences: why can't one learning rate suit both directions of a ravine?",
    model:
      "In a direction of curvature h each step multiplies the error by 1 − λ·h. The steepest direction stays stable only while λ is below 2/h of its own curvature. In the flattest, that leaves a factor near 1, so it hardly moves, and the more so the larger Q is.",
    hints: ["What is the factor in each of the two directions?"],
  }),
});
