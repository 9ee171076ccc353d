import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Predictions of the lesson on second-order methods, in the order in which it asks them. */
export const newtonGuesses = defineExercises("newton", {
  four: exercise.predict({
    title: "Four numbers",
    prompt:
      "The slope in x is 2x + y, the slope in y is x + 4y. By how much does each change when x grows by 1? And when y grows by 1?",
    fields: {
      xx: { label: "slope in x, moving in x", answer: 2, within: 0 },
      yx: { label: "slope in y, moving in x", answer: 1, within: 0 },
      xy: { label: "slope in x, moving in y", answer: 1, within: 0 },
      yy: { label: "slope in y, moving in y", answer: 4, within: 0 },
    },
    because: "They are the factors of x and y in the two slopes. The two mixed ones are equal.",
    hints: ["Put x + 1 in the place of x. What is added to each slope?"],
  }),
  landing: exercise.predict({
    title: "Where do you land?",
    prompt:
      "f = x², whose slope is 2x and whose curvature is 2. Where does the step end from x = 3? From x = 300?",
    fields: {
      near: { label: "from 3", answer: 0, within: 0 },
      far: { label: "from 300", answer: 0, within: 0 },
    },
    because:
      "The step is −2x/2 = −x, so it ends at 0 from anywhere. The fitted parabola is the surface itself.",
    hints: ["The step is −f′/f″."],
  }),
  digits: exercise.predict({
    title: "How many digits?",
    prompt:
      "Newton's first three steps on the quartic leave the errors 0.25, 0.042 and 0.0015: about 0.6, 1.4 and 2.8 correct digits. How many after four steps? After five?",
    fields: {
      four: { label: "digits after step 4", answer: 5.7, within: 0.5 },
      five: { label: "digits after step 5", answer: 11.5, within: 1 },
    },
    because:
      "The number of correct digits doubles: near the minimum each error is about the square of the last.",
    hints: ["What does each step do to the number of digits?"],
  }),
  beale: exercise.predict({
    title: "Newton on Beale",
    prompt:
      "At (1, 1) the gradient is (0, 27.75), and the rows of the Hessian are (0, 27.75) and (27.75, 68.5). Solve H·p = g in your head: the step ends at (1, 1) − p. Where?",
    fields: {
      x: { label: "x", answer: 0, within: 0.0005 },
      y: { label: "y", answer: 1, within: 0.0005 },
    },
    because: "The first row says 27.75·p₂ = 0, so p₂ = 0. Then the second says 27.75·p₁ = 27.75: p = (1, 0).",
    hints: ["The first row: 0·p₁ + 27.75·p₂ = 0. What is p₂?", "The second row then gives p₁."],
  }),
  bill: exercise.predict({
    title: "The bill",
    prompt:
      "100 million parameters. How many numbers stand in the Hessian? How many petabytes is that, at 8 bytes a number (a petabyte is 10¹⁵ bytes)? Solving takes about n³/3 operations: how many years, at 10¹⁵ a second?",
    fields: {
      entries: { label: "numbers (as in 1e9)", answer: 1e16, within: 1e15 },
      petabytes: { label: "petabytes", answer: 80, within: 8 },
      years: { label: "years for one step", answer: 10.6, within: 3 },
    },
    because:
      "n² = 10¹⁶. Eight bytes each make 80 petabytes. n³/3 is 3.3·10²³, and a year has 3.2·10⁷ seconds.",
    hints: ["100 million is 10⁸; the table has n rows of n numbers.", "A year has about 3·10⁷ seconds."],
  }),
  remembered: exercise.foresee({
    title: "Steps of L-BFGS",
    prompt:
      "Damped Newton needs 21 steps in Rosenbrock's valley. How many does L-BFGS need, without a Hessian?",
    options: {
      same: { text: "About as many.", reason: "Its guess at the curvature is good, and not that good." },
      twice: {
        text: "About twice as many.",
        reason: "It pays for the Hessian that it does not have with some more steps, and each is cheap.",
        right: true,
      },
      hundred: {
        text: "A hundred times as many.",
        reason: "So it would be without any curvature. Ten pairs know a lot of it.",
      },
    },
    hints: ["How much of the curvature can ten pairs know, in two dimensions?"],
  }),
});
