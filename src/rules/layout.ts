import type { Shape } from "../math/operation.ts";
import { RESERVED } from "./check.ts";
import type { Rule } from "./rule.ts";

/** Where each recorded quantity stands in a row of numbers. */
export interface Layout {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** First position and count of numbers of a quantity when there are n parameters. */
  place(name: string, n: number): { start: number; count: number } | undefined;
  /** Numbers in a row when there are n parameters. */
  width(n: number): number;
}

/** Which quantities the code writes into the current row, and where. */
export interface Recorded {
  readonly terms: readonly string[];
  readonly layout: Layout;
}

const ORDER: readonly Shape[] = ["scalar", "vector", "matrix"];

/** Lay the recorded quantities out in a row: scalars first, then vectors, then matrices. */
export function recordLayout(rule: Rule, record: readonly string[]): Layout {
  const shapes = new Map(record.map((name) => [name, shapeOfQuantity(rule, name)] as const));
  const sorted = [...record].sort((a, b) => ORDER.indexOf(shapes.get(a)!) - ORDER.indexOf(shapes.get(b)!));
  const counts = { scalar: 0, vector: 0, matrix: 0 };
  const before = new Map<string, typeof counts>();
  for (const name of sorted) {
    before.set(name, { ...counts });
    counts[shapes.get(name) as keyof typeof counts]++;
  }
  const size = (c: typeof counts, n: number): number => c.scalar + c.vector * n + c.matrix * n * n;
  const entries = (shape: Shape, n: number): number =>
    shape === "scalar" ? 1 : shape === "vector" ? n : n * n;
  return {
    shapes,
    place: (name, n) => {
      const c = before.get(name);
      return c === undefined ? undefined : { start: size(c, n), count: entries(shapes.get(name)!, n) };
    },
    width: (n) => size(counts, n),
  };
}

function shapeOfQuantity(rule: Rule, name: string): Shape {
  const equation = rule.equations[name];
  if (equation !== undefined) return equation.shape;
  return Object.hasOwn(RESERVED, name) ? RESERVED[name as keyof typeof RESERVED] : "scalar";
}
