import type { About } from "fall-line/library";

export const about: About = {
  title: "Adam: direction and distance",
  question: "What if momentum and RMSProp were one?",
  short: "Adam",
  minutes: 50,
  slides: "14, 20 and 21",
  learn: String.raw`to write Adam, to derive its bias correction and see it work, to find the slip on a printed slide, to say how long
    its steps can be, and what the W of AdamW does.`,
  need: String.raw`lessons [03](03-momentum.ipynb) (velocity, what persists and what flips) and [06](06-rmsprop.ipynb) (the leaky
    average $\kappa$, the first steps that are too long).`,
  rule: "adam",
};
