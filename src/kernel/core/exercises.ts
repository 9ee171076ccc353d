import * as v from "valibot";
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
import { EXERCISES, FROM_CARD, type ToCard } from "./comm-messages.ts";
import type { Comm } from "./session/comms.ts";

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

/**
 * Gives the lesson library its progress file, and lets cards in the page record what
 * was answered on them. A card opens a comm, says `{ type: "record", event }` or `{ type: "status", id }`, and is
 * answered `{ type: "status", status }`, or `{ type: "failed", message }`.
 * @param formerNames of lessons and exercises: what was recorded under them counts as well
 */
export function installExercises(progress: Progress, formerNames: FormerNames): void {
  Object.defineProperty(globalThis, Symbol.for("fall-line.progress"), {
    value: progress,
    configurable: true,
  });
  const comms = (globalThis as Record<symbol, unknown>)[Symbol.for("fall-line.comms")] as CommsHost;
  comms.register(EXERCISES, (comm, data) => {
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
  const send = (said: ToCard): void => comm.send(said);
  try {
    const { success, output: asked } = v.safeParse(FROM_CARD, message);
    if (!success) return;
    const id = presentId(asked.type === "record" ? asked.event.id : asked.id, formerNames);
    if (asked.type === "record") record({ ...asked.event, id }, statusOf(id, formerNames));
    if (progress.kept) await progress.kept();
    send({ type: "status", status: statusOf(id, formerNames) });
  } catch (error) {
    send({ type: "failed", message: (error as Error).message });
  }
}

function statusOf(id: string, formerNames: FormerNames): Status {
  return statuses(underPresentIds(events(), formerNames)).get(id) ?? fresh(id);
}
