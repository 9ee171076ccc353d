import type { About } from "fall-line/library";

export const about: About = {
  title: "Second order: one step to the bottom",
  question: "How can one step be enough?",
  short: "Second order",
  minutes: 50,
  slides: "16 and 17",
  learn: String.raw`to read a Hessian, to take a Newton step by hand, to say where it leads when the surface is not a bowl,
    and to count why nobody trains a deep network with it.`,
  need: "lesson [02](02-gradient-descent.ipynb) (curvature, and why one rate cannot suit two directions).",
  rule: "newton",
};
