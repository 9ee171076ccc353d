import { afterEach, describe, expect, test, vi } from "vitest";

/** What the page's clock says, in milliseconds. */
let now = 0;

/** How many times it has been looked at since the work went on. */
let looks = 0;

/** How many guards there have been: each is loaded by another address, and has seen nothing. */
let guards = 0;

/** The guard of a page on which the samples take so long, in turn; 1.75 is usual. */
async function guardWhere(...samples: number[]) {
  looks = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    if (looks++ % 2 === 1) now += samples[((looks - 2) / 2) % samples.length]!;
    return now;
  });
  const another = `../../src/frontend/guard.ts?${++guards}`;
  const guard = (await import(another)) as typeof import("../../src/frontend/guard.ts");
  return {
    ...guard,
    /** @param later how long a sample takes once the figure is drawn */
    start: (later = 0): void => {
      guard.startGuard();
      vi.spyOn(performance, "now").mockImplementation(() => {
        const isEnd = looks > 0 && looks % 2 === 0;
        looks += 1;
        if (isEnd) now += later;
        return now;
      });
    },
  };
}

/** How many looks at the clock, so many milliseconds apart, are let pass. */
function turnsOf(checkTime: () => void, apart: number): number {
  for (let turns = 0; turns < 30_000; turns++) {
    looks = 0;
    try {
      checkTime();
    } catch (error) {
      expect(error).toHaveProperty("complaint.what", expect.stringContaining("takes longer to draw"));
      return turns;
    }
    now += apart;
  }
  return Infinity;
}

/** Settles when a message that was posted before has come. */
async function answered(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  for (let k = 0; k < 2; k++) {
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
  port1.close();
}

afterEach(() => vi.restoreAllMocks());

describe("the time that a figure may hold the page", () => {
  test("is not measured before there is something to draw", async () => {
    const { checkTime } = await guardWhere(1.75);
    vi.spyOn(performance, "now").mockImplementation(() => now);
    expect(turnsOf(checkTime, 2)).toBe(Infinity);
  });

  test.each([
    ["a second of work", 1.75, 1, 1000],
    ["a second of work on a quick machine too", 0.5, 1, 1000],
    ["two on a machine of half the speed", 3.5, 1, 2000],
    ["six on the slowest", 100, 1, 6000],
    ["a second where only some samples were held up", [7, 1.75], 1, 1000],
    ["ten seconds in all, where the machine does other things", 1.75, 50, 200],
    ["twice that on a machine of half the speed", 3.5, 50, 400],
  ])("is %s", async (_, samples, apart, turns) => {
    const { checkTime, start } = await guardWhere(...[samples].flat());
    start();
    expect(turnsOf(checkTime, apart)).toBe(turns);
  });

  test.each([
    ["three where the machine has become busy since", 5.25, 1, 3000],
    ["six at the most", 100, 1, 6000],
    ["as long in all", 5.25, 50, 600],
  ])("is %s", async (_, later, apart, turns) => {
    const { checkTime, start } = await guardWhere(1.75);
    start(later);
    const letPass = turnsOf(checkTime, apart);
    expect(letPass).toBeGreaterThan(0.95 * turns);
    expect(letPass).toBeLessThanOrEqual(turns);
  });

  test.each([
    ["as it is", 1.75, 30],
    ["half of it on a machine of half the speed", 3.5, 15],
    ["not what the machine does besides", 1.75, 60, 50],
  ])("is told of all that was done: %s", async (_, sample, told, apart = 1) => {
    const { checkTime, giveTime, start, timeWorked } = await guardWhere(sample);
    start();
    for (let looks = 0; looks < 31; looks++) {
      checkTime();
      now += apart;
    }
    giveTime();
    expect(timeWorked()).toBe(told);
  });

  test("begins anew when it is given, and when the page has answered", async () => {
    const { checkTime, giveTime, start } = await guardWhere(1.75);
    start();
    now += 1;
    for (let turns = 0; turns < 600; turns++) {
      checkTime();
      now += 1;
    }
    giveTime();
    expect(turnsOf(checkTime, 1)).toBe(1000);
    await answered();
    expect(turnsOf(checkTime, 1)).toBe(1000);
  });
});

test("a figure fetches nothing by any way", async () => {
  const { nothingFetched } = await guardWhere(1.75);
  for (const way of [nothingFetched.fetch, nothingFetched.XMLHttpRequest, nothingFetched.Worker])
    expect(way).toThrow("a figure fetches nothing from the network");
});
