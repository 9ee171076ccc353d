import { extent } from "d3-array";
import { checkFlag, type Names } from "../arguments.ts";
import { counted } from "../counted.ts";
import { didYouMean, InputError } from "../errors.ts";
import { isWrittenOut, numberText } from "../math/numerals.ts";
import type { Trace } from "../trace/trace.ts";
import { endColours, endNames, exitWords, PLOT_HEIGHT, rangeFor } from "./curve-ends.ts";
import { AXES, type Line, linesOf, quantity } from "./curve-lines.ts";
import { dashed } from "./dashes.ts";
import { nameOf } from "./plane.ts";
import { exampleTrace } from "./example.ts";
import { Figure } from "./figure.ts";
import { ofKind } from "./kind.ts";
import type { PlotlyObject } from "./plotly.ts";
import { axis, frame } from "./frame.ts";
import { labelsOf, letter } from "./labels.ts";
import { checkOptions, type FigureOptions, tracesOf } from "./figure-options.ts";
import { looksOf } from "./palette.ts";
import { recipeOf, withRecipe } from "./recipe.ts";
import { type Scale, type ScaleKind, scaleOf, suitableScale } from "./scale.ts";
import { rounded } from "./view.ts";
import { pathsInWords, pointInWords } from "./words.ts";

export interface CurveOptions extends FigureOptions {
  /**
   * What to draw over the steps: `loss`, `rate`, `updateLength`, `effectiveRate` (how far each coordinate went per unit
   * of its gradient), or a term of the rules such as `m`; coordinates one by one.
   */
  readonly of?: string;
  /** The vertical axis; chosen by the numbers when not given. */
  readonly scale?: ScaleKind;
  /** Draw all descents of one rule as one bundle, thin and with one name: runs that differ by a seed. */
  readonly together?: boolean;
  /** Name the descents by their numbers, 1, 2, 3, as the words around the figure do; not for bundles. */
  readonly numbered?: boolean;
}

/**
 * Curves over the steps: the loss (its height above the least, on a logarithmic axis, where the least is known), the
 * learning rate in force or any term, for one descent or several together.
 *
 * @throws InputError when there is no trace, or no rule drawn has such a term
 * @example curves([descend(ravine, momentum, { steps: 20 })], { of: "loss" })
 */
export const curves = ofKind(
  {
    name: "curves",
    again: ({ traces, options }) => drawCurves(traces, options),
    example: () => drawCurves(exampleTrace()),
  },
  drawCurves,
);

const OWN: Names<Omit<CurveOptions, keyof FigureOptions>> = {
  of: true,
  scale: true,
  together: true,
  numbered: true,
};

function drawCurves(shown: Trace | readonly Trace[], options: CurveOptions = {}): Figure {
  checkOptions(options, "curves", OWN);
  const traces = tracesOf(shown, "curves");
  const { of: name = "loss", together = false, numbered = false } = options;
  const called = axisName(name, traces);
  checkNaming(options);
  const labels = together ? traces.map(({ rule }) => rule.title) : labelsOf(traces, { numbered });
  const looks = looksOf(traces.map(({ rule }) => rule));
  const least = name === "loss" ? leastOf(traces) : undefined;
  const lines = traces.flatMap((trace, k) =>
    linesOf(trace, name, { label: labels[k]!, look: looks[k]!, least }),
  );
  if (lines.length === 0) throw noSuchTerm(name, traces);
  const calm = lines.filter(({ isCalm }) => isCalm);
  const shownLines = calm.length > 0 ? calm : lines;
  const values = shownLines.flatMap(({ values }) => values);
  const scale = scaleOf(scaleFor(options.scale, least !== undefined, values), values);
  const data = lines.map((line) => lineTrace(together ? { ...line, width: BUNDLED } : line, scale, name));
  // How many times as large a rate or a length has become is read from 0.
  const base = name === "update" || Object.hasOwn(AXES, name) ? [{ ...lines[0]!, values: [0] }] : [];
  const range = rangeFor(
    [...shownLines, ...base],
    scale,
    name === "loss" ? ABOVE * Math.max(...lines.map(({ values }) => values[0]!)) : undefined,
  );
  const named = together
    ? lines.filter(({ name }, k) => lines.findIndex((other) => other.name === name) === k)
    : lines;
  const names = endNames(named, scale, range);
  const { margin, ...layout } = frame(
    options,
    { data, colours: endColours(lines), plotHeight: PLOT_HEIGHT, growth: { counts: "step", along: "x" } },
    {
      xaxis: axis({ name: "step" }, { rangemode: "tozero" }),
      yaxis: axis({ name: least ? "loss above the least" : called }, { ...scale.axis, range }),
      annotations: [...names.words, ...exitWords(named, scale, range)],
    },
  );
  return new Figure({
    data,
    layout: { ...layout, margin: { ...(margin as object), r: names.room } },
    alt: `${called} over the steps. ${(together ? bundlesInWords(named, lines) : describe(traces, labels, name)).join(" ")}`,
    ...withRecipe(recipeOf("curves", traces, options)),
  });
}

