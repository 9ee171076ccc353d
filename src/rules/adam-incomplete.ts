import { adam } from "./adam.ts";
import { defineRule } from "./define.ts";
import { fraction, nonNegative, positive, term, vector } from "./rule.ts";

/** Adam without bias correction, "incomplete but close": RMSProp with momentum (slide 14). */
export const adamIncomplete = defineRule({
  id: "adam-incomplete",
  title: "Adam, incomplete",
  source: { key: "kingma2015", where: "algorithm 1 without its corrections", slide: 14 },
  look: adam.look,
  hyperparameters: {
    lambda: positive({ tex: "\\lambda", default: 0.001, meaning: "learning rate" }),
    alpha1: fraction({
      tex: "\\alpha_1",
      default: 0.9,
      meaning: "share of the old first moment that is kept",
    }),
    zeta: fraction({ tex: "\\zeta", default: 0.99, meaning: "share of the old second moment that is kept" }),
    epsilon: nonNegative({ tex: "\\varepsilon", default: 1e-7, meaning: "keeps the divisor above 0" }),
  },
  rate: "lambda",
  sensible: { lambda: 0.02 },
  state: {
    m: vector({ meaning: "leaky average of the gradients" }),
    kappa: vector({ meaning: "leaky average of the squared gradients" }),
  },
  equations: {
    m: term("alpha1*m + (1 - alpha1)*g", { role: "first moment" }),
    kappa: term("zeta*kappa + (1 - zeta)*g^2", { role: "second moment" }),
    w: "w - lambda*m/(sqrt(kappa) + epsilon)",
  },
});
