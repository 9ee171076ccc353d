import { groups, range } from "d3-array";
import type { Names } from "../arguments.ts";
import { numberText, numeral } from "../math/numerals.ts";
import { checkRuleGiven } from "../rules/given.ts";
import { gradientDescent } from "../rules/gradient-descent.ts";
import { hyperparametersOf } from "../rules/hyperparameters.ts";
import { type Dash, DASHES } from "../rules/look.ts";
import type { Rule } from "../rules/rule.ts";
import { FINITE, listUpTo, parsed, wholeFrom } from "../schema.ts";
import { type Curved, curvaturesOf } from "./curvatures.ts";
import { endColours, endNames, nameColours, type NamedCurve, PLOT_HEIGHT } from "./curve-ends.ts";
import { dashed } from "./dashes.ts";
import { type Direction, directionsOf, wholeError } from "./directions.ts";
import { Figure } from "./figure.ts";
import { checkOptions, type FigureOptions } from "./figure-options.ts";
import { axis, frame } from "./frame.ts";
import { ofKind } from "./kind.ts";
import { letter } from "./labels.ts";
import { INK, lookOf, secondShade } from "./palette.ts";
import { thinned } from "./paths.ts";
import type { PlotlyObject } from "./plotly.ts";
import { rateLimitFor } from "./rate-limit.ts";
import { storedRule, withRecipe } from "./recipe.ts";
import { scaleOf } from "./scale.ts";
import { rounded } from "./view.ts";

export interface ErrorByDirectionOptions extends FigureOptions {
  /** A rule whose step is linear on a quadratic; gradient descent when not given. */
  readonly rule?: Rule;
  readonly hyper?: Readonly<Record<string, number>>;
  /** How many steps are shown; 50 when not given. */
  readonly steps?: number;
}

/** The options of a stored figure, with its curvatures. */
type StoredOptions = FigureOptions & { readonly curvatures: readonly number[] };

/** More directions than these can't be told apart. */
const MOST_DIRECTIONS = 6;

const MOST_STEPS = 1000;
const MOST_POINTS = 200;

/**
 * The error on a quadratic, split into the directions of its curvatures: how much of each is left over the steps, and of
 * the whole error when it begins with the same share in each. On a logarithmic axis a direction is a straight line, as
 * each step multiplies its error by a factor of its own: 1 - λh with gradient descent. For a rule with a state it is the
 * modulus of the larger root of its step, which is the factor in the long run; the whole error is that of the rule's own
 * steps. In a page the rule's numbers can be slid (Goh 2017).
 *
 * @param on up to 6 curvatures, all above 0, or a quadratic with them
 * @throws InputError for a rule whose step is not linear, or curvatures that are not above 0
 * @example errorByDirection([0.1, 2], { rule: momentum, hyper: { lambda: 0.1, alpha: 0.9 } })
 */
export const errorByDirection = ofKind(
  {
    name: "error-by-direction",
    again: ({ run: { rule, hyper, steps }, options }) => {
      const { curvatures, ...rest } = options as StoredOptions;
      return drawErrorByDirection(curvatures, { ...rest, rule, hyper, steps });
    },
    example: () => drawErrorByDirection([0.1, 2], { hyper: { lambda: 0.1 } }),
  },
  drawErrorByDirection,
);

const OWN: Names<Omit<ErrorByDirectionOptions, keyof FigureOptions>> = {
  rule: true,
  hyper: true,
  steps: true,
};

function drawErrorByDirection(on: Curved, options: ErrorByDirectionOptions = {}): Figure {
  checkOptions(options, "errorByDirection", OWN, "{ steps: 50 }");
  const { rule = gradientDescent, hyper = {}, steps = 50, ...rest } = options;
  const curvatures = curvaturesOf(on, "errorByDirection([0.1, 2])");
  parsed(listUpTo(MOST_DIRECTIONS, FINITE), curvatures, "the curvatures of errorByDirection");
  checkRuleGiven(rule, "errorByDirection([0.1, 2], { rule: momentum })");
  parsed(wholeFrom(1, MOST_STEPS), steps, "the steps of errorByDirection");
  const numbers = hyperparametersOf(rule, hyper);
  const directions = directionsOf(curvatures, rule, numbers, steps);
  const shown = thinned(range(steps + 1), MOST_POINTS);
  const lines = [...directionLines(directions, rule, shown), wholeLine(directions, shown)];
  const data = lines.map(lineTrace);
  const names = endNames(lines.map(ended), SCALE, RANGE);
  const { margin, meta, ...layout } = frame(
    options,
    { data, colours: endColours(lines), plotHeight: PLOT_HEIGHT },
    {
      xaxis: axis({ name: "step" }, { range: [0, steps] }),
      yaxis: axis({ name: "error left" }, { ...SCALE.axis, range: RANGE }),
      annotations: [...names.words, ...footWords(lines)],
    },
  ) as PlotlyObject & { readonly margin: object; readonly meta: object };
  const limit = rateLimitFor(curvatures, rule, numbers);
  return new Figure({
    data,
    layout: {
      ...layout,
      margin: { ...margin, r: names.room },
      meta: { ...meta, slid: limit === undefined ? {} : { below: limit.below } },
    },
    alt: inWords(rule, numbers, directions, steps),
    ...withRecipe({
      format: 1,
      kind: "error-by-direction",
      runs: [{ rule: storedRule(rule), start: [], steps, hyper: numbers }],
      options: { ...rest, curvatures: [...curvatures] },
    }),
  });
}

