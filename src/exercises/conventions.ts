import { adagrad, adagradOutside } from "../rules/adagrad.ts";
import { adam } from "../rules/adam.ts";
import { conventions } from "../rules/conventions.ts";
import { momentum } from "../rules/momentum.ts";
import { nesterov } from "../rules/nesterov.ts";
import { nesterovRewritten } from "../rules/nesterov-rewritten.ts";
import { rmsprop, rmspropOutside } from "../rules/rmsprop.ts";
import type { Rule } from "../rules/rule.ts";
import { variant } from "../rules/variant.ts";
import type { Convention } from "./step-target.ts";

const epsilonAt = (here: string, there: string): string =>
  `Your ε stands ${here} the root, and the equation that is asked for has it ${there}; where ε is small beside what stands under the root, the two hardly differ.`;
const outside = epsilonAt("outside", "inside");
const inside = epsilonAt("inside", "outside");

/** Other forms of each rule that count as right wherever an exercise is not about that very difference. */
const CONVENTIONS: Readonly<Record<string, readonly Convention[]>> = {
  [momentum.id]: [
    {
      name: "the PyTorch form",
      rule: conventions.momentum.optax,
      note: "The rate stands outside the velocity. The two forms part only when the rate changes on the way.",
    },
    {
      name: "the form with the velocity turned round",
      rule: variant(momentum, {
        id: "momentum-turned",
        title: "Momentum, its velocity turned round",
        equations: { m: "alpha*m + lambda*g", w: "w - m" },
      }),
      note: "Your m adds up λ·g and is taken away from w: it is the velocity multiplied by −1, on the same path.",
    },
  ],
  [nesterov.id]: [
    {
      name: "the form that Keras uses",
      rule: nesterovRewritten,
      note: "Its w is what the look-ahead form calls w + α·m; the gradient is then taken at w.",
    },
    {
      name: "the PyTorch form",
      rule: conventions.nesterov.optax,
      note: "Its w is the look-ahead point, and the rate stands outside the velocity.",
    },
    {
      name: "the form that takes the old jump off",
      rule: variant(nesterovRewritten, {
        id: "nesterov-jumps",
        title: "Nesterov momentum, jump by jump",
        equations: { mOld: "m", m: "alpha*m - lambda*g", w: "w - alpha*mOld + m + alpha*m" },
      }),
      note: "Its w is the look-ahead point: the old jump is taken off, and the step and the next jump are made.",
    },
  ],
  [adagrad.id]: [
    { name: "the PyTorch form", rule: adagradOutside, note: outside },
    {
      name: "the form that keeps the root",
      rule: variant(adagradOutside, {
        id: "adagrad-root",
        title: "AdaGrad that keeps the root",
        equations: { kappa: "sqrt(kappa^2 + g^2)", w: "w - lambda*g/(kappa + epsilon)" },
      }),
      note: "Your κ is the root of the sum of squares. The path is the same, but for where ε stands.",
    },
  ],
  [adagradOutside.id]: [{ name: "the form of the slide's formula", rule: adagrad, note: inside }],
  [rmsprop.id]: [{ name: "the PyTorch form", rule: rmspropOutside, note: outside }],
  [rmspropOutside.id]: [{ name: "the form of the slide's formula", rule: rmsprop, note: inside }],
  [adam.id]: [
    {
      name: "the Keras form",
      rule: conventions.adam.keras,
      note: "Both corrections are put into the rate, and ε is added to the root of the uncorrected moment.",
    },
    {
      name: "the form with ε inside the root",
      rule: variant(adam, {
        id: "adam-inside",
        title: "Adam, epsilon inside the root",
        equations: { w: "w - eta*mHat/sqrt(vHat + epsilon)" },
      }),
      note: inside,
    },
  ],
};

/** The other forms of a rule that are right too. */
export function conventionsOf(rule: Rule): readonly Convention[] {
  return CONVENTIONS[rule.id] ?? [];
}
