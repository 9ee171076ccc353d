import { extent, mean, variance } from "d3-array";
import * as v from "valibot";
import type { Names } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { numberText, numeral } from "../math/numerals.ts";
import { studentReach } from "../math/student.ts";
import { FINITE, listUpTo, parsed, recordOf, textUpTo } from "../schema.ts";
import { Figure } from "./figure.ts";
import { checkOptions, type FigureOptions } from "./figure-options.ts";
import { axis, frame } from "./frame.ts";
import { wordWidth } from "./letters.ts";
import { ofKind } from "./kind.ts";
import { ARROWS, INK } from "./palette.ts";
import type { PlotlyObject } from "./plotly.ts";
import { withRecipe } from "./recipe.ts";
import { type Interval, rounded } from "./view.ts";

export interface IntervalOptions extends FigureOptions {
  /** What the numbers are: the name of the axis. */
  readonly of?: string;
}

type Rows = Readonly<Record<string, readonly number[]>>;

/** The options of a stored figure, with its numbers and the order of its rows, which a file may lose. */
type StoredOptions = IntervalOptions & { readonly rows: Rows; readonly order?: readonly string[] };

const MOST_ROWS = 20;
const MOST_NUMBERS = 1000;

/** The share of all such intervals that hold the true mean, were the numbers normal. */
const SHARE = 0.99;

/**
 * Numbers and the 99 % interval of their mean (Student 1908), a row for each list: a ring for each number, a line for the
 * interval, a diamond for the mean. Rows whose interval holds 0 are dotted: of paired differences, those that are not told apart.
 *
 * @param rows up to 20 lists of 2 to 1000 numbers, by their names
 * @throws InputError for a list without two numbers
 * @example intervals({ "first less second": [0.02, -0.01, 0.03, 0.01] }, { of: "difference of losses" })
 */
export const intervals = ofKind(
  {
    name: "intervals",
    again: ({ options }) => {
      const { rows, order, ...rest } = options as StoredOptions;
      return drawIntervals(inOrder(rows, order), rest);
    },
    example: () => drawIntervals({ apart: [0.3, 0.2, 0.4, 0.3], "not told": [0.2, -0.1, 0.3, -0.2] }),
  },
  drawIntervals,
);

const OWN: Names<Omit<IntervalOptions, keyof FigureOptions>> = { of: true };
const ROWS = recordOf(
  v.pipe(listUpTo(MOST_NUMBERS, FINITE), v.minLength(2, "a list of two numbers or more")),
);

/** Rows as they were named; notebooks sort the names in what they store. */
function inOrder(rows: Rows, order: unknown): Rows {
  const names = parsed(v.optional(listUpTo(MOST_ROWS, v.string())), order, "the order of intervals");
  const known = parsed(ROWS, rows, "the rows of intervals");
  return names?.every((name) => Object.hasOwn(known, name)) === true &&
    names.length === Object.keys(known).length
    ? Object.fromEntries(names.map((name) => [name, known[name]!]))
    : known;
}

function drawIntervals(given: Rows, options: IntervalOptions = {}): Figure {
  checkOptions(options, "intervals", OWN, '{ of: "difference of losses" }');
  const { of = "difference" } = options;
  parsed(textUpTo(100), of, "of, the name of the axis,");
  const lists = Object.entries(parsed(ROWS, given, "the rows of intervals"));
  if (lists.length === 0 || lists.length > MOST_ROWS)
    throw new InputError({
      what: "intervals needs a row or more",
      got: lists.length,
      allowed: `1 to ${MOST_ROWS}`,
    });
  const rows = lists.map(([name, values], k) => rowOf(name, values, lists.length - 1 - k));
  const range = rangeOf(rows);
  const data = [zeroLine(rows.length), ...rows.flatMap(tracesOf)];
  return new Figure({
    data,
    layout: frame(
      options,
      { data: [], colours: rows.map(({ colours }) => colours), plotHeight: 64 + ROW_HEIGHT * rows.length },
      {
        xaxis: axis({ name: of, range }),
        yaxis: axis({ name: "row", range: [-0.5, rows.length - 0.3] }, { visible: false, fixedrange: true }),
        annotations: rows.map((row) => nameOf(row, range)),
      },
    ),
    alt: `${of}, with the 99 % interval of the mean. ${rows.map(inWords).join(" ")}`,
    ...withRecipe({
      format: 1,
      kind: "intervals",
      runs: [],
      options: { ...options, rows: given, order: Object.keys(given) },
    }),
  });
}

