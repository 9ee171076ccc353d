/** A Plotly trace or layout as plain data; the library builds the parts it needs and front ends draw them. */
export type PlotlyObject = Readonly<Record<string, unknown>>;

/** Plotly's part of a figure. */
export interface Drawing {
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly frames?: readonly PlotlyObject[];
}
