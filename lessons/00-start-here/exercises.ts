import { defineRule, exercise, hyper, prose } from "fall-line/library";

const fade = defineRule({
  id: "fade",
  title: "A step that fades",
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.5, meaning: "share that is left" }),
  },
  equations: { w: "lambda*w" },
});

/** Exercises of the first lesson: about the notebook, TypeScript, and how to answer. */
export const exercises = {
  wager: exercise.foresee({
    title: "A wager",
    prompt:
      "The ball starts at a height of 14.2 above the lowest point, and takes 100 steps. How high is it after the first ten?",
    options: {
      high: {
        text: "Above 10: ten steps of a hundred are not much.",
        reason: "The first steps are the long ones: it starts where it is steep.",
      },
      half: {
        text: "About 7, half of it.",
        reason: "Even better. It starts where it is steep, so the first steps are the long ones.",
      },
      low: {
        text: "Below 1.",
        reason:
          "It starts where it is steep, so the first steps are the long ones. The other 90 do the rest.",
        right: true,
      },
    },
    explanation: prose`
      And what did you see when you changed the rate? With 0.03 the path ends nearer. With 0.3 it has flown off after a few steps:
      further at a time is not always better.
    `,
    hints: [
      "This is a hint. It costs nothing, here and in every lesson.",
      "Is it steep where the ball starts? Look how close together the contours are.",
    ],
  }),
  twice: exercise.formula({
    title: "Twice",
    prompt: "Return twice the number x.",
    formula: "2*x",
    arguments: { x: { from: -5, to: 5 } },
    besides: [{ x: 0 }, { x: -1234.5 }],
    solution: ({ x }) => 2 * x,
    misconceptions: [
      { what: "2 is added, where twice is times 2", formula: "x + 2" },
      { what: "x is squared, which is twice x at 0 and at 2 and nowhere else", formula: "x^2" },
    ],
    hints: ["Which of + and * is it?", "return 2 * x;"],
  }),
  constant: exercise.foresee({
    title: "Twice const",
    prompt: "First const rate = 0.1; and in the next line rate = 0.2; What happens?",
    options: {
      works: {
        text: "rate is 0.2 from then on.",
        reason: "That is what let allows. A const name keeps its value.",
      },
      error: {
        text: "An error.",
        reason: "A const name never changes; use let for one that does.",
        right: true,
      },
      both: {
        text: "Nothing: the second line has no effect.",
        reason: "It is not passed over: there is an error, and the editor marks it before you run the cell.",
      },
    },
    hints: ["What does const promise?"],
  }),
  rerun: exercise.choose({
    title: "An old picture",
    prompt:
      "You changed a number in a cell in the middle of a lesson, and a figure further down still shows the old path. What helps?",
    options: {
      over: {
        text: "Nothing, the lesson must be started over.",
        reason: "A cell may be run again as often as you like.",
      },
      below: {
        text: "Run the changed cell, and then the cells below it that use it.",
        reason: "A cell shows what it knew when it was run.",
        right: true,
      },
      save: { text: "Save the notebook.", reason: "Saving keeps the text. It runs nothing." },
    },
    hints: ["When does a figure learn of the new number?"],
  }),
  step: exercise.write<never, "lambda">({
    title: "Write a step",
    prompt: "Given w, return the next w: each coordinate is λ times what it was.",
    rule: fade,
    solution: ({ w }, { lambda }) => ({ w: w.map((x) => lambda * x) }),
    misconceptions: [
      {
        what: "λ is taken away from each coordinate, and not multiplied with it",
        equations: { w: "w - lambda" },
      },
      { what: "each coordinate loses the share λ, and does not keep it", equations: { w: "w - lambda*w" } },
    ],
    hints: [
      "What does map do to each entry of w?",
      "w.map((x) => lambda * x) is the new list; give it back as { w: ... }.",
    ],
  }),
  moves: exercise.formula({
    title: "Five moves",
    prompt: "Return where a ball is after five moves from x, each of which takes x to 0.8·x.",
    formula: "x*0.8^5",
    given: "x",
    arguments: { x: { from: -5, to: 5 } },
    besides: [{ x: 0 }, { x: 250 }],
    solution: ({ x }) => {
      let at = x;
      for (let t = 1; t <= 5; t += 1) at *= 0.8;
      return at;
    },
    misconceptions: [
      { what: "the moves are made and thrown away, so the ball stays where it was", formula: "x" },
    ],
    neighbours: [
      { what: "only one move is made", formula: "0.8*x" },
      { what: "the power 5 is on x and not on 0.8", formula: "0.8*x^5" },
      { what: "0.8 is taken away in each move, and not multiplied with", formula: "x - 5*0.8" },
      { what: "the counter is moved and not the ball", formula: "0.8*5" },
      { what: "the ball starts at 1 and not at x, and makes four moves", formula: "0.8^4" },
      { what: "each move multiplies the ball by itself too", formula: "x^32*0.8^31" },
    ],
    hints: [
      "Does shrink change the ball, or does it only return a number?",
      "at = shrink(at) keeps what came out.",
    ],
  }),
  names: exercise.explain({
    title: "const and let",
    prompt: "In one sentence, to a friend who knows Python: what is the difference between const and let?",
    model:
      "Python lets every name change; TypeScript asks you to say so: let may change, const may not, and the editor holds you to it.",
    lookFor: {
      keeps: "A const name keeps its value.",
      changes: "A let name may get another one.",
      python: "In Python every name may change.",
    },
    hints: ["Which of the two may change?"],
  }),
};
