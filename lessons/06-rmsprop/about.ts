import type { About } from "fall-line/library";

export const about: About = {
  title: "RMSProp: a memory that leaks",
  question: "Why does AdaGrad get so slow?",
  short: "RMSProp",
  minutes: 45,
  slides: "13",
  learn: String.raw`to write the RMSProp update, to say how long it remembers, what its first steps are like, and what it does near
    a minimum, with noise and without.`,
  need: String.raw`lesson [05](05-adagrad.ipynb): $\kappa$, the effective rate $\lambda/\sqrt{\kappa}$, the cliff; the leaky sum of
    lesson [03](03-momentum.ipynb); and the limit $2/h$ of lesson [02](02-gradient-descent.ipynb).`,
  rule: "rmsprop",
};
