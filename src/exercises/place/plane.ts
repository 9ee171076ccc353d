import { landscape } from "../../figures/landscape.ts";
import { Recipe } from "../../figures/revive.ts";
import type { Interval } from "../../figures/view.ts";
import type { Place } from "./place.ts";
import { pictureOf } from "./picture.ts";

/** A still map whose edges are the ends of its axes. */
export interface PlaneMap {
  readonly svg: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly x: Interval;
  readonly y: Interval;
  readonly names: readonly [string, string];
}

export function planeOf({ picture }: Place): PlaneMap {
  const { objective, views, known } = pictureOf(picture);
  const traces = new Recipe(picture).traces.slice(0, known.length);
  const { svg, alt } = landscape(traces.length === 0 ? objective : traces, { view: views, height: 320 });
  const [x, y] = views;
  return { svg, alt, width: 640, height: 320, x, y, names: objective.variables as [string, string] };
}
