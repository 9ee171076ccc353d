import type { About } from "fall-line/library";

export const about: About = {
  title: "Nesterov momentum: look before you land",
  short: "Nesterov momentum",
  minutes: 40,
  slides: "7 to 9",
  learn: String.raw`to write the Nesterov update, to draw slide 8's picture from its numbers, to say which directions it calms
    and why, and to recognise the same rule in a library that writes it differently.`,
  need: String.raw`lesson [03](03-momentum.ipynb): velocity, overshoot, the limit $\lambda h < 2 + 2\alpha$, the map and its
    best pair.`,
  rule: "nesterov",
};
