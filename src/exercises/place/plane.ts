/** The map of a place as a still picture, for whoever answers without the page that draws it. */
import { landscape } from "../../figures/landscape.ts";
import { NamePlaces } from "../../figures/name-places.ts";
import { wordWidth } from "../../figures/letters.ts";
import { INK, PAPER } from "../../figures/palette.ts";
import type { Pixels } from "../../figures/pixels.ts";
import { Recipe } from "../../figures/revive.ts";
import type { Annotation } from "../../figures/still/ink.ts";
import { stillPlane } from "../../figures/still/picture.ts";
import type { Place } from "./place.ts";
import type { PlaneMap } from "./plane-map.ts";
import { pictureOf } from "./picture.ts";

const WIDTH = 358;

/** A map is at least and at most so high, as a share of its width. */
const HEIGHTS = [0.5, 0.8] as const;

/** The size of names, their height, how far from what they name they stand, and how far from the edges, in pixels. */
const NAME = { size: 13, height: 17, off: 9, edge: 4 };
const RING = { size: 24, radius: 9 };

/**
 * The map with what is in sight before there is an answer: the start, known minima, the paths of others with their names.
 * @param isAnswered with what happens too
 */
export function planeOf({ picture }: Place, isAnswered = false): PlaneMap {
  const { objective, views, known, truth } = pictureOf(picture);
  const [x, y] = views;
  const lines = isAnswered ? [...known, truth] : known;
  const traces = new Recipe(picture).traces.slice(0, lines.length);
  const figure = landscape(traces.length === 0 ? objective : traces, { view: views });
  const share = Math.min(HEIGHTS[1], Math.max(HEIGHTS[0], (y[1] - y[0]) / (x[1] - x[0])));
  const { width, height } = { width: WIDTH, height: Math.round(share * WIDTH) };
  const at = ([across, up]: readonly [number, number]): Pixels => [
    ((across - x[0]) / (x[1] - x[0])) * width,
    ((y[1] - up) / (y[1] - y[0])) * height,
  ];
  const start = truth.points[0]!;
  const minima = (objective.minima ?? []).map(([across, up]) => [across!, up!] as const);
  const { edge } = NAME;
  const names = new NamePlaces(
    { left: edge, right: width - edge, top: edge, bottom: height - edge },
    lines.map(({ points }) => points.map(at)),
  );
  for (const [left, top] of [start, ...minima].map(at)) {
    const { radius } = RING;
    names.leave({ left: left - radius, right: left + radius, top: top - radius, bottom: top + radius });
  }
  const named = (text: string, points: readonly (readonly [number, number])[]): Annotation => {
    const size = { ...NAME, width: wordWidth(text.length, NAME.size) };
    const { left, right, top, bottom } = names.beside(points.map(at), size);
    return {
      x: x[0] + ((left + right) / 2 / width) * (x[1] - x[0]),
      y: y[1] - ((top + bottom) / 2 / height) * (y[1] - y[0]),
      text,
      font: { size: NAME.size, color: INK.color },
      bgcolor: PAPER.color,
    };
  };
  const ring = { x: start[0], y: start[1], text: "○", font: { color: INK.color, size: RING.size } };
  const over = [
    ...(traces.length === 0 ? [ring] : []), // A landscape with paths has its own.
    named("start", [start]),
    ...minima.map((point) => named("minimum", [point])),
    ...lines.map(({ label, points }) => named(label, [...points].reverse())),
  ];
  return {
    svg: stillPlane(figure, { width, height }, over),
    alt: `${figure.alt} It starts at (${start.join(", ")}).`,
    ...{ width, height, x, y },
    names: [objective.variables[0]!, objective.variables[1]!],
  };
}
