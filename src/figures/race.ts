import type { Names } from "../arguments.ts";
import { checkObjectiveGiven } from "../objectives/given.ts";
import type { Objective, PlainObjective } from "../objectives/objective.ts";
import { ravine } from "../objectives/surfaces.ts";
import { gradientDescent } from "../rules/gradient-descent.ts";
import { momentum } from "../rules/momentum.ts";
import type { Rule } from "../rules/rule.ts";
import type { Trace } from "../trace/trace.ts";
import {
  checkBudget,
  contest,
  type Contestant,
  contestantsOf,
  contestObjective,
  type ContestTerms,
  costOf,
} from "../search/contest.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { Growth } from "./growing.ts";
import type { Drawing, PlotlyObject } from "./plotly.ts";
import { frame } from "./frame.ts";
import { type LandscapeOptions, type LandscapeParts, landscapeParts } from "./landscape.ts";
import { checkOptions, type FigureOptions, checkSameObjective, tracesOf } from "./figure-options.ts";
import { type DrawnPath, leftAt } from "./paths.ts";
import { numeral } from "../math/numerals.ts";
import { controls, CONTROLS_HEIGHT } from "./race-controls.ts";
import { recipeOf, withRecipe } from "./recipe.ts";
import { rounded } from "./view.ts";
import { termsInWords, wrapped } from "./race-words.ts";
import { pathsInWords } from "./words.ts";

/** How a race is shown; `view` and `coordinates` as in a landscape. */
export type RaceOptions = LandscapeOptions & ContestTerms;

/**
 * A race: several rules from the same start with the same number of gradients (a Hessian counts as n of them), moving
 * together over the landscape. Play, pause, go one step on or back, or drag the slider. Divergence is shown, and no
 * step is clipped.
 *
 * @param on an objective of one or more parameters
 * @param contestants rules, or rules with settings: `{ rule: momentum, hyper: { alpha: 0.5 } }`
 * @throws InputError when there is no rule, or the budget does not pay for a step of each
 * @example race(beale, [gradientDescent, momentum, adam], { budget: 100, tuned: true })
 */
export const race = ofKind(
  {
    name: "race",
    again: ({ traces, options }) => raceOf(traces, options as RaceOptions),
    example: () => drawRace(ravine, [gradientDescent, momentum], { budget: 20 }),
  },
  drawRace,
);

const OWN: Names<Omit<RaceOptions, keyof FigureOptions>> = {
  coordinates: true,
  view: true,
  budget: true,
  start: true,
  tuned: true,
};

function drawRace(
  on: Objective | PlainObjective | string,
  contestants: readonly (Rule | Contestant)[],
  options: RaceOptions,
): Figure {
  checkOptions(options, "race", OWN, "{ budget: 100 }");
  const call = "race(objective, rules, options)";
  checkObjectiveGiven(on, call);
  const rules = contestantsOf(contestants, call);
  const objective = contestObjective(on, options.start);
  return raceOf(contest(objective, rules, options), options);
}

/** The figure of a race that has been run. */
function raceOf(shown: readonly Trace[], options: RaceOptions): Figure {
  const { budget, tuned = false } = options;
  checkBudget(budget);
  const traces = tracesOf(shown, "a race");
  const terms = termsInWords(traces, { budget, tuned });
  const film = filmOf(traces, options, budget, terms.join(" "));
  return new Figure({
    ...film.shot(MOMENTS, true),
    still: film.still,
    stored: film.shot(STORED_MOMENTS, false),
    alt: [`A race on ${traces[0]!.objective.name}.`, ...terms, ...pathsInWords(traces)].join(" "),
    ...withRecipe(recipeOf("race", traces, options)),
  });
}

const COUNTED = "gradient";
const MOMENTS = 100;
const STORED_MOMENTS = 30;
const HEADER_WIDTH = 88;

interface Film {
  readonly still: Drawing;
  /** The film with at most so many moments; full: paths grow; else only heads move, and Plotly's own controls play it. */
  shot(most: number, full: boolean): Drawing;
}

