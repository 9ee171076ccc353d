import { counted } from "../counted.ts";
import type { Names } from "../arguments.ts";
import { numberText, numeral } from "../math/numerals.ts";
import { checkObjectiveGiven } from "../objectives/given.ts";
import type { Objective, PlainObjective } from "../objectives/objective.ts";
import { ravine } from "../objectives/surfaces.ts";
import { gradientDescent } from "../rules/gradient-descent.ts";
import type { Look } from "../rules/look.ts";
import { momentum } from "../rules/momentum.ts";
import type { Rule } from "../rules/rule.ts";
import { startOf } from "../trace/start.ts";
import { checkBudget, type Contestant, contestantsOf, contestObjective, costOf } from "../search/contest.ts";
import { checkGrid, type Try, tryRates } from "../search/tune.ts";
import { checkEffort, isLight } from "./effort.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { PlotlyObject } from "./plotly.ts";
import { axis, frame } from "./frame.ts";
import { checkOptions, type FigureOptions } from "./figure-options.ts";
import { looksOf } from "./palette.ts";
import { type RunSpecification, storedObjective, storedRule, withRecipe } from "./recipe.ts";
import { logAxis, type Scale, scaleOf, suitableScale } from "./scale.ts";
import { rounded } from "./view.ts";

export interface SensitivityOptions extends FigureOptions {
  /** How many gradients each descent may compute; a Hessian counts as n of them. */
  readonly budget: number;
  readonly start?: readonly number[];
  /** The learning rates to try, the least first; by default six to a decade from 0.0001 to 10. */
  readonly rates?: readonly number[];
}

const RATES = Array.from({ length: 31 }, (_, k) => rounded(10 ** ((k - 24) / 6), 3));

/**
 * How much a rule's result hangs on its learning rate: the loss at the end of a descent over the rate, a curve for each
 * rule. Rates at which a descent diverges, or ends far above its start, have a cross at the upper edge.
 *
 * @throws InputError when a rule has no learning rate, or the rates are not in order
 * @example rateSensitivity(ravine, [gradientDescent, momentum, adam], { budget: 50 })
 */
export const rateSensitivity = ofKind(
  {
    name: "rate-sensitivity",
    again: ({ objective, runs, options }) => {
      const settings = options as SensitivityOptions;
      const { budget, rates = RATES } = settings;
      checkGrid(rates);
      checkEffort(
        objective,
        runs.map(({ rule }) => ({ rule, steps: budget * rates.length })),
      );
      const contestants = runs.map(({ rule, hyper, schedule }) => ({
        rule,
        hyper,
        ...(schedule === undefined ? {} : { schedule }),
      }));
      return drawRateSensitivity(objective, contestants, { ...settings, start: runs[0]?.start ?? [] });
    },
    example: () => drawRateSensitivity(ravine, [gradientDescent, momentum], { budget: 20 }),
  },
  drawRateSensitivity,
);

const OWN: Names<Omit<SensitivityOptions, keyof FigureOptions>> = { budget: true, start: true, rates: true };

