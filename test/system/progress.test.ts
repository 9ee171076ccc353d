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

  it("is coloured on a terminal, unless it is asked not to be", () => {
    const out = recorder(true);
    const progress = createProgress(out, {});
    progress.stage("a", "b").done("c");
    progress.stage("a", "b").fail();
    expect(out.text()).toBe(
      "\r\x1b[2K\x1b[32m✓\x1b[0m a: c (0.0 s)\n\r\x1b[2K\x1b[31m✗\x1b[0m a: failed (0.0 s)\n",
    );
    expect(progress.strong("x")).toBe("\x1b[1mx\x1b[0m");
    expect(createProgress(recorder(false), {}).strong("x")).toBe("x");
    expect(createProgress(recorder(true), { NO_COLOR: "1" }).strong("x")).toBe("x");
  });

  it("says how many parts are done behind what it does, where there is room for it", () => {
    const frameOf = (columns: number): string => {
      const out = { ...recorder(true), columns };
      let text = "";
      const stage = createProgress(
        { ...out, write: (more: string) => (text = more) },
        { NO_COLOR: "1" },
      ).stage("Lessons", "running");
      stage.count(1, 2, "03-momentum");
      vi.advanceTimersByTime(120);
      const last = text;
      stage.done("");
      return last.replace("\r\x1b[2K", "");
    };
    expect(frameOf(60)).toBe("⠋ Lessons: running, 0 s  1 of 2: 03-momentum");
    // The line is 23 letters and 3 to spare; of what is behind at least 12 are to be seen.
    expect(frameOf(39)).toBe("⠋ Lessons: running, 0 s  1 of 2: 03-mo");
    expect(frameOf(37)).toBe("⠋ Lessons: running, 0 s");
  });

  it("turns as it goes on, and no more once it has ended", () => {
    let frames: string[] = [];
    const out = { isTTY: true, write: (text: string) => frames.push(text.replace("\r\x1b[2K", "")) };
    const stage = createProgress(out, { NO_COLOR: "1" }).stage("a", "b");
    vi.advanceTimersByTime(120 * 11);
    expect(frames.map(([first]) => first).join("")).toBe("⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏⠋");
    stage.done("c");
    frames = [];
    vi.advanceTimersByTime(1000);
    expect(frames).toEqual([]);
  });

  it("gives what the action gives", async () => {
    const out = recorder(false);
    const value = await createProgress(out, {}).during("a", "b", () => Promise.resolve(3), "well done");
    expect([value, out.text()]).toEqual([3, "a: b ...\na: well done (0.0 s)\n"]);
  });
});
