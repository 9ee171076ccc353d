import type { Interval } from "../../figures/view.ts";

/** A still map whose edges are the ends of its axes. */
export interface PlaneMap {
  readonly svg: string;
  /** In words. */
  readonly alt: string;
  /** In its own pixels. */
  readonly width: number;
  readonly height: number;
  readonly x: Interval;
  readonly y: Interval;
  /** What the coordinates are called, across and up. */
  readonly names: readonly [string, string];
}
