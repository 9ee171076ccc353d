/** How far two paths are apart where they are farthest. */
import { distanceTo } from "../figures/label-placement.ts";
import type { Pixels } from "../figures/pixels.ts";

type Path = readonly Pixels[];

/** The largest distance of a point of either path from the other one, as both are drawn: by straight lines. */
export function apart(a: Path, b: Path): number {
  return Math.max(farthest(a, b), farthest(b, a));
}

const farthest = (points: Path, path: Path): number =>
  Math.max(...points.map((point) => nearest(point, path)));

function nearest(point: Pixels, path: Path): number {
  return Math.min(...path.map((to, k) => distanceTo({ from: path[k - 1] ?? to, to }, point)));
}
