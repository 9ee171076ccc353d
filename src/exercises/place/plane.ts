/** The map of a place as a still picture, for whoever answers without the page that draws it. */
import { landscape } from "../../figures/landscape.ts";
import { Recipe } from "../../figures/revive.ts";
import type { Annotation } from "../../figures/still/ink.ts";
import { stillPlane } from "../../figures/still/picture.ts";
import type { Place } from "./place.ts";
import type { PlaneMap } from "./plane-map.ts";
import { pictureOf } from "./picture.ts";

const WIDTH = 358;

/** A map is at least and at most so high, as a share of its width. */
const HEIGHTS = [0.5, 0.8] as const;

const NAME = { color: "#23262b", size: 13 };

/** The map with what is in sight before there is an answer: the start, known minima, the paths of others with their names. */
export function planeOf({ picture }: Place): PlaneMap {
  const { objective, views, known, truth } = pictureOf(picture);
  const [x, y] = views;
  const traces = new Recipe(picture).traces.slice(0, -1);
  const figure = landscape(traces.length === 0 ? objective : traces, { view: views });
  const share = Math.min(HEIGHTS[1], Math.max(HEIGHTS[0], (y[1] - y[0]) / (x[1] - x[0])));
  const size = { width: WIDTH, height: Math.round(share * WIDTH) };
  const named = (text: string, [across, up]: readonly [number, number], by = -14): Annotation => {
    const isLeft = across < (x[0] + x[1]) / 2;
    return {
      ...{ x: across, y: up, text, font: NAME, bgcolor: "#fffefb", yshift: by },
      ...(isLeft ? { xanchor: "left", xshift: -4 } : { xanchor: "right", xshift: 4 }),
    };
  };
  const start = truth.points[0]!;
  const ring: Annotation = { x: start[0], y: start[1], text: "○", font: { ...NAME, size: 24 } };
  const minima = (objective.minima ?? []).map(([across, up]) => named("minimum", [across!, up!]));
  const paths = known.map(({ label, points }) => named(label, points.at(-1)!, 16));
  const over = [ring, named("start", start), ...minima, ...paths];
  return {
    svg: stillPlane(figure, size, over),
    alt: `${figure.alt} It starts at (${start.join(", ")}).`,
    ...{ ...size, x, y },
    names: [objective.variables[0]!, objective.variables[1]!],
  };
}
