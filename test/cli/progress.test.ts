import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { exercise } from "fall-line";
import { showProgress } from "../../src/cli/progress/show.ts";
import { type LessonOfSummary, summary } from "../../src/cli/progress/summary.ts";
import type { ProgressEvent } from "../../src/exercises/progress-event.ts";
import { ProgressFile } from "../../src/kernel/node/progress-file.ts";
import type { CourseLesson } from "../../src/rendering/course.ts";

const attempt = (id: string, more: Partial<ProgressEvent> = {}): ProgressEvent => {
  const [lesson = "", name = ""] = id.split("/");
  return { v: 2, time: "2026-11-26T10:00:00Z", lesson, exercise: name, event: "attempt", ...more };
};
const right = (id: string) => attempt(id, { right: true, outcome: "right", credit: 1 });
const wrong = (id: string) => attempt(id, { right: false, outcome: "not yet", credit: 0 });

const course: LessonOfSummary[] = [
  {
    number: "01",
    title: "Rolling",
    optional: false,
    exercises: [
      ["rolling/a", "The first"],
      ["rolling/b", "The second"],
    ],
  },
  { number: "02", title: "Sliding", optional: false, exercises: [["sliding/a", "The third"]] },
];
const lines = (all: readonly ProgressEvent[], lessons = course): string[] =>
  summary(lessons, all).split("\n");
const row = (title: string, dots: string, count: string): string =>
  `${title.padEnd(24)} ${dots.padEnd(28)} ${count}`;

describe("the summary of a course", () => {
  it("of which nothing is done has empty dots and the first exercise to do", () => {
    expect(lines([])).toEqual([
      row("01 Rolling", "○○", "  0 of 2"),
      row("02 Sliding", "○", "  0 of 1"),
      `${" ".repeat(54)}  0 of 3 in all`,
      "",
      "● right   ◇ answered   ◑ almost   ◔ tried   ○ not tried yet",
      "",
      "Next: The first",
      "      in 01 Rolling.",
    ]);
  });

  it("counts what is done and what is right", () => {
    const guess = attempt("rolling/b", { outcome: "otherwise", right: false, picked: "a" });
    const all = lines([right("rolling/a"), guess, wrong("sliding/a")]);
    expect(all.slice(0, 3)).toEqual([
      row("01 Rolling", "●◇", "  2 of 2, 1 right"),
      row("02 Sliding", "◔", "  0 of 1"),
      `${" ".repeat(54)}  2 of 3, 1 right in all`,
    ]);
  });

  it("names what was forgotten when it was asked again, and counts nothing of that", () => {
    const recalls = "rolling/a";
    const asked = [
      attempt("sliding/again", { event: "hint", recalls }),
      { ...wrong("sliding/again"), recalls },
      { ...right("sliding/again"), recalls },
    ];
    const [before, after] = [[right("rolling/a")], [right("rolling/a"), ...asked]].map((all) => lines(all));
    expect(after!.slice(0, 6)).toEqual(before!.slice(0, 6));
    expect(after!.slice(6)).toEqual([
      "Forgotten when it was asked again:",
      "  The first (01 Rolling)",
      "",
      "Next: The third",
      "      in 02 Sliding.",
    ]);
  });

  it.each<[what: string, all: ProgressEvent[], next: string[]]>([
    [
      "of the lesson last worked in",
      [right("sliding/a"), wrong("rolling/b")],
      ["Next: The first", "      in 01 Rolling."],
    ],
    [
      "of that lesson, though one before is open",
      [wrong("sliding/a")],
      ["Next: The third (tried, 1 attempt)", "      in 02 Sliding."],
    ],
    [
      "of the course, where that lesson is done",
      [wrong("rolling/a"), wrong("rolling/a"), right("sliding/a")],
      ["Next: The first (tried, 2 attempts)", "      in 01 Rolling."],
    ],
    ["of the last of two lessons", [wrong("rolling/a"), wrong("sliding/a")], ["      in 02 Sliding."]],
    [
      "what was not answered yet",
      [attempt("rolling/a", { outcome: "otherwise", right: false, picked: "a" })],
      ["Next: The second", "      in 01 Rolling."],
    ],
    [
      "none, where all is done",
      [right("rolling/a"), right("rolling/b"), right("sliding/a")],
      ["All of it is done."],
    ],
  ])("names what is next: %s", (_, all, next) => {
    expect(lines(all).slice(-next.length)).toEqual(next);
  });

  it("leaves out nothing that was done elsewhere; what is no longer asked counts in no total", () => {
    const all = lines([right("rolling/old"), wrong("old/b"), right("old/c")]);
    expect(all.slice(2, 5)).toEqual([
      row("no longer asked", "●", "  1 of 1, 1 right"),
      row("old", "◔●", "  1 of 2, 1 right"),
      `${" ".repeat(54)}  1 of 5, 1 right in all`,
    ]);
  });

  it("breaks rows of more than 28 dots, and cuts titles of more than 24 letters", () => {
    const many = (count: number, title: string): LessonOfSummary => ({
      number: "03",
      title,
      optional: false,
      exercises: Array.from({ length: count }, (_, i) => [`many/${i}`, "One"] as const),
    });
    const dots = "○".repeat(28);
    const cut = (count: number, title: string): string[] => lines([], [many(count, title)]).slice(0, -6);
    expect(cut(28, "A title of 24 letters")).toEqual([row("03 A title of 24 letters", dots, "  0 of 28")]);
    expect(cut(57, "A title of 25 letters.")).toEqual([
      row("03 A title of 25 letter…", dots, "  0 of 57"),
      row("", dots, "").trimEnd(),
      row("", "○", "").trimEnd(),
    ]);
  });
});

