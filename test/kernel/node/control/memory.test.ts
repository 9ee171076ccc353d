import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryLimit } from "../../../../src/kernel/node/control/memory-limit.ts";
import { tooMuchMemory, watchMemory } from "../../../../src/kernel/node/control/memory.ts";

describe("watchMemory(limit, exceeded)", () => {
  let used: number;
  let told: number[];

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    vi.spyOn(process.memoryUsage, "rss").mockImplementation(() => used);
    told = [];
    watchMemory(1000, (bytes) => told.push(bytes));
  });
  afterEach(() => void vi.useRealTimers());

  const look = (bytes: number) => {
    used = bytes;
    vi.advanceTimersByTime(20);
  };

  test("looks each 20 milliseconds", () => {
    used = 2000;
    vi.advanceTimersByTime(19);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([2000]);
  });

  test("tells what is in use from the limit on, and again when it has grown by a tenth", () => {
    for (const bytes of [999, 1000, 1000, 1099, 1105, 1200, 1216]) look(bytes);
    expect(told).toEqual([1000, 1105, 1216]);
  });

  test("tells it again when it has been below the limit", () => {
    for (const bytes of [1500, 1400, 1000, 1649, 999, 1000]) look(bytes);
    expect(told).toEqual([1500, 1000]);
  });
});

test("a cell that takes too much memory is told how much that is, and how much it may be", () => {
  expect(tooMuchMemory(3_140_000_000, 2e9)).toBe(
    "the cell was stopped because it takes too much memory: 3.1 GB are in use, 2.0 GB are allowed; your variables are kept, and what they hold counts",
  );
});

describe("memoryLimit()", () => {
  const GB = 2 ** 30;
  const heap = 0.7 * getHeapStatistics().heap_size_limit;
  const when = (constrained: number, rss: number, heapTotal: number) => {
    vi.spyOn(process, "constrainedMemory").mockReturnValue(constrained);
    vi.spyOn(process, "memoryUsage").mockReturnValue({ rss, heapTotal } as NodeJS.MemoryUsage);
    return memoryLimit();
  };

  test.each([
    [
      "seven tenths of the heap, and what lies beside it",
      0,
      3e6,
      1e6,
      Math.min(heap + 2e6, 0.8 * totalmem()),
    ],
    ["four fifths of what the process may have", GB / 4, GB, GB, Math.min(heap, 0.8 * (GB / 4))],
    [
      "four fifths of the machine when that is less than the process may have",
      2 ** 60,
      2 ** 50,
      0,
      0.8 * totalmem(),
    ],
    ["four fifths of the machine when nothing limits the process", 0, 2 ** 50, 0, 0.8 * totalmem()],
  ])("is %s", (_, constrained, rss, heapTotal, limit) => {
    expect(when(constrained, rss, heapTotal)).toBeCloseTo(limit, -1);
  });
});
