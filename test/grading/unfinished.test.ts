import { appendFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Graded } from "../../src/grading/grade.ts";
import { Unfinished } from "../../src/grading/unfinished.ts";

const place = mkdtempSync(join(tmpdir(), "grading-unfinished-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const graded: Graded = { student: "ada", rows: [], shown: [], notes: ["kept"] };

test("a batch that was broken off goes on from what was kept, and from nothing that may have changed", () => {
  const table = join(place, "grades.csv");
  const path = `${table}.unfinished`;
  const notebook = join(place, "ada.ipynb");
  writeFileSync(notebook, "{}");
  const ada = { student: "ada", path: notebook };
  new Unfinished(table, "week 3").add(ada, graded);
  appendFileSync(path, '{"key":"half a li');
  expect(new Unfinished(table, "week 3").of(ada)).toEqual(graded);
  expect(new Unfinished(table, "week 3").of({ ...ada, student: "ben" })).toBeUndefined();

  writeFileSync(notebook, '{"cells":[]}');
  const changed = new Unfinished(table, "week 3");
  expect(changed.of(ada)).toBeUndefined();
  changed.add(ada, graded);
  expect(new Unfinished(table, "week 3").of(ada)).toEqual(graded);

  expect(new Unfinished(table, "week 4").of(ada)).toBeUndefined();
  expect(new Unfinished(table, "week 3").of(ada)).toBeUndefined();

  const again = new Unfinished(table, "week 3");
  again.add(ada, { ...graded, isBroken: true });
  expect(new Unfinished(table, "week 3").of(ada), "another run may have more luck").toBeUndefined();

  const open = { student: "ada", exercise: "a/b", outcome: "not graded", mistakes: [] } as const;
  again.add(ada, { ...graded, rows: [open] });
  expect(new Unfinished(table, "week 3").of(ada), "nor is a part that could not be graded").toBeUndefined();

  changed.end();
  expect(existsSync(path)).toBe(false);
});
