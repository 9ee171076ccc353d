import type { Rule } from "../../rules/rule.ts";
import { variant } from "../../rules/variant.ts";

/** Another rule that is close to one, and what is said of it. */
interface Neighbour {
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
}

const NESTEROV_STEP =
  "w takes the step of Nesterov momentum as libraries write it, α times the new velocity and λ·g besides";

const NEIGHBOURS: readonly Declared[] = [
  {
    of: ["momentum", "nesterov"],
    id: "nesterov step",
    what: NESTEROV_STEP,
    equations: { w: "w + alpha*m - lambda*g" },
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
];

/** The rules close to one, with the numbers of a student's text put in. */
export function* neighboursOf(rule: Rule, constants: readonly number[]): Generator<Neighbour> {
  for (const { of, id, what, equations } of NEIGHBOURS) {
    if (!of.includes(rule.id)) continue;
    const usesNumber = Object.values(equations).some((text) => /\bc\b/.test(text));
    for (const c of usesNumber ? constants.filter((one) => one !== 0 && one !== 1) : [1]) {
      const put = (text: string): string => text.replace(/\bc\b/g, String(c));
      const changed = Object.fromEntries(Object.entries(equations).map(([line, text]) => [line, put(text)]));
      yield {
        id: `neighbour: ${id}`,
        what: put(what),
        rule: variant(rule, { id: rule.id, title: what, equations: changed }),
      };
    }
  }
}
