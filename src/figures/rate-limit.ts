import { InputError } from "../errors.ts";
import { remembered } from "../remembered.ts";
import { symmetricEigen } from "../math/linear.ts";
import type { ExpressionObjective } from "../objectives/objective.ts";
import type { Rule } from "../rules/rule.ts";
import { spectralRadius, type StepMap, stepMap } from "./linear-map.ts";
import { THEORIES } from "./rate-theory.ts";

/** From which learning rate on a rule runs away on a surface. */
export interface RateLimit {
  /** Rates below it converge. */
  readonly below: number;
  /** The formula of the limit, where there is a closed one: `2/h`. */
  readonly formula?: string;
  /** The largest curvature, h. */
  readonly curvature: number;
}

/**
 * The limit that theory knows: for rules whose step is linear, on bowls that are quadratic.
 * @returns nothing for other rules and surfaces
 */
export function rateLimitOf(
  on: Pick<ExpressionObjective, "hessian" | "dimension">,
  rule: Rule,
  hyper: Readonly<Record<string, number>>,
): RateLimit | undefined {
  const curvatures = hessianCurvatures(on);
  return curvatures === undefined ? undefined : rateLimitFor(curvatures, rule, hyper);
}

/** The same for a bowl of known curvatures, all above 0. */
export function rateLimitFor(
  curvatures: readonly number[],
  rule: Rule,
  hyper: Readonly<Record<string, number>>,
): RateLimit | undefined {
  const { rate } = rule;
  const map = rate === undefined ? undefined : mapOf(rule);
  if (rate === undefined || map === undefined) return undefined;
  const radius = (lambda: number): number =>
    Math.max(...curvatures.map((h) => spectralRadius(map({ ...hyper, [rate]: lambda }, h))));
  const h = Math.max(...curvatures);
  const below = firstAbove((lambdaH) => radius(lambdaH / h), 1);
  if (below === undefined) return undefined;
  const formula = formulaOf(below, rule, hyper);
  return { below: below / h, curvature: h, ...(formula === undefined ? {} : { formula }) };
}

/** The curvatures of a bowl that is quadratic; nothing of any other surface. */
function hessianCurvatures({ hessian, dimension }: Parameters<typeof rateLimitOf>[0]): number[] | undefined {
  const [first, ...others] = PROBES.map((probe) => {
    const H = new Float64Array(dimension ** 2);
    hessian(
      Float64Array.from({ length: dimension }, (_, i) => probe * (i + 1)),
      H,
    );
    return H;
  });
  const isSame = others.every((H) => H.every((x, i) => Math.abs(x - first![i]!) <= 1e-9 * (1 + Math.abs(x))));
  if (!isSame) return undefined;
  const { values } = symmetricEigen(first!);
  return values.every((h) => h > 0) ? values : undefined;
}

const PROBES = [0, 0.83, -1.37, 5.1];

const maps = new WeakMap<Rule, StepMap | "none">();

function mapOf(rule: Rule): StepMap | undefined {
  const map = remembered(maps, rule, () => linearMapOf(rule));
  return map === "none" ? undefined : map;
}

function linearMapOf(rule: Rule): StepMap | "none" {
  try {
    return stepMap(rule);
  } catch (error) {
    if (error instanceof InputError) return "none";
    throw error;
  }
}

const SCAN = { from: 1e-3, factor: 1.3, times: 50 };

/** Where a function of what is above 0 first exceeds a bound, when it begins below it. */
function firstAbove(f: (x: number) => number, bound: number): number | undefined {
  if (!(f(SCAN.from) < bound)) return undefined;
  let [low, high] = [SCAN.from, SCAN.from];
  for (let k = 0; k < SCAN.times && f(high) <= bound; k++) [low, high] = [high, high * SCAN.factor];
  if (f(high) <= bound) return undefined;
  for (let k = 0; k < 48; k++) {
    const middle = (low + high) / 2;
    if (f(middle) <= bound) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The closed form that gives this limit, from the other hyperparameter where there is one. */
function formulaOf(
  lambdaH: number,
  { hyperparameters, rate }: Rule,
  hyper: Readonly<Record<string, number>>,
): string | undefined {
  if (Math.abs(lambdaH - 2) < 1e-6) return "2/h";
  const others = Object.keys(hyperparameters).filter((name) => name !== rate);
  const alpha = others.length === 1 ? hyper[others[0]!]! : NaN;
  return THEORIES.find(({ limit }) => Math.abs(limit(alpha) - lambdaH) < 1e-6)?.limitText;
}
