import { adamHyperparameters, adamMomentLines, adamMoments } from "./adam-family.ts";
import { defineRule } from "./define.ts";
import { line, state } from "./rule.ts";

/** AMSGrad: Adam whose divisor never shrinks; the largest is taken before the correction (Reddi et al. 2018). */
export const amsgrad = defineRule({
  id: "amsgrad",
  title: "AMSGrad",
  source: {
    key: "reddi2018",
    where: "algorithm 2, with the bias correction of torch.optim.Adam(amsgrad=True)",
  },
  look: { color: "#8f2f10", dark: "#e87a50", dash: "dot", symbol: "triangle-right" },
  hyperparameters: adamHyperparameters,
  rate: "eta",
  sensible: { eta: 0.05 },
  state: {
    ...adamMoments,
    vMax: state.vector({ tex: "v^{\\max}", meaning: "largest second moment so far" }),
  },
  equations: {
    ...adamMomentLines,
    vMax: "max(vMax, v)",
    mHat: line.vector("m/(1 - beta1^t)", {
      meaning: "corrected first moment",
      role: "corrected first moment",
    }),
    vHat: line.vector("vMax/(1 - beta2^t)", { meaning: "corrected largest second moment" }),
    w: "w - eta*mHat/(sqrt(vHat) + epsilon)",
  },
});
