import { defineRule } from "./define.ts";
import { hyper } from "./rule.ts";

/** Gradient descent: a step against the gradient (Cauchy 1847; slide 5). */
export const gradientDescent = defineRule({
  id: "gd",
  title: "Gradient descent",
  source: { key: "cauchy1847", where: "pages 536 to 538", slide: 5 },
  look: { color: "#d62728", dark: "#fb6153", dash: "solid", symbol: "circle" },
  hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }) },
  rate: "lambda",
  sensible: { lambda: 0.1 },
  equations: { w: "w - lambda*g" },
});
