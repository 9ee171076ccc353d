import { ravine } from "../../objectives/surfaces.ts";
import { momentum } from "../../rules/momentum.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

type Names = ["m", "lambda" | "alpha"];

/** Exercises of the lesson on momentum. */
export const momentumExercises = defineExercises("momentum", {
  crossing: exercise.predict({
    title: "When does the ball pass the bottom?",
    prompt:
      "On f = x² from x = 1, with λ = 0.1 and α = 0.9: where is x after step 3, and at which step is it first below 0?",
    fields: {
      x: { label: "x after step 3", answer: 0.062, within: 0.0005 },
      step: { label: "first step below 0", answer: 4, within: 0 },
    },
    because:
      "The velocities of steps 1 to 3 are −0.2, −0.34 and −0.398, so x is 0.8, 0.46 and 0.062. The next velocity is still about −0.37 and carries it past the bottom.",
    hints: [
      "The gradient is 2x. Write down the velocity of step 1, then the new x.",
      "Step 1: m = −0.1·2 = −0.2, x = 0.8. Step 2: m = 0.9·(−0.2) − 0.1·1.6.",
    ],
  }),
  terminal: exercise.foresee({
    title: "A slope that never changes",
    prompt: "The gradient is 3 at every step, with λ = 0.01 and α = 0.9. How long do the steps become?",
    options: {
      same: {
        text: "0.03, as in plain descent.",
        reason: "That is only the first step. The next one still holds nine tenths of it, and adds its own.",
      },
      ten: {
        text: "They grow towards 0.3.",
        reason: "Each step is 0.9 of the one before plus 0.03, and that comes to rest at λ·g/(1 − α) = 0.3.",
        right: true,
      },
      endless: {
        text: "They grow without end.",
        reason:
          "What is forgotten grows with the velocity: at 0.3 a tenth of it, 0.03, is lost in each step, as much as is added.",
      },
    },
    hints: ["At which length does a step lose as much as it gains?"],
  }),
  truth: exercise.choose({
    title: "What is true of momentum?",
    prompt: "Which of these is true?",
    options: {
      a: {
        text: "Momentum moves the minimum: the ball comes to rest a little past it.",
        reason: "It rests only where nothing changes: m = 0 and g = 0. And g = 0 only at the minimum.",
      },
      b: {
        text: "With α above 0 one is never slower than without.",
        reason:
          "With α = 0.99 the ball swings for hundreds of steps where plain descent would long have arrived.",
      },
      c: {
        text: "The ball may pass the minimum many times, and still comes to rest exactly there.",
        reason: "While the pair λ, α is stable the overshoot shrinks from swing to swing.",
        right: true,
      },
      d: {
        text: "Setting m back to 0 before each step changes nothing.",
        reason: "Then m never holds more than one gradient, and that is plain descent.",
      },
    },
    hints: ["What must be true of m and of g where the ball rests?", "Try α = 0.99 on a round bowl."],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the momentum update",
    prompt: "Given w, the velocity m and the gradient g at w, return the next w and m. Velocity first.",
    rule: momentum,
    solution: ({ w, m, g }, { lambda, alpha }) => {
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]!);
      return { w: w.map((x, i) => x + velocity[i]!), m: velocity };
    },
    misconceptions: [
      {
        what: "the gradient gets the share 1 − α, with the rate as before: the steps come out ten times too short for α = 0.9",
        equations: { m: "alpha*m - (1 - alpha)*lambda*g" },
      },
      {
        what: "the velocity starts from 0 in each step, which is plain gradient descent",
        equations: { m: "-lambda*g" },
        credit: 0.25,
      },
    ],
    hints: [
      "Two lines: first the new velocity, then the step with it.",
      "The new velocity keeps the share α of the old one and adds −λ·g.",
      "w moves by the new velocity, not by the old one.",
    ],
  }),
  late: exercise.findTheBug<Names[0], Names[1]>({
    title: "Written late at night",
    prompt: "This runs, it descends, and it is not slide 6. Mend it.",
    rule: momentum,
    given: ({ w, m, g }, { lambda, alpha }) => {
      const next = w.map((x, i) => x + m[i]!);
      return { w: next, m: m.map((old, i) => alpha * old - lambda * g[i]!) };
    },
    solution: ({ w, m, g }, { lambda, alpha }) => {
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]!);
      return { w: w.map((x, i) => x + velocity[i]!), m: velocity };
    },
    because: "w moved with the old velocity: in step 1 it did not move at all.",
    hints: [
      "Follow the first step with a pencil: m is 0 at the start.",
      "Which of the two lines must come first?",
    ],
  }),
  tuned: exercise.tune({
    title: "Below 0.001 in 20 steps",
    prompt: "Find λ and α that bring the loss in the ravine below 0.001 within 20 steps.",
    rule: momentum,
    on: ravine,
    start: [-8, 1.5],
    steps: 20,
    below: 0.001,
    given: { lambda: 0.1, alpha: 0.9 },
    solution: { lambda: 1.3, alpha: 0.4 },
    because:
      "The best pair for the curvatures 0.1 and 2 has a large rate and a small α: λ = (2/(√0.1 + √2))² and α = ((√2 − √0.1)/(√2 + √0.1))².",
    hints: [
      "0.9 is too much for so few steps: it still swings.",
      "Let α be about 0.4 and raise λ until it gets worse.",
    ],
  }),
  friend: exercise.explain({
    title: "Why may the rate be larger along the valley?",
    prompt:
      "To a friend who knows plain descent only, in three sentences: why does momentum move along the valley as if its rate were larger?",
    model:
      "The velocity is a leaky sum of past gradients. Along the valley they agree and add up to ten times one gradient; across it they alternate and nearly cancel. So a rate that the walls can bear acts along the valley like one ten times as large.",
    hints: ["What becomes of gradients that agree, and of gradients that alternate, in a sum?"],
  }),
});
