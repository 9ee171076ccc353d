import {
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
import { afterEach, beforeEach, expect, test } from "vitest";
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