describe("what was done in a folder is shown", () => {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-progress-"));
  writeFileSync(join(folder, "former-names.json"), '{ "turning/a": "rolling/a" }');
  afterAll(() => rmSync(folder, { recursive: true }));
  let printed = "";
  beforeEach(() => {
    printed = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(join(folder, "fall-line-progress.jsonl"), { force: true });
  });
  const done = exercise.choose({
    title: "The first",
    prompt: "",
    hints: ["Hm."],
    options: { a: { text: "A", reason: "A", right: true }, b: { text: "B", reason: "B" } },
  });
  const show = (options: Record<string, boolean>): void => {
    const lessons = [{ name: "01-rolling", number: "01", short: "Rolling" } as CourseLesson];
    const exercises = new Map([
      ["rolling/a", done],
      ["sliding/a", done],
    ]);
    showProgress(folder, { library: join(folder, "index.js"), lessons, exercises }, options);
  };

  it("as nothing, where there is no record, and where it would be is said", () => {
    show({});
    const words = printed.replace(/\s+/g, " ");
    expect(words).toMatch(
      /^Nothing has been answered yet: \S+fall-line-progress\.jsonl is not there\. 01 Rolling ○ 0 of 1 /,
    );
    expect(printed).toMatch(/\.\n\n01 Rolling/);
    expect(printed.endsWith("in 01 Rolling.\n")).toBe(true);
  });

  it("as a summary, as CSV and as JSON", () => {
    new ProgressFile(folder).append(JSON.stringify(right("turning/a")));
    show({});
    expect(printed.split("\n")[0]).toBe(row("01 Rolling", "●", "  1 of 1, 1 right"));
    printed = "";
    show({ csv: true });
    expect(printed.trimEnd().split(/\r?\n/)).toHaveLength(2);
    expect(printed).toContain("2026-11-26T10:00:00Z");
    printed = "";
    show({ json: true });
    expect(JSON.parse(printed)).toMatchObject([{ lesson: "rolling", exercise: "a", right: true }]);
    expect(printed.endsWith("\n")).toBe(true);
  });
});
