import { tellRoom } from "../../../exercises/room/joined.ts";
import type { Session } from "../../core/session/session.ts";
import type { ToWorker } from "../messages.ts";
import type { Lookout } from "./lookout.ts";
import type { KeptProgress } from "./progress.ts";

/** A session that was opened, with what looks out for Stop and what keeps the progress. */
export interface Opened {
  readonly session: Pick<Session, "requests">;
  readonly lookout: Pick<Lookout, "isStopping" | "watch">;
  readonly progress: Pick<KeptProgress, "learn" | "settle">;
  /** Called when the student has pressed Stop. */
  readonly hear: () => void;
}

/** Takes what the page says when the session has begun. */
export function takeFromPage(
  message: Exclude<ToWorker, { type: "start" }>,
  { session, lookout, progress, hear }: Opened,
): void {
  switch (message.type) {
    case "request":
      void session.requests.answer(message);
      break;
    case "progress":
      progress.learn([message.line]);
      break;
    case "room":
      tellRoom(message.event);
      break;
    case "kept":
      progress.settle(message.id, message.failure);
      break;
    case "interrupt":
      // What has seen it by itself, in a running cell, has heard it.
      if (!lookout.isStopping) hear();
      lookout.watch(message.signal);
      break;
  }
}

/** Where exercises keep what was answered. `library` is the version that writes. */
export function exerciseProgress(
  library: string,
  progress: Pick<KeptProgress, "append" | "read" | "kept">,
  lookout: Pick<Lookout, "throwIfStopped">,
) {
  return {
    library,
    append(line: string): void {
      // A check that was stopped is no attempt.
      lookout.throwIfStopped();
      progress.append(line);
    },
    read: () => progress.read(),
    kept: () => progress.kept(),
  };
}
