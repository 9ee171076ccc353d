import { describe, expect, test } from "vitest";
import type { FromWorker } from "../../../src/kernel/browser/messages.ts";
import { KeptProgress } from "../../../src/kernel/browser/worker/progress.ts";

const ready: FromWorker = { type: "ready" };
const interrupted: FromWorker = { type: "interrupted" };

function desk() {
  const told: unknown[] = [];
  const progress = new KeptProgress(
    (message) => told.push(message),
    (reason) => told.push(`failed: ${reason}`),
  );
  return { told, progress };
}

const keep = (id: number, line: string) => ({ type: "keep", id, line });

describe("the progress that a page keeps", () => {
  test("is read in the order in which it was learned and added", () => {
    const { progress } = desk();
    progress.learn(["one", "two"]);
    progress.append("three");
    progress.learn(["four"]);
    expect(progress.read()).toEqual(["one", "two", "three", "four"]);
    progress.read().push("five");
    expect(progress.read()).toHaveLength(4);
  });

  test("asks the page to keep what is added, each line under a number of its own, and nothing that was learned", () => {
    const { progress, told } = desk();
    progress.learn(["zero"]);
    progress.append("one");
    progress.append("two");
    expect(told).toEqual([keep(1, "one"), keep(2, "two")]);
  });

  test("holds back what is said after a line until all lines are kept", () => {
    const { progress, told } = desk();
    progress.send(ready);
    expect(told).toEqual([ready]);
    progress.append("one");
    progress.send(interrupted);
    progress.append("two");
    progress.send(ready);
    told.length = 0;
    progress.settle(2);
    progress.settle(7);
    expect(told).toEqual([]);
    progress.settle(1);
    expect(told).toEqual([interrupted, ready]);
    progress.send(interrupted);
    expect(told).toEqual([interrupted, ready, interrupted]);
    progress.append("three");
    told.length = 0;
    progress.settle(3);
    expect(told).toEqual([]);
  });

  test("takes back a line that cannot be kept, and then says why", () => {
    const { progress, told } = desk();
    for (const line of ["one", "two", "three"]) progress.append(line);
    progress.send(ready);
    told.length = 0;
    progress.settle(1);
    progress.settle(2, "the storage is full");
    expect(told).toEqual(["failed: the storage is full"]);
    expect(progress.read()).toEqual(["one", "three"]);
    progress.settle(3, "");
    expect(told).toEqual(["failed: the storage is full", ready, "failed: "]);
    expect(progress.read()).toEqual(["one"]);
    progress.settle(3, "");
    expect(told).toHaveLength(3);
  });

  test("is kept when every line is that was added so far", async () => {
    const { progress } = desk();
    await expect(progress.kept()).resolves.toBeUndefined();
    progress.append("one");
    progress.append("two");
    const seen: string[] = [];
    const both = progress.kept().then(() => seen.push("kept"));
    progress.settle(2);
    await new Promise(setImmediate);
    expect(seen).toEqual([]);
    progress.settle(1);
    await both;
    expect(seen).toEqual(["kept"]);
  });

  test("says to who waits that one of the lines is lost, and nothing of it when a line is added later", async () => {
    const { progress } = desk();
    progress.append("one");
    progress.append("two");
    const both = progress.kept();
    progress.settle(1, "the storage is full");
    progress.settle(2);
    await expect(both).rejects.toThrow("the storage is full");
    progress.append("three");
    progress.settle(3);
    await expect(progress.kept()).resolves.toBeUndefined();
  });
});
