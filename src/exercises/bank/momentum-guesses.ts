import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Predictions of the lesson on momentum, in the order in which it asks them. */
export const momentumGuesses = defineExercises("momentum", {
  furthest: exercise.predict({
    title: "How far does it get?",
    prompt:
      "The heavy ball starts at x = −8, and the bottom is at x = 0. How far to the right does it get within 50 steps? A number above 0 says that it rolls past.",
    fields: { x: { label: "x", answer: 1.225, within: 0.4 } },
    because: "It rolls past the bottom: there the slope is 0, and the speed is not.",
    hints: ["Does it stop where the slope is 0?"],
  }),
  flip: exercise.foresee({
    title: "A slope that flips",
    prompt:
      "The slope is +1, −1, +1, −1 for ever. Plain descent takes steps of size λ, back and forth. And the heavy ball, in the long run?",
    options: {
      longer: {
        text: "Its steps are longer.",
        reason: "What it has kept points the other way each time, so it takes away and does not add.",
      },
      same: {
        text: "Its steps are as long.",
        reason: "Half of each step is eaten by what is kept of the one before.",
      },
      shorter: {
        text: "Its steps are shorter.",
        reason: "What it has kept points the other way each time. The steps shrink to about half.",
        right: true,
      },
    },
    hints: ["A step is the new push plus 0.9 of the last step. Which way did that one point?"],
  }),
  winner: exercise.foresee({
    title: "Four runners",
    prompt: "Which runner ends lowest?",
    options: {
      one: {
        text: "1: plain descent, λ = 0.1.",
        reason: "It is stable and slow: the valley floor wants a larger rate.",
      },
      two: {
        text: "2: plain descent, λ = 1.",
        reason: "The floor likes this rate; the walls do not bear it.",
      },
      three: {
        text: "3: momentum, λ = 0.1.",
        reason: "As fast as runner 2 along the floor, and calm at the walls.",
        right: true,
      },
      four: {
        text: "4: momentum, λ = 0.01.",
        reason: "Its top speed is that of runner 1, and that is slow.",
      },
    },
    hints: ["Which two have the higher top speed along the valley? Which of these two bounces?"],
  }),
  stuck: exercise.foresee({
    title: "One that stays up",
    prompt: "And which one never gets below the height at which it stands across the valley?",
    options: {
      one: {
        text: "1: plain descent, λ = 0.1.",
        reason: "Across the valley it has λ·h = 0.2: the factor is 0.8, and it comes down quickly.",
      },
      two: {
        text: "2: plain descent, λ = 1.",
        reason: "λ·h = 1·2 is the limit exactly: it jumps from wall to wall for ever.",
        right: true,
      },
      three: { text: "3: momentum, λ = 0.1.", reason: "It swings across, less and less." },
      four: { text: "4: momentum, λ = 0.01.", reason: "It is slow, and it does come down." },
    },
    hints: ["The curvature across is 2. Whose λ·h is 2?"],
  }),
  heavier: exercise.foresee({
    title: "Heavier still",
    prompt:
      "Let the ball keep 99 hundredths of its velocity. After 50 steps, is its loss lower than with α = 0.9?",
    options: {
      lower: {
        text: "Lower: it is faster.",
        reason: "It is faster, and it is still under way: it rolls far past and must come back.",
      },
      higher: {
        text: "Higher.",
        reason: "It hardly forgets. It swings like a pendulum without friction.",
        right: true,
      },
    },
    hints: ["What makes a swinging ball come to rest?"],
  }),
  below: exercise.foresee({
    title: "The best α",
    prompt: "The ravine has the curvatures 0.1 and 2. Is the best α for it above or below 0.9?",
    options: {
      above: {
        text: "Above 0.9.",
        reason: "0.9 swings past the bottom already; this ravine is not very narrow.",
      },
      below: {
        text: "Below 0.9.",
        reason: "It is 0.40: with Q = 20 the ravine is not very narrow. At Q = 1500 it would be about 0.9.",
        right: true,
      },
    },
    hints: ["√0.1 is about 0.32 and √2 about 1.41. Put them into the formula."],
  }),
  digits: exercise.foresee({
    title: "Ten thousand",
    prompt: "At Q = 10,000 plain descent needs about 11,500 steps for a digit. And momentum?",
    options: {
      half: { text: "About half as many.", reason: "The gain is larger: Q is replaced by its root." },
      tenth: { text: "A tenth.", reason: "That would be the gain at Q = 100. Here the root of Q is 100." },
      hundredth: { text: "A hundredth.", reason: "√Q is 100, so it needs 115.", right: true },
    },
    hints: ["Compare the two factors: where one has Q the other has √Q."],
  }),
  darkest: exercise.foresee({
    title: "Read the map before you see it",
    prompt: "On a map with λ across and α upwards: where does the error shrink fastest?",
    options: {
      bottom: {
        text: "On the bottom row, where α = 0.",
        reason: "That row is plain descent; we just saw it beaten.",
      },
      between: {
        text: "Between, at a small α and a large λ.",
        reason:
          "At the best pair of the formula, λ = 1.34 and α = 0.40, close to where the error begins to grow.",
        right: true,
      },
      top: {
        text: "At the top, where α is near 1.",
        reason: "There the ball hardly forgets, and swings and swings.",
      },
    },
    hints: ["The formula gave the best pair."],
  }),
  floor: exercise.foresee({
    title: "Does it average the noise away?",
    prompt: "The same λ = 0.01, but with α = 0.9: is the noise floor lower than that of plain descent?",
    options: {
      lower: {
        text: "Lower: it averages the noise.",
        reason: "It does average. But it also steps ten times as far.",
      },
      same: { text: "The same.", reason: "It would be at a tenth of the rate." },
      higher: {
        text: "Higher.",
        reason: "Ten times as high: at the same λ, momentum 0.9 is also a tenfold rate.",
        right: true,
      },
    },
    hints: ["How far does one kick carry the ball in the end, if nine tenths of it are kept each time?"],
  }),
  zero: exercise.foresee({
    title: "No momentum",
    prompt: "What does momentum do with α = 0?",
    options: {
      stands: { text: "It stands still.", reason: "The velocity is then −λ·g, and that is not 0." },
      plain: {
        text: "It is plain gradient descent.",
        reason: "Nothing is kept: the velocity is −λ·g, and the step with it.",
        right: true,
      },
      first: {
        text: "It takes one step and stops.",
        reason: "Each step has a new gradient; only the old velocity is gone.",
      },
    },
    hints: ["Put α = 0 into the first line."],
  }),
});
