import type { Original } from "./answers/originals.ts";
import type { Graded } from "./grade.ts";
import type { Ended } from "./sandbox/limits.ts";
import type { Submission } from "./submission/find.ts";

/** What a thread that grades is started with. */
export interface ThreadData {
  /** The course's library, with its exercises. */
  readonly library: string;
  readonly sandbox: string;
  readonly originals: ReadonlyMap<string, Original>;
  readonly asked: readonly string[];
  readonly solutions: boolean;
  readonly seeds: readonly number[];
}

/** What it is asked to do. */
export interface Task {
  readonly submission: Submission;
  /** Exercises that did not end by themselves before, and why they were ended. */
  readonly stuck: ReadonlyMap<string, Ended>;
}

/** What it tells. */
export type FromThread =
  | { readonly type: "ready" }
  | { readonly type: "begin"; readonly exercise: string }
  /** An answer has filled its memory and goes on. */
  | { readonly type: "full" }
  | { readonly type: "done"; readonly graded: Graded }
  | { readonly type: "failed"; readonly message: string };
