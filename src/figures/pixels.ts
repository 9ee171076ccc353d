/** Where something lies in a picture, in pixels from its top left corner. */
export type Pixels = readonly [x: number, y: number];

/** A part of a picture, in its pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The part of a box in which a unit is as long across as up. */
export function fitted({ left, right, top, bottom }: Box, x: readonly number[], y: readonly number[]): Box {
  const unit = Math.min((right - left) / (x[1]! - x[0]!), (bottom - top) / (y[1]! - y[0]!));
  const [halfWidth, halfHeight] = [((x[1]! - x[0]!) * unit) / 2, ((y[1]! - y[0]!) * unit) / 2];
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return {
    left: middleX - halfWidth,
    right: middleX + halfWidth,
    top: middleY - halfHeight,
    bottom: middleY + halfHeight,
  };
}
