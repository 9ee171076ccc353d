import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** Nesterov momentum in its look-ahead form: first jump, then correct (Sutskever et al. 2013; slide 8). */
export const nesterov = defineRule({
  id: "nesterov",
  title: "Nesterov momentum",
  source: { key: "sutskever2013", where: "section 2", slide: 8 },
  look: { color: "#d5378e", dark: "#ff7eb6", dash: "dashdot", symbol: "diamond" },
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }),
    alpha: hyper.fraction({
      tex: "\\alpha",
      default: 0.9,
      meaning: "share of the old velocity that is kept",
    }),
  },
  rate: "lambda",
  sensible: { lambda: 0.02 },
  state: { m: state.vector({ meaning: "velocity" }) },
  gradientAt: "w + alpha*m",
  equations: {
    m: line.vector("alpha*m - lambda*g", { role: "velocity" }),
    w: "w + m",
  },
});
