import type { Figure } from "fall-line";

/** What the tests read of a Plotly trace. */
export interface Part {
  readonly name: string;
  readonly type: string;
  readonly mode: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly (readonly (number | null)[])[];
  readonly text: readonly string[];
  readonly customdata: readonly unknown[];
  readonly line: { readonly color: string; readonly dash: string };
  readonly marker: { readonly symbol: string; readonly color: string };
}

/** The trace of a figure that has this name. */
export function partNamed(figure: Pick<Figure, "data">, name: string): Part {
  return figure.data.find((trace) => trace.name === name) as unknown as Part;
}

/** The vector of an arrow trace. */
export function arrowNamed(figure: Figure, name: string): [number, number] {
  const { x, y } = partNamed(figure, name);
  return [x[1]! - x[0]!, y[1]! - y[0]!];
}

/** Compare vectors to five digits of a plot's numbers. */
export function close(actual: readonly number[], expected: readonly number[]): boolean {
  return (
    actual.length === expected.length &&
    actual.every((x, i) => Math.abs(x - expected[i]!) < 2e-5 * (1 + Math.abs(expected[i]!)))
  );
}
