import { isOpenMarker, markerShape } from "../../rules/marker-shape.ts";
import { set, svg } from "../elements.ts";
import { colours, dashOf } from "./look.ts";
import type { Run } from "./model.ts";
import { type Box, exitOf, isWithin, type Pixels, strokesOf } from "./strokes.ts";

/** More steps than this have no markers of their own: they would be one blot. */
const MOST_MARKERS = 120;

/** A rule's path on the map: what has been in full, what will come faintly, a marker where it stands. */
export class PathView {
  readonly node: SVGGElement;
  readonly #toCome = svg("path", { class: "to-come" });
  readonly #crossing = svg("path", { class: "crossing" });
  readonly #casing = svg("path", { class: "casing" });
  readonly #line = svg("path", { class: "line" });
  readonly #steps = svg("path", { class: "steps" });
  readonly #here: SVGPathElement;
  readonly #exit = [svg("path", { class: "casing exit" }), svg("path", { class: "line exit" })] as const;

  constructor({ look }: Run) {
    for (const one of [this.#toCome, this.#line]) set(one, { "stroke-dasharray": dashOf(look) });
    this.#here = svg("path", { class: `marker ${isOpenMarker(look.symbol) ? "open" : ""}` });
    this.node = svg(
      "g",
      { class: "path", style: colours(look) },
      this.#toCome,
      this.#crossing,
      this.#casing,
      this.#line,
      this.#steps,
      this.#here,
      ...this.#exit,
    );
  }

  show({ look }: Run, places: readonly Pixels[], t: number, box: Box): void {
    const step = Math.min(t, places.length - 1);
    const been = places.slice(0, step + 1);
    const { near, crossing } = strokesOf(been, box);
    const here = places[step]!;
    const marked = step <= MOST_MARKERS ? been.filter((place) => isWithin(place, box)) : [];
    set(this.#toCome, { d: strokesOf(places.slice(step), box).near });
    set(this.#crossing, { d: crossing });
    for (const part of [this.#casing, this.#line]) set(part, { d: near });
    set(this.#steps, { d: marked.map((place) => markerShape(look.symbol, place, 2.7)).join("") });
    set(this.#here, { d: isWithin(here, box) ? markerShape(look.symbol, here, 6.4) : "" });
    const exit = exitMark(been, box);
    for (const part of this.#exit) set(part, exit);
  }
}

const OUTWARD = { top: 0, right: 90, bottom: 180, left: 270 } as const;

/** A chevron at the edge where a path that is not to be seen any more went. */
function exitMark(been: readonly Pixels[], box: Box): { d: string; transform: string } {
  const exit = exitOf(been, box);
  if (exit === undefined) return { d: "", transform: "" };
  const [x, y] = exit.at;
  return {
    d: "M-9 11L0 2L9 11",
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${OUTWARD[exit.side]})`,
  };
}

/** How near to a path a press counts, in pixels. */
const REACH = 16;

/** What a press on a path meets, wider than the path. */
export function pathTarget(places: readonly Pixels[], box: Box): SVGPathElement {
  const { near, crossing } = strokesOf(places, box);
  return svg("path", { class: "target", d: near + crossing, "stroke-width": REACH });
}
