import { defineRule } from "./define.ts";
import { hyper, line, state } from "./rule.ts";
import { variant } from "./variant.ts";

/** AdaGrad: each coordinate is scaled by the root of its summed squares (Duchi et al. 2011; slide 10, its formula). */
export const adagrad = defineRule({
  id: "adagrad",
  title: "AdaGrad",
  source: { key: "duchi2011", where: "figure 1, diagonal form", slide: 10 },
  look: { color: "#1960dc", dark: "#5b95f9", dash: "longdash", symbol: "triangle-up" },
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }),
    epsilon: hyper.nonNegative({ tex: "\\varepsilon", default: 1e-7, meaning: "keeps the divisor above 0" }),
  },
  rate: "lambda",
  sensible: { lambda: 0.5 },
  state: { kappa: state.vector({ meaning: "sum of the squared gradients" }) },
  equations: {
    kappa: line.vector("kappa + g^2", { role: "sum of squares" }),
    w: "w - lambda*g/sqrt(kappa + epsilon)",
  },
});

/** AdaGrad as slide 10's code has it: epsilon outside the root. */
export const adagradOutside = variant(adagrad, {
  id: "adagrad-outside",
  title: "AdaGrad, epsilon outside the root",
  source: { key: "duchi2011", where: "the slide's code; torch.optim.Adagrad", slide: 10 },
  equations: { w: "w - lambda*g/(sqrt(kappa) + epsilon)" },
});
