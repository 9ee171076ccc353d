/** Names beside paths, where they lie on no path and on no other name. */
import { wordWidth } from "../../figures/letters.ts";
import type { PlainObject } from "./plain-figure.ts";

const SIZE = 13;
const HEIGHT = 17;
const BESIDE = 9;

/** The bar of a film lies over the lower left corner of its map. */
const BAR = { width: 270, height: 36 };

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Dot {
  readonly x: number;
  readonly y: number;
}

/** A picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The names as annotations, and those of the minima. */
export function namesOfPaths(data: readonly PlainObject[], layout: PlainObject, size: Size): PlainObject[] {
  const [across, up] = ["xaxis", "yaxis"].map((name) => (layout[name] as { range: [number, number] }).range);
  const place = (x: number, y: number): Dot => ({
    x: ((x - across![0]) / (across![1] - across![0])) * size.width,
    y: ((up![1] - y) / (up![1] - up![0])) * size.height,
  });
  const marks = data.filter(({ type }) => type === "scatter");
  const dotsOf = ({ x, y }: PlainObject): Dot[] =>
    (x as readonly (number | null)[]).flatMap((one, k) => {
      const other = (y as readonly (number | null)[])[k];
      return one === null || other == null ? [] : [place(one, other)];
    });
  const all = marks.flatMap(dotsOf);
  const bar = { left: 0, top: size.height - BAR.height, right: BAR.width, bottom: size.height };
  const taken = [
    bar,
    ...((layout["annotations"] ?? []) as readonly Word[]).map((word) => boxOf(word, place)),
  ];
  return marks
    .filter(({ name, mode }) => mode === "lines+markers" || name === "minimum")
    .map((mark) => {
      const spots = dotsOf(mark).flatMap((dot) => boxesBeside(dot, String(mark["name"])));
      const cost = ({ box }: Spot): number =>
        all.filter((dot) => isIn(dot, box)).length +
        50 * taken.filter((other) => overlap(box, other)).length +
        100 * Number(!isWithin(box, size));
      const best = spots.reduce((least, spot) => (cost(spot) < cost(least) ? spot : least));
      taken.push(best.box);
      return annotation(mark, best, size, { across: across!, up: up! });
    });
}

interface Spot {
  readonly box: Box;
}

/** A word that stands there already. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly xanchor?: string;
  readonly xshift?: number;
  readonly yshift?: number;
}

function boxOf(
  { x, y, text, xanchor, xshift = 0, yshift = 0 }: Word,
  place: (x: number, y: number) => Dot,
): Box {
  const width = wordWidth(text.length, SIZE);
  const at = place(x, y);
  const left = at.x + xshift - (xanchor === "right" ? width : xanchor === "left" ? 0 : width / 2);
  return { left, top: at.y - yshift - HEIGHT / 2, right: left + width, bottom: at.y - yshift + HEIGHT / 2 };
}

/** Below, above, to the right, to the left. */
function boxesBeside({ x, y }: Dot, text: string): Spot[] {
  const width = wordWidth(text.length, SIZE);
  const box = (left: number, top: number): Spot => ({
    box: { left, top, right: left + width, bottom: top + HEIGHT },
  });
  return [
    box(x - width / 2, y + BESIDE),
    box(x - width / 2, y - BESIDE - HEIGHT),
    box(x + BESIDE, y - HEIGHT / 2),
    box(x - BESIDE - width, y - HEIGHT / 2),
  ];
}

const isIn = ({ x, y }: Dot, { left, right, top, bottom }: Box): boolean =>
  x > left - 3 && x < right + 3 && y > top - 2 && y < bottom + 2;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isWithin = ({ left, right, top, bottom }: Box, { width, height }: Size): boolean =>
  left > 4 && right < width - 4 && top > 4 && bottom < height - 4;

function annotation(
  { name, mode, line }: PlainObject,
  { box }: Spot,
  { width, height }: Size,
  { across, up }: { across: readonly [number, number]; up: readonly [number, number] },
): PlainObject {
  const [x, y] = [(box.left + box.right) / 2 / width, (box.top + box.bottom) / 2 / height];
  const isPath = mode === "lines+markers";
  const color = (line as { readonly color?: string } | undefined)?.color;
  return {
    x: across[0] + x * (across[1] - across[0]),
    y: up[1] - y * (up[1] - up[0]),
    text: `<b>${String(name)}</b>`,
    showarrow: false,
    font: { size: SIZE, ...(isPath && color !== undefined && { color }) },
  };
}
