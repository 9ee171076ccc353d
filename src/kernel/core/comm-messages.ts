/**
 * What front ends ask the kernel over comms, and what it answers: each side reads the other's messages by these.
 * A comm is opened with the question, and closed with the answer.
 */
import * as v from "valibot";
import { STATUS } from "../../exercises/progress.ts";
import { NEW_EVENT } from "../../exercises/progress-event.ts";

/** The comm target of exercise cards, and that of front ends that run cells above first. */
export const EXERCISES = "fall-line.exercises";
export const CELLS_ABOVE = "fall-line.cells";

const TEXTS = v.array(v.string());
const LONGEST = 20_000;

/** What is recorded of a card: what a function did is none of it. */
const RECORDED = v.pipe(
  v.object({
    ...v.omit(NEW_EVENT, ["named"]).entries,
    outcome: v.exactOptional(v.picklist(["right", "almost", "not yet", "otherwise", "kept"])),
  }),
  v.check(({ event, picked }) => event !== "compare" || v.is(TEXTS, picked)),
);

/** What a card says: how far is an exercise, or what is to be recorded of it. */
export const FROM_CARD = v.variant("type", [
  v.object({ type: v.literal("status"), id: v.string() }),
  v.object({
    type: v.literal("record"),
    event: v.pipe(
      v.looseObject({}),
      v.check((event) => JSON.stringify(event).length < LONGEST),
      RECORDED,
    ),
  }),
]);

/** What a card is answered. */
export const TO_CARD = v.variant("type", [
  v.object({ type: v.literal("status"), status: STATUS }),
  v.object({ type: v.literal("failed"), message: v.string() }),
]);

export type ToCard = v.InferOutput<typeof TO_CARD>;

/** The texts of the cells above, and of the cell that is to be run. */
export const ABOVE = v.object({ above: TEXTS, cell: v.string() });

/** The positions of those above that it needs and this session has not run, and the names that it lacks itself. */
export const NEEDED = v.object({ cells: v.array(v.number()), names: TEXTS });
