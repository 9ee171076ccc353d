import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRecord } from "../../arguments.ts";
import { defined } from "../../defined.ts";
import type { RecordedMistake } from "../../exercises/mistake.ts";
import { BETWEEN, idOf, parseEvents, type ProgressEvent } from "../../exercises/progress-event.ts";
import { progressFileName } from "../../kernel/node/progress-file.ts";
import { isKept, type Kept, parseKept } from "../../room/kept.ts";
import { kindOf } from "../submission/file.ts";
import { parseCsv, unguarded } from "./parse-csv.ts";

/** One attempt at an exercise, or its grade. */
export interface Attempt {
  readonly exercise: string;
  readonly right: boolean | undefined;
  readonly picked?: unknown;
  readonly mistakes: readonly RecordedMistake[];
  /** It could not be read, or did not run to its end, which is no mistake of thought. */
  readonly stopped?: true;
}

/** A credit that a teacher gave, for an exercise; or more time, for all that was handed in. */
export interface Decision {
  readonly exercise: string;
  /** In words: `0.5 in place of 0: the handout was wrong`. */
  readonly what: string;
}

/** What is known of one student. */
export interface Student {
  readonly name: string;
  /** In the order in which they were made. */
  readonly attempts: readonly Attempt[];
  /** Exercises that could not be graded; "" where it is all that was handed in. */
  readonly notGraded?: readonly string[];
  /** Exercises without an answer; "" where nothing was handed in that could be graded. */
  readonly notHandedIn?: readonly string[];
  readonly decided?: readonly Decision[];
}

/** What was read, and the files that could not be: a sentence for each. */
export interface ReadFiles {
  readonly students: readonly Student[];
  /** What rooms kept. */
  readonly rooms: readonly Kept[];
  readonly faults: readonly string[];
}

/** Longest file that is read, in bytes; deepest folder that is looked into. */
const LARGEST = 100 * 2 ** 20;
const DEEPEST = 4;

/**
 * Reads progress files, what `fall-line progress --json` and `--csv` make of them, tables of grades, and what rooms kept; folders are looked
 * through for these. What cannot be read is told and passed over.
 */
export function readFiles(paths: readonly string[]): ReadFiles {
  const faults: string[] = [];
  const rooms: Kept[] = [];
  const byName = new Map<string, Student>();
  for (const path of paths.flatMap((one) => filesAt(one, faults))) {
    try {
      const text = textOf(path);
      if (isKept(text)) rooms.push(parseKept(text));
      else for (const one of studentsIn(path, text)) byName.set(one.name, joined(byName.get(one.name), one));
    } catch (error) {
      faults.push(`${path}: ${(error as Error).message.slice(0, 200)}`);
    }
  }
  return { students: [...byName.values()], rooms, faults };
}

/** What two files know of one student. */
function joined(before: Student | undefined, more: Student): Student {
  if (before === undefined) return more;
  const both = <T>(a: readonly T[] = [], b: readonly T[] = []): T[] | undefined =>
    a.length + b.length === 0 ? undefined : [...a, ...b];
  return {
    name: more.name,
    attempts: [...before.attempts, ...more.attempts],
    ...defined({
      notGraded: both(before.notGraded, more.notGraded),
      notHandedIn: both(before.notHandedIn, more.notHandedIn),
      decided: both(before.decided, more.decided),
    }),
  };
}

function filesAt(path: string, faults: string[], depth = 0): string[] {
  const kind = kindOf(path);
  if (kind === "file") return [path];
  if (kind !== "folder") {
    if (depth === 0) faults.push(`${path}: there is no such file`);
    return [];
  }
  if (depth > DEEPEST) return [];
  return readdirSync(path)
    .filter((name) => !name.startsWith("."))
    .sort()
    .map((name) => join(path, name))
    .filter((inner) => kindOf(inner) === "folder" || /\.(jsonl|json|csv)$/.test(inner))
    .flatMap((inner) => filesAt(inner, faults, depth + 1));
}

function textOf(path: string): string {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  if (text.length > LARGEST) throw new Error("it is too large to be read");
  return text;
}

function studentsIn(path: string, text: string): Student[] {
  const name = studentOf(path);
  if (path.endsWith(".csv")) return ofCsv(name, parseCsv(text));
  const events = path.endsWith(".json") ? ofJson(text) : parseEvents(text.split("\n"));
  if (events.length === 0 && text.trim() !== "")
    throw new Error("nothing in it is a line of a progress file");
  return [{ name, attempts: attemptsOf(events) }];
}

