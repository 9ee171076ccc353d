import { checkNames, isRecord, type Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { checkObjectiveGiven } from "../objectives/given.ts";
import { isObjective, objective as expressionObjective, type Objective } from "../objectives/objective.ts";
import { ravine } from "../objectives/surfaces.ts";
import { gradientDescent } from "../rules/gradient-descent.ts";
import { momentum } from "../rules/momentum.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import { descend } from "../trace/descend.ts";
import { contestantsOf } from "../search/contest.ts";
import { tunedHyper } from "../search/tune.ts";
import { parsed, wholeFrom } from "../schema.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import { landscape } from "./landscape.ts";
import { recipeOf } from "./recipe.ts";

/** What an explorer begins with; all of it can be changed in the page. */
export interface ExploreOptions {
  /** A formula of two variables, or a surface of the library. */
  readonly objective: Objective | string;
  /** Rules, or rules with hyperparameters: `{ rule: momentum, hyper: { alpha: 0.5 } }`. */
  readonly rules: readonly (
    Rule | { readonly rule: Rule; readonly hyper?: Readonly<Record<string, number>> }
  )[];
  /** The first point; the objective's usual start when not given. */
  readonly start?: readonly number[];
  /** Number of steps, up to 2000; 50 when not given. */
  readonly steps?: number;
  readonly schedule?: Schedule;
  /**
   * Give each rule the learning rate that the same search finds best for it, on this surface and, in the page, on each
   * that is chosen there: a race of all.
   */
  readonly tuned?: boolean;
  /** Play once, in six seconds at most, when it is first seen; not where one asks for less motion. */
  readonly plays?: boolean;
}

/** The most steps of a descent in an explorer. */
export const MOST_STEPS = 2000;

/**
 * Descents to be played with: drag the start, slide the numbers, step through, and read each step worked out. It is
 * computed in the page, without a kernel; where there are no scripts it is a landscape. With `tuned` it is a race: another
 * surface, start or number of steps, and all rates are searched again.
 *
 * @throws InputError when the objective is a function and not a formula, or has other than two parameters
 * @example explore({ objective: beale, rules: [gradientDescent, momentum], start: [1, 1] })
 * @example explore({ objective: beale, rules: [gradientDescent, momentum], steps: 60, tuned: true })
 */
export const explore = ofKind(
  {
    name: "explorer",
    again: ({ objective, runs, options }) => {
      const [first] = runs;
      const { steps, tuned, plays } = options as Pick<ExploreOptions, "tuned" | "plays"> & {
        readonly steps: number;
      };
      const as = {
        objective,
        rules: runs.map(({ rule, hyper }) => ({ rule, hyper })),
        steps,
        ...(first === undefined ? {} : { start: first.start }),
        ...(first?.schedule === undefined ? {} : { schedule: first.schedule }),
        tuned: tuned === true,
        plays: plays === true,
      };
      return explorerOf(as, { ratesAreFound: true });
    },
    example: () =>
      drawExplorer({ objective: ravine, rules: [gradientDescent, momentum], steps: 20, tuned: true }),
  },
  drawExplorer,
);

const CALL = "explore({ objective: ravine, rules: [momentum] })";
const NAMES: Names<ExploreOptions> = {
  objective: true,
  rules: true,
  start: true,
  steps: true,
  schedule: true,
  tuned: true,
  plays: true,
};

function drawExplorer(options: ExploreOptions): Figure {
  return explorerOf(options, { ratesAreFound: false });
}

/** @param ratesAreFound whether the rates given are those that a search has found already */
function explorerOf(options: ExploreOptions, { ratesAreFound }: { readonly ratesAreFound: boolean }): Figure {
  if (isRecord(options) && !("objective" in options))
    throw new InputError({
      what: "explore needs an objective, by name",
      got: options,
      cure: `for example: ${CALL}`,
    });
  checkNames(options, "explore", NAMES, "{ objective: ravine, rules: [momentum] }");
  const { objective, rules, start, steps = 50, schedule, tuned = false, plays = false } = options;
  checkObjectiveGiven(objective, CALL);
  const contestants = contestantsOf(rules, CALL);
  const on = typeof objective === "string" ? expressionObjective(objective) : objective;
  if (!isObjective(on) || !("expression" in on))
    throw new InputError({
      what: "an explorer computes in the page, and a function can't travel there",
      got: on.name,
      cure: 'give a formula: objective: "x^2 + 10*y^2"',
    });
  if (on.dimension !== 2)
    throw new InputError({
      what: "an explorer shows an objective of two parameters",
      got: on.dimension,
      cure: "for example: objective: ravine",
    });
  parsed(wholeFrom(0, MOST_STEPS), steps, "the steps of an explorer");
  const traces = contestants.map(({ rule, hyper = {} }) => {
    const settings = {
      steps,
      ...(start === undefined ? {} : { start }),
      ...(schedule === undefined || rule.rate === undefined ? {} : { schedule }),
    };
    return descend(on, rule, {
      ...settings,
      hyper: tuned && !ratesAreFound ? tunedHyper(on, rule, { ...settings, hyper }) : hyper,
    });
  });
  const { data, layout, alt } = landscape(traces);
  const specification = recipeOf(
    "explorer",
    traces,
    { steps, ...(tuned ? { tuned } : {}), ...(plays ? { plays } : {}) },
    on,
  );
  if (specification === undefined)
    throw new InputError({ what: "these descents can't be run again in a page", got: on.name });
  return new Figure({ data, layout, alt: `An explorer. ${alt}`, specification });
}
