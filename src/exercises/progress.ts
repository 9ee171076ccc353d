import * as v from "valibot";
import { progressFile } from "./from-kernel.ts";
import { MISTAKE, type RecordedMistake } from "./mistake.ts";
import { tellRoom } from "./room/joined.ts";
import { type NewEvent, idOf, parseEvents, type ProgressEvent, splitId } from "./progress-event.ts";

/** How far one exercise is. */
export interface Status {
  readonly id: string;
  /** `answered` is what was given once and is no success: a guess that came out otherwise, an explanation. */
  readonly state: "new" | "tried" | "almost" | "answered" | "done";
  readonly attempts: number;
  /** Whether the first of them was right; nothing where it could be neither. */
  readonly rightFirst?: boolean | undefined;
  readonly hints: number;
  readonly solutionSeen: boolean;
  /** The best credit so far; nothing for what is not marked. */
  readonly credit?: number | undefined;
  /** What was picked or typed last. */
  readonly picked?: unknown;
  /** The mistakes in the last attempt. */
  readonly mistakes: readonly RecordedMistake[];
  /** Whether their name was said since. */
  readonly named: boolean;
  /** Which of the things to look for an explanation had, as its author says. */
  readonly found: readonly string[];
}

/** The same in a message. */
export const STATUS = v.object({
  id: v.string(),
  state: v.picklist(["new", "tried", "almost", "answered", "done"]),
  attempts: v.number(),
  rightFirst: v.optional(v.boolean()),
  hints: v.number(),
  solutionSeen: v.boolean(),
  credit: v.optional(v.number()),
  picked: v.optional(v.unknown()),
  mistakes: v.pipe(v.array(MISTAKE), v.readonly()),
  named: v.boolean(),
  found: v.pipe(v.array(v.string()), v.readonly()),
}) satisfies v.GenericSchema<unknown, Status>;

const kept: ProgressEvent[] = [];

/** Is what happens written into a file? Without a kernel it is remembered until the program ends. */
export function isRecorded(): boolean {
  return progressFile() !== undefined;
}

/**
 * Keep what happened.
 * @param before how far the exercise was
 */
export function record({ id, event, ...rest }: NewEvent, before: Status): void {
  const file = progressFile();
  const full: ProgressEvent = {
    v: 2,
    time: new Date().toISOString(),
    ...(file?.library === undefined ? {} : { library: file.library }),
    ...splitId(id),
    event,
    ...(event === "attempt" ? { attempt: before.attempts + 1 } : {}),
    ...rest,
  };
  if (file === undefined) kept.push(full);
  else file.append(JSON.stringify(full));
  tellRoom(full);
}

/** All events so far, the oldest first. */
export function events(): readonly ProgressEvent[] {
  const file = progressFile();
  return file === undefined ? kept : parseEvents(file.read());
}

/**
 * Names of lessons by the names they had before, and ids of exercises by theirs:
 * `{ decay: "learning-rate-decay", "rmsprop/swapped": "rmsprop/proud" }`.
 */
export type FormerNames = Readonly<Record<string, string>>;

/** The id of today: `decay/halving` is `learning-rate-decay/halving`. */
export function presentId(id: string, names: FormerNames): string {
  const { lesson, exercise } = splitId(id);
  const inLesson = Object.hasOwn(names, lesson) ? idOf({ lesson: names[lesson]!, exercise }) : id;
  return Object.hasOwn(names, inLesson) ? names[inLesson]! : inLesson;
}

/** What was recorded under ids of before, under those of today. */
export function underPresentIds(all: readonly ProgressEvent[], names: FormerNames): ProgressEvent[] {
  return all.map(({ recalls, ...event }) => ({
    ...event,
    ...splitId(presentId(idOf(event), names)),
    ...(recalls === undefined ? {} : { recalls: presentId(recalls, names) }),
  }));
}

/** How far each exercise is, by id, from all that happened since it was last started over. */
export function statuses(all: readonly ProgressEvent[]): Map<string, Status> {
  const found = new Map<string, Status>();
  for (const event of all) {
    const id = idOf(event);
    found.set(id, after(found.get(id) ?? fresh(id), event));
  }
  return found;
}

/** An exercise that nobody has touched. */
export function fresh(id: string): Status {
  return {
    id,
    state: "new",
    attempts: 0,
    rightFirst: undefined,
    hints: 0,
    solutionSeen: false,
    credit: undefined,
    picked: undefined,
    mistakes: [],
    named: false,
    found: [],
  };
}

function after(before: Status, event: ProgressEvent): Status {
  switch (event.event) {
    case "hint":
      return { ...before, hints: before.hints + 1 };
    case "name":
      return { ...before, named: true };
    case "solution":
      return { ...before, solutionSeen: true };
    case "compare":
      return { ...before, found: v.is(STATUS.entries.found, event.picked) ? event.picked : [] };
    case "reset":
      return fresh(before.id);
    case "attempt":
      return event.outcome === "not written" ? before : attempted(before, event);
  }
}

const ORDER: readonly Status["state"][] = ["new", "tried", "almost", "answered", "done"];

function attempted(before: Status, event: ProgressEvent): Status {
  const { credit, picked = before.picked, mistakes = [], named = false } = event;
  const state = stateOf(event);
  return {
    ...before,
    attempts: before.attempts + 1,
    rightFirst: before.attempts === 0 ? event.right : before.rightFirst,
    state: ORDER.indexOf(state) > ORDER.indexOf(before.state) ? state : before.state,
    credit: credit === undefined ? before.credit : Math.max(before.credit ?? 0, credit),
    picked,
    mistakes: event.right === true ? [] : mistakes,
    named,
  };
}

function stateOf({ outcome, right }: ProgressEvent): Status["state"] {
  if (right === true) return "done";
  if (outcome === "otherwise" || outcome === "kept") return "answered";
  return outcome === "almost" ? "almost" : "tried";
}
