import type { Names } from "../arguments.ts";
import { didYouMean, InputError } from "../errors.ts";
import { numberText } from "../math/numerals.ts";
import { checkRuleGiven } from "../rules/given.ts";
import { momentum } from "../rules/momentum.ts";
import type { Rule } from "../rules/rule.ts";
import { FINITE, INTERVAL, listUpTo, numberFrom, parsed } from "../schema.ts";
import { type Curved, curvaturesOf } from "./curvatures.ts";
import { Figure } from "./figure.ts";
import { axis, frame } from "./frame.ts";
import { ofKind } from "./kind.ts";
import { letter } from "./labels.ts";
import { spectralRadius, type StepMap, stepMap } from "./linear-map.ts";
import { checkOptions, type FigureOptions } from "./figure-options.ts";
import { storedRule, withRecipe } from "./recipe.ts";
import { type Best, limitTrace, mapTrace, pointTraces, rowTrace } from "./rate-map-traces.ts";
import { type RateTheory, THEORIES } from "./rate-theory.ts";
import { extremes, grid, type Interval, rounded } from "./view.ts";

export interface RateMapOptions extends FigureOptions {
  /** A rule whose step is linear on a quadratic; momentum when not given. */
  readonly rule?: Rule;
  /** Its hyperparameters besides the two of the map. */
  readonly hyper?: Readonly<Record<string, number>>;
  /** The hyperparameter on the vertical axis; the first that is not the learning rate when not given. */
  readonly over?: string;
  /** Range of the learning rate; up to where nothing is stable when not given. */
  readonly lambdas?: Interval;
  /** Range of the other hyperparameter, within [0, 1). */
  readonly alphas?: Interval;
  /** A value of the other hyperparameter: a line marks its row. */
  readonly row?: number;
}

/** The options of a stored map, with its curvatures. */
type StoredRateMap = Omit<RateMapOptions, "rule" | "hyper"> & {
  readonly curvatures: readonly number[];
};

const [ACROSS, UP] = [61, 41];

/** The most curvatures of a map that a page computes. */
const MOST_CURVATURES = 50;

/**
 * A map of how fast a rule converges on a quadratic, over its learning rate and its share α: the factor by which errors
 * shrink per step in the long run. It is measured as the spectral radius of the step's linear map, curvature by
 * curvature, the worst counting; where a closed form says the same, its limit and its best point are drawn too.
 *
 * @param on curvatures above 0, or a quadratic with them
 * @throws InputError for a rule whose step is not linear, or curvatures that are not above 0
 * @example rateMap([0.1, 2]) // λ and α for momentum in the ravine
 */
export const rateMap = ofKind(
  {
    name: "rate-map",
    again: ({ run: { rule, hyper }, options }) => {
      const { curvatures, ...rest } = options as StoredRateMap;
      parsed(listUpTo(MOST_CURVATURES, FINITE), curvatures, "curvatures");
      return drawRateMap(curvatures, { ...rest, rule, hyper });
    },
    example: () => drawRateMap([0.1, 2]),
  },
  drawRateMap,
);

const OWN: Names<Omit<RateMapOptions, keyof FigureOptions>> = {
  rule: true,
  hyper: true,
  over: true,
  lambdas: true,
  alphas: true,
  row: true,
};

function drawRateMap(on: Curved, options: RateMapOptions = {}): Figure {
  checkOptions(options, "rateMap", OWN);
  const curvatures = curvaturesOf(on, "rateMap([0.1, 2])");
  const { rule = momentum, hyper = {}, ...rest } = options;
  checkRuleGiven(rule, "rateMap(curvatures, { rule: momentum })");
  const [rate, share] = [rule.rate, overOf(rule, options.over)];
  const map = stepMap(rule);
  if (rate === undefined) throw new InputError({ what: `${rule.title} has no learning rate` });
  const [h1 = 1, hn = 1] = extremes(curvatures);
  const lambdas = grid(
    options.lambdas === undefined ? [0.004 / hn, 4.2 / hn] : parsed(INTERVAL, options.lambdas, "lambdas"),
    ACROSS,
  );
  if (options.alphas?.every((alpha) => alpha >= 0 && alpha < 1) === false)
    throw new InputError({
      what: "alphas must lie in [0, 1)",
      got: options.alphas,
      cure: "for example: alphas: [0, 0.99]",
    });
  const alphas = grid(
    options.alphas === undefined ? [0, 0.99] : parsed(INTERVAL, options.alphas, "alphas"),
    UP,
  );
  const measured: Measure = (lambda, alpha) =>
    worst(map, curvatures, { ...hyper, [rate]: lambda, [share]: alpha });
  const whole = gridOf(measured, lambdas, alphas);
  const { rates } = whole;
  const theory = agreeing(rates, lambdas, alphas, curvatures);
  const best = bestOf(measured, whole);
  const data = [
    mapTrace(lambdas, alphas, rates),
    ...(theory === undefined ? [] : [limitTrace(theory.theory, alphas, lambdas, hn)]),
    ...pointTraces(best, theory?.theory, h1, hn),
    ...(options.row === undefined ? [] : [rowTrace(lambdas, rowWithin(alphas, options.row), letter(share))]),
  ];
  return new Figure({
    data,
    layout: frame(
      options,
      { data, colours: [], plotHeight: 400 },
      {
        xaxis: axis(
          { name: `learning rate ${letter(rate)}`, range: [lambdas[0]!, lambdas.at(-1)!] },
          { showgrid: false },
        ),
        yaxis: axis({ name: letter(share), range: [alphas[0]!, alphas.at(-1)!] }, { showgrid: false }),
      },
    ),
    alt: describe(rule, curvatures, best, theory, { h1, hn }),
    ...(curvatures.length > MOST_CURVATURES
      ? {}
      : withRecipe({
          format: 1,
          kind: "rate-map",
          runs: [{ rule: storedRule(rule), start: [], steps: 0, hyper }],
          options: { ...rest, curvatures: [...curvatures] },
        })),
  });
}

