import type { About } from "fall-line/library";

export const about: About = {
  title: "Momentum: a heavy ball",
  question: "Why does the ball crawl?",
  short: "Momentum",
  minutes: 45,
  slides: "6",
  learn: String.raw`to write the momentum update, to work it by hand, to say what it gains and what it costs, and to
    choose its two numbers.`,
  need: String.raw`lesson [02](02-gradient-descent.ipynb): the gradient step, the curvature $h$ of a direction, the limit
    $2/h$, the condition number $Q$.`,
  rule: "momentum",
};
