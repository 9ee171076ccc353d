import { markerShape } from "../../figures/marker-shape.ts";
import { svg } from "./elements.ts";
import { colours, dashOf, marker } from "./look.ts";
import type { Run } from "./model.ts";
import { type Box, exitOf, isWithin, type Place, strokesOf } from "./strokes.ts";

/** More steps than this have no markers of their own: they would be one blot. */
const MOST_MARKERS = 120;

/** A rule's path on the map: what has been in full, what will come faintly, a marker where it stands. */
export function pathView({ look, story }: Run, places: readonly Place[], t: number, box: Box): SVGGElement {
  const step = Math.min(t, story.last);
  const been = places.slice(0, step + 1);
  const { near, crossing } = strokesOf(been, box);
  const future = strokesOf(places.slice(step), box);
  const dash = { "stroke-dasharray": dashOf(look) };
  const here = places[step]!;
  const marked = step <= MOST_MARKERS ? been.filter((place) => isWithin(place, box)) : [];
  return svg(
    "g",
    { class: "path", style: colours(look) },
    svg("path", { class: "to-come", d: future.near, ...dash }),
    svg("path", { class: "crossing", d: crossing }),
    svg("path", { class: "casing", d: near }),
    svg("path", { class: "line", d: near, ...dash }),
    svg("path", { class: "steps", d: marked.map((place) => markerShape(look.symbol, place, 2.7)).join("") }),
    ...(isWithin(here, box) ? [marker(look, here, 6.4)] : exitMark(been, box)),
  );
}

const OUTWARD = { top: 0, right: 90, bottom: 180, left: 270 } as const;

/** A chevron at the edge where a path that is not to be seen any more went. */
function exitMark(been: readonly Place[], box: Box): SVGElement[] {
  const exit = exitOf(been, box);
  if (exit === undefined) return [];
  const [x, y] = exit.at;
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${OUTWARD[exit.side]})`;
  const d = "M-9 11L0 2L9 11";
  return [
    svg("path", { class: "casing exit", d, transform }),
    svg("path", { class: "line exit", d, transform }),
  ];
}

/** How near to a path a press counts, in pixels. */
const REACH = 16;

/** What a press on a path meets, wider than the path. */
export function pathTarget(places: readonly Place[], box: Box): SVGPathElement {
  const { near, crossing } = strokesOf(places, box);
  return svg("path", { class: "target", d: near + crossing, "stroke-width": REACH });
}
