import type { Start, Timers } from "../../core/session/timers.ts";

/** Puts ours in the place of the browser's timers and microtasks. */
export function replaceTimers(ours: Timers): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask } = globalThis;
  ours.replace("Timeout", setTimeout as unknown as Start, clearTimeout as (timer: unknown) => void);
  ours.replace("Interval", setInterval as unknown as Start, clearInterval as (timer: unknown) => void);
  globalThis.queueMicrotask = (callback) => queueMicrotask(ours.carried(callback));
}
