import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { notebooks } from "../../src/cli/notebooks.ts";
import { typed } from "./session.ts";

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
  expect(readdirSync(join(place, "course")).sort()).toEqual(["nbgrader_config.py", "source"]);
});
