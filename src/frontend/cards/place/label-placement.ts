/** Names in a map of a card, as its SVG texts. */
import { NamePlaces } from "../../../figures/name-places.ts";
import type { Pixels } from "../../../figures/pixels.ts";
import { svg } from "../../elements.ts";

/** About as wide is a letter, and as high a line, in pixels. */
const LETTER = 9;
const LINE = 18;

/** How far from what it names a name stands, in pixels. */
const OFF = 8;

/** From the edges, and from the numbers along the lower one, in pixels. */
const EDGE = { across: 8, top: 4, bottom: 26 };

/** A name by a path stands at one of these shares of it. */
const SHARES = [0.6, 0.45, 0.75, 0.3, 0.9, 0.15, 1];

export class LabelPlacement {
  readonly #places: NamePlaces;

  /** @param marked what no name is to lie on, as a place with the room around it */
  constructor(
    width: number,
    height: number,
    marked: readonly (readonly [Pixels, number])[],
    paths: readonly (readonly Pixels[])[],
  ) {
    const { across, top, bottom } = EDGE;
    const room = { left: across, right: width - across, top, bottom: height - bottom };
    this.#places = new NamePlaces(room, paths);
    for (const [place, room] of marked) this.leaveAround(place, room);
  }

  /** Leaves room around a place. */
  leaveAround([x, y]: Pixels, room: number): void {
    this.#places.leave({ left: x - room, right: x + room, top: y - room, bottom: y + room });
  }

  /** Leaves room for a text that stands where it must. */
  leave(text: SVGElement): SVGElement {
    const number = (name: string): number => Number(text.getAttribute(name) ?? 0);
    const share = { middle: 0.5, end: 1 }[text.getAttribute("text-anchor") ?? ""] ?? 0;
    const width = widthOf(text.textContent);
    const [left, bottom] = [number("x") - share * width, number("y")];
    this.#places.leave({ left, right: left + width, top: bottom - LINE, bottom });
    return text;
  }

  /** A name beside a path, where it lies on least. */
  beside(label: string, path: readonly Pixels[]): SVGElement {
    return this.#put(
      label,
      SHARES.map((share) => path[Math.round(share * (path.length - 1))]!),
      OFF,
    );
  }

  /** A name beside a ring. */
  at(label: string, place: Pixels, radius: number): SVGElement {
    return this.#put(label, [place], radius + OFF);
  }

  #put(label: string, places: readonly Pixels[], off: number): SVGElement {
    const size = { width: widthOf(label), height: LINE, off };
    const { left, right, bottom } = this.#places.beside(places, size);
    return svg("text", { x: (left + right) / 2, y: bottom - 5, "text-anchor": "middle" }, label);
  }
}

const widthOf = (label: string): number => LETTER * label.length;
