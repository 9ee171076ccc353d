/** Where something lies in a picture, in pixels from its top left corner. */
export type Pixels = readonly [x: number, y: number];

/** A part of a picture, in its pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
