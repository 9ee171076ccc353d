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
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { grade } from "../../src/cli/grade.ts";
import { report } from "../../src/cli/report.ts";
import { isLong } from "../long.ts";
import { declare, handedOut, handIn } from "../grading/class.ts";
import { notebookWith } from "../grading/hostile.ts";
import { FORMS, layForms } from "../grading/sixty.ts";
import { typed } from "./session.ts";

const place = mkdtempSync(join(tmpdir(), "fall-line-grade-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const text = (name: string): string => readFileSync(join(place, name), "utf8");
const WEEK = {
  title: "Week 1",
  exercises: { "start-here/step": 4, "start-here/rerun": 1, "start-here/names": 2, "momentum/rule": 3 },
  due: "2000-01-01",
  seed: "grey",
};

/** Right answers in several forms, one that never ends, and a file at which reading breaks. */
function layOthers(folder: string, forms: number): string[] {
  handIn(folder, "never-ends/03-momentum.ipynb", notebookWith("() => { for (;;); }"));
  handIn(folder, "dies/03-momentum.ipynb", notebookWith("() => 1"));
  writeFileSync(join(folder, "dies/bomb.ipynb"), "[".repeat(1e6));
  return layForms(folder, forms);
}
const BOMB = "dies: bomb.ipynb: it is no notebook: it is nested more than 500 deep";
const outcomes = (right: readonly string[]): string[] => [
  "dies,momentum/rule,0,not yet",
  "never-ends,momentum/rule,0,took too long",
  ...right.map((student) => `${student},momentum/rule,1,right`),
];
const rowsOf = (table: string): string[] =>
  table.trim().split("\r\n").slice(1).map((row) => row.split(",").slice(0, 4).join(",")); // prettier-ignore

let right: string[];
beforeAll(() => {
  writeFileSync(join(place, "week.json"), JSON.stringify(WEEK));
  writeFileSync(join(place, "week.zip"), "PK, as it were");
  const step = "({ w }, { lambda }) => ({ w: w.map((x) => lambda * x) })";
  const ada = declare(handedOut("00-start-here"), "00-start-here-exercise-3-your-answer", step);
  handIn(place, "class/Ada/00-start-here.ipynb", ada);
  const pick = {
    v: 2,
    time: "2026-11-26",
    lesson: "start-here",
    exercise: "rerun",
    event: "attempt",
    picked: "x",
  };
  writeFileSync(join(place, "class/Ada/fall-line-progress.jsonl"), JSON.stringify(pick));
  mkdirSync(join(place, "class/Ben"));
  writeFileSync(join(place, "class/Ben/00-start-here.ipynb"), "{");
  right = layOthers(join(place, "class"), 1);
});

describe("fall-line grade", () => {
  test("writes a table, totals for course systems and a page a student, and says what could not be read; what another handed in costs nobody anything", async () => {
    const line = [
      "grade",
      "class",
      "--out",
      "out/grades.csv",
      "--html",
      "pages",
      "--assignment",
      "week.json",
      "--jobs",
      "1",
    ];
    const { code, said } = await typed(grade, place, ...line);
    expect(code).toBe(0);
    expect(said[0]!.split("\n")).toEqual(
      ["out/grades.csv", "out/grades.moodle.csv", "out/grades.canvas.csv", "pages"].map((name) =>
        join(place, name),
      ),
    );
    expect(said.slice(1)).toEqual([
      expect.stringMatching(/^Ben: 00-start-here\.ipynb: it is no notebook/),
      BOMB,
      "Sure of 13 of 20 grades; 7 missing where a file could not be read.",
    ]);
    const table = text("out/grades.csv");
    expect(rowsOf(table).filter((row) => !row.endsWith(",missing"))).toEqual([
      "Ada,start-here/step,1,right",
      "Ada,start-here/rerun,0,note",
      "Ada,start-here/names,0,not written",
      ...outcomes(right),
    ]);
    expect(table.split("\r\n")[1]!.split(",").slice(7, 10)).toEqual(["4", "late", ""]);
    expect(text("out/grades.moodle.csv")).toBe(
      [
        "username,Week 1",
        "Ada,4",
        "Ben,0",
        "dies,0",
        "never-ends,0",
        ...right.map((name) => `${name},3`),
        "",
      ].join("\r\n"),
    );
    expect(text("out/grades.canvas.csv")).toContain("Points Possible,,,,,8\r\n");
    expect(readdirSync(join(place, "out")).sort()).toEqual([
      "grades.canvas.csv",
      "grades.csv",
      "grades.moodle.csv",
    ]);
    expect(text("pages/Ada.html")).toContain('<p class="total">4 of 8 points · handed in late</p>');
    expect(text("pages/Ben.html")).toContain("it is no notebook");
    expect(text("pages/Ada.html")).not.toContain("One right answer");
  });

  // In `npm test` several seats grade with stand-ins: pool.test.ts, grade-batch.test.ts.
  if (isLong)
    test("gives the same table by however many processes", async () => {
      const all = layOthers(join(place, "sixty"), Object.keys(FORMS).length);
      writeFileSync(join(place, "rule.json"), JSON.stringify({ exercises: { "momentum/rule": 1 } }));
      for (const jobs of ["1", "2"]) {
        const name = `jobs-${jobs}`;
        const line = ["grade", "sixty", "--out", `${name}.csv`, "--assignment", "rule.json", "--jobs", jobs];
        const { said } = await typed(grade, place, ...line);
        expect(said.slice(1, -1)).toEqual([BOMB]);
        expect(rowsOf(text(`${name}.csv`))).toEqual(outcomes(all));
      }
      expect(text("jobs-2.csv")).toBe(text("jobs-1.csv"));
      expect(text("jobs-2.moodle.csv")).toBe(text("jobs-1.moodle.csv"));
    });

  test.each<[string[], RegExp]>([
    [["grade", "class"], /grade needs --out FILE/],
    [
      ["grade", "class", "--out", "a.csv", "--jobs", "0"],
      /--jobs must be a whole number from 1 to 64, got 0/,
    ],
    [["grade", "class", "--out", "a.csv", "--jobs", "65"], /got 65/],
    [["grade", "class", "--out", "a.csv", "--jobs", "1.5"], /got 1\.5/],
    [["grade", "class", "--out", "a.csv", "--html", "class"], /is left as it is/],
    [["grade", "nowhere", "--out", "a.csv"], /There is nothing at/],
    [["grade", "class", "--out", "class"], /--out is a folder/],
    [["grade", "week.zip", "--out", "a.csv"], /week\.zip: it is no zip that can be read/],
    [["grade", "class", "--out", "a.csv", "--whole-notebook"], /shows what notebooks print on pages/],
    [["grade", "class", "--out", "a.csv", "--assignment", "none.json"], /there is no such file/],
  ])("%j is refused", async (line, message) => {
    await expect(typed(grade, place, ...line)).rejects.toThrow(message);
    expect(readdirSync(place).filter((name) => name.startsWith("a.csv"))).toEqual([]);
  });
});

describe("fall-line report", () => {
  const GRADES =
    "student,exercise,outcome,mistakes\nada,start-here/step,almost,w: sign\nben,start-here/step,right,\n";

  test("writes a page, with names where they are asked for, and prints a table", async () => {
    writeFileSync(join(place, "some.csv"), GRADES);
    const { code, said } = await typed(report, place, "report", "some.csv");
    expect([code, said]).toEqual([0, [join(place, "report.html")]]);
    expect(text("report.html")).toContain("2 students · 1 exercise · without names");
    expect(text("report.html")).toMatch(/<h2>00 [A-Z]/);
    await typed(report, place, "report", "some.csv", "--names", "--out", "deep/with.html");
    expect(text("deep/with.html")).toContain("Stuck: ada.");
    const printed: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((one) => printed.push(String(one)) > 0);
    await typed(report, place, "report", "some.csv", "--csv", "--out", "none.html");
    vi.restoreAllMocks();
    expect(printed.join("")).toMatch(/^lesson,exercise,title,tried,.*\r\nstart-here,start-here\/step,/);
    expect(existsSync(join(place, "none.html"))).toBe(false);
  });

  test("passes over what it cannot read, and needs something that it can", async () => {
    const warned: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((one) => warned.push(String(one)) > 0);
    await expect(typed(report, place, "report", "gone.csv")).rejects.toThrow(/nothing of any student/);
    vi.restoreAllMocks();
    expect(warned).toEqual([`fall-line: passed over ${join(place, "gone.csv")}: there is no such file\n`]);
  });
});
