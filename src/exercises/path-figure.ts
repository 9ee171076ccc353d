import { landscape } from "../figures/landscape.ts";
import type { Size } from "../figures/names-at-paths.ts";
import { lookOf } from "../figures/palette.ts";
import { reachingView } from "../figures/reaching-view.ts";
import type { Interval } from "../figures/view.ts";
import { numeral } from "../math/numerals.ts";
import type { Objective } from "../objectives/objective.ts";
import { recordLayout } from "../rules/layout.ts";
import type { Look } from "../rules/look.ts";
import type { Rule } from "../rules/rule.ts";
import { stopped } from "../trace/stop.ts";
import { Trace } from "../trace/trace.ts";
import { type Block, figureBlock, text } from "./blocks.ts";
import type { Probe } from "./run/probe.ts";
import { rightRun } from "./run/rule-run.ts";

type Path = readonly (readonly number[])[];

/** An answer beside the right rule on a probe: how long each step is, and where they lead. */
export function pathBlocks(rule: Rule, probe: Probe, path: Path): Block[] {
  const table = lengthTable(rule, probe, path);
  const drawn = pathFigure(rule, probe, path);
  if (table === undefined) return drawn;
  return [text(`The length of each step on ${probe.name}, and where it leads`), table, ...drawn];
}

/** Steps whose lengths are listed. */
const LISTED = [1, 2, 3, 10];

/** The lengths of some steps, yours beside the rule's; nothing where all are the same. */
function lengthTable(rule: Rule, probe: Probe, path: Path): Block | undefined {
  const right = [probe.start, ...rightRun(rule, probe).path];
  const yours = [probe.start, ...path];
  const rows = LISTED.filter((t) => t < Math.min(right.length, yours.length)).map((t) => ({
    t,
    yours: distance(yours[t - 1]!, yours[t]!),
    right: distance(right[t - 1]!, right[t]!),
  }));
  const shown = rows.filter((row) => [row.right, row.yours / row.right].every(Number.isFinite));
  if (!shown.some((row) => numeral(row.yours) !== numeral(row.right))) return undefined;
  return {
    kind: "table",
    cells: {
      head: ["", "yours", rule.title, ""],
      rows: shown.map((row) => [
        probe.firstT === 1 ? `step ${row.t}` : `t = ${row.t + probe.firstT - 1}`,
        numeral(row.yours),
        numeral(row.right),
        `× ${numeral(row.yours / row.right)}`,
      ]),
    },
  };
}

function distance(from: ArrayLike<number>, to: ArrayLike<number>): number {
  return Math.hypot(...Array.from(to, (x, i) => x - from[i]!));
}

/** The student's path, dashed, over that of the right rule, on the surface of a probe; only two parameters can be drawn. */
function pathFigure(rule: Rule, probe: Probe, path: Path): Block[] {
  const { objective } = probe;
  const isDrawable = (w: readonly number[]): boolean =>
    w.every(Number.isFinite) && Number.isFinite(lossAt(objective, w));
  const drawable = path.filter(isDrawable);
  if (objective.dimension > 2 || drawable.length === 0) return [];
  const due = rightRun(rule, probe).path.slice(0, path.length).filter(isDrawable);
  const right = traceOf({ ...rule, look: { ...lookOf(rule, 0), dash: "solid" } }, probe, due);
  const yours = traceOf({ ...rule, title: "Your answer", look: YOURS }, probe, drawable);
  return [figureBlock(() => landscape([right, yours], { height: 320 }))];
}

/** Where something begins, and with what. */
type Place = Pick<Probe, "objective" | "start" | "hyper">;

/**
 * What a rule should do, beside what is handed out does: a path each, without the numbers that make the difference.
 * @param size what the picture fills
 */
export function dueAndGiven(
  rule: Rule,
  place: Place,
  { due, given, size }: { readonly due: Path; readonly given: Path; readonly size: Size },
): Block | undefined {
  if (place.objective.dimension > 2) return undefined;
  const path = (title: string, look: Look, points: Path): Trace =>
    traceOf(
      { ...rule, title, look },
      place,
      points.filter((w) => w.every(Number.isFinite)),
    );
  const paths = [
    path("what it should do", lookOf(rule, 0), due),
    path(given.length === 0 ? "yours: stands still" : "what it does", YOURS, given),
  ];
  return figureBlock(() => {
    const view = reachingView(landscape(paths).layout, size)?.map(wider(EDGE / size.height));
    return landscape(paths, view === undefined ? {} : { view });
  });
}

/** Pixels between the edge and what is drawn, where names stand. */
const EDGE = 44;

const wider =
  (share: number) =>
  ([from, to]: Interval): Interval => [from - share * (to - from), to + share * (to - from)];

const YOURS: Look = { color: "#c247c9", dark: "#f08cf0", dash: "dash", symbol: "circle" };

/** A path as a trace: its points and their losses. */
function traceOf(rule: Rule, { objective, start, hyper }: Place, path: Path): Trace {
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
