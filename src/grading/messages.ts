import type { Places } from "../kernel/core/platform.ts";
import type { Original } from "./answers/originals.ts";
import type { Graded } from "./grade.ts";
import type { Submission } from "./submission/find.ts";
import type { HandedNotebook } from "./submission/read.ts";

/** What a thread that grades is started with. */
export interface ThreadData {
  /** The course's library, with its exercises. */
  readonly library: string;
  readonly sandbox: string;
  /** Where what notebooks are compiled with lies. */
  readonly places: Places;
  readonly originals: ReadonlyMap<string, Original>;
  readonly asked: readonly string[];
  readonly solutions: boolean;
  readonly seeds: readonly number[];
}

/** What it is asked to do. */
export type Task =
  /** To grade; `skipped` are exercises that could not be graded before, and why. */
  | { readonly type: "grade"; readonly submission: Submission; readonly skipped: ReadonlyMap<string, string> }
  /** To read the notebooks, and no more. */
  | { readonly type: "read"; readonly submission: Submission };

/** What it tells. */
export type FromThread =
  | { readonly type: "ready" }
  | { readonly type: "begin"; readonly exercise: string }
  | { readonly type: "graded"; readonly graded: Graded }
  | { readonly type: "read"; readonly notebooks: readonly HandedNotebook[] }
  | { readonly type: "failed"; readonly message: string };
