import { doesPlay, isExplorer } from "../mime.ts";
import { isWorked } from "../trace/worked/specification.ts";

/** What a figure says of its height, or a card of what is in it; a stranger's may say anything. */
interface Sized {
  readonly kind?: unknown;
  readonly layout?: { readonly height?: unknown } | null;
  readonly options?: { readonly height?: unknown } | readonly unknown[] | null;
  readonly fields?: readonly unknown[] | null;
}

/** Legends and controls of a chart need this width; in a narrower place the whole chart is shown smaller. */
export const LEAST_WIDTH = 560;

const CHART = 420;
const WORKED = 300;

/** An explorer has its panel below the map in a column, and beside all of it on a wide page. */
const EXPLORER = { column: 1190, wide: 740, widest: 880 };

/** A card's heading, question and help, and each of its answers. */
const CARD = { frame: 175, answer: 53 };

/** Height in pixels of the bar below a film. */
export const BAR_HEIGHT = 64;

/** Height in pixels to keep free below the still picture of a chart that will play: for the bar that plays it. */
export function roomToPlay(data: unknown): number {
  return doesPlay(data) && !isExplorer(data) ? BAR_HEIGHT : 0;
}

/**
 * Height in pixels to keep free for a figure before it is drawn: about what it takes.
 * @param width of its place in pixels; 0 where that is not known yet
 */
export function heightOf(data: unknown, width: number): number {
  if (isWorked(data)) return WORKED;
  if (isExplorer(data)) return width < EXPLORER.widest ? EXPLORER.column : EXPLORER.wide;
  const { kind, layout, options, fields } = (data ?? {}) as Sized;
  if (typeof kind === "string" && kind.startsWith("card-"))
    return CARD.frame + CARD.answer * [options ?? [], fields ?? []].flat().length;
  const height = layout?.height ?? (options as { readonly height?: unknown } | null)?.height;
  const chart = typeof height === "number" && height > 0 && height < 4000 ? height : CHART;
  return chart + roomToPlay(data);
}
