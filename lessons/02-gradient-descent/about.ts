import type { About } from "fall-line/library";

export const about: About = {
  title: "Gradient descent: how far to step",
  question: "How far should each step go?",
  short: "Gradient descent",
  minutes: 50,
  slides: "5",
  learn: String.raw`to take a step by hand, to say from the curvature which learning rates work, which fail and which is
    best, and why one rate cannot suit two directions.`,
  need: "lesson [01](01-motivation.ipynb): the gradient, the contour map, one step.",
  rule: "gd",
};
