import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readNotebook } from "../../src/rendering/executed.ts";
import { shortPath, stacksOf } from "../../src/presenting/groups.ts";
import { readNote, withNotes } from "../../src/presenting/notes.ts";
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

test("notes come back after the cell that they follow, each with its time and its tags", () => {
  const notes = [
    { id: "a", source: "Ask.", minutes: 3, tags: ["short-path"] },
    { id: "b", source: "Wait." },
  ];
  const cells = [cell("code", "x", "-", { "fall-line": { exercise: "a/b", notes } }), cell("code", "y")];
  const back = withNotes(cells);
  expect(back.map(({ source }) => source)).toEqual(["x", "Ask.", "Wait.", "y"]);
  expect(back[0]!.metadata["fall-line"]).toEqual({ exercise: "a/b" });
  expect(back.slice(1, 3).map(readNote)).toEqual([
    { minutes: 3, text: "Ask." },
    { minutes: 0, text: "Wait." },
  ]);
  expect(shortPath(cells).map(({ source }) => source)).toEqual(["Ask.", "Wait."]);
  expect(withNotes(back)).toEqual(back);
});

test("the plan of a slide is what the slides before it take; slides that share their notes share their time", () => {
  const minutes = [2, 0, 3, 1];
  expect(planAt(minutes, 0)).toEqual({ from: 0, until: 2, total: 6 });
  expect(planAt(minutes, 1)).toEqual({ from: 0, until: 2, total: 6 });
  expect(planAt(minutes, 2)).toEqual({ from: 2, until: 5, total: 6 });
  expect(planAt(minutes, 3)).toEqual({ from: 5, until: 6, total: 6 });
  expect(planAt([0, 0], 1)).toEqual({ from: 0, until: 0, total: 0 });
});

test("one is on time up to half a minute before a slide's time, and after it", () => {
  const plan = planAt([2, 0, 3, 1], 2);
  expect([0, 89, 90, 330, 331].map((seconds) => standing(plan, seconds))).toEqual([
    ...["ahead", "ahead", "on time", "on time", "behind"],
  ]);
});

test("seconds are told as minutes and seconds, whole ones, and none below zero", () => {
  const seconds = [-3, 0, 0.99, 5, 59.9, 60, 75, 3605];
  expect(seconds.map(clockTime)).toEqual(["0:00", "0:00", "0:00", "0:05", "0:59", "1:00", "1:15", "60:05"]);
});
