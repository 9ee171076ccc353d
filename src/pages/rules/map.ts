/** The picture beside a rule: its path over a surface that all rules share, gradient descent grey behind it. Drawn alike when a page is made and in it. */
import { contours } from "d3-contour";
import { remembered } from "../../remembered.ts";
import { escapeHtml } from "../../escape.ts";
import { dashArray } from "../../figures/dashes.ts";
import { reliefOver } from "../../figures/relief.ts";
import { type Interval, rangeOf } from "../../figures/view.ts";
import { numeral } from "../../math/numerals.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import { gradientDescent } from "../../rules/gradient-descent.ts";
import { letterOf } from "../../rules/letters.ts";
import { isOpenMarker, markerShape } from "../../rules/marker-shape.ts";
import type { Rule } from "../../rules/rule.ts";
import { tunedHyper } from "../../search/tune.ts";
import { descend } from "../../trace/descend.ts";
import type { Trace } from "../../trace/trace.ts";

export const STEPS = 60;
/** At every so many steps a path has a mark. */
export const MARKED = 5;

const [WIDTH, HEIGHT] = [330, 196];
const GRID = 81;
/** The colours of heights, from the floor up: classes of the style sheet. */
const SHADES = 5;

type Place = readonly [x: number, y: number];

/** A surface as it is drawn beside every rule. */
export interface Scene {
  readonly surface: ExpressionObjective;
  readonly start: readonly [number, number];
  /** The relief as SVG, in the place of the whole picture. */
  readonly relief: string;
  readonly plain: Trace;
  readonly place: (w: ArrayLike<number>) => Place;
}

const descents = new WeakMap<ExpressionObjective, Map<Rule, Trace>>();

/** A rule's descent on a surface, with the learning rate that the same search finds for each; searched once. */
export function descentOf(rule: Rule, surface: ExpressionObjective): Trace {
  const own = remembered(descents, surface, () => new Map<Rule, Trace>());
  return remembered(own, rule, () => {
    const options = { steps: STEPS, start: surface.start! };
    return descend(surface, rule, { ...options, hyper: tunedHyper(surface, rule, options) });
  });
}

export function sceneOf(surface: ExpressionObjective): Scene {
  const plain = descentOf(gradientDescent, surface);
  const start = surface.start as readonly [number, number];
  const views = [0, 1].map((i): Interval =>
    rangeOf({
      landmarks: [...plain.path, ...(surface.minima ?? [])].map((point) => point[i]!).filter(Number.isFinite),
      path: [],
    }),
  ) as [Interval, Interval];
  const [[left, right], [bottom, top]] = views;
  const place = (w: ArrayLike<number>): Place => [
    within(((w[0]! - left) / (right - left)) * WIDTH),
    within(((top - w[1]!) / (top - bottom)) * HEIGHT),
  ];
  return { surface, start, plain, place, relief: reliefSvg(surface, views) };
}

/** A coordinate of a place that may lie far outside of the picture. */
const within = (pixels: number): number => Number(Math.max(-999, Math.min(1999, pixels)).toFixed(1));

function reliefSvg(surface: ExpressionObjective, views: readonly [Interval, Interval]): string {
  const { heights, contours: levels } = reliefOver(surface, (x, y) => Float64Array.of(x, y), views, GRID);
  const values = heights.z.toReversed().flatMap((row) => row.map((height) => height ?? Infinity));
  const across = ([x, y]: readonly number[]): string =>
    `${within(((x! - 0.5) / (GRID - 1)) * WIDTH)} ${within(((y! - 0.5) / (GRID - 1)) * HEIGHT)}`;
  const bands = contours()
    .size([GRID, GRID])
    .thresholds([...levels])(values);
  const paths = bands.map(({ coordinates }, k) => {
    const rings = coordinates.flat().map((ring) => `M${ring.map(across).join("L")}Z`);
    const shade = Math.min(SHADES - 1, 1 + Math.floor((k / bands.length) * (SHADES - 1)));
    return `<path class="height-${shade}" d="${rings.join("")}"/>`;
  });
  return `<rect class="height-0" width="${WIDTH}" height="${HEIGHT}"/>${paths.join("")}`;
}

/** The relief of a page, for all its pictures at once. */
export const reliefSymbol = ({ relief }: Scene): string =>
  `<svg class="rule-relief" aria-hidden="true"><symbol id="rule-relief" viewBox="0 0 ${WIDTH} ${HEIGHT}">${relief}</symbol></svg>`;

/** The picture of a rule as SVG. */
export function mapOf(rule: Rule, trace: Trace, scene: Scene): string {
  const { place, plain, start, surface } = scene;
  const places = trace.path.map(place);
  const { dash = "solid", symbol = "circle" } = rule.look ?? {};
  const kind = isOpenMarker(symbol) ? "mark open" : "mark";
  const marks = places.flatMap((at, t) =>
    t > 0 && t % MARKED === 0 ? [`<path class="${kind}" d="${markerShape(symbol, at, 3.6)}"/>`] : [],
  );
  const grey = rule.id === plain.rule.id ? "" : `<path class="plain" d="${lineOf(plain.path.map(place))}"/>`;
  const stars = (surface.minima ?? []).map(
    (minimum) => `<path class="least" d="${markerShape("star", place(minimum), 9)}"/>`,
  );
  const [x, y] = place(start);
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(wordsOf(rule, trace))}"><use href="#rule-relief"/>${grey}${stars.join("")}` +
    `<path class="halo" d="${lineOf(places)}"/><path class="path" stroke-dasharray="${dashArray(dash)}" d="${lineOf(places)}"/>${marks.join("")}` +
    `<circle class="start" cx="${x}" cy="${y}" r="6"/><text x="${WIDTH - 12}" y="21">${escapeHtml(rateOf(rule, trace))}</text></svg>`
  );
}

const lineOf = (places: readonly Place[]): string => `M${places.map(([x, y]) => `${x} ${y}`).join("L")}`;

/** The rate that is drawn: `λ = 0.00562`. */
function rateOf({ rate, ...rule }: Rule, { hyper }: Trace): string {
  if (rate === undefined) return "no rate";
  return `${letterOf({ ...rule, rate }, rate)} = ${numeral(hyper[rate]!)}`;
}

function wordsOf(rule: Rule, trace: Trace): string {
  const { end, steps, objective } = trace;
  return `${rule.title} on ${objective.name}, ${rateOf(rule, trace)}: after ${steps} steps the loss is ${numeral(end.loss)}. Open it in the explorer.`;
}
