import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { protect } from "../../../src/kernel/browser/worker/protection.ts";
import { replaceTimers } from "../../../src/kernel/browser/worker/timers.ts";
import { Interrupted } from "../../../src/kernel/core/errors/report.ts";
import type { Timers } from "../../../src/kernel/core/session/timers.ts";

afterEach(() => vi.unstubAllGlobals());

describe("a session in a worker", () => {
  const listeners = new Map<string, (event: object) => void>();
  const printed: string[][] = [];
  beforeEach(() => {
    listeners.clear();
    printed.length = 0;
    vi.stubGlobal("close", undefined);
    vi.stubGlobal("addEventListener", (type: string, hear: () => void) => listeners.set(type, hear));
    protect({ print: (...words) => void printed.push(words) });
  });

  test.each([
    ["error", "error", "Error in a timer or an event: TypeError: no such thing"],
    ["unhandledrejection", "reason", "Error in a promise that nothing awaits: TypeError: no such thing"],
  ])("prints what goes wrong when a cell has ended, unless Stop has ended it: %s", (type, key, told) => {
    let prevented = 0;
    const error = new TypeError("no such thing");
    error.stack = "";
    for (const one of [error, new Interrupted("the cell was stopped")])
      listeners.get(type)!({ preventDefault: () => prevented++, [key]: one });
    expect(printed).toEqual([["stderr", expect.stringMatching(new RegExp(`^${told}\\n`))]]);
    // The browser says nothing of its own.
    expect(prevented).toBe(2);
  });

  test("is not closed by a cell", () => {
    expect(() => globalThis.close()).toThrow(
      "close() would end the session and is not done here; to start anew, restart the kernel",
    );
  });
});

test("timers and microtasks of cells are ours, upon those of the browser", () => {
  const own = Object.fromEntries(
    ["setTimeout", "clearTimeout", "setInterval", "clearInterval"].map((name) => [name, () => name]),
  );
  const queued: (() => unknown)[] = [];
  for (const [name, value] of Object.entries(own)) vi.stubGlobal(name, value);
  vi.stubGlobal("queueMicrotask", (callback: () => unknown) => queued.push(callback));
  const given: unknown[][] = [];
  const ours = {
    replace: (...words: unknown[]) => given.push(words),
    carried: (callback: () => unknown) => () => ["carried", callback()],
  };
  replaceTimers(ours as unknown as Timers);
  expect(given).toEqual([
    ["Timeout", own["setTimeout"], own["clearTimeout"]],
    ["Interval", own["setInterval"], own["clearInterval"]],
  ]);
  globalThis.queueMicrotask(() => "mine" as never);
  expect(queued.map((callback) => callback())).toEqual([["carried", "mine"]]);
});