function axisName(name: string, traces: readonly Trace[]): string {
  const isOneParameter = name === "w" && traces.every(({ objective }) => objective.dimension === 1);
  return AXES[name] ?? (isOneParameter ? nameOf(traces[0]!.objective, 0) : letter(name));
}

function checkNaming({ together, numbered }: CurveOptions): void {
  checkFlag(together, "together");
  checkFlag(numbered, "numbered");
  if (together === true && numbered === true)
    throw new InputError({
      what: "a bundle is named by its rule, and has no number",
      got: "together and numbered",
      cure: "leave out one of them",
    });
}

/** The width of a line in a bundle. */
const BUNDLED = 1;

/** How many times its beginning a loss is drawn. */
const ABOVE = 10;

/** The least loss, when it is known and losses stay above it, so that a logarithm makes sense. */
function leastOf(traces: readonly Trace[]): number | undefined {
  const { least } = traces[0]!.objective;
  if (least === undefined || !Number.isFinite(least)) return undefined;
  if (traces.some(({ objective }) => objective.least !== least)) return undefined;
  const losses = traces.flatMap((trace) => trace.losses);
  return losses.some((loss) => loss > least) && losses.every((loss) => !(loss < least - 1e-9))
    ? least
    : undefined;
}

function scaleFor(asked: ScaleKind | undefined, aboveLeast: boolean, values: readonly number[]): ScaleKind {
  if (asked === undefined) return aboveLeast ? "log" : suitableScale(values);
  if (["linear", "log", "symlog"].includes(asked)) return asked;
  throw new InputError({ what: "there is no such scale", got: asked, allowed: "linear, log, symlog" });
}

function lineTrace(
  { name, colours: { color }, dash, width, steps, values }: Line,
  { place }: Scale,
  of: string,
): PlotlyObject {
  const placed = values.map(place);
  const isMoved = placed.some((y, i) => y !== null && Math.abs(y - values[i]!) > 1e-3 * Math.abs(values[i]!));
  const isTold =
    isMoved || values.some((value) => value !== 0 && !isWrittenOut(Math.floor(Math.log10(Math.abs(value)))));
  return {
    type: "scatter",
    mode: values.length === 1 ? "markers" : "lines",
    name,
    x: steps,
    y: placed,
    ...(isTold
      ? { customdata: values.map((value, k) => (placed[k] === null ? null : rounded(value, 4))) }
      : {}),
    hovertemplate: `%{fullData.name}, step %{x}: %{${isTold ? "customdata" : "y"}:.4~r}<extra></extra>`,
    line: { color, dash: dashed(dash), width, ...(of === "rate" && hasStairs(values) && { shape: "hv" }) },
    ...(values.length === 1 ? { marker: { color } } : {}),
    showlegend: false,
  };
}

/** Whether a rate stays for some steps wherever it changes. */
function hasStairs(values: readonly number[]): boolean {
  const stays = (k: number): boolean => k < 0 || k + 1 === values.length || values[k] === values[k + 1];
  const changes = values.flatMap((value, k) => (k > 0 && value !== values[k - 1] ? [k] : []));
  return changes.length > 0 && changes.every((k) => stays(k) && stays(k - 2));
}

function noSuchTerm(name: string, traces: readonly Trace[]): InputError {
  const names = [...new Set([...traces.flatMap((trace) => trace.names), "updateLength", "effectiveRate"])];
  return new InputError({
    what: "no rule drawn here has such a term",
    got: name,
    allowed: names.join(", "),
    ...didYouMean(name, names),
  });
}

/** What is seen of bundles: where each begins and ends. */
function bundlesInWords(named: readonly Line[], lines: readonly Line[]): string[] {
  return named.map(({ name }) => {
    const bundle = lines.filter((line) => line.name === name);
    const between = (of: (line: Line) => number): string => {
      const [least = NaN, most = NaN] = extent(bundle, of);
      return `between ${numberText(least)} and ${numberText(most)}`;
    };
    return `${name}, ${counted(bundle.length, "run")}: first ${between(({ values }) => values[0]!)}, last ${between(({ values }) => values.at(-1)!)}.`;
  });
}

function describe(traces: readonly Trace[], labels: readonly string[], name: string): string[] {
  if (name === "loss") return pathsInWords(traces);
  const show = (value: number | Float64Array): string =>
    typeof value === "number" ? numberText(value) : pointInWords(value);
  return traces.flatMap((trace, k) => {
    const last = trace.recordedSteps.at(-1)!;
    const [early, late] = [trace.recordedSteps[1] ?? last, last].map((t) => quantity(trace, name, t));
    if (early === undefined || late === undefined) return [];
    return [
      `${labels[k]!}: ${show(early)} at step ${trace.recordedSteps[1] ?? last}, ${show(late)} at step ${last}.`,
    ];
  });
}
