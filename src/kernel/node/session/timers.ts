import timers from "node:timers";
import { inspect, promisify } from "node:util";
import { type Callback, type Start, Timers } from "../../core/session/timers.ts";

/** A timer that is the value of a cell is told in a word, and not by what Node keeps in it. */
function nameTimers(): void {
  const [timeout, immediate] = [timers.setTimeout(() => undefined, 0), timers.setImmediate(() => undefined)];
  for (const timer of [timeout, immediate])
    Object.defineProperty(Object.getPrototypeOf(timer), inspect.custom, {
      value: () => "[Timer]",
      configurable: true,
    });
  timers.clearTimeout(timeout);
  timers.clearImmediate(immediate);
}

/** Puts ours in the place of Node's timers, ticks and microtasks. */
export function replaceTimers(ours: Timers): void {
  nameTimers();
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
