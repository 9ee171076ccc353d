import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exercise, lessonExercises } from "fall-line";
import { afterAll, describe, expect, it } from "vitest";
import { readAssignment, showsSolutions } from "../../src/grading/assignment.ts";
import type { Graded } from "../../src/grading/grade.ts";
import { toCsv } from "../../src/grading/output/csv.ts";
import { fileNames } from "../../src/grading/output/file-names.ts";
import { canvasCsv, gradesCsv, moodleCsv } from "../../src/grading/output/tables.ts";
import { totalsOf } from "../../src/grading/output/totals.ts";
import { parseCsv } from "../../src/grading/report/parse-csv.ts";
import { readFiles } from "../../src/grading/report/read.ts";
import { reportCsv } from "../../src/grading/report/table.ts";
import { reportPage } from "../../src/grading/report/page.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { studentOf } from "../../src/grading/submission/find.ts";

const place = mkdtempSync(join(tmpdir(), "tables-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(place, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
};

const MISTAKES = [
  { id: "slip: w; m = alpha * m + lambda * g; w = w + m", what: "the sign of λ·g is flipped" },
  { id: "return: m missing", what: "the new m is not returned" },
];

const graded = (student: string, ...credits: readonly number[]): Graded => ({
  student,
  rows: credits.map((credit, i) => ({
    student,
    exercise: ["momentum/rule", "momentum/late"][i]!,
    credit,
    outcome: credit === 1 ? "right" : "almost",
    mistakes: credit === 1 ? [] : MISTAKES,
  })),
  shown: [],
  notes: [],
});

const WEEK = {
  title: "Week 3",
  points: new Map([
    ["momentum/rule", 4],
    ["momentum/late", 1],
  ]),
  solutions: "never",
} as const;

describe("totals", () => {
  const all = [graded("Ada Lovelace_12", 1, 1), graded("=cmd()_13", 0.5, 0)];
  const totals = totalsOf(WEEK, all, new Set());

  it("say late of what came after the time that it was due, and not at that time", () => {
    const due = new Date("2026-11-02T12:00:00Z");
    const late = (handedIn?: string): boolean =>
      totalsOf({ ...WEEK, due }, [{ ...graded("Ada", 1), ...(handedIn && { handedIn }) }], new Set()).each[0]!
        .late;
    expect(late("2026-11-02T12:00:00.000Z")).toBe(false);
    expect(late("2026-11-02T12:00:00.001Z")).toBe(true);
    expect(late()).toBe(false);
  });

  it("are points times credit", () => {
    expect(totals.most).toBe(5);
    expect(totals.each.map(({ points }) => points)).toEqual([5, 2]);
  });

  it("for Moodle are its grading worksheet where the names are Moodle's", () => {
    expect(moodleCsv(WEEK, totals)).toBe(
      "Identifier,Full name,Grade,Maximum Grade\r\nParticipant 12,Ada Lovelace,5,5\r\nParticipant 13,'=cmd(),2,5\r\n",
    );
  });

  it("for Canvas have its columns and the points possible", () => {
    const canvas = totalsOf(WEEK, [graded("lovelaceada_LATE_77_1234_03-momentum", 1, 1)], new Set());
    expect(canvasCsv(WEEK, canvas).split("\r\n").slice(0, 3)).toEqual([
      "Student,ID,SIS User ID,SIS Login ID,Section,Week 3",
      "Points Possible,,,,,5",
      "lovelaceada,77,,,,5",
    ]);
  });

  it("a table of grades is read as it was written", () => {
    const path = file("grades.csv", gradesCsv(WEEK, all, totals));
    const { students, faults } = readFiles([path]);
    expect(faults).toEqual([]);
    expect(students[1]!.attempts[0]!.mistakes).toEqual(MISTAKES);
  });
});

describe("CSV", () => {
  it.each(["=1+1", "+1", "-1", "@x", " =1", "\t=1"])("runs no formula: %j", (text) => {
    expect(toCsv([[text]])).toMatch(/^'/);
  });

  it("is read as it was written", () => {
    expect(
      parseCsv(
        toCsv([
          ["a", "b"],
          ['say "x", y', -1],
        ]),
      ),
    ).toEqual([{ a: 'say "x", y', b: "-1" }]);
  });

  it("has no control characters and no line breaks in its cells", () => {
    expect(toCsv([["a\u001b[31m\r\nb"]])).toBe("a\\u001b[31m b\r\n");
  });
});

it.each([
  ["03-momentum.ipynb", "03-momentum"],
  ["ada_03-momentum.ipynb", "ada"],
  ["Ada Lovelace_12345_assignsubmission_file_", "Ada Lovelace_12345"],
  ["ada.zip", "ada"],
])("the student of %s is %s", (name, student) => expect(studentOf(name)).toBe(student));

it("pages have plain names, no two alike", () => {
  expect(fileNames(["../../x", "Ada", "ada", "…"])).toEqual([
    "x.html",
    "Ada.html",
    "ada-2.html",
    "student.html",
  ]);
});

describe("an assignment", () => {
  const ids = ["momentum/rule", "momentum/late", "nesterov/rule"];
  const lessons = new Map([
    ["momentum", ids.slice(0, 2)],
    ["nesterov", ids.slice(2)],
  ]);
  const read = (text: string): ReturnType<typeof readAssignment> =>
    readAssignment(file("a.json", text), ids, lessons);

  it("gives points to lessons and exercises by name", () => {
    const { points } = read('{ "exercises": { "03-momentum": 1, "momentum/rule": 4 } }');
    expect([...points]).toEqual([
      ["momentum/late", 1],
      ["momentum/rule", 4],
    ]);
  });

  it("says from when on solutions are shown", () => {
    const assignment = read('{ "solutions": "after 2026-12-01" }');
    expect(showsSolutions(assignment, new Date("2026-11-30"))).toBe(false);
    expect(showsSolutions(assignment, new Date("2026-12-02"))).toBe(true);
  });

  it.each([
    ['{ "exercises": { "momentum/rul": 1 } }', /Did you mean momentum\/rule/],
    ['{ "solutions": "yes" }', /never/],
    ['{ "due": "soon" }', /a date such as/],
    ['{ "point": 1 }', /has no field point/],
    ["[", /not JSON/],
  ])("%s is told", (text, says) => {
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      expect(`${(error as Error).message} ${(error as { cure?: string }).cure}`).toMatch(says);
    }
  });
});

describe("a report", () => {
  const line = (exercise: string, more: object): string =>
    JSON.stringify({ v: 2, time: "2026-11-26", lesson: "momentum", exercise, event: "attempt", ...more });
  const sign = { id: "m: sign of lambda*g", what: "in the line of m, the sign of λ·g is flipped" };
  const wrong = { right: false, outcome: "almost", mistakes: [sign] };
  const right = { right: true, outcome: "right" };

  it("counts nobody as wrong whose answer was not graded, and says whose it is where names are asked for", () => {
    const rows = [
      "student,exercise,credit,outcome,mistakes",
      "ada,momentum/rule,1,right,",
      "ben,momentum/rule,,not graded,",
      "cem,,,not graded,",
    ];
    const summary = summaryOf(
      readFiles([file("open.csv", rows.join("\n"))]).students,
      lessonExercises.all,
      {},
    );
    expect(summary).toMatchObject({
      students: 3,
      exercises: [{ id: "momentum/rule", tried: 1, stuck: [] }],
      notGraded: [
        { exercise: "", students: ["cem"] },
        { exercise: "momentum/rule", students: ["ben"] },
      ],
    });
    const page = (names: boolean): string =>
      reportPage(summary, { typefaces: "", lessons: new Map(), names });
    expect(page(true)).toContain("<li>momentum/rule, of 1 student: ben</li>");
    expect(page(false)).toContain("<li>all that was handed in, of 1 student</li>");
    expect(page(false)).not.toMatch(/ben|cem/);
    expect(reportCsv(summary)).toContain("momentum,momentum/rule,,,,,,,,,not graded,,,1");
  });

  it("counts who tried, who was right at first, who is stuck, and why", () => {
    const paths = [
      file("ada/fall-line-progress.jsonl", [line("rule", right)].join("\n")),
      file(
        "ben/fall-line-progress.jsonl",
        [line("rule", wrong), line("rule", wrong), line("rule", right)].join("\n"),
      ),
      file("cem/fall-line-progress.jsonl", [line("rule", wrong), '{"torn'].join("\n")),
      file("dan/fall-line-progress.jsonl", line("truth", { right: false, outcome: "not yet", picked: "a" })),
      file("damaged.jsonl", "\u0000\u0001 not a line"),
    ];
    const { students, faults } = readFiles(paths);
    expect(faults).toEqual([expect.stringContaining("damaged.jsonl")]);
    const { exercises, topics } = summaryOf(students, lessonExercises.all, {});
    const rule = exercises.find(({ id }) => id === "momentum/rule")!;
    expect(rule).toMatchObject({ tried: 3, rightFirst: 1, rightLater: 1, stuck: ["cem"] });
    expect(rule.misunderstood).toEqual([
      {
        kind: "mistake",
        id: "m: sign of lambda*g",
        words: "in the line of m, the sign of λ·g is flipped",
        students: 2,
        open: 1,
      },
    ]);
    expect(exercises.find(({ id }) => id === "momentum/truth")!.misunderstood[0]!.words).toMatch(
      /^Momentum moves the minimum/,
    );
    expect(topics.map(({ id }) => id)).toEqual(["m: sign of lambda*g"]);
  });

  it("begins with what most have still open; who got over it, and a guess, count a third", () => {
    const options = {
      no: { text: "No.", reason: "So." },
      yes: { text: "Yes.", reason: "So.", right: true },
    } as const;
    const common = { title: "Waves", prompt: "Do they?", options, hints: ["Look."] } as const;
    const exercises = new Map<string, unknown>([
      ["waves/guess", exercise.foresee(common)],
      ["waves/open", exercise.choose(common)],
      ["waves/over", exercise.choose(common)],
    ]) as typeof lessonExercises.all;
    const no = { right: false, picked: "no", mistakes: [] };
    const yes = { right: true, picked: "yes", mistakes: [] };
    const class4 = [1, 2, 3, 4].map((k) => ({
      name: `student ${k}`,
      attempts: [
        { ...no, exercise: "waves/guess" },
        ...(k > 2 ? [{ ...no, exercise: "waves/open" }] : []),
        ...(k > 1 ? [no, yes].map((one) => ({ ...one, exercise: "waves/over" })) : []),
      ],
    }));
    // 2 have it open, 4 guessed it: 4/3, 3 got over it: 1.
    const { topics } = summaryOf(class4, exercises, {});
    expect(topics.map((topic) => topic.exercise.id)).toEqual(["waves/open", "waves/guess", "waves/over"]);
  });

  it("shows who is stuck, but for guesses, of which nobody is", () => {
    const paths = ["cem", "dan"].map((name) =>
      file(
        `${name}/fall-line-progress.jsonl`,
        [line("rule", wrong), line("crossing", { right: false, outcome: "otherwise" })].join("\n"),
      ),
    );
    const summary = summaryOf(readFiles(paths).students, lessonExercises.all, {});
    const titles = ["momentum/rule", "momentum/crossing"].map((id) => lessonExercises.all.get(id)!.title);
    const shown = (names: boolean): string[] => {
      const page = reportPage(summary, { typefaces: "", lessons: new Map(), names });
      return titles.map((title) => page.split("<article>").find((part) => part.includes(`<h3>${title}`))!);
    };
    const [rule, crossing] = shown(true);
    expect(rule).toContain("2 tried · 0 right at first (0 %)");
    expect(rule).toContain("· 2 wrong<");
    expect(rule).toContain("Stuck: cem, dan.");
    expect(crossing).toContain("2 tried · 0 right at first (0 %)");
    expect(crossing).not.toContain("wrong");
    for (const part of shown(false)) expect(part).not.toContain("cem");
  });
});
