import { defineRule } from "./define.ts";
import { fraction, nonNegative, positive, term, vector } from "./rule.ts";

/** Lion: only the sign of an average steers, so every coordinate moves equally far (Chen et al. 2023). */
export const lion = defineRule({
  id: "lion",
  title: "Lion",
  source: { key: "chen2023", where: "algorithm 2" },
  look: { color: "#5b6770", dark: "#9aa6b0", dash: "solid", symbol: "octagon" },
  hyperparameters: {
    eta: positive({ tex: "\\eta", default: 1e-4, meaning: "learning rate" }),
    beta1: fraction({
      tex: "\\beta_1",
      default: 0.9,
      meaning: "share of the momentum in the step's direction",
    }),
    beta2: fraction({ tex: "\\beta_2", default: 0.99, meaning: "share of the old momentum that is kept" }),
    decay: nonNegative({ tex: "\\gamma", default: 0, meaning: "weight decay" }),
  },
  rate: "eta",
  sensible: { eta: 0.02 },
  state: { m: vector({ meaning: "leaky average of the gradients" }) },
  equations: {
    c: term("beta1*m + (1 - beta1)*g", { meaning: "direction of the step" }),
    w: "w - eta*(sign(c) + decay*w)",
    m: term("beta2*m + (1 - beta2)*g", { role: "first moment" }),
  },
});
