import { defineRule } from "./define.ts";
import { fraction, positive, term, vector } from "./rule.ts";

/**
 * Nesterov momentum as the deep-learning libraries write it: the gradient is taken at w, and w holds what the
 * look-ahead form calls w + alpha*m (Bengio et al. 2013). The two are the same rule while the rate is constant.
 */
export const nesterovRewritten = defineRule({
  id: "nesterov-rewritten",
  title: "Nesterov momentum, rewritten",
  source: { key: "bengio2013", where: "section 3.5; Keras's SGD(nesterov=True)" },
  hyperparameters: {
    lambda: positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }),
    alpha: fraction({ tex: "\\alpha", default: 0.9, meaning: "share of the old velocity that is kept" }),
  },
  rate: "lambda",
  state: { m: vector({ meaning: "velocity" }) },
  equations: {
    m: term("alpha*m - lambda*g", { role: "velocity" }),
    w: "w + alpha*m - lambda*g",
  },
});
