import { bisectRight, extent, quickselect } from "d3-array";
import { channelsOf } from "./readable.ts";

/** How a relief looks on pages of one theme. */
export interface ReliefLook {
  /** From the floor to the heights. */
  readonly ramp: readonly string[];
  /** How much light and shade differ. */
  readonly strength: number;
  readonly contour: string;
}

/** The floor is lit, the heights lie in cool shade. */
export const RELIEF = {
  light: {
    ramp: ["#fffdf4", "#f3f3ec", "#e3e8e8", "#d3dce1", "#c3cfd8"],
    strength: 0.17,
    contour: "#5b6672",
  },
  dark: {
    ramp: ["#46525d", "#36414b", "#29323a", "#1f262d", "#181d22"],
    strength: 0.55,
    contour: "#93a3b3",
  },
} as const satisfies Record<string, ReliefLook>;

/** Heights over the points of a picture, row by row from its top. */
export interface HeightField {
  readonly width: number;
  readonly height: number;
  readonly heights: Float64Array;
  /** The heights of contours, the lowest first, evenly spaced. */
  readonly levels: readonly number[];
}

/** Light from the north-west: to the right, down, towards the eye. */
const LIGHT = [-0.42, -0.52, 0.74] as const;

/** How much of the colour changes from contour to contour; the rest changes evenly. */
const STEPPED = 0.92;

/** How high the relief is beside the width of its picture. */
const RELIEF_HEIGHT = 0.22;

/** A relief in colours, four numbers from 0 to 255 for each point. */
export function shadedRelief(
  field: HeightField,
  { ramp, strength }: ReliefLook,
): Uint8ClampedArray<ArrayBuffer> {
  const { width, height } = field;
  const z = sharesOf(field);
  const steps = steppedShares(field, z);
  const colours = ramp.map(channelsOf);
  const pixels = new Uint8ClampedArray(4 * width * height);
  const scale = RELIEF_HEIGHT * width;
  for (let row = 0; row < height; row++) {
    const above = Math.max(0, row - 1) * width;
    const below = Math.min(height - 1, row + 1) * width;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const left = Math.max(0, column - 1);
      const right = Math.min(width - 1, column + 1);
      const dx = (scale * (z[row * width + right]! - z[row * width + left]!)) / 2;
      const dy = (scale * (z[below + column]! - z[above + column]!)) / 2;
      const facing = (LIGHT[2] - LIGHT[0] * dx - LIGHT[1] * dy) / Math.sqrt(dx * dx + dy * dy + 1);
      const light = 1 + strength * (facing - LIGHT[2]);
      const share = (1 - STEPPED) * z[at]! + STEPPED * steps[at]!;
      const place = Math.min(share, 0.9999) * (colours.length - 1);
      const low = colours[Math.floor(place)]!;
      const high = colours[Math.floor(place) + 1]!;
      const part = place % 1;
      for (let k = 0; k < 3; k++) pixels[4 * at + k] = light * (low[k]! + part * (high[k]! - low[k]!));
      pixels[4 * at + 3] = 255;
    }
  }
  return pixels;
}

/** The share of the colours' way that half of a picture does not reach. */
const MIDDLE = 0.6;

/**
 * Each height's share of the way from the lowest to the highest, as a root: the square root, or less of one where half of
 * the picture would be high up, as logarithms are. What lies more than one contour below the lowest is level: on a scale of
 * logarithms a minimum has no floor.
 */
function sharesOf({ heights, levels: [first = -Infinity, second = Infinity] }: HeightField): Float64Array {
  const finite = heights.filter((height) => Number.isFinite(height));
  const [lowest = 0, high = 1] = extent(finite);
  const low = Math.max(lowest, first - (second - first));
  const shareOf = (h: number): number => Math.min(1, Math.max(0, (h - low) / (high - low || 1)));
  const half = shareOf(quickselect(finite, finite.length >> 1)[finite.length >> 1] ?? 0);
  const root = Math.min(2, Math.max(0.5, Math.log(MIDDLE) / Math.log(half)));
  return heights.map((h) => (Number.isNaN(h) ? 1 : shareOf(h) ** root));
}

/** The share of the middle between the two contours on both sides of each point. */
function steppedShares({ heights, levels }: HeightField, shares: Float64Array): Float64Array {
  const sums = new Float64Array(levels.length + 1);
  const counts = new Float64Array(levels.length + 1);
  const bands = new Int32Array(heights.length);
  for (let k = 0; k < heights.length; k++) {
    const band = bisectRight(levels, heights[k]!);
    bands[k] = band;
    sums[band]! += shares[k]!;
    counts[band]! += 1;
  }
  return shares.map((_, k) => sums[bands[k]!]! / counts[bands[k]!]!);
}
