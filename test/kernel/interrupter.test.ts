import { describe, expect, test, vi } from "vitest";
import { anyTurn, Flag, flagCount, isMeant } from "../../src/kernel/core/channel.ts";
import { Interrupter } from "../../src/kernel/node/control/interrupter.ts";
import { PATIENCE } from "../patience.ts";

/** The words that both threads see, while the turn of this number runs. */
function session(turn: number) {
  const flags = new Int32Array(new SharedArrayBuffer(4 * flagCount));
  Atomics.store(flags, Flag.turn, turn);
  const asked: string[] = [];
  const interrupter = new Interrupter(flags, (reason) => asked.push(reason));
  return { flags, asked, interrupter };
}

/** The session hears, as its `hearInterruption` does; the interrupter then has nothing to do any more. */
const hear = (flags: Int32Array) => Atomics.store(flags, Flag.interrupt, 0);

describe("an interruption", () => {
  test("is for whatever runs, tells the session why, and stays until it is heard", () => {
    const { flags, asked, interrupter } = session(7);
    interrupter.interrupt("by hand");
    expect(asked).toEqual(["by hand"]);
    expect(Atomics.load(flags, Flag.interrupt)).toBe(1);
    expect(Atomics.load(flags, Flag.target)).toBe(anyTurn);
    expect(isMeant(flags)).toBe(true);
    hear(flags);
  });

  test("is asked for again until it is heard", async () => {
    const { flags, asked, interrupter } = session(7);
    interrupter.interrupt("by hand");
    await vi.waitFor(() => expect(asked.slice(0, 3)).toEqual(["by hand", "by hand", "by hand"]), {
      timeout: PATIENCE,
    });
    hear(flags);
  });

  test("for one turn is not meant for the next one", () => {
    const { flags, interrupter } = session(7);
    interrupter.interrupt("out of memory", 7);
    expect(isMeant(flags)).toBe(true);
    Atomics.add(flags, Flag.turn, 1);
    expect(isMeant(flags)).toBe(false);
    hear(flags);
  });

  test("by the student is not taken back by one for a single turn that comes before it is heard", () => {
    const { flags, asked, interrupter } = session(7);
    interrupter.interrupt("by hand");
    interrupter.interrupt("out of memory", 3);
    expect(asked).toEqual(["by hand"]);
    expect(isMeant(flags)).toBe(true);
    interrupter.interrupt("by hand again");
    expect(asked).toEqual(["by hand", "by hand again"]);
    hear(flags);
  });

  test("wakes a cell that waits for an answer, which will not come", async () => {
    const { flags, interrupter } = session(1);
    const { Worker } = await import("node:worker_threads");
    const waiting = new Worker(
      `const { parentPort, workerData } = require("node:worker_threads");
       parentPort.postMessage("waiting");
       Atomics.wait(workerData, ${Flag.input}, 0);
       parentPort.postMessage(Atomics.load(workerData, ${Flag.input}));`,
      { eval: true, workerData: flags },
    );
    const said: unknown[] = [];
    const ended = new Promise((resolve) => waiting.once("exit", resolve));
    waiting.on("message", (message) => {
      said.push(message);
      if (message === "waiting") interrupter.interrupt("by hand");
    });
    await ended;
    expect(said).toEqual(["waiting", 2]);
    hear(flags);
  });
});
