import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";
import { variant } from "./variant.ts";

/** RMSProp: AdaGrad with a leaky average in place of the sum (Tieleman & Hinton 2012; slide 13, its formula). */
export const rmsprop = defineRule({
  id: "rmsprop",
  title: "RMSProp",
  source: { key: "tieleman2012", where: "lecture 6.5", slide: 13 },
  look: { color: "#141414", dark: "#f2f2f2", dash: "dot", symbol: "cross" },
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }),
    zeta: hyper.fraction({ tex: "\\zeta", default: 0.99, meaning: "share of the old average that is kept" }),
    epsilon: hyper.nonNegative({ tex: "\\varepsilon", default: 1e-7, meaning: "keeps the divisor above 0" }),
  },
  rate: "lambda",
  sensible: { lambda: 0.02 },
  state: { kappa: state.vector({ meaning: "leaky average of the squared gradients" }) },
  equations: {
    kappa: line.vector("zeta*kappa + (1 - zeta)*g^2", { role: "second moment" }),
    w: "w - lambda*g/sqrt(kappa + epsilon)",
  },
});

/** RMSProp as slide 13's code has it: epsilon outside the root. */
export const rmspropOutside = variant(rmsprop, {
  id: "rmsprop-outside",
  title: "RMSProp, epsilon outside the root",
  source: { key: "tieleman2012", where: "the slide's code; torch.optim.RMSprop", slide: 13 },
  equations: { w: "w - lambda*g/(sqrt(kappa) + epsilon)" },
});
