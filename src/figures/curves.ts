import { formatNumber } from "../math/tex.ts";
import { Trace } from "../trace/trace.ts";
import { Figure, type PlotlyObject } from "./figure.ts";
import { labelsOf } from "./labels.ts";
import { describePaths } from "./landscape.ts";
import { darkColours, type Look, looksOf } from "./palette.ts";
import { specificationOf } from "./specification.ts";
import { rounded } from "./view.ts";

export interface CurveOptions {
  /** What to draw over the steps: `loss`, `rate`, or a term of the rules such as `m`; its coordinates one by one. */
  readonly of?: string;
  readonly title?: string;
  /** Height in pixels. */
  readonly height?: number;
}

/**
 * Curves over the steps: the loss (its height above the least, on a logarithmic axis, where the least is known), the
 * learning rate in force or any term, for one descent or several together.
 *
 * @example curves([plain, heavy], { of: "loss" })
 */
export function curves(shown: Trace | readonly Trace[], options: CurveOptions = {}): Figure {
  const traces: readonly Trace[] = shown instanceof Trace ? [shown] : shown;
  const name = options.of ?? "loss";
  const looks = looksOf(traces.map(({ rule }) => rule.id));
  const labels = labelsOf(traces);
  const least = name === "loss" ? leastOf(traces) : undefined;
  const specification = specificationOf(traces, { kind: "curves", options });
  return new Figure({
    data: traces.flatMap((trace, k) => lines(trace, name, labels[k]!, looks[k]!, least ?? 0)),
    layout: {
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      height: options.height ?? 340,
      margin: { l: 64, r: 16, t: options.title === undefined ? 16 : 48, b: 48 },
      xaxis: { title: { text: "step" }, zeroline: false },
      yaxis: {
        title: { text: least === undefined ? name : least === 0 ? "loss" : "loss above the least" },
        zeroline: false,
        ...(least === undefined ? {} : { type: "log", exponentformat: "power" }),
      },
      legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0 },
      hovermode: "closest",
      meta: { dark: darkColours(looks) },
    },
    alt: `${name} over the steps. ${describe(traces, labels, name).join(" ")}`,
    ...(specification === undefined ? {} : { specification }),
  });
}

/** The least loss, when it is known and every loss stays above it, so that a logarithm makes sense. */
function leastOf(traces: readonly Trace[]): number | undefined {
  const least = traces[0]?.objective.least;
  if (least === undefined || !Number.isFinite(least)) return undefined;
  const positive = traces.some(({ losses }) => losses.some((loss) => loss > least));
  return positive ? least : undefined;
}

function lines(
  trace: Trace,
  name: string,
  label: string,
  { color, dash }: Look,
  least: number,
): PlotlyObject[] {
  const steps = trace.recordedSteps;
  const values = steps.map((t) => trace.value(name, t));
  const count = typeof values[0] === "number" ? 1 : values[0]!.length;
  return Array.from({ length: count }, (_, i) => ({
    type: "scatter",
    mode: "lines",
    name: count === 1 ? label : `${label}, ${name}[${i}]`,
    x: steps,
    y: values.map((value) => finite(typeof value === "number" ? value - least : value[i]!)),
    line: { color, dash: i === 0 ? dash : "dot", width: 2 },
  }));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? rounded(value, 5) : null;
}

function describe(traces: readonly Trace[], labels: readonly string[], name: string): string[] {
  if (name === "loss") return describePaths(traces);
  const show = (value: number | Float64Array | undefined): string =>
    typeof value === "number" ? formatNumber(value) : `(${Array.from(value ?? [], formatNumber).join(", ")})`;
  return traces.map((trace, k) => {
    const values = trace.recordedSteps.map((t) => trace.value(name, t));
    return `${labels[k]!}: ${name} is ${show(values[1])} at step 1 and ${show(values.at(-1))} at step ${trace.steps}.`;
  });
}
