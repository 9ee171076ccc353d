import * as v from "valibot";
import { recordOf } from "../schema.ts";
import { ASKED, TRUTH } from "./protocol.ts";

/** What the room knows of a question: as phones are asked it, what is true, and what may be answered. */
export const KNOWN = v.object({
  asked: ASKED,
  truth: v.object(TRUTH),
  /** What hands are raised for in the deck, in its order. */
  hands: v.array(v.string()),
  /** Whether a notebook may answer it. */
  takesCode: v.boolean(),
  /** The mistakes that are known of its answers, in words by their ids. */
  mistakes: recordOf(v.string()),
  /** Of lines that are put in order: those that belong to it, each with those that must stand before it. */
  before: v.exactOptional(recordOf(v.pipe(v.array(v.string()), v.readonly()))),
});
export type KnownQuestion = v.InferOutput<typeof KNOWN>;

/** By their ids. */
export type Questions = ReadonlyMap<string, KnownQuestion>;
