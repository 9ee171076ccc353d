import type { Outcome } from "./feedback.ts";
import { readMistakes, type RecordedMistake } from "./mistake.ts";

/** What can happen with an exercise. */
export const EVENTS = ["attempt", "hint", "name", "solution", "compare", "reset"] as const;

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
export interface ProgressEvent {
  readonly v: 2;
  /** When: ISO 8601. */
  readonly time: string;
  /** Version of the library that wrote it; not known of version 1. */
  readonly library?: string;
  /** `momentum`. */
  readonly lesson: string;
  /** `rule`: its id is `momentum/rule`. */
  readonly exercise: string;
  readonly event: (typeof EVENTS)[number];
  /** The how-many-eth attempt since the exercise was last started over, from 1; of attempts. */
  readonly attempt?: number;
  /** Of attempts at what can be right or wrong; of a guess in version 1 it is not known. */
  readonly right?: boolean;
  /** `right`, `almost`, `not yet`, `otherwise` (a guess), `kept` (an explanation), `crashed`, `took too long`. */
  readonly outcome?: Outcome;
  /** Share of the credit, from 0 to 1; of what is marked. */
  readonly credit?: number;
  /** What was picked or typed: the name of an option, numbers by their names, a text. Never the text of a function. */
  readonly picked?: unknown;
  /** The mistakes; their ids stay when the words change. Lines of before, which have the ids alone, are still read. */
  readonly mistakes?: readonly RecordedMistake[];
  /** Whether the name of the mistake was said with the answer: the same mistakes came a second time. */
  readonly named?: boolean;
}

/** What is told of something that happened; time, version and attempt come with the writing. */
export type NewEvent = Pick<ProgressEvent, "event"> &
  Partial<Pick<ProgressEvent, "right" | "outcome" | "credit" | "picked" | "mistakes" | "named">> & {
    readonly id: string;
  };

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
    const read = plainRecord(line);
    const event = read["v"] === 1 ? ofVersion1(read) : read["v"] === 2 ? read : undefined;
    return event !== undefined && isSound(event) ? [withMistakes(event)] : [];
  });
}

type Read = Readonly<Record<string, unknown>>;

function plainRecord(line: string): Read {
  try {
    return (JSON.parse(line) ?? {}) as Read;
  } catch {
    return {}; // torn: what was acknowledged stands in other lines
  }
}

function isSound({ time, lesson, exercise, event, mistakes }: Read): boolean {
  return (
    [time, lesson, exercise].every((one) => typeof one === "string") &&
    EVENTS.some((known) => known === event) &&
    (mistakes === undefined || Array.isArray(mistakes))
  );
}

function withMistakes(event: Read): ProgressEvent {
  const { mistakes } = event;
  const read = Array.isArray(mistakes) ? { ...event, mistakes: readMistakes(mistakes) } : event;
  return read as unknown as ProgressEvent;
}

function ofVersion1({ at, id, event, outcome, credit, names, answer }: Read): Read {
  const isUnknown = event !== "attempt" || outcome === "done" || outcome === "not written";
  const right = isUnknown ? undefined : outcome === "right";
  const known = {
    outcome: outcome === "done" ? "kept" : outcome,
    right,
    credit,
    picked: answer,
    mistakes: names,
  };
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return { v: 2, time: at, ...splitId(String(id)), event, ...Object.fromEntries(given) };
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