const rowWithin = (alphas: readonly number[], row: number): number =>
  parsed(numberFrom(alphas[0]!, alphas.at(-1)!), row, "row");

function overOf({ hyperparameters, rate, title }: Rule, over: string | undefined): string {
  const names = Object.keys(hyperparameters).filter((name) => name !== rate);
  const chosen = over ?? names[0];
  if (chosen !== undefined && names.includes(chosen)) return chosen;
  throw new InputError({
    what: `${title} has no other hyperparameter to map`,
    got: over,
    allowed: names.join(", ") || "none",
    ...(over === undefined ? {} : didYouMean(over, names)),
  });
}

function worst(map: StepMap, curvatures: readonly number[], hyper: Readonly<Record<string, number>>): number {
  return Math.max(...curvatures.map((h) => spectralRadius(map(hyper, h))));
}

interface Agreement {
  readonly theory: RateTheory;
  /** The largest difference between theory and measurement over the map. */
  readonly difference: number;
}

/** The closed form that says what was measured, all over the map. */
function agreeing(
  rates: readonly (readonly number[])[],
  lambdas: readonly number[],
  alphas: readonly number[],
  curvatures: readonly number[],
): Agreement | undefined {
  return THEORIES.map((theory) => ({
    theory,
    difference: Math.max(
      ...rates.flatMap((row, j) =>
        row.map((rate, i) =>
          Math.abs(rate - Math.max(...curvatures.map((h) => theory.rate(lambdas[i]! * h, alphas[j]!)))),
        ),
      ),
    ),
  })).find(({ difference }) => difference < 1e-6);
}

/** How often the best point is looked for again, each time on a grid of so many lines around it. */
const [CLOSER, AMONG] = [8, 13];

/** The best point of a map: the best of its grid, and then the best of finer grids around that one. */
function bestOf(measured: Measure, { lambdas, alphas, rates }: Grid, closer = CLOSER): Best {
  const all = rates.flatMap((row, j) =>
    row.map((rate, i) => ({ lambda: lambdas[i]!, alpha: alphas[j]!, rate })),
  );
  const best = all.reduce((one, other) => (other.rate < one.rate ? other : one));
  if (closer === 0) return best;
  const around = (values: readonly number[], value: number): number[] => {
    const at = values.indexOf(value);
    return grid([values[Math.max(0, at - 2)]!, values[Math.min(values.length - 1, at + 2)]!], AMONG);
  };
  const nearer = gridOf(measured, around(lambdas, best.lambda), around(alphas, best.alpha));
  return bestOf(measured, nearer, closer - 1);
}

/** By how much a step of the rule makes errors smaller, at a learning rate and a share. */
type Measure = (lambda: number, alpha: number) => number;

/** What is measured at each learning rate and share of a grid. */
interface Grid {
  readonly lambdas: readonly number[];
  readonly alphas: readonly number[];
  readonly rates: readonly (readonly number[])[];
}

function gridOf(measured: Measure, lambdas: readonly number[], alphas: readonly number[]): Grid {
  return { lambdas, alphas, rates: alphas.map((alpha) => lambdas.map((lambda) => measured(lambda, alpha))) };
}

function describe(
  rule: Rule,
  curvatures: readonly number[],
  best: Best,
  agreement: Agreement | undefined,
  { h1, hn }: { h1: number; hn: number },
): string {
  const ideal = agreement?.theory.best(h1, hn);
  return [
    `How fast ${rule.title} converges on a quadratic with curvatures ${numberText(h1)} to ${numberText(hn)} (${curvatures.length} of them).`,
    `Measured best on the map: errors times ${numberText(best.rate)} per step at ${numberText(best.lambda)}, ${numberText(best.alpha)}.`,
    ...(ideal === undefined
      ? []
      : [
          `Theory: errors times ${numberText(ideal.rate)} at ${numberText(ideal.lambda)}, ${numberText(ideal.alpha)}.`,
        ]),
    ...(agreement === undefined
      ? []
      : [
          `Theory and measurement differ by at most ${numberText(rounded(agreement.difference, 1))} anywhere on the map.`,
        ]),
  ].join(" ");
}
