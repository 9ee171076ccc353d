/** Where a room was joined, it is told of what happens with exercises: by the library and by the kernel, each with its own copy of this. */
import type { ProgressEvent } from "../progress-event.ts";

type Listener = (event: ProgressEvent) => void;

const JOINED = Symbol.for("fall-line.room");

const slot = globalThis as { [JOINED]?: Listener | undefined };

/** From now on this is told, and who was told before no longer. */
export function listenToEvents(listener: Listener): void {
  slot[JOINED] = listener;
}

/** Ends it, unless another has taken its place. */
export function stopListening(listener: Listener): void {
  if (slot[JOINED] === listener) slot[JOINED] = undefined;
}

export function tellRoom(event: ProgressEvent): void {
  slot[JOINED]?.(event);
}
