/** Names beside the paths of a map on a slide, and beside its minima. */
import { wordWidth } from "../../figures/letters.ts";
import { NamePlaces } from "../../figures/name-places.ts";
import type { Box, Pixels } from "../../figures/pixels.ts";
import { annotationsOf, axisRange, type PlainObject } from "./plain-figure.ts";

const SIZE = 13;
const HEIGHT = 17;
const BESIDE = 9;
const EDGE = 9;

/** The bar of a film lies over the lower left corner of its map. */
const BAR = { width: 270, height: 36 };

/** A picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The names as annotations. */
export function namesOfPaths(
  data: readonly PlainObject[],
  layout: PlainObject,
  { width, height }: Size,
): PlainObject[] {
  const [left, right] = axisRange(layout, "xaxis")!;
  const [low, high] = axisRange(layout, "yaxis")!;
  const place = (x: number, y: number): Pixels => [
    ((x - left) / (right - left)) * width,
    ((high - y) / (high - low)) * height,
  ];
  const marks = data
    .filter(({ type }) => type === "scatter")
    .map((mark) => ({ mark, places: placesOf(mark, place) }));
  const names = new NamePlaces(
    { left: EDGE, right: width - EDGE, top: EDGE, bottom: height - EDGE },
    marks.flatMap(({ places }) => places),
  );
  names.leave({ left: 0, top: height - BAR.height, right: BAR.width, bottom: height });
  for (const word of annotationsOf(layout)) names.leave(boxOf(word as unknown as Word, place));
  return marks
    .filter(({ mark: { name, mode } }) => mode === "lines+markers" || name === "minimum")
    .map(({ mark: { name, mode, line }, places }) => {
      const size = { width: wordWidth(String(name).length, SIZE), height: HEIGHT, off: BESIDE };
      const box = names.beside(places, size);
      const color = mode === "lines+markers" ? (line as { color?: string } | undefined)?.color : undefined;
      return {
        x: left + ((box.left + box.right) / 2 / width) * (right - left),
        y: high - ((box.top + box.bottom) / 2 / height) * (high - low),
        text: `<b>${String(name)}</b>`,
        showarrow: false,
        font: { size: SIZE, ...(color !== undefined && { color }) },
      };
    });
}

/** From a place in the units of the axes to one in the picture. */
type Placing = (x: number, y: number) => Pixels;

const placesOf = ({ x, y }: PlainObject, place: Placing): Pixels[] =>
  (x as readonly (number | null)[]).flatMap((one, k) => {
    const other = (y as readonly (number | null)[])[k];
    return one === null || other == null ? [] : [place(one, other)];
  });

/** A word that stands there already. */
interface Word {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly xanchor?: string;
  readonly xshift?: number;
  readonly yshift?: number;
}

function boxOf({ x, y, text, xanchor, xshift = 0, yshift = 0 }: Word, place: Placing): Box {
  const width = wordWidth(text.length, SIZE);
  const [across, down] = place(x, y);
  const left = across + xshift - (xanchor === "right" ? width : xanchor === "left" ? 0 : width / 2);
  return { left, top: down - yshift - HEIGHT / 2, right: left + width, bottom: down - yshift + HEIGHT / 2 };
}
