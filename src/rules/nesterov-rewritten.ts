import { nesterov } from "./nesterov.ts";
import { variant } from "./variant.ts";

/**
 * Nesterov momentum as the deep-learning libraries write it: the gradient is taken at w, and w holds what the
 * look-ahead form calls w + alpha*m (Bengio et al. 2013). The two are the same rule while the rate is constant.
 */
export const nesterovRewritten = variant(nesterov, {
  id: "nesterov-rewritten",
  title: "Nesterov momentum, rewritten",
  source: { key: "bengio2013", where: "section 3.5; Keras's SGD(nesterov=True)" },
  gradientAt: "w",
  equations: { w: "w + alpha*m - lambda*g" },
});
