import {
  events,
  fresh,
  type FormerNames,
  presentId,
  record,
  type Status,
  statuses,
  underPresentIds,
} from "../../exercises/progress.ts";
import { readMistakes } from "../../exercises/mistake.ts";
import { EVENTS, type NewEvent } from "../../exercises/progress-event.ts";
import type { Comm } from "./session/comms.ts";

/** What cards in the page say to the kernel. */
type FromCard =
  { readonly type: "standing"; readonly id: string } | { readonly type: "record"; readonly event: NewEvent };

/** What the kernel offers to code in cells, and to this. */
interface CommsHost {
  register(target: string, opened: (comm: Comm, data: unknown) => void): void;
}

/** Where what was answered is kept, as lines of JSON. */
interface Progress {
  /** Version of the library that writes. */
  readonly library: string;
  /** Adds a line. */
  append(line: string): void;
  read(): string[];
  /** When all that was added is kept for good, where that takes longer than adding it; fails when it cannot be kept. */
  kept?(): Promise<void>;
}

/** The comm target of exercise cards. */
const target = "fall-line.exercises";

/**
 * Gives the lesson library its progress file, and lets cards in the page record what
 * was answered on them. A card opens a comm, says `{ type: "record", event }` or `{ type: "standing", id }`, and is
 * answered `{ type: "standing", standing }`, or `{ type: "failed", message }`.
 * @param formerNames of lessons and exercises: what was recorded under them counts as well
 */
export function installExercises(progress: Progress, formerNames: FormerNames): void {
  Object.defineProperty(globalThis, Symbol.for("fall-line.progress"), {
    value: progress,
    configurable: true,
  });
  const comms = (globalThis as Record<symbol, unknown>)[Symbol.for("fall-line.comms")] as CommsHost;
  comms.register(target, (comm, data) => {
    comm.onMessage = (message) => void answer(comm, message, formerNames, progress);
    void answer(comm, data, formerNames, progress);
  });
}

async function answer(
  comm: Comm,
  message: unknown,
  formerNames: FormerNames,
  progress: Progress,
): Promise<void> {
  try {
    const asked = readMessage(message);
    if (asked === undefined) return;
    const id = presentId(asked.type === "record" ? asked.event.id : asked.id, formerNames);
    if (asked.type === "record") record({ ...asked.event, id }, statusOf(id, formerNames));
    if (progress.kept) await progress.kept();
    comm.send({ type: "standing", standing: statusOf(id, formerNames) });
  } catch (error) {
    comm.send({ type: "failed", message: (error as Error).message });
  }
}

function statusOf(id: string, formerNames: FormerNames): Status {
  return statuses(underPresentIds(events(), formerNames)).get(id) ?? fresh(id);
}

const kinds: readonly unknown[] = EVENTS;
const outcomes: readonly unknown[] = ["right", "almost", "not yet", "otherwise", "kept"];
const longest = 20_000;

/** A message that is what it should be; anything else is passed over. */
function readMessage(message: unknown): FromCard | undefined {
  const { type, id, event } = (message ?? {}) as {
    type?: unknown;
    id?: unknown;
    event?: Record<string, unknown>;
  };
  if (type === "standing" && typeof id === "string") return { type, id };
  if (type !== "record" || event === undefined) return undefined;
  const { id: of, event: kind, outcome, right, credit, picked, mistakes } = event;
  const sound =
    typeof of === "string" &&
    kinds.includes(kind) &&
    (outcome === undefined || outcomes.includes(outcome)) &&
    (right === undefined || typeof right === "boolean") &&
    (credit === undefined || typeof credit === "number") &&
    (mistakes === undefined || isListOfMistakes(mistakes)) &&
    (kind !== "compare" || isListOfTexts(picked)) &&
    JSON.stringify(event).length < longest;
  if (!sound) return undefined;
  const known = { id: of, event: kind, outcome, right, credit, picked, mistakes };
  return { type, event: JSON.parse(JSON.stringify(known)) as NewEvent };
}

function isListOfMistakes(value: unknown): boolean {
  return Array.isArray(value) && readMistakes(value).length === value.length;
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
