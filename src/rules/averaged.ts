import { defineRule } from "./define.ts";
import { gradientDescent } from "./gradient-descent.ts";
import { hyper, state } from "./rule.ts";

const { hyperparameters, look } = gradientDescent;
const descent = { look, rate: "lambda", sensible: { lambda: 0.1 } } as const;

/** Gradient descent that remembers the mean of its points: w goes as ever, and a is what one takes home (Polyak & Juditsky 1992). */
export const gradientDescentAveraged = defineRule({
  ...descent,
  id: "gd-averaged",
  title: "Gradient descent, its mean kept",
  source: {
    key: "polyak1992",
    where: "its averaged estimate; from a later step on as in Izmailov et al. 2018",
  },
  hyperparameters: {
    lambda: hyperparameters.lambda,
    from: hyper.nonNegative({ tex: "s", default: 0, meaning: "steps before the mean begins" }),
  },
  state: { a: state.vector({ meaning: "mean of the points after step s; w itself until then" }) },
  equations: { w: "w - lambda*g", a: "t > from ? a + (w - a)/(t - from) : w" },
});

/** Gradient descent that remembers a moving average of its points, which forgets the first ones (Tarvainen & Valpola 2017). */
export const gradientDescentEma = defineRule({
  ...descent,
  id: "gd-ema",
  title: "Gradient descent, its moving average kept",
  source: { key: "tarvainen2017", where: "section 2, from the first point on" },
  hyperparameters: {
    lambda: hyperparameters.lambda,
    beta: hyper.fraction({ tex: "\\beta", default: 0.99, meaning: "share of the old average that is kept" }),
  },
  state: { a: state.vector({ meaning: "moving average of the points; the first is taken whole" }) },
  equations: { w: "w - lambda*g", a: "t > 1 ? beta*a + (1 - beta)*w : w" },
});
