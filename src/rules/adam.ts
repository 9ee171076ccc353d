import { defineRule } from "./define.ts";
import { fraction, nonNegative, positive, term, vector } from "./rule.ts";
import { variant } from "./variant.ts";

/** The hyperparameters that Adam and its relatives share. */
export const adamHyperparameters = {
  eta: positive({ tex: "\\eta", default: 0.001, meaning: "learning rate" }),
  beta1: fraction({ tex: "\\beta_1", default: 0.9, meaning: "share of the old first moment that is kept" }),
  beta2: fraction({
    tex: "\\beta_2",
    default: 0.999,
    meaning: "share of the old second moment that is kept",
  }),
  epsilon: nonNegative({ tex: "\\varepsilon", default: 1e-8, meaning: "keeps the divisor above 0" }),
};

/** What Adam and its relatives remember. */
export const adamMoments = {
  m: vector({ meaning: "first moment: leaky average of the gradients" }),
  v: vector({ meaning: "second moment: leaky average of the squared gradients" }),
};

/** How Adam and its relatives update what they remember. */
export const adamMomentLines = {
  m: term("beta1*m + (1 - beta1)*g", { role: "first moment" }),
  v: term("beta2*v + (1 - beta2)*g^2", { role: "second moment" }),
};

/** Adam: RMSProp and momentum, both moments corrected for their start at 0 (Kingma & Ba 2015, algorithm 1). */
export const adam = defineRule({
  id: "adam",
  title: "Adam",
  source: { key: "kingma2015", where: "algorithm 1" },
  hyperparameters: adamHyperparameters,
  rate: "eta",
  state: adamMoments,
  equations: {
    ...adamMomentLines,
    mHat: term("m/(1 - beta1^t)", { meaning: "corrected first moment", role: "corrected first moment" }),
    vHat: term("v/(1 - beta2^t)", { meaning: "corrected second moment", role: "corrected second moment" }),
    w: "w - eta*mHat/(sqrt(vHat) + epsilon)",
  },
});

/** Adam as slide 21 prints it: the corrected first moment is computed and then not used. */
export const adamPrinted = variant(adam, {
  id: "adam-printed",
  title: "Adam, as printed on the slide",
  source: { key: "kingma2015", where: "slide 21, with its fault" },
  equations: { w: "w - eta*m/sqrt(vHat + epsilon)" },
});
