import * as v from "valibot";
import { defined } from "../defined.ts";
import { MISTAKE } from "./mistake.ts";
import { OUTCOMES } from "./outcome.ts";

/**
 * Something that happened with an exercise: one line of `fall-line-progress.jsonl` in the folder of the notebooks. The
 * file is JSON lines that are only ever added: each is one write, with a line break before and after it, and on the
 * disk before it counts, so that half a line costs that line alone. Lines of version 1 (`at`, `id`, `names`,
 * `answer`) are still read.
 *
 * `event` is `attempt`; `hint`, `name` (the name of the mistake was asked for), `solution` (asked for); `compare`
 * (which of the things to look for an explanation had, in `picked`); `reset` (started over: what was before no longer
 * counts, and stays in the file). Answers that are empty, untouched or cannot be read leave no line.
 */
const EVENT = v.object({
  v: v.literal(2),
  /** When: ISO 8601. */
  time: v.string(),
  /** Version of the library that wrote it; not known of version 1. */
  library: v.exactOptional(v.string()),
  /** `momentum`. */
  lesson: v.string(),
  /** `rule`: its id is `momentum/rule`. */
  exercise: v.string(),
  event: v.picklist(["attempt", "hint", "name", "solution", "compare", "reset"]),
  /** The how-many-eth attempt since the exercise was last started over, from 1; of attempts. */
  attempt: v.exactOptional(v.number()),
  /** Of attempts at what can be right or wrong; of a guess in version 1 it is not known. */
  right: v.exactOptional(v.boolean()),
  /** `right`, `almost`, `not yet`, `otherwise` (a guess), `kept` (an explanation), `crashed`, `took too long`. */
  outcome: v.exactOptional(v.picklist(OUTCOMES)),
  /** Share of the credit, from 0 to 1; of what is marked. */
  credit: v.exactOptional(v.number()),
  /** What was picked or typed: the name of an option, numbers by their names, a text. Never the text of a function. */
  picked: v.exactOptional(v.unknown()),
  /** The name of the option that a drawn curve is nearest to. */
  option: v.exactOptional(v.string()),
  /** The mistakes; their ids stay when the words change. Lines of before, which have the ids alone, are still read. */
  mistakes: v.exactOptional(v.array(MISTAKE)),
  /** Whether the name of the mistake was said with the answer: the same mistakes came a second time. */
  named: v.exactOptional(v.boolean()),
  /** The id of the exercise that this one asks again, with other numbers: that one's status and grade stay as they are. */
  recalls: v.exactOptional(v.string()),
});

export type ProgressEvent = Readonly<v.InferOutput<typeof EVENT>>;

/** What is told of something that happened; time, version and attempt come with the writing. */
export const NEW_EVENT = v.object({
  id: v.string(),
  ...v.pick(EVENT, [
    "event",
    "right",
    "outcome",
    "credit",
    "picked",
    "option",
    "mistakes",
    "named",
    "recalls",
  ]).entries,
});

export type NewEvent = Readonly<v.InferOutput<typeof NEW_EVENT>>;

/** The id of the exercise. */
export function idOf({ lesson, exercise }: Pick<ProgressEvent, "lesson" | "exercise">): string {
  return exercise === "" ? lesson : `${lesson}/${exercise}`;
}

/** Lesson and exercise of an id. */
export function splitId(id: string): Pick<ProgressEvent, "lesson" | "exercise"> {
  const [lesson = "", ...rest] = id.split("/");
  return { lesson, exercise: rest.join("/") };
}

/** The events in the lines of a progress file; a line that is torn or of a version to come is passed over. */
export function parseEvents(lines: readonly string[]): ProgressEvent[] {
  return lines.flatMap((line) => {
    const { success, output } = v.safeParse(LINE, line);
    return success ? [output] : [];
  });
}

const VERSION_1 = v.looseObject({ v: v.literal(1), id: v.string() });

const LINE = v.pipe(
  v.string(),
  v.parseJson(),
  v.union([EVENT, v.pipe(VERSION_1, v.transform(ofVersion1), EVENT)]),
);

function ofVersion1({
  at: time,
  id,
  event,
  outcome,
  credit,
  names: mistakes,
  answer: picked,
}: v.InferOutput<typeof VERSION_1>): object {
  const isUnknown = event !== "attempt" || outcome === "done" || outcome === "not written";
  const right = isUnknown ? undefined : outcome === "right";
  const known = { outcome: outcome === "done" ? "kept" : outcome, right, credit, picked, mistakes };
  return { v: 2, time, ...splitId(id), event, ...defined(known) };
}

const COLUMNS = [
  "time",
  "library",
  "lesson",
  "exercise",
  "event",
  "attempt",
  "right",
  "outcome",
  "credit",
  "picked",
  "mistakes",
  "named",
  "recalls",
  "option",
] as const satisfies readonly (keyof ProgressEvent)[];

/** Between several things in one cell of a table: ids of mistakes may hold commas and semicolons. */
export const BETWEEN = " | ";

/** Events as CSV (RFC 4180), for a spreadsheet: a column for each thing that is kept. */
export function eventsToCsv(all: readonly ProgressEvent[]): string {
  const rows = all.map((event) => {
    const { mistakes = [] } = event;
    const ids = mistakes.map(({ id }) => id);
    const cells = COLUMNS.map((column) => cellOf(column === "mistakes" ? ids : event[column]));
    return [...cells, cellOf(mistakes.map(({ what }) => what))].join(",");
  });
  return [[...COLUMNS, "what"].join(","), ...rows, ""].join("\r\n");
}

function cellOf(value: unknown): string {
  const plain = Array.isArray(value) ? value.map(plainText).join(BETWEEN) : plainText(value);
  // A cell that begins like a formula would be run by a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(plain) && typeof value !== "number" ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plainText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
