import { describe, expect, test } from "vitest";
import { conventions, lbfgs, type Rule, rules } from "fall-line";
import type { Range } from "../../src/rules/rule.ts";

type Numbers = Readonly<Record<string, number>>;

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** The usual values: of the deck's slides, of the papers, or of the library that is named; and those for small surfaces. */
const USUAL: readonly (readonly [id: string, from: string, values: Numbers, sensible: Numbers])[] = [
  ["gd", "the usual rate", { lambda: 0.01 }, { lambda: 0.1 }],
  ["momentum", "the usual 0.9", { lambda: 0.01, alpha: 0.9 }, { lambda: 0.02 }],
  ["nesterov", "the usual 0.9", { lambda: 0.01, alpha: 0.9 }, { lambda: 0.02 }],
  ["nesterov-rewritten", "the usual 0.9", { lambda: 0.01, alpha: 0.9 }, { lambda: 0.02 }],
  ["adagrad", "slide 10", { lambda: 0.01, epsilon: 1e-7 }, { lambda: 0.5 }],
  ["adagrad-outside", "slide 10", { lambda: 0.01, epsilon: 1e-7 }, { lambda: 0.5 }],
  ["rmsprop", "slide 13", { lambda: 0.01, zeta: 0.99, epsilon: 1e-7 }, { lambda: 0.02 }],
  ["rmsprop-outside", "slide 13", { lambda: 0.01, zeta: 0.99, epsilon: 1e-7 }, { lambda: 0.02 }],
  [
    "adam-incomplete",
    "slide 14",
    { lambda: 0.001, alpha1: 0.9, zeta: 0.99, epsilon: 1e-7 },
    { lambda: 0.02 },
  ],
  ["newton-damped", "the library", { delta: 0.1 }, {}],
  ["adam", "the paper", { eta: 0.001, ...ADAM }, { eta: 0.05 }],
  ["adam-printed", "the paper", { eta: 0.001, ...ADAM }, { eta: 0.05 }],
  ["adamw", "torch.optim.AdamW", { eta: 0.001, ...ADAM, decay: 0.01 }, { eta: 0.05 }],
  ["amsgrad", "torch.optim.Adam", { eta: 0.001, ...ADAM }, { eta: 0.05 }],
  ["adamax", "the paper", { eta: 0.002, ...ADAM }, { eta: 0.05 }],
  [
    "nadam",
    "Adam's, and torch.optim.NAdam's momentum_decay",
    { eta: 0.001, ...ADAM, psi: 0.004 },
    { eta: 0.05 },
  ],
  ["radam", "the paper", { eta: 0.001, ...ADAM }, { eta: 0.05 }],
  ["adadelta", "torch.optim.Adadelta", { lambda: 1, rho: 0.9, epsilon: 1e-6 }, { lambda: 1, epsilon: 1e-3 }],
  ["lion", "the paper's program", { eta: 1e-4, beta1: 0.9, beta2: 0.99, decay: 0 }, { eta: 0.02 }],
  ["gd-clipped", "the bound of most programs", { lambda: 0.01, bound: 1 }, { lambda: 0.1 }],
  ["gd-averaged", "the mean of all points", { lambda: 0.01, from: 0 }, { lambda: 0.1 }],
  ["gd-ema", "the paper's ramp-up", { lambda: 0.01, beta: 0.99 }, { lambda: 0.1 }],
  ["muon", "the authors' program", { eta: 0.02, mu: 0.95, rows: 2 }, { eta: 0.02 }],
  ["qhm", "the paper's rule of thumb", { lambda: 0.1, beta: 0.999, nu: 0.7 }, { lambda: 0.1, beta: 0.9 }],
];

const ruleOf = (id: string): Rule => rules.find((rule) => rule.id === id)!;

test.each(USUAL)(
  "%s has the usual values of %s, and some for a bowl and a ravine",
  (id, _from, values, small) => {
    const { hyperparameters, sensible = {} } = ruleOf(id);
    const defaults = Object.entries(hyperparameters).map(([name, { default: usual }]) => [name, usual]);
    expect(Object.fromEntries(defaults)).toEqual(values);
    expect(sensible).toEqual(small);
  },
);

test.each(["newton", "bfgs", "lbfgs"])("%s has nothing to set", (id) => {
  expect(ruleOf(id).hyperparameters).toEqual({});
});

describe("what a rule remembers", () => {
  test("is nothing at first, but for BFGS's identity and NAdam's empty product", () => {
    const starts = rules.flatMap(({ id, state }) =>
      Object.entries(state).flatMap(([name, { start }]) => (start === 0 ? [] : [[id, name, start]])),
    );
    expect(starts).toEqual([
      ["bfgs", "B", "identity"],
      ["nadam", "P", 1],
    ]);
  });

  test("is of L-BFGS the last ten steps", () => {
    const capacities = Object.values((lbfgs as Rule).state).map(({ capacity }) => capacity);
    expect(capacities.filter((capacity) => capacity !== undefined)).toEqual([10, 10]);
  });
});

test("the slides of the deck that show a rule are those of its handout", () => {
  const slides = rules.flatMap(({ id, source }) => (source?.slide === undefined ? [] : [[id, source.slide]]));
  expect(Object.fromEntries(slides)).toEqual({
    ...{
      gd: 5,
      momentum: 6,
      nesterov: 8,
      adagrad: 10,
      "adagrad-outside": 10,
      rmsprop: 13,
      "rmsprop-outside": 13,
    },
    ...{ "adam-incomplete": 14, newton: 16, adam: 20, "adam-printed": 21 },
  });
});

/** The letter of each hyperparameter, on the slides or in the papers, and the numbers that it may be. */
const LETTERS: Readonly<Record<string, readonly [tex: string, range: Range]>> = {
  lambda: ["\\lambda", "positive"],
  eta: ["\\eta", "positive"],
  delta: ["\\delta", "positive"],
  alpha: ["\\alpha", "fraction"],
  alpha1: ["\\alpha_1", "fraction"],
  beta: ["\\beta", "fraction"],
  beta1: ["\\beta_1", "fraction"],
  beta2: ["\\beta_2", "fraction"],
  zeta: ["\\zeta", "fraction"],
  rho: ["\\rho", "fraction"],
  epsilon: ["\\varepsilon", "non-negative"],
  decay: ["\\gamma", "non-negative"],
  psi: ["\\psi", "non-negative"],
  mu: ["\\mu", "fraction"],
  rows: ["r", "positive"],
  bound: ["c", "positive"],
  from: ["s", "non-negative"],
  nu: ["\\nu", "share"],
  tau: ["\\tau", "share"],
};

const forms = Object.values(conventions).flatMap((methods) => Object.values<Rule>(methods));

test.each([...new Set([...rules, ...forms])].map((rule) => [rule.id, rule] as const))(
  "%s has the letters of its source, numbers that make sense, and lambda or eta for its rate",
  (_id, { hyperparameters, rate }) => {
    for (const [name, { tex, range }] of Object.entries(hyperparameters))
      expect([tex, range], name).toEqual(LETTERS[name]);
    expect(rate).toBe(["lambda", "eta"].find((name) => name in hyperparameters));
  },
);
