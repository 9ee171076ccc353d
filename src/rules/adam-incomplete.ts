import { adam } from "./adam.ts";
import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** Adam without bias correction, "incomplete but close": RMSProp with momentum (slide 14). */
export const adamIncomplete = defineRule({
  id: "adam-incomplete",
  title: "Adam, incomplete",
  source: { key: "kingma2015", where: "algorithm 1 without its corrections", slide: 14 },
  look: adam.look,
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.001, meaning: "learning rate" }),
    alpha1: hyper.fraction({
      tex: "\\alpha_1",
      default: 0.9,
      meaning: "share of the old first moment that is kept",
    }),
    zeta: hyper.fraction({
      tex: "\\zeta",
      default: 0.99,
      meaning: "share of the old second moment that is kept",
    }),
    epsilon: hyper.nonNegative({ tex: "\\varepsilon", default: 1e-7, meaning: "keeps the divisor above 0" }),
  },
  rate: "lambda",
  sensible: { lambda: 0.02 },
  state: {
    m: state.vector({ meaning: "leaky average of the gradients" }),
    kappa: state.vector({ meaning: "leaky average of the squared gradients" }),
  },
  equations: {
    m: line.vector("alpha1*m + (1 - alpha1)*g", { role: "first moment" }),
    kappa: line.vector("zeta*kappa + (1 - zeta)*g^2", { role: "second moment" }),
    w: "w - lambda*m/(sqrt(kappa) + epsilon)",
  },
});
