import type { About } from "fall-line/library";

export const about: About = {
  title: "What is the need for optimization?",
  question: "Does one rule always win?",
  short: "Motivation",
  minutes: 50,
  slides: "2 and 4",
  learn: String.raw`to read a contour map, to take one step of gradient descent by hand, and to recognise the five troubles
    that every later lesson is about: ravines, plateaus, local optima, saddles and noise.`,
  need: "to know what a derivative is. Nothing about machine learning.",
};
