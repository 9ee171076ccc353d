import timers from "node:timers";
import { promisify } from "node:util";
import { type Callback, type Start, Timers } from "../../core/session/timers.ts";

/** Puts ours in the place of Node's timers, ticks and microtasks. */
export function replaceTimers(ours: Timers): void {
  for (const kind of ["Timeout", "Interval", "Immediate"] as const) {
    const start = timers[`set${kind}`] as unknown as Start & { [promisify.custom]?: unknown };
    const set = ours.replace(kind, start, timers[`clear${kind}`] as (timer: unknown) => void);
    if (start[promisify.custom] !== undefined)
      Object.defineProperty(set, promisify.custom, { value: start[promisify.custom] });
  }
  const queueMicrotask = globalThis.queueMicrotask;
  globalThis.queueMicrotask = (callback) => queueMicrotask(ours.carried(callback));
  const nextTick = process.nextTick.bind(process);
  process.nextTick = (callback: Callback, ...args: unknown[]) => nextTick(ours.carried(callback), ...args);
}
