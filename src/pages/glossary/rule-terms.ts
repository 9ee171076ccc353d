import { adagrad } from "../../rules/adagrad.ts";
import { adam } from "../../rules/adam.ts";
import { adamw } from "../../rules/adamw.ts";
import { gradientDescentClipped } from "../../rules/clipped.ts";
import { gradientDescent } from "../../rules/gradient-descent.ts";
import { momentum } from "../../rules/momentum.ts";
import { rmsprop } from "../../rules/rmsprop.ts";
import type { TermsByLesson } from "./term.ts";

/** The words for how one descends: rules, what they remember, and what is chosen. */
export const RULE_TERMS: TermsByLesson = {
  "gradient-descent": {
    "learning rate": {
      sentence: "The factor that turns a slope into a step.",
      of: [
        [gradientDescent, "lambda"],
        [adam, "eta"],
      ],
      also: ["step size", "lr", "rate"],
      elsewhere: "α (Kingma and Ba), ε (Goodfellow et al.)",
    },
    "gradient descent": {
      sentence: "The rule whose step is the learning rate times the gradient, downhill.",
      also: ["sgd", "stochastic gradient descent", "plain descent", "vanilla"],
    },
  },
  momentum: {
    momentum: {
      sentence: "Keeping most of the last step and adding the new one to it, as a heavy ball does.",
      also: ["heavy ball", "Polyak momentum", "inertia"],
    },
    velocity: {
      sentence: "The step that a ball with momentum is about to take.",
      of: [[momentum, "m"]],
      also: ["momentum buffer"],
      elsewhere: "v (CS231n), b (PyTorch's documentation, without the rate and with the other sign)",
      keras: "velocity",
    },
    "momentum coefficient": {
      sentence: "The share of the old velocity that is kept.",
      of: [[momentum, "alpha"]],
      elsewhere: "μ (CS231n, PyTorch's documentation), β (Goh)",
    },
  },
  nesterov: {
    "look-ahead point": {
      sentence:
        "Where the kept share of the velocity alone would carry the ball: Nesterov takes the gradient there.",
      letter: "w + \\alpha m",
      also: ["lookahead", "Nesterov momentum", "accelerated gradient", "nag"],
    },
  },
  adagrad: {
    "sum of squared gradients": {
      sentence: "What AdaGrad divides by, under a root: it only grows, so the steps only become shorter.",
      of: [[adagrad, "kappa"]],
      also: ["cache", "accumulator"],
      elsewhere: "r (Goodfellow et al.), cache (CS231n)",
      keras: "accumulator",
    },
    "effective rate": {
      sentence: "The learning rate of one coordinate after the division: each parameter has its own.",
      also: ["adaptive learning rate", "per-parameter learning rate"],
    },
    epsilon: {
      sentence: "A small number that keeps a divisor above 0.",
      of: [[adam, "epsilon"]],
      also: ["eps", "numerical stability"],
      elsewhere: "δ (Duchi et al., Goodfellow et al.)",
    },
  },
  rmsprop: {
    "leaky average": {
      sentence: "An average that forgets: a share of the old one is kept, and the rest is the new value.",
      of: [[rmsprop, "kappa"]],
      also: ["exponential moving average", "EMA", "running average"],
      elsewhere: "E[g²] (Zeiler), MeanSquare (Tieleman and Hinton)",
    },
    "decay rate of an average": {
      sentence: "The share of the old average that is kept.",
      of: [[rmsprop, "zeta"]],
      also: ["decay rate", "rho", "smoothing"],
      elsewhere: "ρ (Goodfellow et al.), β₂ (in Adam), alpha (PyTorch)",
    },
  },
  adam: {
    "first moment": {
      sentence: "Adam's leaky average of the gradients: which way they point.",
      of: [[adam, "m"]],
      also: ["mean of the gradient"],
      elsewhere: "s (Goodfellow et al.)",
      keras: "momentum",
    },
    "second moment": {
      sentence: "Adam's leaky average of the squared gradients: how long they are.",
      of: [[adam, "v"]],
      also: ["uncentered variance", "variance"],
      elsewhere: "r (Goodfellow et al.)",
      keras: "velocity",
    },
    "beta 1": {
      sentence: "The share of the old first moment that is kept.",
      of: [[adam, "beta1"]],
      also: ["β₁", "b1", "betas"],
      elsewhere: "ρ₁ (Goodfellow et al.)",
    },
    "beta 2": {
      sentence: "The share of the old second moment that is kept.",
      of: [[adam, "beta2"]],
      also: ["β₂", "b2", "betas"],
      elsewhere: "ρ₂ (Goodfellow et al.)",
    },
    "bias correction": {
      sentence:
        "Dividing a leaky average by what its start at 0 still takes from it, so that its first values are not too small.",
      of: [
        [adam, "mHat"],
        [adam, "vHat"],
      ],
      also: ["corrected moment", "m hat", "v hat", "debiasing", "the correction"],
    },
    "weight decay": {
      sentence: "Pulling every weight a little towards 0 at each step; AdamW does it outside of the moments.",
      of: [[adamw, "decay"]],
      also: ["L2", "regularization", "decoupled weight decay"],
      elsewhere: "λ (Loshchilov and Hutter), which here is the learning rate",
    },
  },
  "learning-rate-decay": {
    "learning-rate decay": {
      sentence: "Making the learning rate smaller as the steps go on, so that a descent settles.",
      also: ["schedule", "annealing", "scheduler", "decay"],
    },
    "warm-up": {
      sentence: "Letting the learning rate grow from near 0 during the first steps.",
      also: ["warmup", "warm up"],
    },
    "cosine decay": {
      sentence: "A learning rate that falls along half a wave of a cosine, slowly at first and at the end.",
      also: ["cosine annealing"],
    },
  },
  "second-order": {
    "Newton's method": {
      sentence: "Going at once to the critical point of the quadratic that fits the surface here.",
      also: ["newton step", "second-order method"],
    },
    "quasi-Newton method": {
      sentence: "A method that learns the curvature from how the gradient changes, as BFGS and L-BFGS do.",
      also: ["quasi newton", "BFGS"],
    },
  },
  "used-today": {
    "gradient clipping": {
      sentence: "Shortening a gradient that is longer than a bound, without turning it.",
      of: [[gradientDescentClipped, "bound"]],
      elsewhere: "max_norm (PyTorch, optax)",
      also: ["clip", "clipping", "exploding gradient", "clip by norm"],
    },
    "averaging of weights": {
      sentence:
        "Keeping a mean of the places that a descent has passed, and taking it in the place of the last one.",
      also: ["Polyak averaging", "SWA", "weight averaging"],
    },
  },
};
