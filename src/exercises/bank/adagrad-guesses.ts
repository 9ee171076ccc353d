import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Predictions of the lesson on AdaGrad, in the order in which it asks them. */
export const adagradGuesses = defineExercises("adagrad", {
  start: exercise.predict({
    title: "The blue ball's first step",
    prompt:
      "At the start the slope is −0.8 along x and 15 along y. How far does the blue ball go along x in its first step, and how far along y? Read it off the picture.",
    fields: {
      x: { label: "length along x", answer: 1, within: 0.3 },
      y: { label: "length along y", answer: 1, within: 0.3 },
    },
    because: "The same distance both ways: 1, which is its λ.",
    hints: ["Step through the picture: where is the blue ball after one step?"],
  }),
  second: exercise.predict({
    title: "Step 2 with a pencil",
    prompt:
      "The ball stands at 0.9, where the slope is 1.8, and κ is 4. What is the new κ, and the new x? (The root of 7.24 is about 2.69.)",
    fields: {
      kappa: { label: "κ", answer: 7.24, within: 0.005 },
      x: { label: "x", answer: 0.8331, within: 0.001 },
    },
    because: "κ gains 1.8² = 3.24. The step is 0.1·1.8/2.69 = 0.067.",
    hints: ["First κ: the old one plus the square of the slope.", "Then x: 0.9 − 0.1·1.8/√κ."],
  }),
  ratio: exercise.predict({
    title: "Two rates",
    prompt:
      "The slopes at the start are −0.8 along x and 15 along y. In step 1, how many times as large is the effective rate along x as the one along y?",
    fields: { ratio: { label: "times", answer: 18.75, within: 0.5 } },
    because: "After one step √κ is the size of the slope, so the rates are as 1/0.8 to 1/15.",
    hints: ["In step 1 the root of κ is the size of the slope.", "λ/0.8 against λ/15."],
  }),
  rare: exercise.predict({
    title: "The rare weight",
    prompt:
      "Plain descent with λ = 0.01 brings the frequent weight close to 1 within 1000 steps. Where is the rare weight by then?",
    fields: { weight: { label: "rare weight", answer: 0.18, within: 0.1 } },
    because: "It has moved 20 times in 1000 steps, each time by about a hundredth.",
    hints: ["How often has the rare word occurred in 1000 steps?", "The longest of its steps is 0.01·2."],
  }),
  forever: exercise.foresee({
    title: "Q2: over a long time",
    prompt: "What happens to the effective rate λ/√κ over a long time?",
    options: {
      grows: { text: "It grows.", reason: "κ would have to shrink, and it is a sum of squares." },
      settles: {
        text: "It settles at some value above 0.",
        reason:
          "Along y it nearly does, where the slopes vanish. Where there is a slope, κ gains at every step.",
      },
      shrinks: {
        text: "It shrinks, and never grows again.",
        reason: "κ is a sum of squares: it can only go up, and the rate only down.",
        right: true,
      },
    },
    hints: ["What can a sum of squares do, and what not?"],
  }),
  arrives: exercise.foresee({
    title: "And the path?",
    prompt: "Given all the time in the world, does the blue path reach the bottom?",
    options: {
      yes: {
        text: "Yes, it gets as close as you like.",
        reason: "At step 2000 it is there to within a thousandth.",
        right: true,
      },
      no: { text: "No, it stops on the way.", reason: "It slows down, and it does not stop." },
    },
    hints: ["Steps that shrink may still add up to a long way."],
  }),
  cliff: exercise.predict({
    title: "After the cliff",
    prompt:
      "After the cliff κ is 30,000, and on the gentle land it grows by 1 a step. How many more steps until the rate 1/√κ halves?",
    fields: { steps: { label: "more steps", answer: 90000, within: 1000 } },
    because: "Half the rate is twice the root, so four times the κ: 120,000. That is 90,000 steps more.",
    hints: ["Half the rate: by which factor has κ grown?"],
  }),
  turned: exercise.foresee({
    title: "The turned ravine",
    prompt: "In the straight ravine AdaGrad is far ahead. Who ends lower in the turned one?",
    options: {
      adagrad: {
        text: "AdaGrad still.",
        reason: "Its two rates are nearly the same here: it has lost its gift.",
      },
      plain: {
        text: "Plain descent.",
        reason: "It does not care how the ravine lies; AdaGrad does.",
        right: true,
      },
      same: { text: "They end alike.", reason: "Plain descent ends less than half as high." },
    },
    hints: ["In the turned ravine, which coordinate feels the steep wall?"],
  }),
  form: exercise.foresee({
    title: "The shorter step",
    prompt:
      "A first step at the slope 0.0001. Without ε it would be as long as λ. With ε = 10⁻⁷, which form makes it much shorter?",
    options: {
      inside: {
        text: "ε inside the root.",
        reason: "There 10⁻⁷ is added to the square of the slope, which is only 10⁻⁸.",
        right: true,
      },
      outside: {
        text: "ε outside the root.",
        reason: "There 10⁻⁷ is added to the slope itself, 10⁻⁴, and hardly matters.",
      },
      neither: { text: "Neither: 10⁻⁷ is too small.", reason: "Compare it with what stands beside it." },
    },
    hints: ["Inside, ε stands beside κ = g². How large is that?"],
  }),
});
