import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Predictions of the lesson on Nesterov momentum, in the order in which it asks them. */
export const nesterovGuesses = defineExercises("nesterov", {
  factor: exercise.foresee({
    title: "How much lower?",
    prompt:
      "Both have taken 50 steps, with the same rate and the same momentum. By what factor is the pink ball's loss the smaller one?",
    options: {
      two: { text: "About 2.", reason: "The swings die out step by step, so the difference multiplies." },
      twenty: {
        text: "About 20.",
        reason: "More: the pink ball has all but stopped swinging across the valley.",
      },
      more: {
        text: "More than 100.",
        reason: "About 190: it has all but stopped swinging across the valley.",
        right: true,
      },
    },
    hints: ["Compare how much the two swing across the valley."],
  }),
  ends: exercise.foresee({
    title: "Green or blue?",
    prompt: "Step 2 on the ravine: which arrow ends nearer to the valley floor, y = 0?",
    options: {
      green: {
        text: "Green, Nesterov's.",
        reason: "The jump carries it past the floor, and the slope there pushes it back in the same step.",
        right: true,
      },
      blue: {
        text: "Blue, that of standard momentum.",
        reason:
          "It takes the slope at the start, which pushes on towards the far wall, and then jumps as well.",
      },
      both: {
        text: "Both end at the same place.",
        reason: "The jump is the same; the slopes are taken at two places.",
      },
    },
    hints: ["Where does each of them take its slope, and which way does that push?"],
  }),
  kept: exercise.predict({
    title: "What is kept of the velocity?",
    prompt:
      "α = 0.9. In the ravine λ·h is 0.03 along the valley and 0.6 across it. How much of the velocity is kept in each?",
    fields: {
      along: { label: "along the valley", answer: 0.873, within: 0.005 },
      across: { label: "across it", answer: 0.36, within: 0.005 },
    },
    because: "α·(1 − λ·h): 0.9·0.97 = 0.873 along, and 0.9·0.4 = 0.36 across.",
    hints: ["Put the two values of λ·h into α·(1 − λ·h)."],
  }),
  limit: exercise.foresee({
    title: "Where is its limit?",
    prompt: "Plain descent bears λ·h up to 2, momentum with α = 0.9 up to 3.8. And Nesterov with α = 0.9?",
    options: {
      above: {
        text: "More than 3.8.",
        reason: "It calms what is steep, but only up to λ·h = 1. Beyond, it overdoes it.",
      },
      between: {
        text: "Between 2 and 3.8.",
        reason: "Less: beyond λ·h = 1 it corrects too much, and the more so the larger α is.",
      },
      below: {
        text: "Less than 2.",
        reason:
          "About 1.36. Looking ahead along too long a jump, it sees too steep a wall, and corrects too much.",
        right: true,
      },
    },
    hints: ["What is 1 − λ·h for λ·h above 1?"],
  }),
  equal: exercise.foresee({
    title: "Four rows of numbers",
    prompt:
      "Row 1: slide 8's x. Row 2: the point that slide 8 will look at next. Row 3: what Keras stores. Row 4: what PyTorch stores. Which rows are equal?",
    options: {
      first: {
        text: "1, 3 and 4.",
        reason: "The libraries take their gradient at what they store. So that is the look-ahead point.",
      },
      last: {
        text: "2, 3 and 4.",
        reason: "The libraries store the look-ahead point and call it w.",
        right: true,
      },
      none: { text: "No two of them.", reason: "They are the same walk, seen from two places." },
    },
    hints: ["Where does a library take its gradient?"],
  }),
  cut: exercise.foresee({
    title: "When the rate is cut",
    prompt:
      "At step 3 the rate falls to a tenth. Slide 8 and Keras keep each gradient's own rate in the velocity; PyTorch multiplies its whole memory by today's rate. Which rows are still equal at step 3?",
    options: {
      all: {
        text: "2, 3 and 4 still.",
        reason: "PyTorch scales down what it remembers too, at once. The two others do not.",
      },
      two: {
        text: "2 and 3.",
        reason: "PyTorch parts from them: it scales down what it remembers, at once.",
        right: true,
      },
      none: {
        text: "None.",
        reason: "Keras's form is slide 8's with another name for the place, whatever the rate does.",
      },
    },
    hints: ["In which of them does an old gradient keep the rate that it came with?"],
  }),
  once: exercise.predict({
    title: "λ·h = 1",
    prompt:
      "In a direction with λ·h = 1 exactly: how many steps does Nesterov need to the bottom, for any α?",
    fields: { steps: { label: "steps", answer: 1, within: 0 } },
    because:
      "The share kept is α·(1 − 1) = 0, and the first step, like plain descent's, has the factor 1 − λ·h = 0. It lands, and stays.",
    hints: ["How much of the velocity is kept there?", "What does plain descent do at λ·h = 1?"],
  }),
});
