import { remembered } from "../../remembered.ts";
import type { Rule } from "../../rules/rule.ts";
import { variant } from "../../rules/variant.ts";

/** Another rule that is close to one, and what is said of it. */
export interface Neighbour {
  readonly id: string;
  readonly what: string;
  readonly rule: Rule;
}

interface Declared {
  readonly of: readonly string[];
  readonly id: string;
  /** `c` is a number of the student's text. */
  readonly what: string;
  readonly equations: Readonly<Record<string, string>>;
  /** Whether it is one of the form that an answer was to mend, and of no other answers. */
  readonly isOfGiven?: boolean;
}

const NEIGHBOURS: readonly Declared[] = [
  {
    of: ["momentum", "nesterov"],
    id: "nesterov step",
    what: "w takes the step of Nesterov momentum as libraries write it, with the new velocity in it",
    equations: { w: "w + alpha*m - lambda*g" },
  },
  {
    of: ["momentum-optax"],
    id: "nesterov step",
    what: "w takes the step of Nesterov momentum as PyTorch writes it, with the new m in it",
    equations: { w: "w - lambda*(g + alpha*m)" },
  },
  {
    of: ["nesterov-rewritten"],
    id: "momentum step",
    what: "the jump is made with the old m, which is the plain step of momentum",
    equations: { w: "w + m" },
    isOfGiven: true,
  },
  {
    of: ["adagrad"],
    id: "rmsprop with c",
    what: "κ is the leaky average of RMSProp with c, and no sum",
    equations: { kappa: "c*kappa + (1 - c)*g^2" },
  },
  {
    of: ["gd"],
    id: "clipped",
    what: "the gradient is divided by its length wherever that is above c: clipping",
    equations: { w: "w - lambda*g*min(1, c/norm(g))" },
  },
  {
    of: ["adam"],
    id: "nadam",
    what: "the step is NAdam's, which looks ahead in m̂",
    equations: {
      w: "w - eta*(beta1*mHat + (1 - beta1)*g/(1 - beta1^t))/(sqrt(vHat) + epsilon)",
    },
  },
  {
    of: ["adam"],
    id: "adamax",
    what: "v is the largest size of g, slowly forgotten, as in AdaMax",
    equations: { v: "max(beta2*v, abs(g))", w: "w - eta*mHat/(v + epsilon)" },
  },
  {
    of: ["adam"],
    id: "adabelief",
    what: "v averages the squares of g − m, as in AdaBelief",
    equations: { v: "beta2*v + (1 - beta2)*(g - m)^2" },
  },
  {
    of: ["adam"],
    id: "adamw with c",
    what: "w is pulled towards 0 by η·c·w besides, as in AdamW",
    equations: { w: "w - eta*mHat/(sqrt(vHat) + epsilon) - eta*c*w" },
  },
  {
    of: ["adam"],
    id: "rmsprop step",
    what: "the step is RMSProp's, g over the root of v, and nothing is corrected",
    equations: { w: "w - eta*g/(sqrt(v) + epsilon)" },
  },
];

const made = new WeakMap<Rule, Map<string, Neighbour>>();

/**
 * The rules close to one, with the numbers of a student's text put in; each is made once.
 * @param isGiven whether the rule is in the form that an answer was to mend
 */
export function* neighboursOf(
  rule: Rule,
  constants: readonly number[],
  isGiven = false,
): Generator<Neighbour> {
  const known = remembered(made, rule, () => new Map<string, Neighbour>());
  for (const declared of NEIGHBOURS) {
    if (!declared.of.includes(rule.id) || (declared.isOfGiven === true && !isGiven)) continue;
    const usesNumber = Object.values(declared.equations).some((text) => /\bc\b/.test(text));
    for (const c of usesNumber ? constants.filter((one) => one !== 0 && one !== 1) : [1])
      yield remembered(known, `${declared.id} ${c}`, () => neighbourOf(rule, declared, c));
  }
}

function neighbourOf(rule: Rule, { id, what, equations }: Declared, c: number): Neighbour {
  const put = (text: string): string => text.replace(/\bc\b/g, String(c));
  const changed = Object.fromEntries(Object.entries(equations).map(([line, text]) => [line, put(text)]));
  return {
    id: `neighbour: ${id}`,
    what: put(what),
    rule: variant(rule, { id: rule.id, title: what, equations: changed }),
  };
}
