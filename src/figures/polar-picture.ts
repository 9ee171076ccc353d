import * as v from "valibot";
import type { Names } from "../arguments.ts";
import { counted } from "../counted.ts";
import { numeral } from "../math/numerals.ts";
import { polar, STEPS } from "../math/polar.ts";
import { muon } from "../rules/muon.ts";
import { FINITE, listUpTo, parsed, wholeFrom } from "../schema.ts";
import { Figure } from "./figure.ts";
import { checkOptions, type FigureOptions } from "./figure-options.ts";
import { axis, frame } from "./frame.ts";
import { ofKind } from "./kind.ts";
import { INK, lookOf } from "./palette.ts";
import type { PlotlyObject } from "./plotly.ts";
import { withRecipe } from "./recipe.ts";
import { rounded } from "./view.ts";
import { pointInWords } from "./words.ts";

export interface PolarPictureOptions extends FigureOptions {
  /** After how many steps of the iteration the matrix is drawn, up to 6 numbers from 0 to 20; 0 to 5 when not given. */
  readonly after?: readonly number[];
}

/** The options of a stored figure, with its matrix. */
type StoredOptions = PolarPictureOptions & { readonly matrix: readonly number[] };

/**
 * What Muon's iteration does to a matrix of 2 by 2: the unit circle, and the ellipse that the matrix makes of it, at the
 * start, where it is divided by its Euclidean length, and after each of five steps. The half axes of the ellipse lie along
 * the left singular vectors, which stay; their lengths are the singular values, which come near 1 (Jordan et al. 2024).
 *
 * @param matrix its four numbers, row by row
 * @throws InputError for other than four finite numbers
 * @example polarPicture([3, 0, 4, 5])
 */
export const polarPicture = ofKind(
  {
    name: "polar-picture",
    again: ({ options }) => {
      const { matrix, ...rest } = options as StoredOptions;
      return drawPolarPicture(matrix, rest);
    },
    example: () => drawPolarPicture([3, 0, 4, 5]),
  },
  drawPolarPicture,
);

const OWN: Names<Omit<PolarPictureOptions, keyof FigureOptions>> = { after: true };
const MATRIX = v.pipe(v.array(FINITE), v.length(4, "a list of four numbers, row by row"));
const AFTER = v.pipe(listUpTo(6, wholeFrom(0, 20)), v.minLength(1, "a list of 1 to 6 numbers"));

function drawPolarPicture(given: readonly number[], options: PolarPictureOptions = {}): Figure {
  checkOptions(options, "polarPicture", OWN, "{ after: [0, 5] }");
  const matrix = parsed(MATRIX, given, "the matrix of polarPicture");
  const { after = Array.from({ length: STEPS + 1 }, (_, step) => step) } = options;
  const steps = parsed(AFTER, after, "after, the steps after which the matrix is drawn,");
  const columns = steps.length > 3 ? Math.ceil(steps.length / 2) : steps.length;
  const panels = steps.map((step, k) =>
    panelOf(matrix, step, { x: ACROSS * (k % columns), y: -DOWN * Math.floor(k / columns) }),
  );
  const rows = Math.ceil(steps.length / columns);
  const data = tracesOf(panels);
  return new Figure({
    data,
    layout: frame(
      options,
      { data, colours: [INK, LOOK], plotHeight: 48 + ROW_HEIGHT * rows },
      {
        xaxis: axis(
          { name: "x", range: [-ACROSS / 2, ACROSS * (columns - 0.5)] },
          { ...HIDDEN, constrain: "domain" },
        ),
        yaxis: axis({ name: "y", range: [-DOWN * (rows - 0.5), DOWN / 2] }, { ...HIDDEN, scaleanchor: "x" }),
      },
    ),
    alt: `The unit circle, and the ellipse that the matrix with the rows ${pointInWords(matrix.slice(0, 2))} and ${pointInWords(matrix.slice(2))}, divided by its length, makes of it; its half axes are the singular values, the first solid, the second dashed. ${panels.map(inWords).join(" ")}`,
    ...withRecipe({ format: 1, kind: "polar-picture", runs: [], options: { ...options, matrix } }),
  });
}

/** From the middle of one circle, of radius 1, to that of the next. */
const [ACROSS, DOWN] = [2.7, 3.2];
const ROW_HEIGHT = 210;
const HIDDEN = { visible: false, fixedrange: true };
const LOOK = lookOf(muon, 0);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a matrix makes of the unit circle: its half axes, and where the first points. */
interface Ellipse {
  readonly first: number;
  readonly second: number;
  readonly angle: number;
}