function drawRateSensitivity(
  on: Objective | PlainObjective | string,
  rules: readonly (Rule | Contestant)[],
  options: SensitivityOptions,
): Figure {
  checkOptions(options, "rateSensitivity", OWN, "{ budget: 50 }");
  const { rates = RATES, budget } = options;
  checkGrid(rates);
  checkBudget(budget);
  const call = "rateSensitivity(objective, rules, options)";
  checkObjectiveGiven(on, call);
  const contestants = contestantsOf(rules, call);
  const objective = contestObjective(on, options.start);
  const start = startOf(objective, options.start);
  const looks = looksOf(contestants.map(({ rule }) => rule));
  const runs = contestants.map((contestant, k): Run => {
    const steps = Math.floor(budget / costOf(contestant.rule, objective.dimension));
    const tried = tryRates(objective, contestant.rule, { ...settingsOf(contestant), start, steps }, rates);
    return { contestant, steps, look: looks[k]!, tried };
  });
  const scene = sceneOf(objective, Float64Array.from(start), runs);
  const crosses = runs.flatMap((run, k) => crossesOf(run, scene, k));
  const data = [
    ...runs.map((run) => curveOf(run, scene)),
    ...crosses,
    startLine(rates, scene),
    ...(crosses.length === 0 ? [] : [CROSS_KEY]),
  ];
  return new Figure({
    data,
    layout: frame(
      options,
      { data, colours: looks, plotHeight: 340, growth: { counts: "learning rate", along: "x" } },
      {
        xaxis: axis({ name: "learning rate" }, logAxis(rates)),
        yaxis: axis(
          {
            name: `final loss${scene.least === 0 ? "" : " above the least"}${scene.hasFloor ? " (0 at the lower edge)" : ""}`,
          },
          {
            ...scene.scale.axis,
            ...ticksOf(scene, crosses.length === 0 ? 0 : runs.length),
            ...rangeOf(scene, runs.length, lowestOf(runs, scene)),
          },
        ),
      },
    ),
    alt: `Final loss over the learning rate on ${objective.name}, ${counted(budget, "gradient")} each. ${runs.map(describe).join(" ")}`,
    ...withRecipe(recipeFor(objective, start, runs, options)),
  });
}

interface Run {
  readonly contestant: Contestant;
  readonly steps: number;
  readonly look: Look;
  readonly tried: readonly Try[];
}

function settingsOf({ hyper, schedule }: Contestant): Pick<Contestant, "hyper" | "schedule"> {
  return { ...(hyper === undefined ? {} : { hyper }), ...(schedule === undefined ? {} : { schedule }) };
}

interface Scene {
  readonly scale: Scale;
  readonly least: number;
  readonly startLoss: number;
  /** Losses above this are off the scale. */
  readonly ceiling: number;
  /** Whether a loss of 0, which has no logarithm, stands at the lower edge. */
  readonly hasFloor: boolean;
}

const ROOM_ABOVE_START = 30;
/** Crosses of the next rule stand higher by this factor. */
const ROW = 2.5;
/** Losses smaller than the start's by this factor are below the picture until one zooms out. */
const DEPTH = 1e-18;

function sceneOf(objective: Objective, start: Float64Array, runs: readonly Run[]): Scene {
  const least = Number.isFinite(objective.least) ? objective.least! : 0;
  const startLoss = objective.value(start) - least;
  const ceiling = startLoss + ROOM_ABOVE_START * Math.abs(startLoss);
  const shown = runs
    .flatMap(({ tried }) => tried.map(({ loss }) => loss - least))
    .filter((loss) => loss <= ceiling);
  const kind = suitableScale([...shown, startLoss].filter((loss) => loss !== 0));
  const hasFloor = kind === "log" && shown.includes(0);
  return { scale: scaleOf(kind, shown), least, startLoss, ceiling, hasFloor };
}

/** On a logarithmic axis, a range that is not stretched by losses that are 0 but for rounding. */
function rangeOf({ scale, startLoss, ceiling }: Scene, rows: number, lowest: number): PlotlyObject {
  if (scale.axis.type !== "log" || !(lowest < DEPTH * startLoss)) return {};
  return { range: [Math.log10(DEPTH * startLoss), Math.log10(ceiling * ROW ** (rows + 1))], dtick: 3 };
}

/** A logarithmic axis ends at the highest loss that it shows: above it are crosses. */
function ticksOf({ scale: { axis: own }, ceiling }: Scene, rows: number): PlotlyObject {
  if (own.type !== "log" || rows === 0) return {};
  const [values, texts] = [own["tickvals"] as readonly number[], own["ticktext"] as readonly string[]];
  const count = values.filter((one) => one < ceiling).length;
  return {
    tickvals: [...values.slice(0, count), ceiling * ROW ** ((rows - 1) / 2)],
    ticktext: [...texts.slice(0, count), "off"],
  };
}

function lowestOf(runs: readonly Run[], { least }: Scene): number {
  return Math.min(...runs.flatMap(({ tried }) => tried.map(({ loss }) => loss - least)));
}

