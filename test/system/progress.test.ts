import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createProgress } from "../../src/system/progress.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function recorder(isTTY: boolean) {
  let text = "";
  return { isTTY, columns: 60, write: (more: string) => (text += more), text: () => text };
}

describe("progress", () => {
  it("is plain lines where nobody watches", async () => {
    const out = recorder(false);
    await createProgress(out, {}).during("npm packages", "installing", ({ note }) => {
      note("a detail");
      vi.advanceTimersByTime(2000);
      return Promise.resolve();
    });
    expect(out.text()).toBe("npm packages: installing ...\nnpm packages: done (2.0 s)\n");
  });

  it("counts parts in plain lines where nobody watches", async () => {
    const out = recorder(false);
    await createProgress(out, {}).during("Lessons", "running", ({ count }) => {
      count(1, 2, "03-momentum");
      return Promise.resolve();
    });
    expect(out.text()).toContain("Lessons: running ...\nLessons: 1 of 2: 03-momentum\n");
  });

  it("is one moving line on a terminal, no wider than it", async () => {
    const out = recorder(true);
    await createProgress(out, { NO_COLOR: "1" }).during("npm packages", "installing", ({ note }) => {
      note("x".repeat(200));
      vi.advanceTimersByTime(1300);
      return Promise.resolve();
    });
    const frames = out.text().split("\r\x1b[2K").slice(1);
    expect(frames.length).toBeGreaterThan(5);
    expect(frames.at(-1)).toBe("✓ npm packages: done (1.3 s)\n");
    for (const frame of frames) expect(frame.length).toBeLessThanOrEqual(60);
    expect(frames[9]).toMatch(/npm packages: installing, 1 s {2}x+$/);
  });

  it("says that a stage failed, and passes the error on", async () => {
    const out = recorder(false);
    const failing = createProgress(out, {}).during("Jupyter", "installing", () =>
      Promise.reject(new Error("no")),
    );
    await expect(failing).rejects.toThrow("no");
    expect(out.text()).toContain("Jupyter: failed");
  });

  it("stays plain on a terminal that cannot move, and in CI", () => {
    for (const environment of [{ TERM: "dumb" }, { CI: "true" }]) {
      const out = recorder(true);
      createProgress(out, environment).stage("a", "b").done("c");
      expect(out.text()).toBe("a: b ...\na: c (0.0 s)\n");
    }
  });

  it("says nothing any more after its last word", () => {
    const out = recorder(false);
    const progress = createProgress(out, {});
    const stage = progress.stage("Jupyter", "installing");
    progress.farewell("Stopped.");
    stage.done("done");
    progress.line("more");
    expect(out.text()).toBe("Jupyter: installing ...\n\nStopped.\n");
  });
});
