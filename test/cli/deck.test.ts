import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Command, Session } from "../../src/cli/command.ts";
import type { CourseAsked } from "../../src/cli/course.ts";
import { deck } from "../../src/cli/deck.ts";
import { addressOf, exportLessons, sizeOf } from "../../src/cli/export.ts";
import { handout } from "../../src/cli/handout.ts";
import { runLessons } from "../../src/cli/run-lessons.ts";
import { ownProduct } from "../../src/course/product.ts";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { typedIn } from "./session.ts";
import { notebook, standIn } from "./stand-in.ts";

const project = standIn();
afterAll(() => project.end());
const { callerDir, projectDir } = project;

let told = "";
beforeEach(() => {
  told = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((told += String(text)), true));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const run = (command: Command, ...line: string[]) => typedIn(project, command, ...line);
const at = (...parts: string[]): string => join(callerDir, ...parts);
/** Whether a file that was made holds these words. */
const has = (file: string, words: string): boolean => text(file).includes(words);
const KERNEL = `id="fall-line-kernel"`;
const filesIn = (folder: string): string[] => readdirSync(at(folder)).filter((name) => !name.startsWith("."));
const text = (file: string): string => readFileSync(at(file), "utf8");

describe("fall-line deck", () => {
  test("makes a file of each lesson, run anew, in the folder where the user is", async () => {
    const { code, said, done } = await run(deck, "deck", "--all");
    expect(code).toBe(0);
    expect(said[0]).toBe(`\n${at("decks/11-waves.html")}\n${at("decks/12-tides.html")}`);
    expect(said[1]).toContain("S the speaker's view");
    expect(done.map((one) => one.slice(0, 6))).toEqual(["Lesson", "1 of 2", "2 of 2"]);
    expect(filesIn("decks")).toEqual(["11-waves.html", "12-tides.html"]);
    expect(has("decks/11-waves.html", "Long words.")).toBe(true);
    expect(has("decks/11-waves.html", `<html lang="en">`)).toBe(true);
    expect(existsSync(join(projectDir, "decks"))).toBe(false);
  });

  test("makes the short path of the lessons that have one, dark where that is asked for", async () => {
    const { said } = await run(deck, "deck", "--all", "--short", "--theme", "dark", "--out", "class");
    expect(said[0]).toBe(`\n${at("class/11-waves-short.html")}`);
    expect(filesIn("class")).toEqual(["11-waves-short.html"]);
    const html = "class/11-waves-short.html";
    expect(has(html, "Short words.")).toBe(true);
    expect(has(html, "Long words.")).toBe(false);
    expect(has(html, '<html lang="en" data-theme="dark">')).toBe(true);
    await expect(run(deck, "deck", "12", "--short")).rejects.toMatchObject({
      message: "No cell of 12-tides is on the short path",
      cure: "Leave out --short, or choose another lesson.",
    });
  });
});

describe("fall-line handout", () => {
  test("makes a page to print of a lesson, with its answers where they are asked for", async () => {
    const { code, said } = await run(handout, "handout", "waves");
    expect([code, said]).toEqual([0, [at("handouts/11-waves.html")]]);
    expect(has("handouts/11-waves.html", "Where is it flat?")).toBe(true);
    expect(has("handouts/11-waves.html", "So it is.")).toBe(false);
    expect((await run(handout, "handout", "--all", "--answers")).said).toEqual([
      `${at("handouts/11-waves-answers.html")}\n${at("handouts/12-tides-answers.html")}`,
    ]);
    expect(has("handouts/11-waves-answers.html", "So it is.")).toBe(true);
    expect(filesIn("handouts")).toHaveLength(3);
    const before = project.asked().length;
    for (const [command, name] of [
      [deck, "deck"],
      [exportLessons, "export"],
    ] as const)
      await expect(run(command, name, "waves", "--out", "handouts")).rejects.toThrow(
        "another kind (handouts)",
      );
    expect(project.asked(), "it is told before any work").toHaveLength(before);
  });
});

describe("fall-line export", () => {
  test("makes a page of each lesson that is named, which can be worked in unless it is only to be read", async () => {
    const { code, said } = await run(exportLessons, "export", "12", "waves");
    expect(code).toBe(0);
    expect(said[0]).toBe(`\n${at("pages/12-tides.html")}\n${at("pages/11-waves.html")}`);
    expect(filesIn("pages")).toEqual(["11-waves.html", "12-tides.html"]);
    expect(has("pages/12-tides.html", KERNEL)).toBe(true);
    expect(said[1]).toMatch(/^\d+\.\d MB in all\. It opens in any browser/);
    await run(exportLessons, "export", "12", "--read-only", "--out", "read");
    expect(has("read/12-tides.html", "They rise.")).toBe(true);
    expect(has("read/12-tides.html", KERNEL)).toBe(false);
  });

  test.each([
    [undefined, ""],
    ["https://example.org/a", "https://example.org/a/"],
    ["https://example.org/a/", "https://example.org/a/"],
  ])("stands at an address, below which all is found: %s", (asked, address) => {
    expect(addressOf(asked)).toBe(address);
  });

  test.each([
    [[], "0.0"],
    [["x".repeat(49_000)], "0.0"],
    [["é".repeat(30_000), "x".repeat(1_600_000)], "1.7"],
    [[new Uint8Array(2_000_000), "x".repeat(10_000_000)], "12.0"],
  ])("says how large it all is: %#", (contents, size) => {
    expect(sizeOf(new Map(contents.map((one, k) => [String(k), one])))).toBe(size);
  });
});

test("lessons of a course of one's own are run with its kernel", async () => {
  const product = { ...ownProduct(projectDir), kernels: "/course/jupyter" };
  const course = { product, passOver: () => undefined } as unknown as CourseAsked;
  const progress = {
    during: (_: string, __: string, act: (stage: object) => unknown) => act({ count: () => undefined }),
  };
  const session = {
    ...project,
    progress,
    settingUp: () => Promise.resolve(() => undefined),
  } as unknown as Session;
  await runLessons(course, [{ name: "11-waves" } as CourseLesson], session);
  expect(project.asked().at(-1)).toMatch(/ \/course\/jupyter:\S*\/\.fall-line\/jupyter\/path$/);
});

describe("a lesson that cannot be run", () => {
  beforeEach(() =>
    project.write("notebooks/12-tides.ipynb", notebook("Tides", [{ type: "code", source: "torn" }])),
  );

  test.each<[Command, string, string]>([
    [deck, "deck --all", "decks/11-waves.html"],
    [handout, "handout --all", "handouts/11-waves.html"],
    [exportLessons, "export 11 12", "pages/11-waves.html"],
  ])("%o is told, keeps no other from being made, and is the exit code: %s", async (command, line, made) => {
    const { code, said, done } = await run(command, ...line.split(" "), "--out", `torn ${line}`);
    expect(code).toBe(1);
    expect(told).toMatch(/^fall-line: Lesson 12-tides could not be run\. Run npm test: .*\n$/);
    expect(said[0]!.trim()).toBe(at(`torn ${line}`, made.split("/")[1]!));
    expect(done.filter((one) => one.startsWith("2 of 2"))).toHaveLength(1);
  });
});
