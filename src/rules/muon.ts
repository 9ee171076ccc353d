import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** Muon: the step is the momentum as a matrix, its singular values all brought near 1 (Jordan et al. 2024). */
export const muon = defineRule({
  id: "muon",
  title: "Muon",
  source: { key: "jordan2024", where: "the algorithm, without Nesterov's step" },
  look: { color: "#2f7d32", dark: "#9ccc65", dash: "longdash", symbol: "diamond-wide" },
  hyperparameters: {
    eta: hyper.positive({ tex: "\\eta", default: 0.02, meaning: "learning rate" }),
    mu: hyper.fraction({ tex: "\\mu", default: 0.95, meaning: "share of the old momentum that is kept" }),
    rows: hyper.positive({
      tex: "r",
      default: 2,
      meaning: "rows of the matrix that w is, read row by row",
    }),
  },
  rate: "eta",
  sensible: { eta: 0.02 },
  state: { m: state.vector({ meaning: "leaky sum of the gradients" }) },
  equations: {
    m: "mu*m + g",
    o: line.vector("polar(m, rows)", { meaning: "nearly its polar factor" }),
    w: "w - eta*o",
  },
});
