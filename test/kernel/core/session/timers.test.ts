import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Header } from "../../../../src/kernel/core/channel.ts";
import { LatestParents } from "../../../../src/kernel/core/session/parents.ts";
import { type Callback, type Kind, type Start, Timers } from "../../../../src/kernel/core/session/timers.ts";

const [one, other] = [{ msg_id: "1" } as Header, { msg_id: "2" } as Header];

afterEach(() => vi.unstubAllGlobals());

/** The timers of cells upon timers that are run by hand. */
function byHand(kind: Kind) {
  vi.stubGlobal(`set${kind}`, undefined);
  vi.stubGlobal(`clear${kind}`, undefined);
  const running = new Map<number, Callback>();
  const ended: unknown[] = [];
  const given: unknown[][] = [];
  const start: Start = (callback, ...args) => {
    given.push(args);
    running.set(given.length, callback);
    return given.length;
  };
  const parents = new LatestParents();
  const timers = new Timers(parents);
  const set = timers.replace(kind, start, (timer) => ended.push(timer));
  const globals = globalThis as unknown as Record<string, { name: string } & ((timer: unknown) => void)>;
  parents.resume(one);
  return { parents, timers, set, running, ended, given, clear: globals[`clear${kind}`]!, globals };
}

describe("a timer of a cell", () => {
  test.each(["Timeout", "Interval", "Immediate"] as const)(
    "set%s is known by the name it has everywhere",
    (kind) => {
      const { set, clear, globals } = byHand(kind);
      expect([set.name, clear.name]).toEqual([`set${kind}`, `clear${kind}`]);
      expect(globals[`set${kind}`]).toBe(set);
    },
  );

  test("runs on behalf of the cell that set it, with what it is given, and gives what it returns", () => {
    const { parents, set, running, given } = byHand("Timeout");
    const seen: unknown[] = [];
    set((...args: unknown[]) => seen.push(parents.current, ...args), 50, "x");
    expect(given).toEqual([[50, "x"]]);
    parents.resume(other);
    expect(running.get(1)!("x")).toBe(2);
    expect(seen).toEqual([one, "x"]);
    expect(parents.current).toBe(other);
  });

  test("is stopped with its cell, and not with another; with all, when none is named", () => {
    const { parents, timers, set, ended } = byHand("Timeout");
    set(() => 1);
    parents.resume(other);
    set(() => 2);
    timers.stop(other);
    expect(ended).toEqual([2]);
    timers.stop();
    timers.stop();
    expect(ended).toEqual([2, 1]);
  });

  test.each([
    ["Timeout", []],
    ["Immediate", []],
    ["Interval", [1]],
  ] as const)("of the kind %s has nothing to stop after it ran, but an interval", (kind, stopped) => {
    const { timers, set, running, ended } = byHand(kind);
    set(() => 1);
    running.get(1)!();
    timers.stop(one);
    expect(ended).toEqual(stopped);
  });

  test("that was cleared is ended once", () => {
    const { timers, set, ended, clear } = byHand("Interval");
    clear(set(() => 1));
    timers.stop();
    expect(ended).toEqual([1]);
  });

  test("takes what is no function as it is, which the engine refuses", () => {
    const { timers, set, running } = byHand("Timeout");
    set("text" as unknown as Callback);
    expect(running.get(1)).toBe("text");
    expect(timers.carried("text" as unknown as Callback)).toBe("text");
  });

  test("hands a callback on that belongs to the cell that hands it over", () => {
    const { parents, timers } = byHand("Timeout");
    const carried = timers.carried(() => parents.current);
    parents.resume(other);
    expect([carried(), parents.current]).toEqual([one, other]);
  });
});

describe("whose code runs", () => {
  let parents: LatestParents;
  beforeEach(() => {
    parents = new LatestParents();
  });

  test("is the latest request's, where nobody's code goes on", () => {
    parents.goOn(undefined);
    expect(parents.current).toBeUndefined();
    parents.resume(one);
    parents.resume(other);
    parents.goOn(one);
    expect(parents.current).toBe(one);
    parents.goOn(undefined);
    expect(parents.current).toBe(other);
  });

  test("is the latest's again after a callback that throws", () => {
    parents.resume(one);
    const fails = parents.carry(() => {
      throw new Error("no");
    });
    parents.resume(other);
    expect(fails).toThrow("no");
    expect(parents.current).toBe(other);
  });
});
