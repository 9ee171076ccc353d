import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { freshPlace, state, swapIn, sweep } from "../../src/system/state.js";

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "state-"));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

test("what is made aside takes the place of what is there, and what was there goes with the next sweep", async () => {
  const made = [1, 2].map((version) => {
    const place = freshPlace(project, "jupyter");
    writeFileSync(join(place, "version"), String(version));
    return place;
  });
  expect(new Set(made).size).toBe(2);
  const to = state(project, "jupyter");
  for (const [i, place] of made.entries()) {
    await swapIn(project, place, to);
    expect(readFileSync(join(to, "version"), "utf8")).toBe(String(i + 1));
    expect(existsSync(place)).toBe(false);
  }
  expect(readdirSync(state(project)).sort()).toEqual(["aside", "jupyter"]);
  sweep(project);
  sweep(project);
  expect(readdirSync(state(project))).toEqual(["jupyter"]);
});

test("what cannot be moved stays, and the error is told", async () => {
  mkdirSync(state(project), { recursive: true });
  await expect(swapIn(project, join(project, "nowhere"), state(project, "jupyter"))).rejects.toThrow(
    /ENOENT/,
  );
});

describe("a folder that a program holds", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const held = (code: string, times: number) => {
    const rename = fs.renameSync;
    let tries = 0;
    vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error(code), { code });
      rename(from, to);
    });
    return () => tries;
  };

  test.each(["EPERM", "EACCES", "EBUSY"])("is tried again (%s)", async (code) => {
    const place = freshPlace(project, "jupyter");
    const tries = held(code, 9);
    const moved = swapIn(project, place, state(project, "jupyter"));
    await vi.runAllTimersAsync();
    await moved;
    expect([tries(), existsSync(state(project, "jupyter"))]).toEqual([10, true]);
  });

  test("is told after ten tries, with the cure; another error at once", async () => {
    const place = freshPlace(project, "jupyter");
    const tries = held("EBUSY", 10);
    const moved = swapIn(project, place, state(project, "jupyter")).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await moved).toMatchObject({
      message: `${place} cannot be moved to ${state(project, "jupyter")}`,
      cure: expect.stringContaining("Close the programs that use it") as string,
    });
    expect(tries()).toBe(10);
    vi.restoreAllMocks();
    const once = held("ENOSPC", 1);
    await expect(swapIn(project, place, state(project, "jupyter"))).rejects.toThrow("ENOSPC");
    expect(once()).toBe(1);
  });
});

test("a place aside is told where it cannot be made", () => {
  writeFileSync(join(project, ".fall-line"), "");
  expect(() => freshPlace(project, "jupyter")).toThrow(/A file is where a folder is needed/);
});

test("a project keeps what it makes in its folder, an installed course in the one where its command is given", () => {
  expect(state(project, "venv")).toBe(join(project, ".fall-line", "venv"));
  const installed = join(project, "node_modules", "fall-line-course");
  expect(state(installed, "venv")).toBe(join(process.cwd(), ".fall-line", "venv"));
});
