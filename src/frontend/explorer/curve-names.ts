import { spreadApart } from "../../figures/spread.ts";
import type { Box, Pixels } from "./strokes.ts";

/** From one name to the next, in pixels. */
export const NAME_HEIGHT = 16;

/** The name of a rule without that of the rule it varies, which is named too or stands on its chip. */
export const ownName = (title: string): string => title.split(", ").at(-1)!;

/**
 * Where names stand at the ends of the curves that stay on the chart, pushed apart where they would overlap.
 * @param knob its radius: names stay above it, for it may stand at the last step
 */
export function namePlaces<C extends { readonly places: readonly Pixels[] }>(
  curves: readonly C[],
  { right, top, bottom }: Box,
  knob: number,
): Map<C, Pixels> {
  const lowest = bottom - knob - 6;
  const ends = curves
    .flatMap((curve) => {
      const end = curve.places.findLast((place) => Number.isFinite(place[1]));
      return end !== undefined && end[1] >= top ? [{ curve, y: end[1] }] : [];
    })
    .sort((a, b) => a.y - b.y);
  const ys = spreadApart(
    ends.map(({ y }) => y),
    { top, bottom: lowest, gap: NAME_HEIGHT },
  );
  return new Map(ends.map(({ curve }, k) => [curve, [right + 8, ys[k]! + 4]]));
}
