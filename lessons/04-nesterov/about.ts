import type { About } from "fall-line/library";

export const about: About = {
  title: "Nesterov momentum: look before you land",
  question: "Why does one ball swing less?",
  short: "Nesterov momentum",
  minutes: 50,
  slides: "7 to 9",
  learn: String.raw`to write the Nesterov update, to draw slide 8's picture from its numbers, to say which directions it calms
    and why, what it promises for every convex function, and to read what libraries write under its name.`,
  need: String.raw`lesson [03](03-momentum.ipynb): velocity, overshoot, the limit $\lambda h < 2 + 2\alpha$, the map and its
    best pair.`,
  rule: "nesterov",
};
