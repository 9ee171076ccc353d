import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WorkerSession } from "../../../../src/kernel/browser/page/worker-session.ts";
import type { ProgressStore } from "../../../../src/kernel/browser/page/progress-store.ts";
import type { ToWorker } from "../../../../src/kernel/browser/messages.ts";
import { fakeParts, LIBRARY, settled } from "./fake-worker.ts";

const revoked: string[] = [];
let made = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("location", { protocol: "https:" });
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => `blob:${++made}`);
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((address) => void revoked.push(address));
  revoked.length = 0;
  made = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function begun(progress?: Partial<ProgressStore>, options: object = {}) {
  const { parts, workers } = fakeParts(progress);
  const heard: unknown[] = [];
  const lost: unknown[][] = [];
  const session = new WorkerSession(
    { ...parts, ...options },
    { hear: (message) => heard.push(message), lost: (...words) => lost.push(words) },
  );
  await settled();
  return { session, worker: workers[0]!, heard, lost };
}

const interrupt = { type: "interrupt", reason: "", request: 0 } as const;
const after = (heard: ToWorker[]) => heard.slice(1);

describe("a session in a worker", () => {
  test("is started with the library, the progress that was kept and an address", async () => {
    const { worker } = await begun();
    const start = { type: "start", library: LIBRARY, progress: ["kept"], signal: "blob:1" };
    expect(worker.heard).toEqual([{ ...start, drawsLive: false }]);
    const { worker: live } = await begun({}, { drawsLive: true });
    expect(live.heard).toMatchObject([{ drawsLive: true }]);
  });

  test("is given requests, and no other message", async () => {
    const { session, worker } = await begun();
    const request = { type: "request", id: 1, header: {}, content: {}, buffers: [], count: 1 } as never;
    session.send(request);
    session.send({ type: "exit" });
    session.control({ type: "input", value: "yes" });
    expect(after(worker.heard)).toEqual([request]);
  });

  test("hears of the progress kept elsewhere from its start on", async () => {
    let read!: (lines: string[]) => void;
    const { session, worker } = await begun({ read: () => new Promise((resolve) => (read = resolve)) });
    session.tellProgress("early");
    read(["early"]);
    await settled();
    session.tellProgress("late");
    expect(worker.heard).toMatchObject([
      { type: "start", progress: ["early"] },
      { type: "progress", line: "late" },
    ]);
  });

  test("is lost when the progress cannot be read", async () => {
    const { worker, lost } = await begun({ read: () => Promise.reject(new Error("no room")) });
    expect(lost).toEqual([["your progress cannot be read: no room", false]]);
    expect([worker.isTerminated, worker.heard]).toEqual([true, []]);
  });

  test("keeps a line when it asks, and says whether it is kept", async () => {
    const lines: string[] = [];
    const append = (line: string) => {
      lines.push(line);
      return line === "two" ? Promise.reject(new Error("full")) : Promise.resolve();
    };
    const { worker, heard } = await begun({ append });
    worker.say({ type: "keep", id: 4, line: "one" });
    worker.say({ type: "keep", id: 5, line: "two" });
    await settled();
    expect(lines).toEqual(["one", "two"]);
    expect(after(worker.heard)).toEqual([
      { type: "kept", id: 4 },
      { type: "kept", id: 5, failure: "full" },
    ]);
    expect(heard).toEqual([]);
  });

  test.each([
    ["", "the kernel has failed: its script could not be loaded; load the page again"],
    ["no such thing", "the kernel has failed: no such thing; load the page again"],
  ])("is lost when its script fails: %s", async (message, reason) => {
    const { worker, lost, heard } = await begun();
    worker.onerror({ message });
    worker.isTerminated = false;
    worker.say({ type: "ready" });
    worker.say({ type: "interrupted" });
    worker.onerror({ message });
    expect(heard).toEqual([{ type: "ready" }, { type: "interrupted" }]);
    expect(lost).toEqual([
      [reason, false],
      [reason, true],
    ]);
  });
});

describe("a session that is to stop", () => {
  test("loses the address that it reads, and gets another", async () => {
    const { session, worker } = await begun();
    session.control(interrupt);
    expect(revoked).toEqual(["blob:1"]);
    session.control(interrupt);
    expect(revoked).toEqual(["blob:1", "blob:2"]);
    expect(after(worker.heard)).toEqual([
      { type: "interrupt", signal: "blob:2" },
      { type: "interrupt", signal: "blob:3" },
    ]);
    session.end();
    expect(revoked.at(-1)).toBe("blob:3");
  });

  test.each([
    ["https:", /it was in the midst of something that cannot be broken off/],
    ["file:", /in a page that is opened from the disk/],
  ])("is ended after three seconds from the first Stop, with the reason: %s", async (protocol, why) => {
    vi.stubGlobal("location", { protocol });
    const { session, worker, lost } = await begun();
    worker.say({ type: "ready" });
    session.control(interrupt);
    vi.advanceTimersByTime(2000);
    session.control(interrupt);
    vi.advanceTimersByTime(999);
    expect([worker.isTerminated, lost]).toEqual([false, []]);
    vi.advanceTimersByTime(1);
    expect(worker.isTerminated).toBe(true);
    expect(lost).toEqual([[expect.stringMatching(why), true]]);
    expect(lost[0]![0]).toMatch(/^the cell could not be stopped: .* run the cells again from the first$/);
  });

  test("is not ended when it has heard, and has three seconds the next time", async () => {
    const { session, worker, lost } = await begun();
    session.control(interrupt);
    vi.advanceTimersByTime(2998);
    session.control(interrupt);
    vi.advanceTimersByTime(1);
    worker.say({ type: "interrupted" });
    vi.advanceTimersByTime(10_000);
    expect(lost).toEqual([]);
    session.control(interrupt);
    worker.say({ type: "ready" });
    vi.advanceTimersByTime(2999);
    expect(lost).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(lost).toHaveLength(1);
  });

  test("says nothing when it is ended on purpose", async () => {
    const { session, worker, lost } = await begun();
    session.control(interrupt);
    session.end();
    vi.advanceTimersByTime(10_000);
    expect([worker.isTerminated, lost]).toEqual([true, []]);
  });
});
