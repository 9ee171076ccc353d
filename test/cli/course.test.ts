import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Invocation } from "../../src/cli/boot/arguments.js";
import { columns } from "../../src/cli/columns.ts";
import type { Session } from "../../src/cli/command.ts";
import { CourseAsked } from "../../src/cli/course.ts";
import { deck } from "../../src/cli/deck.ts";
import { exportLessons } from "../../src/cli/export.ts";
import { handout } from "../../src/cli/handout.ts";
import { staleNotebooks } from "../../src/cli/notebooks.ts";
import { lessonNamed, lessonsAsked, lessonsNamed, placeNamed } from "../../src/cli/lessons.ts";
import { workbookOf } from "../../src/cli/workbook.ts";
import { lessonPlace } from "../../src/course/folder.ts";
import { LessonFault } from "../../src/notebook/fault.ts";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { UserError } from "../../src/system/user-error.js";
import { typed } from "./session.ts";
import { standIn } from "./stand-in.ts";

const place = mkdtempSync(join(tmpdir(), "fall-line-course-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("the course that is asked for", () => {
  const told: string[] = [];
  beforeEach(() => {
    told.length = 0;
    vi.spyOn(process.stderr, "write").mockImplementation((one) => told.push(String(one)) > 0);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  const project = standIn();
  afterAll(() => project.end());
  const own = () => CourseAsked.of({ options: {} } as unknown as Invocation, project as unknown as Session);

  test("has its lessons in order, its exercises, and nothing to tell while all is well", async () => {
    const course = await own();
    const names = course.lessons().map(({ name }) => name);
    expect(names).toEqual(["11-waves", "12-tides"]);
    expect(course.choice().places.map(({ name }) => name)).toEqual(names);
    expect(course.choice().built.map(({ name }) => name)).toEqual(names);
    expect([...(await course.exercises()).keys()]).toEqual(["waves/crest"]);
    expect([course.code, told]).toEqual([0, []]);
    const { exercises, library } = await workbookOf(course, course.lessons(), project.projectDir);
    expect(exercises).toEqual({ "11-waves": ["waves/crest"], "12-tides": [] });
    expect(library).toBe(course.product.library);
  });

  test("has its lessons in the order of its course.json, and tells what is wrong with one", async () => {
    const file = project.write(
      "lessons/course.json",
      '{ "lessons": ["12-tides", "13-tides", "11-waves", "14-tides"] }',
    );
    const more = ["13-tides", "14-tides"].map((name) => project.write(`lessons/${name}/lesson.ts`, ""));
    const torn = project.write("notebooks/15-torn.ipynb", '{ "cells": [] }');
    const course = await own();
    for (const one of [file, ...more]) rmSync(one);
    expect(told.map((one) => one.slice(0, 32))).toEqual([
      "fall-line: 13-tides/lesson.ts: 1",
      "fall-line: 14-tides/lesson.ts: 1",
    ]);
    expect(course.lessons().map(({ name }) => name)).toEqual(["12-tides", "11-waves"]);
    rmSync(torn);
    expect(told.at(-1)).toBe(
      `fall-line: ${torn}: it does not say what it is about; build it with npx fall-line notebooks\n`,
    );
    expect(course.code).toBe(1);
  });

  test("passes over what is wrong with a lesson, tells it, and ends with 1; all else is thrown on", async () => {
    const course = await own();
    const lessons = ["a", "b", "c", "d", "e"].map((name) => ({ name }) as CourseLesson);
    const faults = [
      new UserError("It is torn.", "Mend it."),
      new LessonFault("lesson.ts:3", "it is torn"),
      new SyntaxError("no mark"),
    ];
    const made = course.each(lessons, ({ name }) => {
      const fault = faults.shift();
      if (fault !== undefined) throw fault;
      return [`${name}.html`, name];
    });
    expect([...made]).toEqual([["d.html", "d"], ["e.html", "e"]]); // prettier-ignore
    expect(told).toEqual([
      "fall-line: It is torn. Mend it.\n",
      "fall-line: lesson.ts:3: it is torn\n",
      "fall-line: no mark\n",
    ]);
    expect(course.code).toBe(1);
    expect(() => course.passOver(new RangeError("too deep"))).toThrow("too deep");
  });
});

describe("a lesson is named", () => {
  const course = {
    places: ["00-start", "02-gradient-descent", "03-momentum", "11-waves"].map((name) =>
      lessonPlace("lessons", name)!,
    ),
    built: ["00-start", "02-gradient-descent", "03-momentum"].map((name) => ({ name }) as CourseLesson),
  };
  const thrown = (action: () => unknown): { message: string; cure: string } => {
    try {
      action();
    } catch (error) {
      const { message, cure } = error as UserError;
      return { message, cure };
    }
    return expect.unreachable();
  };

  test.each([
    ["0", "00-start"],
    ["00", "00-start"],
    ["2", "02-gradient-descent"],
    ["gradient-descent", "02-gradient-descent"],
    ["03-momentum.html", "03-momentum"],
    ["momentum.ts", "03-momentum"],
    ["11", "11-waves"],
  ])("by %s: %s", (word, name) => {
    expect(placeNamed(course.places, word).name).toBe(name);
  });

  test("several are given once each, in the order in which they were named", () => {
    const names = lessonsNamed(course, ["3", "0", "momentum"]).map(({ name }) => name);
    expect(names).toEqual(["03-momentum", "00-start"]);
  });

  test("or what there is, is told", () => {
    expect(thrown(() => lessonNamed(course, "gradient-decent.ipynb"))).toEqual({
      message: "There is no lesson gradient-decent",
      cure: "Did you mean gradient-descent? There are: 00-start, 02-gradient-descent, 03-momentum, 11-waves.",
    });
    expect(thrown(() => lessonNamed(course, "zzzzzzzz")).cure).toBe(
      "There are: 00-start, 02-gradient-descent, 03-momentum, 11-waves. The number alone will do, and the word alone.",
    );
    expect(thrown(() => lessonNamed(course, "11"))).toMatchObject({
      message: "There is no notebook of 11-waves",
      cure: expect.stringContaining("npx fall-line check waves,") as string,
    });
  });

  test("and what a command asks for is told, with an example", () => {
    expect(thrown(() => lessonsAsked(course, [], false, "deck"))).toEqual({
      message: "deck needs a LESSON, or --all",
      cure: "Write npx fall-line deck momentum, or npx fall-line deck --all.",
    });
    expect(thrown(() => lessonsAsked(course, ["a", "b"], true, "deck")).message).toBe(
      "--all takes no lessons beside it, got a, b",
    );
    expect(lessonsAsked(course, [], true, "deck")).not.toBe(course.built);
  });
});

describe("decks, handouts and pages", () => {
  test.each<[string[], RegExp]>([
    [["deck", "momentum"], /it goes on to run lessons/],
    [["deck", "momentum", "--theme", "dark", "--short"], /it goes on to run lessons/],
    [["deck", "momentum", "--theme", "grey"], /--theme must be light or dark, got grey/],
    [["deck"], /deck needs a LESSON, or --all/],
    [["deck", "--all", "03"], /--all takes no lessons beside it/],
    [["handout", "--all"], /it goes on to run lessons/],
    [["handout"], /handout needs a LESSON, or --all/],
    [["export", "--address", "here"], /--address must be a whole address, got here/],
    [["export", "--address", "https://example.org/a"], /it goes on to run lessons/],
  ])("%j: %s", async (line, message) => {
    const command = { deck, handout, export: exportLessons }[line[0]!]!;
    await expect(typed(command, place, ...line)).rejects.toThrow(message);
  });

  test.each(["deck", "handout"])(
    "%s refuses a folder with other things in it, before any work",
    async (name) => {
      mkdirSync(join(place, "mine"), { recursive: true });
      writeFileSync(join(place, "mine/thesis.txt"), "");
      const command = name === "deck" ? deck : handout;
      await expect(typed(command, place, name, "03", "--out", "mine")).rejects.toThrow("is left as it is");
    },
  );
});

describe("notebooks", () => {
  test("are stale where they are not what their lessons say, missing, or without a lesson", async () => {
    const folder = join(place, "notebooks");
    mkdirSync(folder);
    const files = { same: "1", changed: "1", gone: "1", broken: "1" };
    for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, `${name}.ipynb`), source);
    writeFileSync(join(folder, "README.md"), "");
    const texts = new Map([
      ["same", "1"],
      ["changed", "2"],
      ["missing", "3"],
    ]);
    const lessons = ["same", "changed", "missing", "broken"];
    expect(await staleNotebooks({ folder, texts, lessons })).toEqual(["changed", "gone", "missing"]);
    expect(await staleNotebooks({ folder: join(place, "nowhere"), texts, lessons })).toEqual([
      "changed",
      "missing",
      "same",
    ]);
    expect(readdirSync(folder)).toHaveLength(5);
  });
});

test("columns are as wide as their widest cells, and lines end with their last", () => {
  expect(
    columns([
      { rule: "gd", "learning rate": "lambda" },
      { rule: "momentum", "learning rate": "" },
    ]),
  ).toBe("rule      learning rate\ngd        lambda\nmomentum");
  expect(columns([{ a: "1", b: "22" }, { b: "3" }])).toBe("a  b\n1  22\n   3");
  expect(columns([{ "learning rate": "0.1", b: "2" }])).toBe("learning rate  b\n0.1            2");
  expect(columns([])).toBe("");
});
