import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

const groups = {
  first: "Plain descent and momentum.",
  scaled: "AdaGrad, RMSProp and Adam.",
  scaledAndNewton: "AdaGrad, RMSProp, Adam and Newton.",
  firstAndNewton: "Plain descent, momentum and Newton.",
  newton: "Newton alone.",
};

/** Predictions of the lesson on practice, in the order in which it asks them. */
export const practiceGuesses = defineExercises("practice", {
  best: exercise.foresee({
    title: "Best against best",
    prompt: "Each rule now runs at its own best rate. How far apart are the best and the worst of the six?",
    options: {
      close: {
        text: "Less than ten times.",
        reason: "Tuning brings them nearer together, and not that near: not in this valley.",
      },
      tens: { text: "Ten to a hundred times.", reason: "More than that, between AdaGrad and plain descent." },
      hundreds: {
        text: "More than a hundred times.",
        reason: "AdaGrad's loss is over two hundred times lower than plain descent's, on this valley.",
        right: true,
      },
    },
    hints: ["Look at the lowest point of each curve above: its axis is logarithmic."],
  }),
  lowest: exercise.foresee({
    title: "Which rule ends lowest?",
    prompt: "The same search for each, on one seed. Which rule ends with the lowest training loss?",
    options: {
      gd: { text: "Plain descent.", reason: "On this seed it does. Does that convince you?" },
      momentum: { text: "Momentum.", reason: "Not on this seed. On another it may." },
      adam: { text: "Adam.", reason: "Not on this seed, for all its fame. On another it may." },
      open: {
        text: "I can't know beforehand.",
        reason: "That is the honest answer: nothing in this course says so.",
        right: true,
      },
    },
    hints: ["What have you learned about this network so far?"],
  }),
  loss: exercise.foresee({
    title: "A thousand times the loss",
    prompt: "Which rules take the very same path when the loss is multiplied by 1000?",
    options: {
      first: { text: groups.first, reason: "Their steps grow with the slope: a thousand times as long." },
      scaled: {
        text: groups.scaled,
        reason: "These do. And Newton, whose slope and curvature grow alike.",
      },
      scaledAndNewton: {
        text: groups.scaledAndNewton,
        reason:
          "Each divides the slope by something that grows with it: a root of squares, or the curvature.",
        right: true,
      },
    },
    hints: ["Which rules divide the slope by something that grows as it does?"],
  }),
  units: exercise.foresee({
    title: "Other units",
    prompt: "Which rules take the same path when x is measured in other units, x = 10u?",
    options: {
      first: {
        text: groups.first,
        reason: "The slope in u is ten times the slope in x, and the way a tenth.",
      },
      scaledAndNewton: {
        text: groups.scaledAndNewton,
        reason: "AdaGrad's step in u is as long as in x before, but it should be a tenth of it.",
      },
      newton: {
        text: groups.newton,
        reason:
          "In u the slope is 10 times and the curvature 100 times as large, so the step is a tenth: right.",
        right: true,
      },
    },
    hints: ["The step in u should be a tenth of the step in x. Whose is?"],
  }),
  turn: exercise.foresee({
    title: "Turned axes",
    prompt: "Which rules take the same path in the ravine that is turned by 45°?",
    options: {
      firstAndNewton: {
        text: groups.firstAndNewton,
        reason: "They know nothing of the axes; the gradient turns with the ravine.",
        right: true,
      },
      scaledAndNewton: { text: groups.scaledAndNewton, reason: "The first three scale along the axes." },
      newton: {
        text: groups.newton,
        reason: "Plain descent and momentum follow the gradient, which turns along.",
      },
    },
    hints: ["Which rules work coordinate by coordinate? Lesson 05 turned a ravine."],
  }),
});
