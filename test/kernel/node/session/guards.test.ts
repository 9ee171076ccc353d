import timers from "node:timers";
import { promisify } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Timers } from "../../../../src/kernel/core/session/timers.ts";
import { installLimits } from "../../../../src/kernel/node/session/limits.ts";
import { protectSession } from "../../../../src/kernel/node/session/protection.ts";
import { replaceTimers } from "../../../../src/kernel/node/session/timers.ts";
import runner from "../../../../src/kernel/node/session/vm.ts";

describe("what would end the session", () => {
  const own = { exit: process.exit, abort: process.abort, kill: process.kill }; // oxlint-disable-line typescript/unbound-method
  afterEach(() => void Object.assign(process, own));

  function protectedSession() {
    const printed: string[][] = [];
    const listeners = new Map<unknown, (reason: unknown) => void>();
    const killed: unknown[][] = [];
    let uncaught!: (error: Error) => void;
    vi.spyOn(process, "setUncaughtExceptionCaptureCallback").mockImplementation((hear) => (uncaught = hear!));
    vi.spyOn(process, "removeAllListeners").mockReturnValue(process);
    vi.spyOn(process, "on").mockImplementation((name, hear) => {
      listeners.set(name, hear as never);
      return process;
    });
    process.kill = (...words) => {
      killed.push(words);
      return true;
    };
    const output = { print: (...words: string[]) => printed.push(words) };
    protectSession(output as never, (error) => `told of ${String(error)}`);
    return {
      printed,
      killed,
      uncaught,
      reject: listeners.get("unhandledRejection")!,
      warn: listeners.get("warning")!,
    };
  }

  test("is printed when it goes wrong after a cell or in a promise", () => {
    const { printed, uncaught, reject, warn } = protectedSession();
    uncaught("late" as never);
    reject("lost");
    warn(new Error("careful"));
    warn(Object.assign(new Error("new"), { name: "ExperimentalWarning" }));
    expect(printed).toEqual([
      ["stderr", "Error in a timer or an event: told of late\n"],
      ["stderr", "Error in a promise that nothing awaits: told of lost\n"],
      ["stderr", "Warning: careful\n"],
    ]);
  });

  test.each<[string, () => void]>([
    ["process.exit()", () => process.exit()],
    ["process.abort()", () => process.abort()],
    ["process.kill() of the kernel itself", () => process.kill(process.pid)],
    ["process.kill() of the kernel itself", () => process.kill(process.ppid, "SIGTERM")],
    ["process.kill() of the kernel itself", () => process.kill(0)],
  ])("is refused: %s", (what, end) => {
    const { killed } = protectedSession();
    expect(end).toThrow(
      `${what} would end the session and is not done here; to start anew, restart the kernel`,
    );
    expect(killed).toEqual([]);
  });

  test("leaves other programs to the cell", () => {
    const { killed } = protectedSession();
    expect(process.kill(123_456_789, "SIGINT")).toBe(true);
    expect(killed).toEqual([[123_456_789, "SIGINT"]]);
  });
});

describe("a time limit", () => {
  type Limit = <T>(action: () => T, milliseconds: number) => T;
  const slot = Symbol.for("fall-line.limits");
  afterEach(() => void Reflect.deleteProperty(globalThis, slot));
  const run: Limit = (...words) =>
    (globalThis as unknown as Record<symbol, { runWithTimeLimit: Limit }>)[slot]!.runWithTimeLimit(...words);

  test("gives what the function gives, also one within another", () => {
    installLimits();
    expect(run(() => [run(() => 1, 1000), run(() => 2, 1000)], 1000)).toEqual([1, 2]);
  });

  test.each([new TypeError("mine"), undefined, "text"])("throws what the function throws: %s", (error) => {
    installLimits();
    const thrown: unknown[] = [];
    try {
      run(() => {
        throw error; // oxlint-disable-line typescript/only-throw-error
      }, 1000);
    } catch (caught) {
      thrown.push(caught);
    }
    expect(thrown).toEqual([error]);
    expect(thrown[0]).toBe(error);
  });

  test("ends a loop long before its own end", () => {
    installLimits();
    const long = () => {
      for (const end = Date.now() + 2000; Date.now() < end;);
    };
    expect(() => run(long, 5)).toThrow("not finished after 5 ms");
  });

  test("ends a loop that catches everything, and tells how long it had", () => {
    installLimits();
    const loop = () => {
      for (;;) {
        try {
          for (;;);
        } catch {
          continue;
        }
      }
    };
    expect(() => run(loop, 5)).toThrow(
      expect.objectContaining({
        name: "TimeLimitExceeded",
        message: expect.stringContaining("5 ms") as string,
      }) as Error,
    );
    expect(run(() => "goes on", 1000)).toBe("goes on");
  });
});

test("code runs as a script of this context, where it leaves its names", () => {
  runner.runInThisContext("var fallLineTrial = 41");
  expect(runner.runInThisContext("fallLineTrial + 1")).toBe(42);
  Reflect.deleteProperty(globalThis, "fallLineTrial");
});

describe("the timers of cells", () => {
  const { queueMicrotask } = globalThis;
  const { nextTick } = process; // oxlint-disable-line typescript/unbound-method
  afterEach(() => {
    Object.assign(globalThis, { queueMicrotask });
    process.nextTick = nextTick;
  });

  function replaced() {
    const given: unknown[][] = [];
    const sets: Record<string, unknown>[] = [];
    const ours = {
      replace(...words: unknown[]) {
        given.push(words);
        sets.push((() => undefined) as never);
        return sets.at(-1);
      },
      carried:
        (callback: (...words: unknown[]) => void) =>
        (...words: unknown[]) =>
          callback("carried", ...words),
    };
    replaceTimers(ours as unknown as Timers);
    return { given, sets };
  }

  test("are replaced one for one, and go on giving promises", () => {
    const { given, sets } = replaced();
    expect(given).toEqual([
      ["Timeout", timers.setTimeout, timers.clearTimeout],
      ["Interval", timers.setInterval, timers.clearInterval],
      ["Immediate", timers.setImmediate, timers.clearImmediate],
    ]);
    const custom = promisify.custom as unknown as string;
    const promised = [timers.setTimeout, undefined, timers.setImmediate].map(
      (start) => (start as never as Record<string, unknown> | undefined)?.[custom],
    );
    expect(promised[0]).toBeDefined();
    expect(sets.map((set) => set[custom])).toEqual(promised);
  });

  test("carry ticks and microtasks on, with what is given to them", async () => {
    replaced();
    const seen: unknown[][] = [];
    const see = (...words: unknown[]) => void seen.push(words);
    globalThis.queueMicrotask(see);
    process.nextTick(see, 1, 2);
    await new Promise(setImmediate);
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(["carried"]);
    expect(seen).toContainEqual(["carried", 1, 2]);
  });
});
