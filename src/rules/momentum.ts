import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** Momentum: a velocity that keeps a share of itself and collects the gradients (Polyak 1964; slide 6). */
export const momentum = defineRule({
  id: "momentum",
  title: "Momentum",
  source: { key: "polyak1964", where: "the heavy ball", slide: 6 },
  look: { color: "#0f8f5f", dark: "#2fd08e", dash: "dash", symbol: "square" },
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
  equations: {
    m: line.vector("alpha*m - lambda*g", { role: "velocity" }),
    w: "w + m",
  },
});
