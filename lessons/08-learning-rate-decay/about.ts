import type { About } from "fall-line/library";

export const about: About = {
  title: "Learning-rate decay: start large, end small",
  question: "Why does it not settle?",
  short: "Learning-rate decay",
  minutes: 45,
  slides: "15",
  learn: String.raw`why a constant rate does not get all the way down, to write the deck's three decays, to say of a
    schedule whether it can still travel and whether it will ever settle, and to look twice at what a warm-up gains.`,
  need: String.raw`lesson [02](02-gradient-descent.ipynb) (the noise floor), lesson [05](05-adagrad.ipynb) (AdaGrad) and lesson [06](06-rmsprop.ipynb) (the hops).`,
};
