import { defineRule } from "./define.ts";
import { positive } from "./rule.ts";

/** Gradient descent: a step against the gradient (Cauchy 1847; slide 5). */
export const gradientDescent = defineRule({
  id: "gd",
  title: "Gradient descent",
  source: { key: "cauchy1847", where: "slide 5" },
  hyperparameters: { lambda: positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }) },
  rate: "lambda",
  equations: { w: "w - lambda*g" },
});
