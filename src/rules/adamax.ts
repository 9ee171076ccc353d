import { adamCorrections, adamHyperparameters, adamMomentLines } from "./adam-family.ts";
import { defineRule } from "./define.ts";
import { state } from "./rule.ts";

/** AdaMax: Adam with the largest recent slope in place of the second moment (Kingma & Ba 2015, section 7.1). */
export const adamax = defineRule({
  id: "adamax",
  title: "AdaMax",
  source: { key: "kingma2015", where: "section 7.1, algorithm 2; epsilon as in torch.optim.Adamax" },
  look: { color: "#7a5600", dark: "#e8cf6a", dash: "dash", symbol: "triangle-left" },
  hyperparameters: { ...adamHyperparameters, eta: { ...adamHyperparameters.eta, default: 0.002 } },
  rate: "eta",
  sensible: { eta: 0.05 },
  state: {
    m: state.vector({ meaning: "first moment: leaky average of the gradients" }),
    u: state.vector({ meaning: "largest slope, slowly forgotten" }),
  },
  equations: {
    m: adamMomentLines.m,
    u: "max(beta2*u, abs(g) + epsilon)",
    mHat: adamCorrections.mHat,
    w: "w - eta*mHat/u",
  },
});
