import { exercise, gradientDescent, momentum, quadratic, ravine } from "fall-line/library";
import type { Exercise } from "../../../src/exercises/exercise.ts";

type Vectors = Readonly<Record<"w" | "g", readonly number[]>>;

const downhill = ({ w, g }: Vectors, { lambda }: { readonly lambda: number }) => ({
  w: w.map((x, i) => x - g[i]! * lambda),
});

interface Example {
  readonly exercise: Exercise;
  /** Answers: one that is right, or as good as any, and one that is not. */
  readonly right: unknown;
  readonly wrong: unknown;
  /** Parts of its own with which it can't be proven. */
  readonly broken: object;
}

/** Options of which none is right. */
const noneRight = {
  up: { text: "It goes up.", reason: "It does not.", shape: [[0, 5], [50, 9]] }, // prettier-ignore
  down: { text: "It goes down.", reason: "It does not.", shape: [[0, 5], [50, 1]] }, // prettier-ignore
};

const unmoved = ({ w }: Vectors) => ({ w });

/** An exercise of each kind, on which the contract of kinds is tried: the compiler asks for one of a new kind. */
export const examples: Readonly<Record<keyof typeof exercise, Example>> = {
  choose: {
    exercise: exercise.choose({
      title: "What is remembered?",
      prompt: "What does momentum keep from step to step?",
      options: {
        place: { text: "The place it started from.", reason: "That is forgotten at once." },
        velocity: { text: "A share of its velocity.", reason: "The share is α.", right: true },
      },
      hints: ["Which state does the rule have?"],
    }),
    right: "velocity",
    wrong: "place",
    broken: { options: noneRight },
  },
  explain: {
    exercise: exercise.explain({
      title: "Why so slow?",
      prompt: "Why does gradient descent crawl along the floor of a ravine?",
      model: "The slope along the floor is small, and the steep walls forbid a larger rate.",
      lookFor: { slope: "The slope along the floor is small.", walls: "The walls limit the rate." },
      hints: ["Where is the slope small?"],
    }),
    right: "It is flat there.",
    wrong: 3,
    broken: { lookFor: { slope: "The slope along the floor is small." } },
  },
  findTheBug: {
    exercise: exercise.findTheBug<never, "lambda">({
      title: "It climbs",
      prompt: "Mend the step.",
      rule: gradientDescent,
      given: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x + lambda * g[i]!) }),
      solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
      because: "It went up the slope.",
      hints: ["Which way is down?"],
    }),
    right: downhill,
    wrong: ({ w }: Vectors) => ({ w: w.map((x) => x - 1) }),
    broken: { solution: unmoved },
  },
  foresee: {
    exercise: exercise.foresee({
      title: "Does it stop?",
      prompt: "What does the ball do at the bottom?",
      options: {
        stops: { text: "It stops.", reason: "Its velocity is still there." },
        rolls: { text: "It rolls on.", reason: "Its velocity is still there.", right: true },
      },
      hints: ["What is its velocity there?"],
    }),
    right: "rolls",
    wrong: "stops",
    broken: { options: noneRight },
  },
  formula: {
    exercise: exercise.formula({
      title: "Half-lives",
      prompt: "The rate after t steps, when it halves every k steps from lambda.",
      formula: "lambda/2^(t/k)",
      arguments: { t: { from: 1, to: 40 }, k: { from: 2, to: 9 }, lambda: { from: 0.1, to: 1 } },
      misconceptions: [{ what: "it halves in each step", formula: "lambda/2^t" }],
      solution: ({ t, k, lambda }) => lambda / 2 ** (t / k),
      hints: ["After k steps it is half."],
    }),
    right: ({ t, k, lambda }: Record<"t" | "k" | "lambda", number>) => lambda * 0.5 ** (t / k),
    wrong: ({ t, lambda }: Record<"t" | "lambda", number>) => lambda / 2 ** t,
    broken: { solution: () => 0 },
  },
  order: {
    exercise: exercise.order({
      title: "Momentum, line by line",
      prompt: "Put the lines of momentum in order.",
      rule: momentum,
      wrong: { halved: { line: "w = w - m/2", what: "the velocity is taken away, and half of it" } },
      because: "The gradient comes first, then the velocity that it pushes, then the step.",
      hints: ["What does the velocity need?"],
    }),
    right: ["g", "m", "w"],
    wrong: ["g", "m", "halved"],
    broken: { lines: {} },
  },
  sketch: {
    exercise: exercise.sketch({
      title: "How does it come down?",
      prompt: "Draw the loss of the heavy ball.",
      on: ravine,
      view: [0.001, 10],
      known: [
        { rule: gradientDescent, start: [-8, 1.5], steps: 50, hyper: { lambda: 0.1 }, name: "plain descent" },
      ],
      ball: {
        rule: momentum,
        start: [-8, 1.5],
        steps: 50,
        hyper: { lambda: 0.1, alpha: 0.9 },
        name: "the heavy ball",
      },
      options: {
        falls: {
          text: "It falls, in waves.",
          reason: "It swings on its way.",
          right: true,
          shape: [
            [0, 5.45],
            [50, 0.03],
          ],
        },
        stays: {
          text: "It stays high.",
          reason: "The slope carries it down.",
          shape: [
            [0, 5.45],
            [50, 5],
          ],
        },
      },
      hints: ["What becomes of a swing?"],
    }),
    right: "falls",
    wrong: "stays",
    broken: { options: noneRight },
  },
  place: {
    exercise: exercise.place({
      title: "How far does it get?",
      prompt: "Press the largest x that the heavy ball reaches within 50 steps.",
      on: ravine,
      view: [
        [-9, 3.5],
        [-2, 2],
      ],
      ball: {
        rule: momentum,
        start: [-8, 1.5],
        steps: 50,
        hyper: { lambda: 0.1, alpha: 0.9 },
        name: "the heavy ball",
      },
      asks: "x",
      at: "largest",
      within: 0.4,
      right: "it rolls past the bottom",
      wrong: {
        bottom: {
          at: { x: 0 },
          within: 0.3,
          what: "it stops at the bottom",
          reason: "There the slope is 0, and what it has kept is not.",
        },
      },
      because: "Its velocity is still there.",
      hints: ["Does it stop where the slope is 0?"],
    }),
    right: 1.2,
    wrong: 0.1,
    broken: { within: -1 },
  },
  predict: {
    exercise: exercise.predict({
      title: "Where does it turn?",
      prompt: "How far to the right does the ball get?",
      fields: { x: { label: "x", answer: 1.2, within: 0.3 } },
      because: "It rolls past the bottom, since its velocity is still there.",
      hints: ["Does it stop at the bottom?"],
    }),
    right: 1.3,
    wrong: -2,
    broken: { fields: { x: { label: "x", answer: 1.2, within: -1 } } },
  },
  tune: {
    exercise: exercise.tune({
      title: "Down the bowl",
      prompt: "Find a rate that comes below 0.0001 in ten steps.",
      rule: gradientDescent,
      on: quadratic([1]),
      start: [1],
      steps: 10,
      below: 1e-4,
      given: { lambda: 0.01 },
      solution: { lambda: 0.9 },
      because: "A larger rate gets there.",
      hints: ["Is the rate too small?"],
    }),
    right: { lambda: 0.8 },
    wrong: { lambda: 0.02 },
    broken: { solution: { lambda: 0.01 } },
  },
  write: {
    exercise: exercise.write<never, "lambda">({
      title: "Write the step",
      prompt: "Given w and the gradient g at w, return the next w.",
      rule: gradientDescent,
      solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]!) }),
      misconceptions: [{ what: "it goes uphill", equations: { w: "w + lambda*g" } }],
      hints: ["Which way is down?"],
    }),
    right: downhill,
    wrong: ({ w }: Vectors) => ({ w: w.map((x) => x - 1) }),
    broken: { solution: unmoved },
  },
};
