import type { About } from "fall-line/library";

export const about: About = {
  title: "AdaGrad: a rate for every coordinate",
  question: "Can one rate suit two directions?",
  short: "AdaGrad",
  minutes: 50,
  slides: "10 to 12",
  learn: String.raw`to write the AdaGrad update, to work it by hand, to answer the deck's question Q2 in full, and to say where
    this rule shines and what it never forgets.`,
  need: "lesson [02](02-gradient-descent.ipynb): the gradient step, the curvature $h$ of a direction, the limit $2/h$.",
  rule: "adagrad",
};
