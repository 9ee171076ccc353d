import type { About } from "fall-line/library";

export const about: About = {
  title: "In practice: which one on Monday morning?",
  question: "Which rule, on Monday morning?",
  short: "In practice",
  minutes: 45,
  slides: "18",
  learn: String.raw`to compare rules fairly on real data, to tell a difference from luck, to see from a curve what is
    wrong, to say what each rule is blind to, and to choose.`,
  need: String.raw`the rules of lessons [02](02-gradient-descent.ipynb) to [08](08-learning-rate-decay.ipynb);
    [09](09-second-order.ipynb) for one row of a table.`,
};
