import { expect, test } from "vitest";
import { rules } from "fall-line";

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** The usual values: of the deck's slides, of the papers, or of the library that is named. */
const USUAL: readonly (readonly [id: string, from: string, values: Readonly<Record<string, number>>])[] = [
  ["gd", "the usual rate", { lambda: 0.01 }],
  ["momentum", "the usual 0.9", { lambda: 0.01, alpha: 0.9 }],
  ["nesterov", "the usual 0.9", { lambda: 0.01, alpha: 0.9 }],
  ["nesterov-rewritten", "the usual 0.9", { lambda: 0.01, alpha: 0.9 }],
  ["adagrad", "slide 10", { lambda: 0.01, epsilon: 1e-7 }],
  ["adagrad-outside", "slide 10", { lambda: 0.01, epsilon: 1e-7 }],
  ["rmsprop", "slide 13", { lambda: 0.01, zeta: 0.99, epsilon: 1e-7 }],
  ["rmsprop-outside", "slide 13", { lambda: 0.01, zeta: 0.99, epsilon: 1e-7 }],
  ["adam-incomplete", "slide 14", { lambda: 0.001, alpha1: 0.9, zeta: 0.99, epsilon: 1e-7 }],
  ["adam", "the paper", { eta: 0.001, ...ADAM }],
  ["adam-printed", "the paper", { eta: 0.001, ...ADAM }],
  ["adamw", "torch.optim.AdamW", { eta: 0.001, ...ADAM, decay: 0.01 }],
  ["amsgrad", "torch.optim.Adam", { eta: 0.001, ...ADAM }],
  ["adamax", "the paper", { eta: 0.002, ...ADAM }],
  ["nadam", "Adam's, and torch.optim.NAdam's momentum_decay", { eta: 0.001, ...ADAM, psi: 0.004 }],
  ["radam", "the paper", { eta: 0.001, ...ADAM }],
  ["adadelta", "torch.optim.Adadelta", { lambda: 1, rho: 0.9, epsilon: 1e-6 }],
  ["lion", "the paper's program", { eta: 1e-4, beta1: 0.9, beta2: 0.99, decay: 0 }],
  ["qhm", "the paper's rule of thumb", { lambda: 0.1, beta: 0.999, nu: 0.7 }],
];

test.each(USUAL)("%s has the usual values of %s", (id, _from, values) => {
  const { hyperparameters } = rules.find((rule) => rule.id === id)!;
  const defaults = Object.entries(hyperparameters).map(([name, { default: usual }]) => [name, usual]);
  expect(Object.fromEntries(defaults)).toEqual(values);
});
