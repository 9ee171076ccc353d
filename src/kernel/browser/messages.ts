import type { ToProtocol, ToSession } from "../core/channel.ts";
import type { FormerNames } from "../../exercises/progress.ts";
import type { ProgressEvent } from "../../exercises/progress-event.ts";

/** What cells import as `fall-line`, as it is built. */
export interface Library {
  /** An ES module without imports, and its declarations. */
  readonly code: string;
  readonly types: string;
  /** What lessons were called before. */
  readonly formerNames: FormerNames;
}

/** From the page to the worker. */
export type ToWorker =
  | {
      type: "start";
      library: Library;
      /** Whether the page draws all figures and cards live. */
      drawsLive: boolean;
      /** What was kept so far of the student's progress, as lines. */
      progress: string[];
      /** An address that can be read until what runs is to stop. */
      signal: string;
    }
  | Extract<ToSession, { type: "request" }>
  /** `signal` is good from now on. */
  | { type: "interrupt"; signal: string }
  /** A line of the progress that was added elsewhere: by a card of the page, in another tab. */
  | { type: "progress"; line: string }
  /** What has just happened on a card of the page: a room that cells have joined is told. */
  | { type: "room"; event: ProgressEvent }
  /** A line of the progress is kept for good, or cannot be kept. */
  | { type: "kept"; id: number; failure?: string };

/** From the worker to the page. */
export type FromWorker = ToProtocol | { type: "keep"; id: number; line: string };
