import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** AdaDelta: RMSProp whose rate is the size of its own recent steps (Zeiler 2012). */
export const adadelta = defineRule({
  id: "adadelta",
  title: "AdaDelta",
  source: { key: "zeiler2012", where: "algorithm 1; the factor lambda as in torch.optim.Adadelta" },
  look: { color: "#0b7d8a", dark: "#49cfe0", dash: "dot", symbol: "hexagon" },
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 1, meaning: "learning rate; 1 in the paper" }),
    rho: hyper.fraction({ tex: "\\rho", default: 0.9, meaning: "share of the old averages that is kept" }),
    epsilon: hyper.nonNegative({
      tex: "\\varepsilon",
      default: 1e-6,
      meaning: "sets the size of the first steps",
    }),
  },
  rate: "lambda",
  sensible: { lambda: 1, epsilon: 1e-3 },
  state: {
    s: state.vector({ meaning: "leaky average of the squared gradients" }),
    u: state.vector({ meaning: "leaky average of the squared steps" }),
  },
  equations: {
    s: line.vector("rho*s + (1 - rho)*g^2", { role: "second moment" }),
    d: line.vector("sqrt(u + epsilon)/sqrt(s + epsilon)*g", {
      tex: "\\Delta",
      meaning: "step before the rate",
    }),
    u: "rho*u + (1 - rho)*d^2",
    w: "w - lambda*d",
  },
});
