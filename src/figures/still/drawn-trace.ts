import { InputError } from "../../errors.ts";
import type { PlotlyObject } from "../plotly.ts";

/** One for all points of a trace, or a list with one for each. */
export type PerPoint<T> = T | readonly T[];

/** What the point has at a place in the trace. */
export function at<T>(each: PerPoint<T>, place: number): T | undefined {
  return Array.isArray(each) ? (each as readonly T[])[place] : (each as T);
}

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
  /** The heights of a relief's contours. */
  readonly meta?: { readonly relief?: { readonly levels: readonly number[]; readonly size: number } };
  /** What its colours mean, where that is told. */
  readonly colorbar?: { readonly title?: { readonly text?: string }; readonly tickvals?: readonly number[] };
  readonly colorscale?: readonly (readonly [number, string])[];
  readonly fill?: string;
  readonly fillcolor?: string;
  readonly opacity?: number;
  readonly line?: { readonly color?: string; readonly dash?: string; readonly width?: number };
  readonly marker?: {
    readonly color?: PerPoint<string>;
    readonly symbol?: PerPoint<string>;
    readonly size?: PerPoint<number>;
  };
  readonly text?: readonly string[];
  readonly textposition?: string;
  readonly textfont?: { readonly color?: string; readonly size?: number };
}

/**
 * The traces that a still picture can draw.
 * @throws InputError when a marker's colours or symbols are no texts
 */
export function drawnOf(traces: readonly PlotlyObject[], alt: string): DrawnTrace[] {
  const drawn = traces.filter((trace) => isDrawn(trace));
  drawn.forEach(({ name, marker = {} }, place) => {
    for (const part of ["color", "symbol"] as const) {
      const given: unknown = marker[part] ?? "";
      if ([given].flat().every((one) => typeof one === "string")) continue;
      throw new InputError({
        what: `the still picture of ${JSON.stringify(alt)} cannot draw marker.${part} of its trace ${name ?? place}`,
        got: given,
        allowed: "a text for the whole trace, or a list with a text for each point",
      });
    }
  });
  return drawn;
}

function isDrawn(trace: PlotlyObject): trace is PlotlyObject & DrawnTrace {
  return ["contour", "scatter"].includes(trace.type as string) && Array.isArray(trace.x);
}
