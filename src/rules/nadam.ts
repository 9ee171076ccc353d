import { adamCorrections, adamHyperparameters, adamMomentLines, adamMoments } from "./adam-family.ts";
import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";

/** NAdam: Adam with Nesterov's look-ahead and a momentum that warms up (Dozat 2016). */
export const nadam = defineRule({
  id: "nadam",
  title: "NAdam",
  source: { key: "dozat2016", where: "algorithm 2, with its momentum schedule" },
  look: { color: "#a8236a", dark: "#ff6fae", dash: "longdash", symbol: "hourglass" },
  hyperparameters: {
    ...adamHyperparameters,
    psi: hyper.nonNegative({ tex: "\\psi", default: 0.004, meaning: "how fast the momentum warms up" }),
  },
  rate: "eta",
  sensible: { eta: 0.05 },
  state: { ...adamMoments, P: state.scalar({ start: 1, meaning: "product of the momentums so far" }) },
  equations: {
    mu: line.scalar("beta1*(1 - 0.96^(t*psi)/2)", { meaning: "momentum of this step" }),
    muNext: line.scalar("beta1*(1 - 0.96^((t + 1)*psi)/2)", {
      tex: "\\mu'",
      meaning: "momentum of the step to come",
    }),
    P: "P*mu",
    ...adamMomentLines,
    mBar: line.vector("muNext*m/(1 - P*muNext) + (1 - mu)*g/(1 - P)", { meaning: "look-ahead first moment" }),
    vHat: adamCorrections.vHat,
    w: "w - eta*mBar/(sqrt(vHat) + epsilon)",
  },
});
