import { describe, expect, test } from "vitest";
import { convention, conventions, descend, type Rule } from "fall-line";
import { near, slopes, xOf } from "./numbers.ts";

const SLOPES = [4, -1, 2, 0.5, -3];
const [rate, keep, keep2, eps] = [0.1, 0.75, 0.5, 0.25] as const;

/** How far a step goes on the slope g at step t, written as the source's own program has it. */
type Step = (g: number, t: number) => number;

/** Programs with memories of their own, by method and source. */
const PROGRAMS: Readonly<Record<string, () => Step>> = {
  "momentum torch": () => {
    let buffer = 0;
    return (g, t) => -rate * (buffer = t === 1 ? g : keep * buffer + (1 - 0.5) * g);
  },
  "momentum keras": () => {
    let m = 0;
    return (g) => (m = keep * m - rate * g);
  },
  "momentum optax": () => {
    let trace = 0;
    return (g) => -rate * (trace = g + keep * trace);
  },
  "nesterov torch": () => {
    let buffer = 0;
    return (g, t) => {
      buffer = t === 1 ? g : keep * buffer + (1 - 0.5) * g;
      return -rate * (g + keep * buffer);
    };
  },
  "nesterov keras": () => {
    let m = 0;
    return (g) => keep * (m = keep * m - rate * g) - rate * g;
  },
  "nesterov optax": () => {
    let trace = 0;
    return (g) => {
      trace = g + keep * trace;
      return -rate * (g + keep * trace);
    };
  },
  "nesterov cs231n": () => {
    let v = 0;
    return (g) => {
      const before = v;
      v = keep * v - rate * g;
      return -keep * before + (1 + keep) * v;
    };
  },
  "adagrad deck": () => sumOfSquares(0, (root2) => Math.sqrt(root2 + eps)),
  "adagrad paper": () => sumOfSquares(0, (root2) => eps + Math.sqrt(root2)),
  "adagrad torch": () => sumOfSquares(0, (root2) => Math.sqrt(root2) + eps),
  "adagrad keras": () => sumOfSquares(0.1, (root2) => Math.sqrt(root2 + eps)),
  "adagrad optax": () => sumOfSquares(0.1, (root2) => Math.sqrt(root2 + eps)),
  "adagrad cs231n": () => sumOfSquares(0, (root2) => Math.sqrt(root2) + eps),
  "rmsprop deck": () => leakySquares((root2) => Math.sqrt(root2 + eps)),
  "rmsprop torch": () => leakySquares((root2) => Math.sqrt(root2) + eps),
  "rmsprop keras": () => leakySquares((root2) => Math.sqrt(root2 + eps)),
  "rmsprop optax": () => leakySquares((root2) => Math.sqrt(root2 + eps)),
  "rmsprop cs231n": () => leakySquares((root2) => Math.sqrt(root2) + eps),
  "adam deck": () => moments((m, v, t) => m / Math.sqrt(v / (1 - keep2 ** t) + eps)),
  ...Object.fromEntries(["paper", "torch", "optax", "cs231n"].map((name) => [`adam ${name}`, plainAdam])),
  "adam keras": () => moments((m, v, t) => (alphaOfKeras(t) * m) / (Math.sqrt(v) + eps)),
  "amsgrad paper": () => {
    let most = 0;
    return moments((m, v) => m / (Math.sqrt((most = Math.max(most, v))) + eps));
  },
  "amsgrad torch": () => {
    let most = 0;
    return moments((m, v, t) => {
      most = Math.max(most, v);
      return m / (1 - keep ** t) / (Math.sqrt(most) / Math.sqrt(1 - keep2 ** t) + eps);
    });
  },
  "amsgrad keras": () => {
    let most = 0;
    return moments((m, v, t) => (alphaOfKeras(t) * m) / (Math.sqrt((most = Math.max(most, v))) + eps));
  },
  "amsgrad optax": () => {
    let most = 0;
    return moments((m, v, t) => {
      most = Math.max(most, v / (1 - keep2 ** t));
      return m / (1 - keep ** t) / (Math.sqrt(most) + eps);
    });
  },
  "nadam paper": () => nadamOf(0.5),
  "nadam torch": () => nadamOf(0.5),
  "nadam keras": () => nadamOf(0.5),
  "nadam optax": () =>
    moments(
      (m, v, t, g) =>
        ((keep * m) / (1 - keep ** (t + 1)) + ((1 - keep) * g) / (1 - keep ** t)) /
        (Math.sqrt(v / (1 - keep2 ** t)) + eps),
    ),
};

function sumOfSquares(start: number, root: (squares: number) => number): Step {
  let squares = start;
  return (g) => (-rate * g) / root((squares += g * g));
}

function leakySquares(root: (squares: number) => number): Step {
  let squares = 0;
  return (g) => (-rate * g) / root((squares = keep2 * squares + (1 - keep2) * g * g));
}