const ROW_HEIGHT = 46;

type Row = ReturnType<typeof rowOf>;

function rowOf(name: string, values: readonly number[], at: number) {
  const middle = mean(values)!;
  const half = studentReach(SHARE, values.length - 1) * Math.sqrt(variance(values)! / values.length);
  const [low, high] = [middle - half, middle + half];
  const isApart = low > 0 || high < 0;
  return { name, values, at, middle, low, high, isApart, colours: isApart ? ARROWS.velocity : INK };
}

/** All that is drawn, and 0, with some room. */
function rangeOf(rows: readonly Row[]): [number, number] {
  const [least = 0, most = 0] = extent([
    0,
    ...rows.flatMap(({ values, low, high }) => [...values, low, high]),
  ]);
  const room = 0.04 * (most - least) || 1;
  return [rounded(least - room), rounded(most + room)];
}

const zeroLine = (count: number): PlotlyObject => ({
  type: "scatter",
  mode: "lines",
  name: "0",
  x: [0, 0],
  y: [-0.5, count - 0.5],
  line: { color: INK.color, width: 1 },
  hoverinfo: "skip",
  showlegend: false,
});

/** The type of names, and a width of the plot in which they have room, in pixels. */
const SIZE = 13;
const NARROW = 400;

/** The name of a row above its interval: from the outer end on, or from 0 where that lies within or the name would reach over it. */
function nameOf({ name, at, middle, low, high, isApart, colours }: Row, [from, to]: Interval): PlotlyObject {
  const isLeft = (isApart ? middle : 0) <= (from + to) / 2;
  const end = isLeft ? low : high;
  const reach = ((to - from) * wordWidth(name.length, SIZE)) / NARROW;
  const isOver = end * (end + (isLeft ? reach : -reach)) < 0;
  return {
    x: isApart && !isOver ? rounded(end) : 0,
    y: at,
    yanchor: "bottom",
    yshift: 4,
    text: name,
    showarrow: false,
    xanchor: isLeft ? "left" : "right",
    xshift: isLeft ? 2 : -2,
    font: { color: colours.color, size: SIZE },
  };
}

function tracesOf({ name, values, at, middle, low, high, isApart, colours }: Row): PlotlyObject[] {
  const { color } = colours;
  const trace = (part: PlotlyObject): PlotlyObject => ({ type: "scatter", showlegend: false, ...part });
  const on = (x: readonly number[]): PlotlyObject => ({
    x: x.map((one) => rounded(one)),
    y: x.map(() => at),
  });
  return [
    trace({
      mode: "lines",
      name: `${name}, interval`,
      ...on([low, high]),
      line: { color, width: 3, dash: isApart ? "solid" : "dot" },
      hovertemplate: `${name}, interval: ends at %{x:.3~r}<extra></extra>`,
    }),
    trace({
      mode: "markers",
      name,
      ...on(values),
      marker: { color, symbol: "circle-open", size: 8 },
      hovertemplate: `${name}: %{x:.3~r}<extra></extra>`,
    }),
    trace({
      mode: "markers",
      name: `${name}, mean`,
      ...on([middle]),
      marker: { color, symbol: "diamond", size: 11 },
      hovertemplate: `${name}, mean: %{x:.3~r}<extra></extra>`,
    }),
  ];
}

function inWords({ name, values, middle, low, high, isApart }: Row): string {
  const [least = NaN, most = NaN] = extent(values);
  const ends = `from ${numberText(rounded(low, 3))} to ${numberText(rounded(high, 3))}`;
  return `${name}: mean ${numeral(middle)}, interval ${ends}, which ${isApart ? "does not hold 0" : "holds 0"}; ${values.length} numbers between ${numeral(least)} and ${numeral(most)}.`;
}
