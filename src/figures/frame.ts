import { InputError } from "../errors.ts";
import type { Growth } from "./growing.ts";
import type { PlotlyObject } from "./plotly.ts";
import type { FigureOptions } from "./figure-options.ts";
import { darkColours } from "./palette.ts";
import { RELIEF_COLOURS } from "./relief.ts";
import type { Interval } from "./view.ts";

/** One axis of a picture. */
interface AxisFrame {
  readonly name: string;
  readonly range?: Interval;
}

/**
 * The layout that figures share: margins, axes, the legend above, colours for a dark page.
 * @throws InputError when a figure is to play of which nothing grows
 */
export function frame(
  { title, height, plays = false }: FigureOptions,
  { colours, data, plotHeight, growth }: FrameParts,
  rest: PlotlyObject,
): PlotlyObject {
  if (plays && growth === undefined)
    throw new InputError({
      what: "nothing in this figure grows, so it does not play",
      cure: "leave plays out; landscape, curves, rateSensitivity and explore play",
    });
  const above = 8 + (title === undefined ? 0 : TITLE) + LEGEND_ROW * legendRows(data);
  return {
    ...(title === undefined ? {} : { title: { text: title, x: 0.01, y: 1, yanchor: "top", pad: { t: 12 } } }),
    height: height ?? plotHeight + above,
    margin: { l: isMap(rest) ? 74 : 64, r: 16, t: above, b: isMap(rest) ? 58 : 50 },
    showlegend: legendRows(data) > 0,
    legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0 },
    hovermode: "closest",
    meta: { dark: darkColours([...RELIEF_COLOURS, ...colours]), ...(plays ? { plays: growth } : {}) },
    ...rest,
  };
}

interface FrameParts {
  /** Colours of the data, with their counterparts on a dark page. */
  readonly colours: Parameters<typeof darkColours>[0];
  /** The traces, for the length of the legend. */
  readonly data: readonly PlotlyObject[];
  /** Height in pixels without title and legend. */
  readonly plotHeight: number;
  /** How its lines grow, where they can. */
  readonly growth?: Growth;
}

/**
 * Whether it is a map, which has no grid: numbers and names take more beside its axes.
 * With a smaller margin than they take Plotly draws a figure twice.
 */
const isMap = ({ xaxis }: PlotlyObject): boolean => (xaxis as PlotlyObject | undefined)?.showgrid === false;

const TITLE = 30;

const LEGEND_ROW = 20;
const LEGEND_WIDTH = 488;

/** About how many rows the legend takes: Plotly sets long legends in columns as wide as their longest name. */
function legendRows(data: readonly PlotlyObject[]): number {
  const names = data.filter(({ type, showlegend }) => type === "scatter" && showlegend !== false);
  const lengths = names.map(({ name }) => 46 + 7.4 * ((name as string | undefined) ?? "").length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total <= LEGEND_WIDTH) return names.length === 0 ? 0 : 1;
  return Math.ceil(names.length / Math.max(1, Math.floor(LEGEND_WIDTH / Math.max(...lengths))));
}

const ROUND = { least: 0.4, most: 1.4 };

/** Axes of a plane; where it is about as high as wide, a unit is as long on both, so that a circle is round. */
export function planeAxes(
  [x, y]: readonly [string, string],
  [across, up]: readonly [Interval, Interval],
  alwaysRound = false,
): PlotlyObject {
  const ratio = (up[1] - up[0]) / (across[1] - across[0]);
  const isRound = alwaysRound || (ratio > ROUND.least && ratio < ROUND.most);
  const round = isRound ? { constrain: "domain" } : {};
  return {
    xaxis: axis({ name: x, range: across }, { showgrid: false, ...round }),
    yaxis: axis({ name: y, range: up }, { showgrid: false, ...(isRound && { scaleanchor: "x" }), ...round }),
  };
}

/** One axis. */
export function axis({ name, range }: AxisFrame, rest: PlotlyObject = {}): PlotlyObject {
  return {
    title: { text: name },
    ...(range === undefined ? {} : { range }),
    zeroline: false,
    ...rest,
  };
}
