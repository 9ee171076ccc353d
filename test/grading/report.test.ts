import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lessonExercises } from "fall-line";
import { afterAll, describe, expect, it } from "vitest";
import type { Choose } from "../../src/exercises/kinds/choose.ts";
import type { RecordedMistake } from "../../src/exercises/mistake.ts";
import { reportPage } from "../../src/grading/report/page.ts";
import { readFiles } from "../../src/grading/report/read.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";

const place = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(place, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe("a mistake is told to a teacher in words:", () => {
  const told = (exercise: string, ...mistakes: RecordedMistake[]): string[] => {
    const students = [{ name: "ada", attempts: [{ exercise, right: false, mistakes }] }];
    return summaryOf(students, lessonExercises.all, {}).exercises[0]!.misunderstood.map(({ words }) => words);
  };

  it.each<[string, RecordedMistake, string]>([
    [
      "momentum/rule",
      { id: "known: m = -lambda*g", what: "as it was once called" },
      "the velocity starts from 0 in each step, which is plain gradient descent",
    ],
    ["start-here/twice", { id: "known: x + 2" }, "2 is added, where twice is times 2"],
    [
      "second-order/rule",
      { id: "known: diagonal of H" },
      "each coordinate is divided by its own second derivative, and the mixed ones are not used",
    ],
    ["momentum/rule", { id: "ended: output", what: "it printed too much" }, "it printed too much"],
    ["momentum/rule", { id: "m: sign of lambda*g" }, "m: sign of lambda*g"],
  ])("of %s, %j: by its author's words, else as it was kept", (exercise, mistake, words) => {
    expect(told(exercise, mistake)).toEqual([words]);
  });

  it("an option by its own, whatever was kept with it; one that is gone says nothing", () => {
    const options = Object.entries((lessonExercises.all.get("momentum/truth") as Choose).options);
    const [name, { text }] = options.find(([, { right }]) => right !== true)!;
    const attempt = { exercise: "momentum/truth", right: false };
    const mistakes = [{ id: `option: ${name}` }, { id: "option: gone" }];
    const students = [
      { name: "ada", attempts: [{ ...attempt, picked: name, mistakes: [] }] },
      { name: "ben", attempts: [{ ...attempt, mistakes }] },
    ];
    const [one] = summaryOf(students, lessonExercises.all, {}).exercises;
    expect(one!.misunderstood).toEqual([
      { kind: "option", id: `option: ${name}`, words: text, students: 2, open: 2 },
    ]);
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
  const of = (right: boolean | undefined, ids: readonly string[] = []) => ({
    exercise: "momentum/rule",
    right,
    mistakes: ids.map((id) => ({ id })),
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
      "student,exercise,outcome,mistakes\ngil,momentum/rule,almost,m: sign of lambda*g\n",
      "gil",
    ],
  ])("is %s", (_, name, text, student) => {
    expect(readFiles([file(name, text)])).toEqual({
      rooms: [],
      students: [{ name: student, attempts: [expect.objectContaining(of(false, slip.mistakes))] }],
      faults: [],
    });
  });

  it.each([
    ["right", true],
    ["kept", undefined],
    ["otherwise", undefined],
    ["not yet", false],
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

  it("is of each mistake what was written beside its id", () => {
    const head = "student,exercise,outcome,mistakes,what";
    const [sign, missing] = ["m: sign", "return: m missing"];
    const read = (what: string): unknown =>
      readFiles([file("words.csv", `${head}\nhal,momentum/rule,almost,${sign} | ${missing},${what}\n`)])
        .students[0]!.attempts[0]!.mistakes;
    expect(read("it is turned | m is not returned")).toEqual([
      { id: sign, what: "it is turned" },
      { id: missing, what: "m is not returned" },
    ]);
    expect(read("which is which")).toEqual([{ id: sign }, { id: missing }]);
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
      rooms: [],
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
      `<ol><li><p class="topic">m: sign of lambda*g</p><p class="soft">${title} · 3 of 4 (75 %), 2 of them not right since</p></li></ol>`,
    );
  });

  it("draws and says how many were right at first, later and wrong", () => {
    expect(page(false)).toContain(
      '<div class="bar" role="img" aria-label="4 tried, 1 right at first (25 %), 1 right later, 2 wrong"><i class="first" style="flex-grow:1"></i><i class="later" style="flex-grow:1"></i><i class="open" style="flex-grow:2"></i></div>',
    );
  });

  it("lists mistakes, the most frequent first", () => {
    expect(page(false)).toContain(
      '<td class="share"><i style="width:75.0%"></i></td><td class="count">3</td><td class="percent">75 %</td><td>m: sign of lambda*g</td></tr><tr><td class="share"><i style="width:25.0%"></i></td><td class="count">1</td>',
    );
  });

  it("says where nothing was misunderstood by more than one", () => {
    const alone = summaryOf(readFiles(paths.slice(0, 2)).students, lessonExercises.all, {});
    const text = reportPage(alone, { typefaces: "", lessons: new Map(), names: false });
    expect(text).toContain("Nothing was misunderstood by more than one student.");
    expect(text).toContain("<h2>momentum</h2>");
  });
});
