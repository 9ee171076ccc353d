import { Worker } from "node:worker_threads";
import { describe, expect, test, vi } from "vitest";
import { anyTurn, Flag, flagCount, type Header } from "../../../src/kernel/core/channel.ts";
import { runOnNode } from "../../../src/kernel/node/platform.ts";
import { TrackedParents } from "../../../src/kernel/node/session/parents.ts";
import { Interrupted } from "../../../src/kernel/core/errors/report.ts";
import { LatestParents } from "../../../src/kernel/core/session/parents.ts";
import { Turns } from "../../../src/kernel/core/session/turns.ts";

runOnNode();

describe("an interruption", () => {
  const header = {} as Header;

  /** Interrupts a turn once another has begun. */
  async function heard(target: (turn: number) => number): Promise<boolean> {
    const flags = new Int32Array(flagCount);
    const turns = new Turns(flags, new TrackedParents());
    await turns.run(header, () => 1);
    Atomics.store(flags, Flag.target, target(Atomics.load(flags, Flag.turn)));
    Atomics.store(flags, Flag.interrupt, 1);
    let reached = false;
    await turns
      .run(header, () => {
        turns.throwIfInterrupted();
        reached = true;
      })
      .catch((error: unknown) => expect(error).toEqual(new Interrupted("stopped before it ran")));
    const told: boolean[] = [];
    const hear = (): void => turns.hearInterruption((isMeant) => told.push(isMeant));
    hear();
    hear();
    expect(told).toEqual([!reached]);
    return told[0]!;
  }

  test("for a turn that has ended does not reach the next one", async () => {
    expect(await heard((turn) => turn)).toBe(false);
  });

  test("for the turn that runs, or for whatever runs, reaches it, once", async () => {
    expect(await heard((turn) => turn + 1)).toBe(true);
    expect(await heard(() => anyTurn)).toBe(true);
  });

  test("is heard again when hearing it was cut short", () => {
    const flags = new Int32Array(flagCount);
    const turns = new Turns(flags, new TrackedParents());
    Atomics.store(flags, Flag.target, anyTurn);
    Atomics.store(flags, Flag.interrupt, 1);
    const cutShort = (): void => {
      throw new Error("terminated");
    };
    expect(() => turns.hearInterruption(cutShort)).toThrow("terminated");
    let isHeard = false;
    turns.hearInterruption(() => (isHeard = true));
    expect([isHeard, Atomics.load(flags, Flag.interrupt)]).toEqual([true, 0]);
  });

  test("that has overtaken its request is heard when the request has come", () => {
    const flags = new Int32Array(flagCount);
    const turns = new Turns(flags, new TrackedParents());
    Atomics.store(flags, Flag.request, 7);
    Atomics.store(flags, Flag.target, anyTurn);
    Atomics.store(flags, Flag.interrupt, 1);
    const told: boolean[] = [];
    for (const request of [6, 7]) {
      turns.begin(request);
      turns.enterStudentCode();
      turns.hearInterruption((isMeant) => told.push(isMeant));
      expect(Atomics.load(flags, Flag.interrupt)).toBe(request === 6 ? 1 : 0);
      expect(Atomics.load(flags, Flag.running)).toBe(request === 6 ? 0 : 1);
    }
    expect(told).toEqual([true]);
  });

  test("leaves a request alone that comes meanwhile: it begins once, and when nothing is about to be terminated", async () => {
    const flags = new Int32Array(new SharedArrayBuffer(4 * flagCount));
    const turns = new Turns(flags, new TrackedParents());
    turns.enterStudentCode();
    Atomics.store(flags, Flag.terminating, 1);
    const terminated = `const { workerData: flags } = require("node:worker_threads");
      while (Atomics.load(flags, ${String(Flag.running)}) === 1);
      Atomics.store(flags, ${String(Flag.turn)}, 9);
      Atomics.store(flags, ${String(Flag.terminating)}, 0);`;
    const control = new Worker(terminated, { eval: true, workerData: flags });
    expect([turns.begin(4), flags[Flag.turn], flags[Flag.running]]).toEqual([true, 9, 0]);
    expect([turns.begin(4), turns.begin(3), turns.latestRequest, turns.begin(5)]).toEqual([
      false,
      false,
      4,
      true,
    ]);
    await control.terminate();
  });

  test("that comes before the turn has begun keeps it from running", async () => {
    const turns = new Turns(new Int32Array(flagCount), new TrackedParents());
    let ran = false;
    const turn = turns.run(header, () => (ran = true));
    turns.interrupt("", header);
    await expect(turn).rejects.toThrow("the cell was stopped");
    await new Promise((resolve) => setImmediate(resolve));
    expect(ran).toBe(false);
  });
});

describe("a termination that is on its way", () => {
  const header = {} as Header;
  const begin = () => {
    const flags = new Int32Array(flagCount);
    Atomics.store(flags, Flag.terminating, 1);
    return { flags, turns: new Turns(flags, new TrackedParents()) };
  };
  const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test("is waited for before a turn ends, whose end it would take with it", async () => {
    const { flags, turns } = begin();
    let ended = 0;
    void turns.run(header, () => 1).then((value) => (ended = value));
    for (let i = 0; i < 9; i++) await soon();
    expect([ended, Atomics.load(flags, Flag.running)]).toEqual([0, 0]);
    Atomics.store(flags, Flag.terminating, 0);
    while (ended === 0) await soon();
    expect(ended).toBe(1);
  });

  test("takes the end of a turn with it, which an interruption then ends", async () => {
    const { turns } = begin();
    const turn = turns.run(header, () => 1);
    for (let i = 0; i < 9; i++) await soon();
    turns.interrupt("", header);
    await expect(turn).rejects.toThrow("the cell was stopped");
  });

  test("is waited for before an interruption is heard, and what runs is what ran", () => {
    const { flags, turns } = begin();
    turns.enterStudentCode();
    Atomics.store(flags, Flag.target, anyTurn);
    Atomics.store(flags, Flag.interrupt, 1);
    let asked = 0;
    const { load } = Atomics;
    const isHere = (words: unknown, index: number) => {
      if (index === Flag.terminating && ++asked === 3) Atomics.store(flags, Flag.terminating, 0);
      return load(words as Int32Array, index);
    };
    vi.spyOn(Atomics, "load").mockImplementation(isHere as unknown as typeof load);
    turns.hearInterruption(() => expect([asked, flags[Flag.running]]).toEqual([3, 0]));
    vi.restoreAllMocks();
    expect([asked, flags[Flag.running], flags[Flag.interrupt]]).toEqual([3, 1, 0]);
  });
});

describe("turns of two requests", () => {
  const [one, other] = [{ msg_id: "1" } as Header, { msg_id: "2" } as Header];
  const never = new Promise<never>(() => undefined);
  const begin = () => {
    const parents = new LatestParents();
    return { parents, turns: new Turns(new Int32Array(flagCount), parents) };
  };

  test("run each on behalf of its own", async () => {
    const { parents, turns } = begin();
    const runs = [one, other].map((header) => turns.run(header, () => parents.current));
    expect(await Promise.all(runs)).toEqual([one, other]);
  });

  test("are ended each by what is meant for it, with the reason that is given", async () => {
    const { turns } = begin();
    const first = turns.run(one, () => "done");
    const second = turns.run(other, () => never);
    expect(await first).toBe("done");
    expect(turns.current).toBe(other);
    turns.interrupt("not this one", one);
    turns.interrupt("none", undefined);
    turns.interrupt("it takes too much memory", other);
    await expect(second).rejects.toEqual(new Interrupted("it takes too much memory"));
    expect(turns.current).toBeUndefined();
  });
});