function filmOf(traces: readonly Trace[], options: LandscapeOptions, budget: number, terms: string): Film {
  const picture = landscapeParts(checkSameObjective(traces), traces, options);
  const { paths } = picture;
  const runners = paths.map((path, k) => ({
    path,
    views: picture.views,
    cost: costOf(traces[k]!.rule, traces[k]!.dimension),
    index: picture.firstPath + k,
  }));
  const data = picture.data.map((trace, index) => {
    const runner = runners.find((candidate) => candidate.index === index);
    return runner === undefined ? trace : { ...trace, name: nameAt(runner, budget) };
  });
  const still = { data, layout: headed(picture.layout, options, data, wrapped(terms, HEADER_WIDTH)) };
  const layout = {
    ...still.layout,
    meta: { ...(still.layout.meta as object), film: { counts: COUNTED } },
  };
  return {
    still,
    shot(most, full) {
      const moments = momentsOf(budget, most);
      return {
        data: [...data, { ...headTrace(paths), ...headsAt(runners, budget) }],
        layout: full ? layout : withControls(layout, moments),
        frames: moments.map((moment) => ({
          name: String(moment),
          ...(full
            ? pathsAt(runners, data, moment)
            : { traces: [data.length], data: [headsAt(runners, moment)] }),
        })),
      };
    },
  };
}

/** One rule in the film: its path, what a step costs it, and the place of its trace in the picture. */
interface Runner {
  readonly path: DrawnPath;
  readonly views: LandscapeParts["views"];
  readonly cost: number;
  readonly index: number;
}

/** The moments of the film, in gradients spent. */
function momentsOf(budget: number, most: number): number[] {
  const stride = Math.ceil(budget / most);
  const moments = Array.from({ length: Math.floor(budget / stride) + 1 }, (_, k) => k * stride);
  return moments.at(-1) === budget ? moments : [...moments, budget];
}

/** How many points of a path are passed once so many gradients are spent. */
function passed({ path, cost }: Runner, spent: number): number {
  return path.steps.filter((t) => t * cost <= spent).length;
}

function nameAt(runner: Runner, spent: number): string {
  const { path, views } = runner;
  const count = passed(runner, spent);
  const left = leftAt(path, views, count);
  const standing =
    left === undefined ? `loss ${numeral(path.losses[count - 1]!)}` : `left the map at step ${left}`;
  return `${path.label}, ${standing}`;
}

function headsAt(runners: readonly Runner[], spent: number): { x: number[]; y: number[] } {
  const heads = runners.map((runner) => runner.path.points[passed(runner, spent) - 1]!);
  return { x: heads.map(([x]) => rounded(x, 5)), y: heads.map(([, y]) => rounded(y, 5)) };
}

function pathsAt(runners: readonly Runner[], data: readonly PlotlyObject[], spent: number): PlotlyObject {
  const grown = runners.map((runner) => {
    const { x, y } = data[runner.index] as { readonly x: number[]; readonly y: number[] };
    const count = passed(runner, spent);
    return { x: x.slice(0, count), y: y.slice(0, count), name: nameAt(runner, spent) };
  });
  return {
    traces: [...runners.map(({ index }) => index), data.length],
    data: [...grown, headsAt(runners, spent)],
  };
}

function headTrace(paths: readonly DrawnPath[]): PlotlyObject {
  return {
    type: "scatter",
    mode: "markers",
    name: "now",
    text: paths.map(({ label }) => label),
    hovertemplate: "%{text}<br>(%{x:.4~r}, %{y:.4~r})<extra></extra>",
    marker: {
      color: paths.map(({ look }) => look.color),
      symbol: paths.map(({ look }) => look.symbol),
      size: 13,
      line: { width: 1.5, color: "#808080" },
    },
    showlegend: false,
  };
}

/** The landscape's layout with the terms of the race above it and room for the longer names in the legend. */
function headed(
  { xaxis, yaxis, meta, annotations = [] }: PlotlyObject,
  options: LandscapeOptions,
  data: readonly PlotlyObject[],
  header: readonly string[],
): PlotlyObject {
  const growth: Growth = { counts: COUNTED, along: "points" };
  return frame(
    options,
    { data, colours: [], plotHeight: 440, header, growth },
    { xaxis, yaxis, meta, annotations },
  );
}

function withControls(layout: PlotlyObject, moments: readonly number[]): PlotlyObject {
  const margin = layout.margin as { readonly t: number; readonly b: number };
  const height = layout.height as number;
  return {
    ...layout,
    margin: { ...margin, b: margin.b + CONTROLS_HEIGHT },
    height: height + CONTROLS_HEIGHT,
    ...controls(moments, height - margin.t - margin.b),
  };
}
