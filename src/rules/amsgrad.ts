import { adam } from "./adam.ts";
import { line, state } from "./rule.ts";
import { variant } from "./variant.ts";

/** AMSGrad: Adam whose divisor never shrinks; the largest is taken before the correction (Reddi et al. 2018). */
export const amsgrad = variant(adam, {
  id: "amsgrad",
  title: "AMSGrad",
  source: {
    key: "reddi2018",
    where: "algorithm 2, with the bias correction of torch.optim.Adam(amsgrad=True)",
  },
  look: { color: "#8f2f10", dark: "#e87a50", dash: "dot", symbol: "triangle-right" },
  state: { vMax: state.vector({ tex: "v^{\\max}", meaning: "largest second moment so far" }) },
  equations: {
    vMax: "max(vMax, v)",
    mHat: "m/(1 - beta1^t)",
    vHat: line.vector("vMax/(1 - beta2^t)", { meaning: "corrected largest second moment" }),
  },
});
