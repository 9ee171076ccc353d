import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readNotebook } from "../../src/pages/executed.ts";
import { shortPath, stacksOf } from "../../src/presenting/groups.ts";
import { readNote } from "../../src/presenting/notes.ts";
import { clockTime, planAt, standing } from "../../src/presenting/page/timing.ts";
import { cell } from "./cells.ts";

const folder = resolve(import.meta.dirname, "../../notebooks");
const lessons = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

function shortMinutes(name: string): number {
  const { cells } = readNotebook(readFileSync(resolve(folder, name), "utf8"));
  const notes = stacksOf(shortPath(cells)).flatMap((stack) => stack.flatMap((group) => group.notes));
  return notes.reduce((sum, { minutes }) => sum + minutes, 0);
}

describe("the short path, by the times in the notes,", () => {
  test("takes at most two hours in all", () => {
    expect(lessons.reduce((sum, name) => sum + shortMinutes(name), 0)).toBeLessThanOrEqual(120);
  });
});

test("a note has its time beside it, and its text, folded or not", () => {
  const folded = "<details><summary><small>For the speaker, 3 min</small></summary>\n\nAsk.\n\n</details>";
  const timed = cell("markdown", folded, "notes", { "fall-line": { minutes: 3 } });
  expect(readNote(timed)).toEqual({ minutes: 3, text: "Ask." });
  expect(readNote(cell("markdown", "Ask.", "notes"))).toEqual({ minutes: 0, text: "Ask." });
});

test("the plan of a slide is what the slides before it take", () => {
  const minutes = [2, 0, 3, 1];
  expect(planAt(minutes, 0)).toEqual({ from: 0, until: 2, total: 6 });
  expect(planAt(minutes, 2)).toEqual({ from: 2, until: 5, total: 6 });
  const plan = planAt(minutes, 2);
  expect([60, 240, 400].map((seconds) => standing(plan, seconds))).toEqual(["ahead", "on time", "behind"]);
  expect([5, 75, 3605].map(clockTime)).toEqual(["0:05", "1:15", "60:05"]);
});