function curveOf({ contestant: { rule }, look, tried }: Run, scene: Scene): PlotlyObject {
  const { scale, least, ceiling, startLoss, hasFloor } = scene;
  const losses = tried.map(({ loss }) => loss - least);
  const place = (loss: number): number | null =>
    scale.place(loss === 0 && hasFloor ? DEPTH * startLoss : loss);
  return {
    type: "scatter",
    mode: "lines+markers",
    name: rule.title,
    x: tried.map(({ rate }) => rate),
    y: losses.map((loss) => (loss <= ceiling ? place(loss) : null)),
    customdata: tried.map(({ loss }) => (Number.isFinite(loss) ? rounded(loss, 3) : null)),
    hovertemplate: "%{fullData.name}<br>rate %{x:.3~r}, final loss %{customdata:.3~r}<extra></extra>",
    line: { color: look.color, dash: look.dash, width: 2 },
    marker: { color: look.color, symbol: look.symbol, size: 5 },
  };
}

function crossesOf(
  { contestant: { rule }, look, tried }: Run,
  { scale, least, ceiling }: Scene,
  row: number,
): PlotlyObject[] {
  const lost = tried.filter(({ loss }) => loss - least > ceiling);
  if (lost.length === 0) return [];
  return [
    {
      type: "scatter",
      mode: "markers",
      name: `${rule.title}, off the scale`,
      x: lost.map(({ rate }) => rate),
      y: lost.map(() => scale.place(ceiling * ROW ** row)),
      customdata: lost.map(({ loss }) => (Number.isFinite(loss) ? `loss ${numeral(loss)}` : "diverged")),
      hovertemplate: "%{fullData.name}<br>rate %{x:.3~r}: %{customdata}<extra></extra>",
      marker: { color: look.color, symbol: "x", size: 8 },
      showlegend: false,
    },
  ];
}

/** What a cross means, for the legend alone. */
const CROSS_KEY: PlotlyObject = {
  type: "scatter",
  mode: "markers",
  name: "diverged, or off the scale",
  x: [null],
  y: [null],
  marker: { color: "#808080", symbol: "x", size: 8 },
  hoverinfo: "skip",
};

function startLine(rates: readonly number[], { scale, startLoss }: Scene): PlotlyObject {
  const y = scale.place(startLoss);
  return {
    type: "scatter",
    mode: "lines",
    name: "loss at the start",
    x: [rates[0], rates.at(-1)],
    y: [y, y],
    line: { color: "#808080", dash: "dot", width: 1.5 },
    hoverinfo: "name",
  };
}

function describe({ contestant: { rule }, tried }: Run): string {
  const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
  const lost = tried.find(({ loss }) => loss === Infinity);
  return `${rule.title} ends lowest at rate ${numberText(best.rate)}, with loss ${numberText(best.loss)}${lost === undefined ? "" : `, and diverges at ${numberText(lost.rate)}`}.`;
}

function recipeFor(
  objective: Objective,
  start: readonly number[],
  runs: readonly Run[],
  options: SensitivityOptions,
): Parameters<typeof withRecipe>[0] {
  const surface = storedObjective(objective);
  if (surface === undefined) return undefined;
  const efforts = runs.map(({ contestant: { rule }, steps, tried }) => ({
    rule,
    steps: steps * tried.length,
  }));
  if (!isLight({ ...surface, dimension: objective.dimension }, efforts)) return undefined;
  const stored = runs.map(({ contestant, steps }): RunSpecification => {
    const { hyper = {}, schedule } = contestant;
    const settings = {
      hyper: hyper as Record<string, number>,
      ...(schedule === undefined ? {} : { schedule }),
    };
    return { rule: storedRule(contestant.rule), start: [...start], steps, ...settings };
  });
  const rest = Object.fromEntries(Object.entries(options).filter(([name]) => name !== "start"));
  return { format: 1, kind: "rate-sensitivity", objective: surface, runs: stored, options: rest };
}
