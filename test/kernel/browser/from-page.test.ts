import { describe, expect, test } from "vitest";
import type { ToWorker } from "../../../src/kernel/browser/messages.ts";
import { exerciseProgress, takeFromPage } from "../../../src/kernel/browser/worker/from-page.ts";
import { KeptProgress } from "../../../src/kernel/browser/worker/progress.ts";
import { Interrupted } from "../../../src/kernel/core/errors/report.ts";

/** What comes of a message of the page. */
function taken(message: Exclude<ToWorker, { type: "start" }>, isStopping = false): unknown[] {
  const heard: unknown[] = [];
  const to =
    (name: string) =>
    (...given: unknown[]): void =>
      void heard.push([name, ...given]);
  takeFromPage(message, {
    session: { requests: { answer: to("answer") } } as never,
    lookout: { isStopping, watch: to("watch") },
    progress: { learn: to("learn"), settle: to("settle") },
    hear: to("hear"),
  });
  return heard;
}

describe("what a page says to its worker", () => {
  const request = { type: "request", id: 1 } as never;

  test.each<[Exclude<ToWorker, { type: "start" }>, unknown[]]>([
    [request, [["answer", request]]],
    [{ type: "progress", line: "a" }, [["learn", ["a"]]]],
    [{ type: "kept", id: 4 }, [["settle", 4, undefined]]],
    [{ type: "kept", id: 4, failure: "full" }, [["settle", 4, "full"]]],
    [{ type: "interrupt", signal: "blob:2" }, [["hear"], ["watch", "blob:2"]]],
  ])("is taken where it belongs: %j", (message, came) => {
    expect(taken(message)).toEqual(came);
  });

  test("is not heard a second time where a running cell has seen it by itself", () => {
    expect(taken({ type: "interrupt", signal: "blob:2" }, true)).toEqual([["watch", "blob:2"]]);
  });
});

describe("what exercises keep in a page", () => {
  test("is what was answered, and nothing of a check that was stopped", async () => {
    const told: unknown[] = [];
    const progress = new KeptProgress((message) => told.push(message), () => undefined); // prettier-ignore
    const stopped = new Interrupted("the cell was stopped");
    let isStopped = false;
    const throwIfStopped = (): void => {
      if (isStopped) throw stopped;
    };
    const kept = exerciseProgress("1.2.3", progress, { throwIfStopped });
    kept.append("one");
    isStopped = true;
    expect(() => kept.append("two")).toThrow(stopped);
    expect([kept.library, kept.read()]).toEqual(["1.2.3", ["one"]]);
    expect(told).toEqual([{ type: "keep", id: 1, line: "one" }]);
    progress.settle(1, "full");
    await expect(kept.kept()).rejects.toThrow("full");
  });
});
