import { gradientDescent } from "./gradient-descent.ts";
import { hyper, line } from "./rule.ts";
import { variant } from "./variant.ts";

/** Gradient descent, clipped by the norm: a gradient that is too long is shortened, its direction kept (Pascanu et al. 2013). */
export const gradientDescentClipped = variant(gradientDescent, {
  id: "gd-clipped",
  title: "Gradient descent, clipped by the norm",
  source: { key: "pascanu2013", where: "algorithm 1" },
  look: { color: "#33658a", dark: "#86bbd8", dash: "dashdot", symbol: "hexagram" },
  hyperparameters: {
    bound: hyper.positive({ tex: "c", default: 1, meaning: "length from which a gradient is shortened" }),
  },
  equations: {
    k: line.scalar("min(1, bound/norm(g))", { meaning: "share of the gradient that is left" }),
    w: "w - lambda*k*g",
  },
});
