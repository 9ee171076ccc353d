import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Predictions of the lesson on learning-rate decay, in the order in which it asks them. */
export const decayGuesses = defineExercises("decay", {
  floor: exercise.foresee({
    title: "A rate ten times smaller",
    prompt: "The rate becomes ten times smaller. What happens to the mean loss on the noise floor?",
    options: {
      same: {
        text: "It stays the same.",
        reason: "The noise stays the same, but a smaller rate makes less of it.",
      },
      three: {
        text: "It is about three times lower.",
        reason: "The ball's distance is about three times smaller. The loss is its square.",
      },
      ten: {
        text: "It is about ten times lower.",
        reason: "The floor is about a quarter of the rate.",
        right: true,
      },
    },
    hints: ["A tenth of the rate makes a tenth of each kick. But it also pulls back more slowly."],
  }),
  pencil: exercise.predict({
    title: "Three decays with a pencil",
    prompt:
      "The first rate is 0.8. What is the rate at step 3: when it is halved every 2 steps; when it decays exponentially with k = 0.5; when it decays like 1/t with k = 0.5? (1/e is about 0.37.)",
    fields: {
      halved: { label: "halved every 2 steps", answer: 0.4, within: 0.005 },
      exponential: { label: "exponential", answer: 0.294, within: 0.01 },
      inverse: { label: "1/t", answer: 0.4, within: 0.005 },
    },
    because: "Halved once: 0.4. Exponential: 0.8·exp(−0.5·2) = 0.8·0.37. 1/t: 0.8/(1 + 0.5·2) = 0.4.",
    hints: ["At step 3 two steps have passed: t − 1 = 2.", "0.8·exp(−1), and 0.8/(1 + 1)."],
  }),
  halvings: exercise.predict({
    title: "The next half, and the next",
    prompt:
      "1/t decay with k = 0.1 has halved its rate after 10 steps. How many more steps until it halves again? And after that, how many more until the third time?",
    fields: {
      second: { label: "more, until a quarter", answer: 20, within: 0.5 },
      third: { label: "more, until an eighth", answer: 40, within: 0.5 },
    },
    because: "1 + 0.1·n is 2 after 10 steps, 4 after 30 and 8 after 70.",
    hints: ["The rate is a quarter when 1 + 0.1·n = 4.", "And an eighth when it is 8. Take the differences."],
  }),
  travel: exercise.predict({
    title: "How far does it get?",
    prompt:
      "The slope is 1 everywhere. The first rate is 0.1, and it decays exponentially with k = 0.1. How far does the ball get in 100 steps? In 10,000?",
    fields: {
      hundred: { label: "after 100 steps", answer: 1.05, within: 0.15 },
      tenThousand: { label: "after 10,000 steps", answer: 1.05, within: 0.15 },
    },
    because:
      "The steps are 0.1, 0.1·exp(−0.1), 0.1·exp(−0.2) and so on: a geometric series with the sum 0.1/(1 − exp(−0.1)) = 1.05.",
    hints: ["Each step is exp(−0.1), about 0.905, of the one before.", "1 + q + q² + ... = 1/(1 − q)."],
  }),
  root: exercise.foresee({
    title: "One over the root of t",
    prompt: "By these two conditions: what does a rate do that falls like 1/√t?",
    options: {
      travels: {
        text: "It can travel, and need not settle.",
        reason: "The sum of 1/√t has no bound. Its squares are 1/t, and their sum has none either.",
        right: true,
      },
      settles: {
        text: "It will settle, and may freeze.",
        reason: "1 + 1/√2 + ... + 1/√T is about 2√T: it can travel as far as you like.",
      },
      both: { text: "Both.", reason: "The squares of 1/√t are 1/t, and 1 + 1/2 + 1/3 + ... has no bound." },
    },
    hints: ["What are the squares of 1/√t? You have just met their sum."],
  }),
  least: exercise.foresee({
    title: "Which needs decay least?",
    prompt: "On the noisy bowl, without any decay, one of the five gets lower and lower. Which?",
    options: {
      gd: { text: "Plain descent.", reason: "Its floor is a quarter of the rate, for ever." },
      momentum: { text: "Momentum.", reason: "It has the floor of plain descent at its terminal rate." },
      adagrad: {
        text: "AdaGrad.",
        reason: "Its sum of squares only grows, so its effective rate shrinks by itself.",
        right: true,
      },
      rmsprop: { text: "RMSProp.", reason: "Its average leaks, so its effective rate stays up." },
      adam: { text: "Adam.", reason: "Its average of squares leaks as RMSProp's does." },
    },
    hints: ["Which of them remembers every gradient that it has ever seen?"],
  }),
});
