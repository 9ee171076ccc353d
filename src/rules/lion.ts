import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** Lion: only the sign of an average steers, so every coordinate moves equally far (Chen et al. 2023). */
export const lion = defineRule({
  id: "lion",
  title: "Lion",
  source: { key: "chen2023", where: "algorithm 2" },
  look: { color: "#5b6770", dark: "#9aa6b0", dash: "solid", symbol: "octagon" },
  hyperparameters: {
    eta: hyper.positive({ tex: "\\eta", default: 1e-4, meaning: "learning rate" }),
    beta1: hyper.fraction({
      tex: "\\beta_1",
      default: 0.9,
      meaning: "share of the momentum in the step's direction",
    }),
    beta2: hyper.fraction({
      tex: "\\beta_2",
      default: 0.99,
      meaning: "share of the old momentum that is kept",
    }),
    decay: hyper.nonNegative({ tex: "\\gamma", default: 0, meaning: "weight decay" }),
  },
  rate: "eta",
  sensible: { eta: 0.02 },
  state: { m: state.vector({ meaning: "leaky average of the gradients" }) },
  equations: {
    c: line.vector("beta1*m + (1 - beta1)*g", { meaning: "direction of the step" }),
    w: "w - eta*(sign(c) + decay*w)",
    m: line.vector("beta2*m + (1 - beta2)*g", { role: "first moment" }),
  },
});
