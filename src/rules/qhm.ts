import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** Quasi-hyperbolic momentum: a mixture of a plain step and a momentum step (Ma & Yarats 2019). */
export const qhm = defineRule({
  id: "qhm",
  title: "Quasi-hyperbolic momentum",
  source: { key: "ma2019", where: "equations 3 and 4" },
  look: { color: "#5a7d2a", dark: "#b5e07f", dash: "longdashdot", symbol: "pentagon" },
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }),
    beta: hyper.fraction({ tex: "\\beta", default: 0.999, meaning: "share of the old average that is kept" }),
    nu: hyper.share({ tex: "\\nu", default: 0.7, meaning: "share of momentum in the step" }),
  },
  rate: "lambda",
  sensible: { lambda: 0.1, beta: 0.9 },
  state: { m: state.vector({ meaning: "leaky average of the gradients" }) },
  equations: {
    m: line.vector("beta*m + (1 - beta)*g", { role: "first moment" }),
    w: "w - lambda*((1 - nu)*g + nu*m)",
  },
});
