import type { PlotlyObject } from "../plotly.ts";

/** What a still picture reads of a Plotly trace. */
export interface DrawnTrace {
  readonly type: "contour" | "scatter";
  readonly name?: string;
  readonly showlegend?: boolean;
  readonly xaxis?: string;
  readonly mode?: string;
  readonly x: readonly (number | null)[];
  readonly y: readonly (number | null)[];
  readonly z?: readonly (readonly (number | null)[])[];
  readonly zmin?: number;
  readonly zmax?: number;
  readonly contours?: { readonly start: number; readonly end: number; readonly size: number };
  readonly colorscale?: readonly (readonly [number, string])[];
  readonly fill?: string;
  readonly fillcolor?: string;
  readonly opacity?: number;
  readonly line?: { readonly color?: string; readonly dash?: string; readonly width?: number };
  readonly marker?: {
    readonly color?: string;
    readonly symbol?: string;
    readonly size?: number | readonly number[];
  };
  readonly text?: readonly string[];
  readonly textposition?: string;
  readonly textfont?: { readonly color?: string; readonly size?: number };
}

/** Can a still picture draw this trace? */
export function isDrawn(trace: PlotlyObject): trace is PlotlyObject & DrawnTrace {
  return ["contour", "scatter"].includes(trace.type as string) && Array.isArray(trace.x);
}
