import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Lookout } from "../../../src/kernel/browser/worker/lookout.ts";

/** The addresses that can be read. */
const readable = new Set<string>();
const asked: unknown[][] = [];

class Request {
  #address = "";
  open(...words: unknown[]): void {
    asked.push(words);
    this.#address = String(words[1]);
  }
  send(): void {
    if (!readable.has(this.#address)) throw new Error("there is nothing");
  }
}

let Made: typeof Lookout;
beforeAll(async () => {
  vi.stubGlobal("XMLHttpRequest", Request);
  vi.resetModules();
  ({ Lookout: Made } = await import("../../../src/kernel/browser/worker/lookout.ts"));
});
afterAll(() => void vi.unstubAllGlobals());

let time: number;
let heard: number;
let lookout: Lookout;
beforeEach(() => {
  time = 1000;
  heard = 0;
  asked.length = 0;
  readable.clear();
  readable.add("blob:go");
  vi.spyOn(performance, "now").mockImplementation(() => time);
  lookout = new Made(() => heard++);
  lookout.watch("blob:go");
  lookout.begin();
});

const thrownBy = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};
const nameOf = (error: unknown) => (error as Error | undefined)?.name;

describe("a lookout for Stop", () => {
  test("reads the address at once, and in a cell each 150 milliseconds", () => {
    expect(asked).toEqual([["GET", "blob:go", false]]);
    time = 1149;
    lookout.count();
    expect(asked).toHaveLength(1);
    time = 1150;
    lookout.count();
    expect(asked).toHaveLength(2);
    time = 1299;
    lookout.count();
    expect(asked).toHaveLength(2);
    time = 1300;
    lookout.count();
    expect(asked).toHaveLength(3);
  });

  test("throws from when the address is gone until there is another", () => {
    readable.delete("blob:go");
    time = 1150;
    expect(lookout.isStopping).toBe(false);
    const stopped = thrownBy(() => lookout.count());
    expect([nameOf(stopped), (stopped as Error).message]).toEqual(["Interrupted", "the cell was stopped"]);
    expect([heard, lookout.isStopping]).toEqual([1, true]);
    expect(thrownBy(() => lookout.count())).toBe(stopped);
    expect(thrownBy(() => lookout.throwIfStopped())).toBe(stopped);
    expect(thrownBy(() => lookout.limit(() => 1, 100))).toBe(stopped);
    expect(heard).toBe(1);
    readable.add("blob:new");
    lookout.watch("blob:new");
    expect(lookout.isStopping).toBe(false);
    expect(lookout.limit(() => lookout.count(), 100)).toBeGreaterThan(0);
    readable.delete("blob:new");
    time = 1300;
    expect(nameOf(thrownBy(() => lookout.count()))).toBe("Interrupted");
    expect(heard).toBe(2);
  });

  test("looks at no address that cannot be read when it is given", () => {
    lookout.watch("file:none");
    asked.length = 0;
    time = 2000;
    lookout.count();
    expect([asked, heard]).toEqual([[], 0]);
  });

  test("lets twice as many rounds go by while they are quick, at most 256, and one when they are slow", () => {
    const steps = Array.from({ length: 10 }, () => lookout.count());
    expect(steps).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 256]);
    time += 20;
    expect(lookout.count()).toBe(256);
    time += 21;
    expect(lookout.count()).toBe(1);
    expect(lookout.count()).toBe(2);
  });

  test("lets pass what stops a cell, and nothing else", () => {
    readable.delete("blob:go");
    time = 1150;
    const stopped = thrownBy(() => lookout.count());
    expect(thrownBy(() => lookout.pass(stopped))).toBe(stopped);
    for (const other of [new Error("mine"), undefined])
      expect(thrownBy(() => lookout.pass(other))).toBeUndefined();
  });
});

describe("a time limit", () => {
  const late = (): unknown => {
    time += 11;
    return lookout.count();
  };

  test("gives what the function gives, or what it throws", () => {
    expect(lookout.limit(() => 7, 10)).toBe(7);
    const mine = new Error("mine");
    expect(thrownBy(() => lookout.limit(() => { throw mine; }, 10))).toBe(mine); // prettier-ignore
  });

  test("is not exceeded at its last moment, and is right after it", () => {
    const spend = (milliseconds: number) => () => {
      time += milliseconds;
      lookout.count();
      return "done";
    };
    expect(lookout.limit(spend(10), 10)).toBe("done");
    const exceeded = thrownBy(() => lookout.limit(spend(10.5), 10));
    expect(nameOf(exceeded)).toBe("TimeLimitExceeded");
    expect((exceeded as Error).message).toBe((thrownBy(() => lookout.limit(late, 10)) as Error).message);
    expect(thrownBy(() => lookout.pass(exceeded))).toBe(exceeded);
    time += 1000;
    expect(lookout.count()).toBeGreaterThan(0);
  });

  test("counts as exceeded when the function has caught that", () => {
    expect(nameOf(thrownBy(() => lookout.limit(() => thrownBy(late), 10)))).toBe("TimeLimitExceeded");
    expect(lookout.limit(() => 7, 10)).toBe(7);
  });

  test("within another ends with the nearer of both, and leaves the other as it was", () => {
    const outer = () => {
      lookout.limit(() => 7, 50);
      time += 101;
      return lookout.count();
    };
    expect(lookout.limit(() => thrownBy(() => lookout.limit(late, 1000)) ?? "in time", 100)).toBe("in time");
    expect(nameOf(thrownBy(() => lookout.limit(() => lookout.limit(late, 1000), 10)))).toBe(
      "TimeLimitExceeded",
    );
    expect(nameOf(thrownBy(() => lookout.limit(outer, 100)))).toBe("TimeLimitExceeded");
  });
});
