/** Where names stand in a picture: beside what they name, on no mark, on no path and on no other name. */
import { least } from "d3-array";
import { thinned } from "./paths.ts";
import type { Box, Pixels } from "./pixels.ts";

/** What a mark under a name counts, beside a pixel of another name. */
const ON_MARK = 30;

/** What another path counts that is nearer to a name than its own. */
const NEARER = 20;

/** A name so many times as far from its own path as from another is led to its own. */
const FARTHER = 1.25;

/** A mark so near to a name lies under it. */
const NEAR = { across: 3, up: 2 };

/** Marks along a line are so far apart, in pixels: a name that it crosses lies on some. */
const APART = 6;

function alongLine(points: readonly Pixels[]): Pixels[] {
  return points.flatMap(([x, y], k) => {
    const [fromX, fromY] = points[k - 1] ?? [x, y];
    const parts = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / APART));
    return Array.from({ length: parts }, (_, i): Pixels => {
      const left = i / parts;
      return [x - left * (x - fromX), y - left * (y - fromY)];
    });
  });
}

/** How large a name is, and how far from its place it stands. */
export interface NameSize {
  readonly width: number;
  readonly height: number;
  readonly off: number;
}

/** Names of one picture, each where it lies on least, given those before it. */
export class NamePlaces {
  readonly #room: Box;
  readonly #lines: readonly { readonly line: readonly Pixels[]; readonly marks: readonly Pixels[] }[];
  readonly #taken: Box[] = [];

  /**
   * @param room no name reaches out of it
   * @param lines paths, and what else is marked: a mark is a line of one point
   */
  constructor(room: Box, lines: readonly (readonly Pixels[])[]) {
    this.#room = room;
    this.#lines = lines.map((line) => ({ line, marks: alongLine(line) }));
  }

  /** Leaves room for what stands where it must. */
  leave(box: Box): void {
    this.#taken.push(box);
  }

  /** A name below, above, to the right or to the left of one of these places, or at a corner: of equals the first. @param own the line that they are on, to which no other is to be nearer */
  beside(places: readonly Pixels[], size: NameSize, own?: readonly Pixels[]): Box {
    const around = OFF.flatMap((times) => {
      const off = times * size.off;
      return places.flatMap((place) =>
        boxesAround(place, { ...size, off }).map((box) => ({ box: this.#kept(box), off })),
      );
    });
    const costs = around.map(({ box, off }) => this.#cost(box) + (own ? this.#nearer(box, off, own) : 0));
    const { box } = around[costs.indexOf(Math.min(...costs))]!;
    this.leave(box);
    return box;
  }

  /** Where on its own line a name is to be led that another is nearer to. */
  leadOf(box: Box, own: readonly Pixels[]): Pixels | undefined {
    const away = (mark: Pixels): number => distance(mark, box);
    const nearest = least(alongLine(own), away)!;
    return this.#others(own).some(({ marks }) => marks.some((mark) => FARTHER * away(mark) < away(nearest)))
      ? nearest
      : undefined;
  }

  /** Moved into the picture. */
  #kept({ left, right, top, bottom }: Box): Box {
    const room = this.#room;
    const across = Math.max(room.left - left, Math.min(0, room.right - right));
    const down = Math.max(room.top - top, Math.min(0, room.bottom - bottom));
    return { left: left + across, right: right + across, top: top + down, bottom: bottom + down };
  }

  #cost(box: Box): number {
    const covered = this.#taken.reduce((sum, other) => sum + overlap(box, other), 0);
    const marks = this.#lines.flatMap(({ marks }) => marks.filter((mark) => isUnder(mark, box)));
    return covered + ON_MARK * marks.length;
  }

  #nearer(box: Box, off: number, own: readonly Pixels[]): number {
    const isNearer = (mark: Pixels): boolean => distance(mark, box) < off;
    return NEARER * this.#others(own).filter(({ marks }) => marks.some(isNearer)).length;
  }

  #others(own: readonly Pixels[]): { readonly marks: readonly Pixels[] }[] {
    return this.#lines.filter(({ line }) => line !== own && line.length > 1);
  }
}

/** A path is named at one of so many of its places, and not so near to its start, in pixels, where others begin as well. */
const MOST_PLACES = 60;
const BEGINNING = 30;

/** Where the names of paths stand, each beside its path, near its end if it can; paths that have few places come first. */
export function besidePaths<Path extends { readonly at: readonly Pixels[] }>(
  names: NamePlaces,
  paths: readonly Path[],
  size: (path: Path) => NameSize,
): (readonly [Path, Box])[] {
  return paths
    .filter(({ at }) => at.length > 0)
    .sort((one, other) => one.at.length - other.at.length)
    .map((path) => [path, names.beside(thinned(placesAlong(path.at), MOST_PLACES), size(path), path.at)]);
}

/** From the end of a path on, without its beginning where there is more. */
function placesAlong(at: readonly Pixels[]): readonly Pixels[] {
  const [[x, y]] = at as [Pixels];
  const places = alongLine(at.toReversed());
  const later = places.filter(([left, top]) => Math.hypot(left - x, top - y) > BEGINNING);
  return later.length > 0 ? later : places;
}

/** So many times its distance a name is off, farther where it has no room nearer by. */
const OFF = [1, 2, 3];

/** So much of its distance a name at a corner is off along each side. */
const DIAGONAL = 0.7;

function boxesAround([x, y]: Pixels, { width, height, off }: NameSize): Box[] {
  const box = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + height });
  return [
    box(x - width / 2, y + off),
    box(x - width / 2, y - off - height),
    box(x + off, y - height / 2),
    box(x - off - width, y - height / 2),
    ...[y + off * DIAGONAL, y - off * DIAGONAL - height].flatMap((top) => [
      box(x + off * DIAGONAL, top),
      box(x - off * DIAGONAL - width, top),
    ]),
  ];
}

const isUnder = ([x, y]: Pixels, { left, right, top, bottom }: Box): boolean =>
  x > left - NEAR.across && x < right + NEAR.across && y > top - NEAR.up && y < bottom + NEAR.up;

const distance = ([x, y]: Pixels, { left, right, top, bottom }: Box): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/** So many pixels two boxes share. */
function overlap(one: Box, other: Box): number {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, across) * Math.max(0, down);
}
