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
import { NEW_EVENT } from "../../exercises/progress-event.ts";
import type { Comm } from "./session/comms.ts";

const longest = 20_000;

/** What is recorded of a card: what a function did is none of it. */
const RECORDED = v.pipe(
  v.object({
    ...v.omit(NEW_EVENT, ["named"]).entries,
    outcome: v.exactOptional(v.picklist(["right", "almost", "not yet", "otherwise", "kept"])),
  }),
  v.check(({ event, picked }) => event !== "compare" || v.is(v.array(v.string()), picked)),
);

/** What cards in the page say to the kernel. */
const FROM_CARD = v.variant("type", [
  v.object({ type: v.literal("status"), id: v.string() }),
  v.object({
    type: v.literal("record"),
    event: v.pipe(
      v.looseObject({}),
      v.check((event) => JSON.stringify(event).length < longest),
      RECORDED,
    ),
  }),
]);

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
    const { success, output: asked } = v.safeParse(FROM_CARD, message);
    if (!success) return;
    const id = presentId(asked.type === "record" ? asked.event.id : asked.id, formerNames);
    if (asked.type === "record") record({ ...asked.event, id }, statusOf(id, formerNames));
    if (progress.kept) await progress.kept();
    comm.send({ type: "status", status: statusOf(id, formerNames) });
  } catch (error) {
    comm.send({ type: "failed", message: (error as Error).message });
  }
}

function statusOf(id: string, formerNames: FormerNames): Status {
  return statuses(underPresentIds(events(), formerNames)).get(id) ?? fresh(id);
}
