import { adamCorrections, adamHyperparameters, adamMomentLines, adamMoments } from "./adam-family.ts";
import { defineRule } from "./define.ts";
import { line } from "./rule.ts";

/** RAdam: Adam that trusts its second moment only once enough steps stand behind it (Liu et al. 2020). */
export const radam = defineRule({
  id: "radam",
  title: "RAdam",
  source: { key: "liu2020", where: "algorithm 2, with epsilon as in torch.optim.RAdam" },
  look: { color: "#b5566e", dark: "#c9808f", dash: "longdashdot", symbol: "x" },
  hyperparameters: adamHyperparameters,
  rate: "eta",
  sensible: { eta: 0.05 },
  state: adamMoments,
  equations: {
    ...adamMomentLines,
    mHat: adamCorrections.mHat,
    rhoMax: line.scalar("2/(1 - beta2) - 1", {
      tex: "\\rho_{\\infty}",
      meaning: "longest memory of the average",
    }),
    rho: line.scalar("rhoMax - 2*t*beta2^t/(1 - beta2^t)", {
      meaning: "length of the average's memory so far",
    }),
    r: line.scalar("rho > 5 ? sqrt((rho - 4)*(rho - 2)*rhoMax/((rhoMax - 4)*(rhoMax - 2)*rho)) : 0", {
      meaning: "rectification of the variance",
    }),
    w: "rho > 5 ? w - eta*r*mHat*sqrt(1 - beta2^t)/(sqrt(v) + epsilon) : w - eta*mHat",
  },
});
