import { Figure } from "../figures/figure.ts";
import { landscape } from "../figures/landscape.ts";
import type { Objective } from "../objectives/objective.ts";
import { recordLayout } from "../rules/layout.ts";
import type { Rule } from "../rules/rule.ts";
import { descend } from "../trace/descend.ts";
import { stopped } from "../trace/stop.ts";
import { Trace } from "../trace/trace.ts";
import type { Probe } from "./run/probe.ts";

/** The student's path, dashed, over that of the right rule, on the surface of a probe; only two parameters can be drawn. */
export function pathFigure(
  rule: Rule,
  probe: Probe,
  path: readonly (readonly number[])[],
): Figure | undefined {
  const { objective, start, hyper, schedule } = probe;
  const finite = path.filter((w) => w.every(Number.isFinite) && Number.isFinite(lossAt(objective, w)));
  if (objective.dimension > 2 || finite.length === 0) return undefined;
  const right = descend(objective, rule, { start, steps: path.length, hyper, schedule });
  const yours = traceOf({ ...rule, title: YOUR_ANSWER }, probe, finite);
  const figure = landscape([right, yours], { height: 360 });
  const data = figure.data.map((trace) => {
    const { name, line, marker } = trace as { name?: string; line?: object; marker?: object };
    if (name === rule.title) return { ...trace, line: { ...line, dash: "solid" } };
    if (name !== YOUR_ANSWER) return trace;
    return {
      ...trace,
      line: { ...line, dash: "dash", color: YOURS },
      marker: { ...marker, color: YOURS, symbol: "circle" },
    };
  });
  const meta = figure.layout["meta"] as { readonly dark?: object };
  const layout = { ...figure.layout, meta: { ...meta, dark: { ...meta.dark, [YOURS]: YOURS_DARK } } };
  return new Figure({ data, layout, alt: figure.alt });
}

const YOUR_ANSWER = "Your answer";
const YOURS = "#c247c9";
const YOURS_DARK = "#f08cf0";

/** A path as a trace: its points and their losses. */
function traceOf(rule: Rule, probe: Probe, path: readonly (readonly number[])[]): Trace {
  const { objective, start, hyper } = probe;
  const n = start.length;
  const layout = recordLayout(rule, ["loss", "w"]);
  const width = layout.width(n);
  const points = [start, ...path];
  const rows = new Float64Array(width * points.length);
  points.forEach((w, t) => {
    rows[t * width + layout.place("loss", n)!.start] = lossAt(objective, w);
    rows.set(w, t * width + layout.place("w", n)!.start);
  });
  const end = points.at(-1)!;
  return new Trace({
    rule,
    objective,
    hyper,
    repeatable: false,
    recording: { every: 1, layout, width, rows },
    dimension: n,
    end: { w: Float64Array.from(end), loss: lossAt(objective, end) },
    evaluations: { value: 0, gradient: 0, hessian: 0 },
    stop: stopped("steps", path.length),
  });
}

function lossAt(objective: Objective, w: readonly number[]): number {
  return objective.value(Float64Array.from(w));
}