interface Line extends NamedCurve {
  readonly dash: Dash;
  readonly width: number;
}

/** Those with one factor are one line. */
function alikeOf(directions: readonly Direction[]): Direction[][] {
  return groups(directions, ({ factor }) => numeral(factor, 6)).map(([, alike]) => alike);
}

/** In the colours of the rule in turn, each with a dash of its own; those that last longest are thick. */
function directionLines(directions: readonly Direction[], rule: Rule, steps: readonly number[]): Line[] {
  const { color, dark } = lookOf(rule, 0);
  const dashes = DASHES.filter((dash) => dash !== "solid");
  return alikeOf(directions).map((alike, k) => ({
    name: nameOf(alike),
    colours: k % 2 === 0 ? { color, dark } : secondShade({ color, dark }),
    dash: dashes[k % dashes.length]!,
    width: alike[0]!.lasts === "" ? 2 : 4,
    steps,
    values: steps.map((t) => alike[0]!.factor ** t),
  }));
}

function wholeLine(directions: readonly Direction[], steps: readonly number[]): Line {
  const values = steps.map((t) => wholeError(directions, t));
  return {
    name: `whole error, ${numeral(values.at(-1)!, 2)} is left`,
    colours: INK,
    dash: "solid",
    width: 2,
    steps,
    values,
  };
}

function nameOf(alike: readonly Direction[]): string {
  const { factor, lasts } = alike[0]!;
  const times = `× ${numeral(factor)}`;
  return `${alike.map(({ curvature }) => `h = ${numeral(curvature)}`).join(" and ")}${lasts === "" ? `: ${times}` : `, ${lasts}: ${times}`}`;
}

/** What is shown of the errors: six digits, and ten times the beginning. It is the same for all numbers, so that they can be compared. */
const [LEAST, MOST] = [1e-6, 10];
const SCALE = scaleOf("log", [LEAST, MOST]);
const RANGE = [Math.log10(LEAST), Math.log10(MOST)] as const;

/** So far below the picture lie errors that have no place on it. */
const GONE = LEAST ** 2;

function lineTrace({ name, colours: { color }, dash, width, steps, values }: Line): PlotlyObject {
  return {
    type: "scatter",
    mode: "lines",
    name,
    x: steps,
    y: values.map((value) => SCALE.place(Math.max(value, GONE))),
    customdata: values.map((value) => rounded(value, 3)),
    hovertemplate: "%{fullData.name}<br>step %{x}: %{customdata:.3~r}<extra></extra>",
    line: { color, dash: dashed(dash), width },
    showlegend: false,
  };
}

/** A curve as its name sees it: where it ends, or where it has left the picture at its top. */
const ended = (line: Line): NamedCurve => ({
  ...line,
  values: line.values.map((value) => (value < MOST ? value : MOST)),
});

/** Between two names at the foot, in powers of ten. */
const APART = 0.4;

/** Names of curves that leave the picture at its foot, each beside its own: the first that leaves is the lowest. */
function footWords(lines: readonly Line[]): PlotlyObject[] {
  const byEnd = lines.toSorted((one, other) => one.values.at(-1)! - other.values.at(-1)!);
  const gone = byEnd.filter(({ values }) => values.at(-1)! < LEAST);
  return gone.map(({ name, colours, steps, values }, k) => {
    const y = RANGE[0] + APART * k;
    return {
      x: steps[values.findIndex((value) => value < 10 ** y)],
      y,
      text: name,
      showarrow: false,
      xanchor: "left",
      yanchor: "bottom",
      xshift: 4,
      font: { color: nameColours(colours).color, size: 13 },
    };
  });
}

function inWords(
  rule: Rule,
  numbers: Readonly<Record<string, number>>,
  directions: readonly Direction[],
  steps: number,
): string {
  const settings = Object.entries(numbers).map(([name, value]) => `${letter(name)} = ${numberText(value)}`);
  const run = Object.keys(rule.state).length > 0 ? " in the long run" : "";
  return [
    `The error by direction, over ${steps} steps of ${[rule.title, ...settings].join(", ")}.`,
    ...directions.map(
      ({ curvature, factor, lasts }) =>
        `Curvature ${numberText(curvature)}: × ${numberText(factor)} a step${run}${lasts === "" ? "" : `, ${lasts}`}.`,
    ),
    `Of the whole error ${numberText(wholeError(directions, steps))} is left.`,
  ].join(" ");
}
