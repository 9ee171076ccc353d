import { adagrad, adagradOutside } from "./adagrad.ts";
import { adam, adamPrinted } from "./adam.ts";
import { amsgrad } from "./amsgrad.ts";
import { momentum } from "./momentum.ts";
import { nadam } from "./nadam.ts";
import { nesterov } from "./nesterov.ts";
import { nesterovRewritten } from "./nesterov-rewritten.ts";
import { rmsprop, rmspropOutside } from "./rmsprop.ts";
import { didYouMean, InputError } from "../errors.ts";
import { hyper, line, type Rule, state } from "./rule.ts";
import { variant } from "./variant.ts";

const { lambda, alpha } = momentum.hyperparameters;
const { zeta, epsilon } = rmsprop.hyperparameters;
const eta = adam.hyperparameters.eta;
const adamEpsilon = adam.hyperparameters.epsilon;

/** Whose form it is, and by which name of the bibliography. */
const SOURCES = {
  torch: ["PyTorch", "pytorch"],
  keras: ["Keras", "keras3"],
  optax: ["optax", "optax"],
  cs231n: ["CS231n", "cs231n"],
} as const;

/** What a method is called in the form of a source. @param where in it the form is found */
const asIn = ({ id, title }: Rule, name: keyof typeof SOURCES, where: string) => {
  const [who, key] = SOURCES[name];
  return { id: `${id}-${name}`, title: `${title} as in ${who}`, source: { key, where } };
};

const noMomentum = { alpha: { ...alpha, default: 0 } };

/** PyTorch's SGD gathers gradients, not steps: the rate stays outside, and the first gradient is not dampened. */
const torchMomentum = variant(momentum, {
  ...asIn(momentum, "torch", "torch.optim.SGD(momentum, dampening)"),
  hyperparameters: {
    ...noMomentum,
    lambda: { ...lambda, default: 0.001 },
    tau: hyper.share({ tex: "\\tau", default: 0, meaning: "dampening of new gradients" }),
  },
  state: { m: state.vector({ meaning: "gathered gradients" }) },
  equations: {
    m: line.vector("t == 1 ? g : alpha*m + (1 - tau)*g", { role: "gathered gradients" }),
    w: "w - lambda*m",
  },
});

const optaxMomentum = variant(momentum, {
  ...asIn(momentum, "optax", "optax.sgd(momentum): trace"),
  state: { m: state.vector({ meaning: "gathered gradients" }) },
  equations: { m: line.vector("g + alpha*m", { role: "gathered gradients" }), w: "w - lambda*m" },
});

const torchNesterov = variant(torchMomentum, {
  ...asIn(nesterov, "torch", "torch.optim.SGD(nesterov=True)"),
  look: nesterov.look,
  equations: { w: "w - lambda*(g + alpha*m)" },
});

const kerasAdagrad = variant(adagrad, {
  ...asIn(adagrad, "keras", "keras.optimizers.Adagrad"),
  hyperparameters: { lambda: { ...lambda, default: 0.001 } },
  state: { kappa: state.vector({ start: 0.1, meaning: "sum of the squared gradients, started at 0.1" }) },
});

const kerasAdam = variant(adam, {
  ...asIn(adam, "keras", "keras.optimizers.Adam; the form at the end of Kingma & Ba's section 2"),
  hyperparameters: { epsilon: { ...adamEpsilon, default: 1e-7 } },
  equations: { w: "w - eta*sqrt(1 - beta2^t)/(1 - beta1^t)*m/(sqrt(v) + epsilon)" },
});

/**
 * One method in the form and with the defaults of each of several sources: where epsilon stands and how large it is,
 * what the accumulator starts from, whether the rate is inside the velocity, how Nesterov is written.
 * @example conventions.adam.keras.title // "Adam as in Keras"
 */
