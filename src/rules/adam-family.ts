import { hyper, line, state } from "./rule.ts";

/** The hyperparameters that Adam and its relatives share. */
export const adamHyperparameters = {
  eta: hyper.positive({ tex: "\\eta", default: 0.001, meaning: "learning rate" }),
  beta1: hyper.fraction({
    tex: "\\beta_1",
    default: 0.9,
    meaning: "share of the old first moment that is kept",
  }),
  beta2: hyper.fraction({
    tex: "\\beta_2",
    default: 0.999,
    meaning: "share of the old second moment that is kept",
  }),
  epsilon: hyper.nonNegative({ tex: "\\varepsilon", default: 1e-8, meaning: "keeps the divisor above 0" }),
};

/** What Adam and its relatives remember. */
export const adamMoments = {
  m: state.vector({ meaning: "first moment: leaky average of the gradients" }),
  v: state.vector({ meaning: "second moment: leaky average of the squared gradients" }),
};

/** How Adam and its relatives update what they remember. */
export const adamMomentLines = {
  m: line.vector("beta1*m + (1 - beta1)*g", { role: "first moment" }),
  v: line.vector("beta2*v + (1 - beta2)*g^2", { role: "second moment" }),
};

/** The same moments, corrected for their start at 0. */
export const adamCorrections = {
  mHat: line.vector("m/(1 - beta1^t)", { meaning: "corrected first moment", role: "corrected first moment" }),
  vHat: line.vector("v/(1 - beta2^t)", {
    meaning: "corrected second moment",
    role: "corrected second moment",
  }),
};