/** The student of a progress file: the folder that it lies in, else its own name. */
function studentOf(path: string): string {
  const name = basename(path);
  return name === progressFileName ? basename(dirname(path)) : name.replace(/\.(jsonl|json|csv)$/, "");
}

function ofJson(text: string): ProgressEvent[] {
  const read: unknown = JSON.parse(text);
  const lines = Array.isArray(read)
    ? (read as unknown[])
    : isRecord(read) && Array.isArray(read["events"])
      ? (read["events"] as unknown[])
      : [read];
  return parseEvents(lines.map((line) => JSON.stringify(line)));
}

function attemptsOf(events: readonly ProgressEvent[]): Attempt[] {
  return events
    .filter(({ event, outcome }) => event === "attempt" && outcome !== "not written")
    .map((event) => ({
      exercise: idOf(event),
      right: event.right,
      picked: event.picked,
      mistakes: event.mistakes ?? [],
      ...(STOPPED.has(event.outcome) ? { stopped: true as const } : {}),
    }));
}

type CsvRow = Readonly<Record<string, string>>;

function ofCsv(name: string, rows: readonly CsvRow[]): Student[] {
  const [first] = rows;
  if (first !== undefined && "student" in first && "outcome" in first) return ofGrades(rows);
  if (first !== undefined && !("lesson" in first && "event" in first))
    throw new Error("its columns are neither those of grades nor of progress");
  const attempts = rows
    .filter(({ event, outcome }) => event === "attempt" && outcome !== "not written")
    .map(({ lesson = "", exercise = "", right, outcome, picked, mistakes, what }) => ({
      exercise: `${lesson}/${exercise}`,
      right: right === "" ? undefined : right === "true",
      ...(picked === undefined || picked === "" ? {} : { picked: ofCell(picked) }),
      mistakes: mistakesIn(mistakes, what),
      ...(STOPPED.has(outcome) ? { stopped: true as const } : {}),
    }));
  return [{ name, attempts }];
}

/** Outcomes of what was written and did not run to its end, or could not be read. */
const STOPPED: ReadonlySet<string | undefined> = new Set(["crashed", "took too long", "note"]);

/** Outcomes of what has no answer. */
const WITHOUT: ReadonlySet<string> = new Set(["not written", "missing"]);

function ofGrades(rows: readonly CsvRow[]): Student[] {
  const byName = new Map<string, Student>();
  for (const row of rows)
    byName.set(row["student"] ?? "", joined(byName.get(row["student"] ?? ""), ofGrade(row)));
  return [...byName.values()];
}

function ofGrade(row: CsvRow): Student {
  const { student: name = "", exercise = "", outcome = "", credit = "", error = "", override = "" } = row;
  const { mistakes, what, graded = "", extension = "" } = row;
  const isDecided = override !== "";
  const isGraded = isDecided || outcome !== "not graded";
  const isAnswered = exercise !== "" && (isDecided || !WITHOUT.has(outcome));
  const right = ["kept", "otherwise"].includes(outcome)
    ? undefined
    : isDecided
      ? Number(credit) === 1
      : outcome === "right";
  const stopped = !isDecided && (STOPPED.has(outcome) || (outcome === "not yet" && error !== ""));
  const attempt = { exercise, right, mistakes: mistakesIn(mistakes, what) };
  const instead = graded === "" ? "" : ` in place of ${graded}`;
  const decided = [
    ...(isDecided ? [{ exercise, what: `${credit}${instead}: ${unguarded(override)}` }] : []),
    ...(extension === "" ? [] : [{ exercise: "", what: `time until ${extension}` }]),
  ];
  return {
    name,
    attempts: isAnswered && isGraded ? [{ ...attempt, ...(stopped ? { stopped: true as const } : {}) }] : [],
    ...(isGraded ? {} : { notGraded: [exercise] }),
    ...(isGraded && !isAnswered ? { notHandedIn: [exercise] } : {}),
    ...(decided.length === 0 ? {} : { decided }),
  };
}

/** Ids of mistakes in one cell, and what each is in another; tables of before have the ids alone. */
function mistakesIn(ids = "", words = ""): RecordedMistake[] {
  const each = words.split(BETWEEN).map(unguarded);
  return ids
    .split(BETWEEN)
    .map(unguarded)
    .flatMap((id, i, { length }) => {
      const what = each.length === length && each[i] !== "" ? { what: each[i]! } : {};
      return id === "" ? [] : [{ id, ...what }];
    });
}

function ofCell(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
