import { afterAll } from "vitest";
import { installLimits } from "../../src/kernel/node/session/limits.ts";

const LIMITS = Symbol.for("fall-line.limits");

/** Lets the answers of a file take their time, so that the same is told of them on a busy machine. */
export function withoutClock(): void {
  const value = { runWithTimeLimit: (action: () => unknown) => action() };
  Object.defineProperty(globalThis, LIMITS, { value, configurable: true, writable: true });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, LIMITS);
  });
}

/**
 * What nearly all answers take a busy machine, and a loop without end more. In three times as long a list that grows all the while
 * becomes longer than V8 allows, which ends the process.
 */
const PATIENCE = 1000; // ms

/** Ends the answers of a file that come to no end. */
export function withPatience(): void {
  installLimits();
  const host = Reflect.get(globalThis, LIMITS) as {
    runWithTimeLimit: (action: () => unknown, milliseconds: number) => unknown;
  };
  const runInTime = host.runWithTimeLimit;
  host.runWithTimeLimit = (action) => runInTime(action, PATIENCE);
  afterAll(() => {
    Reflect.deleteProperty(globalThis, LIMITS);
  });
}
