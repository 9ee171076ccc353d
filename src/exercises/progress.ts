import { progressFile } from "./host.ts";
import type { Outcome } from "./feedback.ts";

/** Something that happened with an exercise: one line of the progress file. */
export interface ProgressEvent {
  readonly v: 1;
  /** When: ISO 8601. */
  readonly at: string;
  readonly id: string;
  readonly event: "attempt" | "hint" | "solution" | "reset";
  readonly outcome?: Outcome;
  readonly credit?: number;
  /** The misconceptions that were named. */
  readonly names?: readonly string[];
  /** What was answered, where it is short: a prediction, a choice, numbers, an explanation. */
  readonly answer?: unknown;
}

/** How far one exercise is. */
export interface Standing {
  readonly id: string;
  readonly state: "new" | "tried" | "almost" | "done";
  readonly attempts: number;
  readonly hints: number;
  readonly solutionSeen: boolean;
  /** The best credit so far; nothing for what is not marked. */
  readonly credit: number | undefined;
  readonly answer: unknown;
}

const kept: ProgressEvent[] = [];

/** Is what happens written into a file? Without a kernel it is remembered until the program ends. */
export function isRecorded(): boolean {
  return progressFile() !== undefined;
}

/** Keep an event. */
export function record(event: Omit<ProgressEvent, "v" | "at">): void {
  const full: ProgressEvent = { v: 1, at: new Date().toISOString(), ...event };
  const file = progressFile();
  if (file === undefined) kept.push(full);
  else file.append(JSON.stringify(full));
}

/** All events so far, the oldest first. */
export function events(): readonly ProgressEvent[] {
  const file = progressFile();
  return file === undefined ? kept : parseEvents(file.read());
}

/** The events in the lines of a progress file; a line that is torn or of another version is passed over. */
export function parseEvents(lines: readonly string[]): ProgressEvent[] {
  return lines.flatMap((line) => {
    try {
      const event = JSON.parse(line) as Partial<ProgressEvent> | null;
      return event?.v === 1 && typeof event.id === "string" && typeof event.event === "string"
        ? [event as ProgressEvent]
        : [];
    } catch {
      return [];
    }
  });
}

/** Names of lessons by the names they had before: `{ decay: "learning-rate-decay" }`. */
export type LessonNames = Readonly<Record<string, string>>;

/** The id of today: `decay/halving` is `learning-rate-decay/halving`. */
export function presentId(id: string, names: LessonNames): string {
  const [lesson = "", ...rest] = id.split("/");
  return Object.hasOwn(names, lesson) ? [names[lesson], ...rest].join("/") : id;
}

/** What was recorded under ids of before, under those of today. */
export function underPresentIds(all: readonly ProgressEvent[], names: LessonNames): ProgressEvent[] {
  return all.map((event) => ({ ...event, id: presentId(event.id, names) }));
}

/** How far each exercise is, by id, from all that happened since it was last started over. */
export function standings(all: readonly ProgressEvent[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const event of all) {
    const before = found.get(event.id) ?? fresh(event.id);
    found.set(event.id, event.event === "reset" ? fresh(event.id) : after(before, event));
  }
  return found;
}

/** An exercise that nobody has touched. */
export function fresh(id: string): Standing {
  return {
    id,
    state: "new",
    attempts: 0,
    hints: 0,
    solutionSeen: false,
    credit: undefined,
    answer: undefined,
  };
}

const ORDER: readonly Standing["state"][] = ["new", "tried", "almost", "done"];

function after(before: Standing, event: ProgressEvent): Standing {
  if (event.event === "hint") return { ...before, hints: before.hints + 1 };
  if (event.event === "solution") return { ...before, solutionSeen: true };
  if (event.outcome === "not written") return before;
  const state =
    event.outcome === "right" || event.outcome === "done"
      ? "done"
      : event.outcome === "almost"
        ? "almost"
        : "tried";
  return {
    ...before,
    attempts: before.attempts + 1,
    state: ORDER.indexOf(state) > ORDER.indexOf(before.state) ? state : before.state,
    credit: event.credit === undefined ? before.credit : Math.max(before.credit ?? 0, event.credit),
    answer: event.answer ?? before.answer,
  };
}

const COLUMNS = ["at", "id", "event", "outcome", "credit", "names", "answer"] as const;

/** Events as CSV (RFC 4180), for a spreadsheet. */
export function eventsToCsv(all: readonly ProgressEvent[]): string {
  const cell = (value: unknown): string => {
    const plain = Array.isArray(value) ? value.join("; ") : plainText(value);
    // A cell that begins like a formula would be run by a spreadsheet.
    const safe = /^[=+\-@\t\r]/.test(plain) && typeof value === "string" ? `'${plain}` : plain;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = all.map((event) => COLUMNS.map((column) => cell(event[column])).join(","));
  return [COLUMNS.join(","), ...rows, ""].join("\r\n");
}

function plainText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
