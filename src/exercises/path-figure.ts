import { landscape } from "../figures/landscape.ts";
import type { Size } from "../figures/names-at-paths.ts";
import { INK, lookOf } from "../figures/palette.ts";
import type { Pixels } from "../figures/pixels.ts";
import { rangesOf, reachingView } from "../figures/reaching-view.ts";
import type { Interval } from "../figures/view.ts";
import { numeral } from "../math/numerals.ts";
import type { Objective } from "../objectives/objective.ts";
import { recordLayout } from "../rules/layout.ts";
import type { Look } from "../rules/look.ts";
import type { Rule } from "../rules/rule.ts";
import { stopped } from "../trace/stop.ts";
import { Trace } from "../trace/trace.ts";
import { type Block, figureBlock, text } from "./blocks.ts";
import { apart } from "./paths-apart.ts";
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

/** What is looked at while an answer is written, and with it. */
export interface Aim {
  readonly open: Block;
  readonly solved: Block;
}

/** Where something begins, and with what. */
type Place = Pick<Probe, "objective" | "start" | "hyper">;

/**
 * What a rule should do, beside what is handed out does, a path each, without the numbers that make the difference; and what the
 * solution does. Nothing where the paths are told apart nowhere.
 * @param size what the picture fills
 */
export function dueAndGiven(
  rule: Rule,
  place: Place,
  { due, given, size }: { readonly due: Path; readonly given: Path; readonly size: Size },
): Aim | undefined {
  if (place.objective.dimension > 2) return undefined;
  const own: Look = { ...lookOf(rule, 0), dash: "solid" };
  const path = (title: string, look: Look, points: Path): Trace =>
    traceOf(
      { ...rule, title, look },
      place,
      points.filter((w) => w.every(Number.isFinite)),
    );
  const paths = [
    path("what it should do", DUE, due),
    path(given.length === 0 ? "yours: stands still" : "what it does", own, given),
  ];
  const { layout } = landscape(paths);
  const view = reachingView(layout, size)?.map(wider(EDGE / size.height));
  if (!areToldApart(paths, view ?? rangesOf(layout), size)) return undefined;
  const on = (traces: readonly Trace[]): Block =>
    figureBlock(() => landscape(traces, view === undefined ? {} : { view }));
  return { open: on(paths), solved: on([path(rule.title, own, due)]) };
}

/** Paths that are nowhere farther apart than this share of the picture's height look like one. */
const APART = 0.12;

/** Whether two paths can be told from each other in a picture; one parameter is drawn against the loss. */
function areToldApart(
  traces: readonly Trace[],
  views: readonly (Interval | undefined)[],
  size: Size,
): boolean {
  const lengths = [size.width, size.height];
  const pixels = (value: number, k: number): number => {
    const [from, to] = views[k] ?? [0, Infinity];
    return (value * lengths[k]!) / (to - from);
  };
  const [a, b] = traces.map(({ path, losses }) =>
    path.map(([x, y], t): Pixels => [pixels(x!, 0), pixels(y ?? losses[t]!, 1)]),
  );
  return apart(a!, b!) >= APART * size.height;
}

/** Pixels between the edge and what is drawn, where names stand. */
const EDGE = 44;

const wider =
  (share: number) =>
  ([from, to]: Interval): Interval => [from - share * (to - from), to + share * (to - from)];

/** What should be is drawn in the colour of words, which no rule has for both pages. */
const DUE: Look = { color: INK.color, dark: INK.dark, dash: "dash", symbol: "circle-open" };

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
