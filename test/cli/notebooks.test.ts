import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { notebooks } from "../../src/cli/notebooks.ts";
import { LESSON_HEADER } from "../../src/notebook/lesson.ts";
import { typed, typedIn } from "./session.ts";
import { standIn } from "./stand-in.ts";

const place = mkdtempSync(join(tmpdir(), "fall-line-notebooks-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

test("notebooks are built all, or for nbgrader those that are named", async () => {
  await expect(typed(notebooks, place, "notebooks", "momentum")).rejects.toThrow(
    "notebooks takes no lessons, got momentum",
  );
  const { code, said } = await typed(
    notebooks,
    place,
    "notebooks",
    "--nbgrader",
    "00",
    "start-here",
    "--out",
    "course",
  );
  expect(code).toBe(0);
  expect(said).toEqual([
    join(place, "course/source/start-here/00-start-here.ipynb"),
    join(place, "course/nbgrader_config.py"),
  ]);
  writeFileSync(join(place, "course/nbgrader_config.py"), "# mine");
  await typed(notebooks, place, "notebooks", "--nbgrader", "00", "--out", "course");
  expect(readFileSync(join(place, "course/nbgrader_config.py"), "utf8"), "it stays").toBe("# mine");
  expect(readdirSync(join(place, "course")).sort()).toEqual(["nbgrader_config.py", "source"]);
});

test("notebooks are made of the lessons as they are, those without a lesson go, and the stale ones are told", async () => {
  const project = standIn();
  onTestFinished(() => project.end());
  const folder = join(project.projectDir, "notebooks");
  const at = (name: string): string => join(folder, `${name}.ipynb`);
  const lesson = (name: string, words: string): void => {
    const about = { title: name, short: name, minutes: 10, learn: "it." };
    project.write(`lessons/${name}/about.ts`, `export const about = ${JSON.stringify(about)};`);
    project.write(`lessons/${name}/lesson.ts`, `${LESSON_HEADER}\n// %% [markdown]\n// ${words}\n`);
  };
  const run = async (...line: string[]) => {
    const told = vi.spyOn(console, "error").mockReturnValue();
    const { code, said } = await typedIn(project, notebooks, "notebooks", ...line);
    const stale = told.mock.calls.map(([one]) => String(one));
    vi.restoreAllMocks();
    return { code, said, stale };
  };
  const stale = (name: string): string => `${at(name)} is stale; run: npm run build:notebooks`;
  lesson("11-waves", "Long words.");
  lesson("12-tides", "They rise.");
  project.write("notebooks/13-storms.ipynb", "{}");
  expect(await run("--check")).toEqual({
    code: 1,
    said: [],
    stale: ["11-waves", "12-tides", "13-storms"].map(stale),
  });
  expect(await run()).toEqual({ code: 0, said: [at("11-waves"), at("12-tides")], stale: [] });
  expect(readdirSync(folder).sort()).toEqual(["11-waves.ipynb", "12-tides.ipynb"]);
  expect(readFileSync(at("12-tides"), "utf8")).toContain("They rise.");
  expect(await run("--check")).toEqual({ code: 0, said: [], stale: [] });
  lesson("12-tides", "They fall.");
  expect(await run("--check")).toEqual({ code: 1, said: [], stale: [stale("12-tides")] });
});
