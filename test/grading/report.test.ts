import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lessonExercises } from "fall-line";
import { afterAll, describe, expect, it } from "vitest";
import { reportPage } from "../../src/grading/report/page.ts";
import { readFiles } from "../../src/grading/report/read.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { mistakeWords } from "../../src/grading/report/words.ts";

const place = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(place, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe("a mistake is told to a teacher in words:", () => {
  it.each([
    [
      "momentum/rule",
      "known: m = -lambda * g",
      "the velocity starts from 0 in each step, which is plain gradient descent",
    ],
    ["start-here/twice", "known: x+2", "2 is added, where twice is times 2"],
    [
      "second-order/rule",
      "known: diagonal of H",
      "each coordinate is divided by its own second derivative, and the mixed ones are not used",
    ],
    ["start-here/twice", "known: 2*x + 1", "2·x + 1"],
    ["momentum/rule", "slip: w; m = alpha * m + lambda * g; w = w + m", "computes m = α·m + λ·g, w = w + m"],
    ["momentum/rule", "ended: output", "it printed more than 1 million characters"],
    ["momentum/rule", "error: x is not defined", "stops with an error (x is not defined)"],
    ["momentum/rule", "return: m missing", "returned: m missing"],
    [
      "momentum/rule",
      "m: leftOut of alpha*m; w: sign of m",
      "in the line of m: left out (α·m); in the line of w: sign (m)",
    ],
    ["start-here/twice", "x: sign of x", "x: sign (x)"],
    ["momentum/truth", "no number", "no number"],
  ])("of %s, %s", (exercise, id, words) => {
    expect(mistakeWords(lessonExercises.all.get(exercise)!, id)).toBe(words);
  });
});

const attempt = (more: object): object => ({
  v: 2,
  time: "2026-11-26T10:00:00Z",
  lesson: "momentum",
  exercise: "rule",
  event: "attempt",
  ...more,
});
const slip = { right: false, outcome: "almost", mistakes: ["m: sign of lambda*g"] };
const lines = (...events: object[]): string => events.map((event) => JSON.stringify(event)).join("\n");

describe("what a report reads", () => {
  const of = (right: boolean | undefined, mistakes: readonly string[] = []) => ({
    exercise: "momentum/rule",
    right,
    mistakes,
  });
  it.each([
    [
      "a progress file in the folder of a student",
      "ada/fall-line-progress.jsonl",
      lines(attempt(slip)),
      "ada",
    ],
    ["a progress file by another name", "ben.jsonl", `\uFEFF${lines(attempt(slip))}`, "ben"],
    ["a list in JSON", "cem.json", JSON.stringify([attempt(slip)]), "cem"],
    ["what progress --json prints", "dan.json", JSON.stringify({ events: [attempt(slip)] }), "dan"],
    ["one event in JSON", "eve.json", JSON.stringify(attempt(slip)), "eve"],
    [
      "what progress --csv prints",
      "fay.csv",
      "lesson,exercise,event,right,outcome,mistakes\nmomentum,rule,attempt,false,almost,m: sign of lambda*g\nmomentum,rule,hint,,,\nmomentum,rule,attempt,,not written,\n",
      "fay",
    ],
    [
      "a table of grades",
      "week.csv",
      "student,exercise,outcome,mistakes\ngil,momentum/rule,almost,m: sign of lambda*g\ngil,momentum/late,missing,\ngil,momentum/rule,note,\n",
      "gil",
    ],
  ])("is %s", (_, name, text, student) => {
    expect(readFiles([file(name, text)])).toEqual({
      students: [{ name: student, attempts: [expect.objectContaining(of(false, slip.mistakes))] }],
      faults: [],
    });
  });

  it.each([
    ["right", true],
    ["kept", undefined],
    ["otherwise", undefined],
    ["crashed", false],
  ])("is of a grade that is called %s whether it was right: %s", (outcome, right) => {
    const text = `student,exercise,outcome,mistakes\nhal,momentum/rule,${outcome},\n`;
    expect(readFiles([file("one.csv", text)]).students[0]!.attempts).toEqual([of(right)]);
  });

  it.each([
    ["'=x", "=x"],
    ["'-x", "-x"],
    ["'|x", "|x"],
    ["'%x", "%x"],
    ["'x'", "'x'"],
    ["x", "x"],
  ])("is of a mistake that a spreadsheet holds as %s the mistake %s", (cell, mistake) => {
    const text = `student,exercise,outcome,mistakes\nhal,momentum/rule,almost,${cell}\n`;
    expect(readFiles([file("guarded.csv", text)]).students[0]!.attempts).toEqual([of(false, [mistake])]);
  });

  it("is what was picked, and that a guess is neither right nor wrong", () => {
    const text =
      "lesson,exercise,event,right,outcome,mistakes,picked\nmomentum,crossing,attempt,,otherwise,,0.8\nmomentum,truth,attempt,true,right,,b\n";
    expect(readFiles([file("picks.csv", text)]).students[0]!.attempts).toEqual([
      { exercise: "momentum/crossing", right: undefined, picked: 0.8, mistakes: [] },
      { exercise: "momentum/truth", right: true, picked: "b", mistakes: [] },
    ]);
  });

  it("is a folder with all that lies in it, but for what is hidden, linked or something else", () => {
    const folder = join(place, "class");
    file("class/deep/ida.jsonl", lines(attempt(slip)));
    file("class/ida.json", JSON.stringify(attempt({ right: true, outcome: "right" })));
    file("class/.hidden.jsonl", lines(attempt(slip)));
    file("class/words.txt", "none");
    symlinkSync(join(place, "ben.jsonl"), join(folder, "linked.jsonl"));
    const { students, faults } = readFiles([folder, join(place, "nowhere")]);
    expect(students).toEqual([
      {
        name: "ida",
        attempts: [
          expect.objectContaining(of(false, slip.mistakes)),
          expect.objectContaining({ right: true }),
        ],
      },
    ]);
    expect(faults).toEqual([`${join(place, "nowhere")}: there is no such file`]);
  });

  it("is nothing, and no fault, of a student who has done nothing", () => {
    expect(readFiles([file("ken.jsonl", "\n")])).toEqual({
      students: [{ name: "ken", attempts: [] }],
      faults: [],
    });
  });

  it("is looked for four folders deep", () => {
    file("deep/2/3/4/5/leo.jsonl", lines(attempt(slip)));
    file("deep/2/3/4/5/6/mia.jsonl", lines(attempt(slip)));
    const { students } = readFiles([join(place, "deep")]);
    expect(students.map(({ name }) => name)).toEqual(["leo"]);
  });

  it.each([
    ["odd.csv", "name,points\nada,3\n", /its columns are neither those of grades nor of progress/],
    ["odd.jsonl", "hello\n", /nothing in it is a line of a progress file/],
    ["odd.json", "{", /JSON/],
  ])("is not %s, and it is told", (name, text, says) => {
    const { students, faults } = readFiles([file(name, text)]);
    expect(students).toEqual([]);
    expect(faults).toEqual([expect.stringMatching(says)]);
  });
});

describe("the page of a report", () => {
  const right = { right: true, outcome: "right" };
  const guess = { exercise: "crossing", outcome: "otherwise", right: false };
  /** Four students: Ada was right at first, Ben later, Cem and Dan are stuck at the same. */
  const paths = [
    file("four/ada.jsonl", lines(attempt(right), attempt({ ...guess, mistakes: [] }))),
    file("four/ben.jsonl", lines(attempt(slip), attempt(right))),
    file("four/cem.jsonl", lines(attempt(slip))),
    file("four/dan.jsonl", lines(attempt({ ...slip, mistakes: ["return: m missing", ...slip.mistakes] }))),
  ];
  const summary = summaryOf(readFiles(paths).students, lessonExercises.all, {});
  const page = (names: boolean): string =>
    reportPage(summary, { typefaces: "", lessons: new Map([["momentum", "Momentum & more"]]), names });
  const title = lessonExercises.all.get("momentum/rule")!.title;

  it("says whom it is about, and which lesson", () => {
    expect(page(true)).toContain("4 students · 2 exercises · with names");
    expect(page(false)).toContain("4 students · 2 exercises · without names");
    expect(page(false)).toContain("<h2>Momentum &amp; more</h2>");
  });

  it("begins with what to talk about: how many, and how many of them are not right since", () => {
    expect(page(false)).toContain(
      `<ol><li><p class="topic">In the line of m: sign (λ·g)</p><p class="soft">${title} · 3 of 4 (75 %), 2 of them not right since</p></li></ol>`,
    );
  });

  it("draws and says how many were right at first, later and not yet", () => {
    expect(page(false)).toContain(
      '<div class="bar" role="img" aria-label="4 tried, 1 right at first (25 %), 1 right later, 2 not yet"><i class="first" style="flex-grow:1"></i><i class="later" style="flex-grow:1"></i><i class="open" style="flex-grow:2"></i></div>',
    );
  });

  it("lists mistakes, the most frequent first", () => {
    expect(page(false)).toContain(
      '<td class="share"><i style="width:75.0%"></i></td><td class="count">3</td><td class="percent">75 %</td><td>In the line of m: sign (λ·g)</td></tr><tr><td class="share"><i style="width:25.0%"></i></td><td class="count">1</td>',
    );
  });

  it("says where nothing was misunderstood by more than one", () => {
    const alone = summaryOf(readFiles(paths.slice(0, 2)).students, lessonExercises.all, {});
    const text = reportPage(alone, { typefaces: "", lessons: new Map(), names: false });
    expect(text).toContain("Nothing was misunderstood by more than one student.");
    expect(text).toContain("<h2>momentum</h2>");
  });
});