export const conventions = {
  momentum: {
    deck: momentum,
    torch: torchMomentum,
    keras: variant(momentum, {
      ...asIn(momentum, "keras", "keras.optimizers.SGD(momentum)"),
      hyperparameters: noMomentum,
    }),
    optax: optaxMomentum,
    cs231n: momentum,
  },
  nesterov: {
    deck: nesterov,
    torch: torchNesterov,
    keras: variant(nesterovRewritten, {
      ...asIn(nesterov, "keras", "keras.optimizers.SGD(nesterov=True)"),
      hyperparameters: noMomentum,
    }),
    optax: variant(optaxMomentum, {
      ...asIn(nesterov, "optax", "optax.sgd(nesterov=True): trace"),
      look: nesterov.look,
      equations: { w: "w - lambda*(g + alpha*m)" },
    }),
    cs231n: variant(nesterovRewritten, {
      ...asIn(nesterov, "cs231n", "Neural networks 3, Nesterov momentum"),
      state: { mOld: state.vector({ tex: "m^{\\mathrm{old}}", meaning: "velocity of the step before" }) },
      equations: {
        mOld: "m",
        m: line.vector("alpha*m - lambda*g", { role: "velocity" }),
        w: "w - alpha*mOld + (1 + alpha)*m",
      },
    }),
  },
  adagrad: {
    deck: adagrad,
    paper: variant(adagradOutside, {
      id: "adagrad-paper",
      title: "AdaGrad as in the paper",
      source: { key: "duchi2011", where: "figure 1: delta is added to the root" },
    }),
    torch: variant(adagradOutside, {
      ...asIn(adagrad, "torch", "torch.optim.Adagrad"),
      hyperparameters: { epsilon: { ...epsilon, default: 1e-10 } },
    }),
    keras: kerasAdagrad,
    optax: variant(kerasAdagrad, asIn(adagrad, "optax", "optax.adagrad")),
    cs231n: adagradOutside,
  },
  rmsprop: {
    deck: rmsprop,
    torch: variant(rmspropOutside, {
      ...asIn(rmsprop, "torch", "torch.optim.RMSprop"),
      hyperparameters: { epsilon: { ...epsilon, default: 1e-8 } },
    }),
    keras: variant(rmsprop, {
      ...asIn(rmsprop, "keras", "keras.optimizers.RMSprop"),
      hyperparameters: { lambda: { ...lambda, default: 0.001 }, zeta: { ...zeta, default: 0.9 } },
    }),
    optax: variant(rmsprop, {
      ...asIn(rmsprop, "optax", "optax.rmsprop (eps_in_sqrt)"),
      hyperparameters: { zeta: { ...zeta, default: 0.9 }, epsilon: { ...epsilon, default: 1e-8 } },
    }),
    cs231n: rmspropOutside,
  },
  adam: {
    deck: adamPrinted,
    paper: adam,
    torch: adam,
    keras: kerasAdam,
    optax: adam,
    cs231n: adam,
  },
  amsgrad: {
    paper: variant(amsgrad, {
      id: "amsgrad-paper",
      title: "AMSGrad as in the paper",
      source: { key: "reddi2018", where: "algorithm 2: no correction" },
      equations: { mHat: "m", vHat: "vMax" },
    }),
    torch: amsgrad,
    keras: variant(amsgrad, {
      ...asIn(amsgrad, "keras", "keras.optimizers.Adam(amsgrad=True)"),
      hyperparameters: { epsilon: { ...adamEpsilon, default: 1e-7 } },
      equations: { w: "w - eta*sqrt(1 - beta2^t)/(1 - beta1^t)*m/(sqrt(vMax) + epsilon)" },
    }),
    optax: variant(amsgrad, {
      ...asIn(amsgrad, "optax", "optax.amsgrad: the largest corrected moment"),
      equations: { vMax: "max(vMax, v/(1 - beta2^t))", vHat: "vMax" },
    }),
  },
  nadam: {
    paper: nadam,
    torch: variant(nadam, {
      ...asIn(nadam, "torch", "torch.optim.NAdam"),
      hyperparameters: { eta: { ...eta, default: 0.002 } },
    }),
    keras: variant(nadam, {
      ...asIn(nadam, "keras", "keras.optimizers.Nadam"),
      hyperparameters: {
        psi: { ...nadam.hyperparameters.psi, default: 1 },
        epsilon: { ...adamEpsilon, default: 1e-7 },
      },
    }),
    optax: variant(adam, {
      ...asIn(nadam, "optax", "optax.nadam: no momentum schedule"),
      look: nadam.look,
      equations: {
        mHat: line.vector("beta1*m/(1 - beta1^(t + 1)) + (1 - beta1)*g/(1 - beta1^t)", {
          tex: "\\bar{m}",
          meaning: "look-ahead first moment",
          role: "look-ahead first moment",
        }),
      },
    }),
  },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<ConventionName, Rule>>>>>;

/** Who writes a method in a form of its own. */
export type ConventionName = "deck" | "paper" | "torch" | "keras" | "optax" | "cs231n";

/** The methods that come in several conventions. */
export type Method = keyof typeof conventions;

/** The conventions that a method comes in. */
export type ConventionOf<M extends Method> = keyof (typeof conventions)[M] & ConventionName;

/**
 * A method as one source writes it.
 * @throws InputError when the method or its convention is not known
 * @example descend(ravine, convention("momentum", "torch"), { steps: 20, hyper: { lambda: 0.1, alpha: 0.9 } });
 */
export function convention<M extends Method, C extends ConventionOf<M>>(
  method: M,
  name: C,
): (typeof conventions)[M][C] {
  const forms = known("method in several conventions", conventions, method);
  return known(`convention of ${method}`, forms, name);
}

function known<T extends object, K extends keyof T & string>(what: string, table: T, name: K): T[K] {
  if (Object.hasOwn(table, name)) return table[name];
  const names = Object.keys(table);
  const isName = typeof name === "string";
  throw new InputError({
    what: isName ? `there is no such ${what}` : `a ${what} is given by its name`,
    got: name,
    allowed: names.join(", "),
    ...(isName ? didYouMean(name, names) : { cure: `for example: "${names[0]!}"` }),
  });
}
