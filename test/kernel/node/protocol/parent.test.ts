import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchParent } from "../../../../src/kernel/node/protocol/parent.ts";

const platform = process.platform;
let parent: number;
let goneWith: Record<number, string>;
let gone: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  [parent, goneWith, gone] = [50, {}, 0];
  Object.defineProperty(process, "platform", { value: "linux", configurable: true });
  vi.spyOn(process, "ppid", "get").mockImplementation(() => parent);
  vi.spyOn(process, "kill").mockImplementation((pid, signal) => {
    expect(signal).toBe(0);
    if (goneWith[pid] !== undefined) throw Object.assign(new Error("no"), { code: goneWith[pid] });
    return true;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  Object.defineProperty(process, "platform", { value: platform, configurable: true });
});

const watch = () => watchParent(() => gone++);

describe("watchParent(gone)", () => {
  test("asks each second, and calls once when the process has another parent", () => {
    vi.stubEnv("JPY_PARENT_PID", "70");
    watch();
    vi.advanceTimersByTime(5000);
    expect(gone).toBe(0);
    parent = 1;
    vi.advanceTimersByTime(999);
    expect(gone).toBe(0);
    vi.advanceTimersByTime(1);
    expect(gone).toBe(1);
    vi.advanceTimersByTime(5000);
    expect(gone).toBe(1);
  });

  test.each([
    ["70", 70, "ESRCH", 1],
    ["70", 70, "EPERM", 0],
    ["70", 50, "ESRCH", 0],
    [undefined, 50, "ESRCH", 1],
    [undefined, 70, "ESRCH", 0],
  ])(
    "asks for Jupyter where it is named (%s), else for the parent: of %i it hears %s",
    (named, pid, code, calls) => {
      vi.stubEnv("JPY_PARENT_PID", named);
      watch();
      goneWith = { [pid]: code };
      vi.advanceTimersByTime(1000);
      expect(gone).toBe(calls);
    },
  );

  test("does nothing on Windows", () => {
    Object.defineProperty(process, "platform", { value: "win32", configurable: true });
    watch();
    parent = 1;
    vi.advanceTimersByTime(5000);
    expect(gone).toBe(0);
  });
});
