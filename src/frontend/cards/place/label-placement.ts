/** Where names stand in a map, so that they lie on one another and on what is marked as little as can be. */
import { svg } from "../../elements.ts";
import type { Box, Pixels } from "../../explorer/strokes.ts";

/** About as wide is a letter, and as high a line, in pixels. */
const LETTER = 7.6;
const LINE = 18;

/** How far from what it names a name stands, in pixels. */
const OFF = 8;

/** A name by a path stands at one of these shares of it. */
const SHARES = [0.6, 0.45, 0.75, 0.3, 0.9, 0.15, 1];

/** What a pixel of a path under a name counts beside a pixel of another name. */
const ON_PATH = 30;

export class LabelPlacement {
  readonly #size: { readonly width: number; readonly height: number };
  readonly #taken: Box[] = [];
  readonly #paths: readonly (readonly Pixels[])[];

  /** @param marked what no name is to lie on, as a place with the room around it */
  constructor(
    width: number,
    height: number,
    marked: readonly (readonly [Pixels, number])[],
    paths: readonly (readonly Pixels[])[],
  ) {
    this.#size = { width, height };
    this.#paths = paths;
    for (const [place, room] of marked) this.leaveAround(place, room);
  }

  /** Leaves room around a place. */
  leaveAround([x, y]: Pixels, room: number): void {
    this.#taken.push({ left: x - room, right: x + room, top: y - room, bottom: y + room });
  }

  /** Leaves room for a text that stands where it must. */
  leave(text: SVGElement): SVGElement {
    const number = (name: string): number => Number(text.getAttribute(name) ?? 0);
    const share = { middle: 0.5, end: 1 }[text.getAttribute("text-anchor") ?? ""] ?? 0;
    const left = number("x") - share * widthOf(text.textContent);
    this.#taken.push(boxOf(text.textContent, [left, number("y") - LINE]));
    return text;
  }

  /** A name beside a path, where it lies on least. */
  beside(label: string, path: readonly Pixels[]): SVGElement {
    return this.#put(
      label,
      SHARES.map((share) => path[Math.round(share * (path.length - 1))]!),
      0,
    );
  }

  /** A name beside a ring. */
  at(label: string, place: Pixels, radius: number): SVGElement {
    return this.#put(label, [place], radius);
  }

  #put(label: string, places: readonly Pixels[], radius: number): SVGElement {
    const boxes = places
      .flatMap((place) => boxesAround(label, place, radius + OFF))
      .map((box) => this.#kept(box));
    const costs = boxes.map((box, k) => this.#cost(box) + k);
    const box = boxes[costs.indexOf(Math.min(...costs))]!;
    this.#taken.push(box);
    return svg("text", { x: box.left, y: box.bottom - 5 }, label);
  }

  /** Moved into the picture, above the numbers along its lower edge. */
  #kept(box: Box): Box {
    const { width, height } = this.#size;
    const across = Math.max(8 - box.left, Math.min(0, width - 8 - box.right));
    const down = Math.max(4 - box.top, Math.min(0, height - 26 - box.bottom));
    return {
      left: box.left + across,
      right: box.right + across,
      top: box.top + down,
      bottom: box.bottom + down,
    };
  }

  #cost(box: Box): number {
    const covered = this.#taken.reduce((sum, other) => sum + overlap(box, other), 0);
    const crossed = this.#paths
      .flat()
      .filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom);
    return covered + ON_PATH * crossed.length;
  }
}

/** Above, below, to the right and to the left of a place. */
function boxesAround(label: string, [x, y]: Pixels, off: number): Box[] {
  const width = widthOf(label);
  return [
    boxOf(label, [x - width / 2, y - off - LINE]),
    boxOf(label, [x - width / 2, y + off]),
    boxOf(label, [x + off, y - LINE / 2]),
    boxOf(label, [x - off - width, y - LINE / 2]),
  ];
}

function boxOf(label: string, [left, top]: Pixels): Box {
  return { left, right: left + widthOf(label), top, bottom: top + LINE };
}

function widthOf(label: string): number {
  return LETTER * label.length;
}

/** So many pixels two boxes share. */
function overlap(one: Box, other: Box): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}