function moments(direction: (m: number, v: number, t: number, g: number) => number): Step {
  let [m, v] = [0, 0];
  return (g, t) => {
    m = keep * m + (1 - keep) * g;
    v = keep2 * v + (1 - keep2) * g * g;
    return -rate * direction(m, v, t, g);
  };
}

function plainAdam(): Step {
  return moments((m, v, t) => m / (1 - keep ** t) / (Math.sqrt(v / (1 - keep2 ** t)) + eps));
}

const alphaOfKeras = (t: number): number => Math.sqrt(1 - keep2 ** t) / (1 - keep ** t);

function nadamOf(decay: number): Step {
  const mu = (t: number): number => keep * (1 - 0.5 * 0.96 ** (t * decay));
  let product = 1;
  return moments((m, v, t, g) => {
    product *= mu(t);
    const [now, next] = [(1 - mu(t)) / (1 - product), mu(t + 1) / (1 - product * mu(t + 1))];
    return (now * g + next * m) / (Math.sqrt(v / (1 - keep2 ** t)) + eps);
  });
}

const VALUES: Readonly<Record<string, number>> = {
  ...{ lambda: rate, eta: rate, alpha: keep, beta1: keep, beta2: keep2, zeta: keep2, epsilon: eps },
  ...{ psi: 0.5, tau: 0.5 },
};

const formOf = (name: string): Rule => {
  const [method, source] = name.split(" ");
  return convention(method as "adam", source as "torch");
};

describe("on the slopes 4, -1, 2, 1/2, -3 a form goes as the program of its source does:", () => {
  test.each(Object.entries(PROGRAMS))("%s", (name, program) => {
    const rule = formOf(name);
    const hyper = Object.fromEntries(Object.keys(rule.hyperparameters).map((one) => [one, VALUES[one]!]));
    const path = descend(slopes(SLOPES), rule, { start: [0], steps: SLOPES.length, hyper });
    const step = program();
    let w = 0;
    const due = SLOPES.map((g, i) => (w += step(g, i + 1)));
    expect(xOf(path)).toEqual(near([0, ...due], 12));
  });
});

/** The defaults of the libraries' documentation; a rate that a library asks for is left to the rule. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "momentum torch": { lambda: 0.001, alpha: 0, tau: 0 },
  "momentum keras": { lambda: 0.01, alpha: 0 },
  "nesterov torch": { lambda: 0.001, alpha: 0, tau: 0 },
  "nesterov keras": { lambda: 0.01, alpha: 0 },
  "adagrad torch": { lambda: 0.01, epsilon: 1e-10 },
  "adagrad keras": { lambda: 0.001, epsilon: 1e-7 },
  "adagrad optax": { epsilon: 1e-7 },
  "rmsprop torch": { lambda: 0.01, zeta: 0.99, epsilon: 1e-8 },
  "rmsprop keras": { lambda: 0.001, zeta: 0.9, epsilon: 1e-7 },
  "rmsprop optax": { zeta: 0.9, epsilon: 1e-8 },
  "adam paper": { eta: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  "adam torch": { eta: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  "adam keras": { eta: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  "adam optax": { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  "amsgrad torch": { eta: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  "amsgrad keras": { eta: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  "amsgrad optax": { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  "nadam torch": { eta: 0.002, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, psi: 0.004 },
  // Keras has no such number: its momentum warms up with 0.96^t.
  "nadam keras": { eta: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, psi: 1 },
  "nadam optax": { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
};

test.each(Object.entries(DEFAULTS))("%s has the defaults of its documentation", (name, values) => {
  const { hyperparameters } = formOf(name);
  const usual = Object.fromEntries(
    Object.entries(hyperparameters).map(([one, about]) => [one, about.default]),
  );
  expect(usual).toMatchObject(values);
});

const LIBRARIES = {
  torch: ["PyTorch", "pytorch"],
  keras: ["Keras", "keras3"],
  optax: ["optax", "optax"],
  cs231n: ["CS231n", "cs231n"],
} as const;

test.each(["adagrad", "amsgrad"] as const)("%s of the paper says so", (method) => {
  const { id, title, source } = convention(method, "paper");
  expect([id, title.endsWith(" as in the paper")]).toEqual([`${method}-paper`, true]);
  expect(source!.key).toBe({ adagrad: "duchi2011", amsgrad: "reddi2018" }[method]);
});

test("a form of a library's own is named after it, leads to it, and keeps its method's look", () => {
  let count = 0;
  for (const [method, forms] of Object.entries(conventions))
    for (const [library, [name, key]] of Object.entries(LIBRARIES)) {
      const form = (forms as Partial<Record<string, Rule>>)[library];
      if (form?.id !== `${method}-${library}`) continue;
      count += 1;
      expect(form.title).toMatch(new RegExp(` as in ${name}$`));
      expect(form.source!.key, form.id).toBe(key);
      expect(form.look).toEqual(Object.values<Rule>(forms)[0]!.look);
    }
  expect(count).toBe(19);
});