interface Panel extends Ellipse {
  readonly step: number;
  readonly middle: Point;
}

const CIRCLE: Ellipse = { first: 1, second: 1, angle: 0 };

type Numbers = ArrayLike<number> & Iterable<number>;

/** The angle of the left singular vector of the larger singular value: the matrix is a turn and a mirroring, each with a size. */
const angleOf = ([a = NaN, b = NaN, c = NaN, d = NaN]: Numbers): number =>
  (Math.atan2(c - b, a + d) + Math.atan2(b + c, a - d)) / 2;

/** The singular value of a left singular vector, at some angle. */
const sizeAlong = ([a = NaN, b = NaN, c = NaN, d = NaN]: Numbers, angle: number): number =>
  Math.hypot(Math.cos(angle) * a + Math.sin(angle) * c, Math.cos(angle) * b + Math.sin(angle) * d);

function panelOf(matrix: readonly number[], step: number, middle: Point): Panel {
  const after = polar(Float64Array.from(matrix), 2, undefined, step);
  const angle = angleOf(matrix);
  const [first, second] = [sizeAlong(after, angle), sizeAlong(after, angle + Math.PI / 2)];
  return { step, middle, angle, first, second };
}

function tracesOf(panels: readonly Panel[]): PlotlyObject[] {
  const { color } = LOOK;
  return [
    lines(
      "unit circle",
      panels.flatMap(({ middle }) => round(CIRCLE, middle)),
      { color: INK.color, width: 1.2, dash: "dot", shape: "spline" },
    ),
    lines(
      "its image",
      panels.flatMap((panel) => round(panel, panel.middle)),
      { color, width: 2.5, shape: "spline" },
    ),
    lines(
      "first singular value",
      panels.flatMap((panel) => across(panel, 0)),
      { color: INK.color, width: 1.5 },
    ),
    lines(
      "second",
      panels.flatMap((panel) => across(panel, Math.PI / 2)),
      { color: INK.color, width: 1.5, dash: "dash" },
    ),
    words("steps", panels, DOWN / 2 - 0.3, ({ step }) => (step === 0 ? "start" : `after ${step}`)),
    words("singular values", panels, 0.3 - DOWN / 2, (panel) => sizes(panel).join(" and ")),
  ];
}

const CORNERS = 24;

/** An ellipse around a middle, and a gap. */
const round = (ellipse: Ellipse, middle: Point): (Point | null)[] => [
  ...Array.from({ length: CORNERS + 1 }, (_, k) => onEllipse(ellipse, middle, (2 * Math.PI * k) / CORNERS)),
  null,
];

/** The diameter of an ellipse through its point at some angle, and a gap. */
const across = (panel: Panel, at: number): (Point | null)[] => [
  ...[at, at + Math.PI].map((end) => onEllipse(panel, panel.middle, end)),
  null,
];

function onEllipse({ first, second, angle }: Ellipse, middle: Point, at: number): Point {
  const [along, aside] = [first * Math.cos(at), second * Math.sin(at)];
  return {
    x: rounded(middle.x + along * Math.cos(angle) - aside * Math.sin(angle)),
    y: rounded(middle.y + along * Math.sin(angle) + aside * Math.cos(angle)),
  };
}

const lines = (name: string, points: readonly (Point | null)[], line: PlotlyObject): PlotlyObject => ({
  type: "scatter",
  mode: "lines",
  name,
  x: points.map((point) => point?.x ?? null),
  y: points.map((point) => point?.y ?? null),
  line,
  hoverinfo: "skip",
});

const words = (
  name: string,
  panels: readonly Panel[],
  above: number,
  text: (panel: Panel) => string,
): PlotlyObject => ({
  type: "scatter",
  mode: "text",
  name,
  x: panels.map(({ middle }) => middle.x),
  y: panels.map(({ middle }) => rounded(middle.y + above)),
  text: panels.map(text),
  textfont: { color: INK.color, size: 13 },
  hoverinfo: "skip",
  showlegend: false,
});

const sizes = ({ first, second }: Ellipse): string[] => [first, second].map((size) => numeral(size));

const inWords = (panel: Panel): string =>
  `${panel.step === 0 ? "At the start" : `After ${counted(panel.step, "step")}`}: singular values of ${sizes(panel).join(" and ")}.`;
