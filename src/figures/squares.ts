import { numberText } from "../math/numerals.ts";
import type { PlotlyObject } from "./plotly.ts";
import { ARROWS } from "./palette.ts";
import { rounded } from "./view.ts";

/** A remembered sum or average of squared gradients, coordinate by coordinate. */
export interface Squares {
  /** What the term is called in pictures, such as κ. */
  readonly name: string;
  readonly coordinates: readonly string[];
  readonly areas: readonly number[];
  /** This step's squared gradients. */
  readonly latest: readonly number[];
}

/** Where squares are drawn beside the main picture. */
export const SQUARES_DOMAIN = { main: [0, 0.7], beside: [0.77, 1] } as const;

/** Between two squares, as a share of the largest side: room for three lines. */
const GAP = 0.75;

/**
 * Squares beside the picture, one for each coordinate: the area is the remembered square, so the side is the divisor of
 * the step; a dotted square inside or around is this step's squared gradient.
 */
export function squaresBeside({ name, coordinates, areas, latest }: Squares): {
  data: PlotlyObject[];
  annotations: PlotlyObject[];
  axes: PlotlyObject;
} {
  const largest = Math.max(...areas, ...latest) || 1;
  const sides = areas.map((area) => Math.sqrt(area / largest));
  const inner = latest.map((area) => Math.sqrt(area / largest));
  const bottoms = sides.map((_, k) => (sides.length - 1 - k) * (1 + GAP));
  const { color } = ARROWS.moment;
  const square = (side: number, bottom: number, line: object, fill: object, label: string): PlotlyObject => ({
    type: "scatter",
    mode: "lines",
    name: label,
    x: [0, side, side, 0, 0].map((x) => rounded(x)),
    y: [bottom, bottom, bottom + side, bottom + side, bottom].map((y) => rounded(y)),
    xaxis: "x2",
    yaxis: "y2",
    line: { color, width: 2, ...line },
    ...fill,
    hoverinfo: "name",
    showlegend: false,
  });
  return {
    data: sides.flatMap((side, k) => [
      square(
        side,
        bottoms[k]!,
        {},
        { fill: "toself", fillcolor: "rgba(194,106,0,0.25)" },
        `${name} of ${coordinates[k]!}`,
      ),
      square(inner[k]!, bottoms[k]!, { dash: "dot" }, {}, `g² of ${coordinates[k]!}`),
    ]),
    annotations: sides.map((_, k) => ({
      x: 0,
      y: rounded(bottoms[k]! - 0.12),
      xref: "x2",
      yref: "y2",
      xanchor: "left",
      yanchor: "top",
      align: "left",
      text: `${coordinates[k]!}: ${name} = ${numberText(rounded(areas[k]!, 3))}<br>side ${numberText(rounded(Math.sqrt(areas[k]!), 3))}<br>g² = ${numberText(rounded(latest[k]!, 3))}`,
      showarrow: false,
      font: { color, size: 12 },
    })),
    axes: {
      xaxis2: {
        domain: SQUARES_DOMAIN.beside,
        range: [-0.05, 1.05],
        visible: false,
        anchor: "y2",
        fixedrange: true,
      },
      yaxis2: {
        domain: [0, 1],
        range: [-GAP, sides.length * (1 + GAP) - GAP + 0.05],
        visible: false,
        anchor: "x2",
        scaleanchor: "x2",
        fixedrange: true,
      },
    },
  };
}
