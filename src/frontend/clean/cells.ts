import { extremes } from "../../figures/view.ts";
import { atMost } from "./caps.ts";
import type { PlainObject } from "./plain.ts";
import { contoursOf } from "./steps.ts";

/** Cells whose gaps are filled from their neighbours, over and over. */
const MOST_FILLED = 5000;

/** How often contours may cross from one cell into the next, all together and at one level. */
const MOST_CROSSINGS = { together: 80_000, level: 8000 };

/** The cells of a heat map, contours or a surface; points that lie anywhere make a grid of all their places. */
export function cellsOf(trace: PlainObject, points: number): number {
  const { x, y, z } = trace;
  if (!Array.isArray(z) || z.some((row) => Array.isArray(row)) || z.length === 0) return points;
  if (!Array.isArray(x) || !Array.isArray(y)) return points ** 2;
  return new Set(x).size * new Set(y).size;
}

/** @throws InputError when cells take more than their drawing: gaps to be filled, contours through noise */
export function checkCells(trace: PlainObject, kind: string, cells: number): void {
  const { z, connectgaps } = trace;
  const isGrid = Array.isArray(z) && z.some((row) => Array.isArray(row));
  if (connectgaps === true || !isGrid) atMost(MOST_FILLED, cells, "cells with gaps to be filled");
  const { contours } = trace as {
    readonly contours?: { readonly size?: number; readonly z?: { readonly size?: number } };
  };
  const along = kind === "surface" ? contours?.z : contours;
  if (kind === "heatmap" || (kind === "surface" && along?.size === undefined) || !isGrid) return;
  const rows = z.map((row) => (Array.isArray(row) ? row.map(Number) : []));
  const [low = 0, high = 0] = extremes(rows.flat().filter(Number.isFinite));
  const levels = contoursOf(trace);
  const size = along?.size ?? (high - low) / levels;
  const crossings = climb(rows) / size || 0;
  atMost(MOST_CROSSINGS.together, crossings, "turns of contours");
  atMost(MOST_CROSSINGS.level, crossings / levels, "turns of contours at one level");
}

/** How far up and down one goes from each cell to the next ones. */
function climb(rows: readonly (readonly number[])[]): number {
  let sum = 0;
  rows.forEach((row, i) =>
    row.forEach((z, j) => {
      sum += Math.abs((row[j + 1] ?? z) - z) || 0;
      sum += Math.abs((rows[i + 1]?.[j] ?? z) - z) || 0;
    }),
  );
  return sum;
}
