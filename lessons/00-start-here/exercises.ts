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
        reason: "The first steps are the long ones: the start is steep.",
      },
      half: {
        text: "About 7, half of it.",
        reason: "Even better. The start is steep, so the first steps are the long ones.",
      },
      quarter: {
        text: "About 4, a bit more than a quarter.",
        reason: "Even better: it is there between step 5 and step 6. Where it is steep, the steps are long.",
      },
      low: {
        text: "Below 2.",
        reason:
          "1.8 is left. The start is steep, so the first steps are the long ones. The other 90 do the rest.",
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
  braces: exercise.foresee({
    title: "Braces",
    prompt: "const slope = (at: number) => { 2 * at; }; What does slope(3) give back?",
    options: {
      six: { text: "6.", reason: "Without braces it would. Within braces you must say what comes out." },
      nothing: {
        text: "Nothing.",
        reason: "2 * 3 is worked out, and no return gives it back.",
        right: true,
      },
      error: {
        text: "An error.",
        reason: "It is allowed: many functions do something and give nothing back.",
      },
    },
    explanation: prose`
      An arrow without braces gives back what stands behind it. With braces it gives back what stands behind \`return\`, and nothing without
      it, as in Python.

      Where an answer of yours must give a number, you are told.
    `,
    hints: ["What gives the number back in the function move?"],
  }),
  constant: exercise.foresee({
    title: "Twice const",
    prompt:
      "A cell makes const rate = 0.1 and displays it; then it sets rate = 0.2 and displays it again. What does it show?",
    options: {
      works: {
        text: "0.1 and then 0.2.",
        reason: "That is what let allows. A const name keeps its value.",
      },
      both: {
        text: "0.1 twice.",
        reason: "Setting it again is not passed over: it is an error.",
      },
      late: {
        text: "0.1 and then an error.",
        reason:
          "Python finds an error when it comes to its line. Here the whole cell is looked at before anything runs.",
      },
      error: {
        text: "An error, and no number.",
        reason:
          "A const name keeps its value. The slip is found before the cell runs, so nothing of it runs.",
        right: true,
      },
    },
    hints: ["What does const promise?", "When is a slip of types found: before a cell runs, or on the way?"],
  }),
  rerun: exercise.choose({
    title: "An old picture",
    prompt:
      "You have run a lesson down to a figure. Now you change a number in a cell above it, and the figure still shows the old path. What helps?",
    options: {
      changed: {
        text: "Run the changed cell; the figure follows by itself.",
        reason: "The figure shows what its own cell drew, and that was with the old number.",
      },
      figure: {
        text: "Run the cell of the figure.",
        reason: "It draws what the cells above it made. The changed one has not been run, so nothing is new.",
      },
      below: {
        text: "Run the changed cell, and then the cells below it that use it.",
        reason: "A cell shows what it knew when it was run.",
        right: true,
      },
    },
    hints: ["Which cells must know of the new number before the figure can?"],
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
      { what: "only one move counts", formula: "0.8*x" },
      { what: "the power 5 is on x and not on 0.8", formula: "0.8*x^5" },
      { what: "0.8 is taken away in each move, and not multiplied with", formula: "x - 5*0.8" },
      { what: "the counter is moved and not the ball", formula: "0.8*5" },
      { what: "the ball starts at 1 and not at x, and makes four moves", formula: "0.8^4" },
      {
        what: "all places on the way are added up, and only the last one is asked for",
        formula: "x*(1 + 0.8 + 0.8^2 + 0.8^3 + 0.8^4 + 0.8^5)",
      },
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
