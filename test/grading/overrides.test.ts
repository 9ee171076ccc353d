/** What a teacher decided goes before what was graded, is shown as what it is, and is told when it no longer fits. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exercise } from "fall-line";
import { afterAll, describe, expect, it } from "vitest";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { type Assignment, EVERYTHING } from "../../src/grading/assignment.ts";
import type { Graded, Row } from "../../src/grading/grade.ts";
import { studentPage } from "../../src/grading/output/page.ts";
import { saidOf } from "../../src/grading/output/said.ts";
import { gradesCsv, moodleCsv } from "../../src/grading/output/tables.ts";
import { totalsOf } from "../../src/grading/output/totals.ts";
import { decide } from "../../src/grading/overrides/apply.ts";
import { overridesBeside, readOverrides } from "../../src/grading/overrides/read.ts";
import { reportPage } from "../../src/grading/report/page.ts";
import { parseCsv } from "../../src/grading/report/parse-csv.ts";
import { readFiles } from "../../src/grading/report/read.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { reportCsv } from "../../src/grading/report/table.ts";
import type { UserError } from "../../src/system/user-error.js";

const place = mkdtempSync(join(tmpdir(), "overrides-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const path = join(place, "grades.overrides.csv");
const HEAD = "student,exercise,credit,due,reason";
const read = (...lines: readonly (string | Buffer)[]) => {
  writeFileSync(path, lines.length === 1 ? lines[0]! : lines.join("\n"));
  return readOverrides(path);
};
const faultOf = (...lines: readonly (string | Buffer)[]): string => {
  try {
    read(...lines);
  } catch (error) {
    const { message, cure, detail } = error as UserError;
    expect(message.startsWith(path)).toBe(true);
    return [message.slice(path.length), detail, cure].join("\n");
  }
  return expect.unreachable();
};

const common = { prompt: "Do it.", hints: ["Hm."] as [string] };
const options = { no: { text: "No.", reason: "So." }, yes: { text: "Yes.", reason: "So.", right: true } };
const exercises = new Map<string, Exercise>([
  ["waves/crest", exercise.choose({ ...common, title: "The crest", options })],
  ["waves/trough", exercise.choose({ ...common, title: "The trough", options })],
  ["waves/why", exercise.explain({ ...common, title: "Why?", model: "So.", lookFor: { a: "So." } })],
]);
const DUE = new Date("2026-11-30T23:59:00Z");
const SOME: Assignment = {
  ...EVERYTHING,
  points: new Map([["waves/crest", 4], ["waves/why", 2]]), // prettier-ignore
  due: DUE,
};
const row = (student: string, more: Partial<Row> = {}): Row => ({
  student,
  exercise: "waves/crest",
  credit: 0,
  outcome: "not yet",
  mistakes: [{ id: "option: no" }],
  ...more,
});
const handed = (student: string, rows: readonly Row[], more: Partial<Graded> = {}): Graded => ({
  student,
  rows,
  shown: rows.map(({ exercise: id }) => ({
    exercise: id,
    title: id,
    prompt: "",
    written: "no",
    headline: "Not yet.",
    remarks: [],
  })),
  notes: [],
  ...more,
});
const kept = (student: string): Row => {
  const { credit: _, ...rest } = row(student, { exercise: "waves/why", outcome: "kept", mistakes: [] });
  return rest;
};
const after = (graded: readonly Graded[], lines: readonly string[], assignment = SOME) => {
  const asked = {
    assignment,
    exercises,
    formerNames: { "waves/top": "waves/crest" },
    retired: { "waves/old": "it was too long" },
  };
  const decided = decide(graded, read(HEAD, ...lines), asked);
  const totals = totalsOf(assignment, decided.all, new Set(["waves/why"]));
  return { ...decided, totals, table: parseCsv(gradesCsv(assignment, decided.all, totals)) };
};

describe("a file of overrides", () => {
  it("lies beside its table, and is none where nothing was decided", () => {
    expect(overridesBeside("/class/week.csv")).toBe("/class/week.overrides.csv");
    expect(overridesBeside("/class/week")).toBe("/class/week.overrides.csv");
    expect(readOverrides(join(place, "none.csv"))).toEqual({ credits: [], extensions: [] });
  });

  it.each([
    ["by hand", `${HEAD}\nada,waves/crest,0.5,,"as I said, ""late"""\n\nben,,,2026-12-07T23:59,ill\n`],
    [
      "by a spreadsheet",
      `\uFEFF${HEAD}\r\nada,waves/crest,"0,5",,"as I said, ""late"""\r\n,,,,\r\nben,,,2026-12-07 23:59,ill\r\n`,
    ],
    [
      "with semicolons",
      `Student;Exercise;Credit;Due;Reason;Note\nada;waves/crest;0,5;;"as I said, ""late""";x\n\nben;;;2026-12-07T23:59;ill;\n`,
    ],
    [
      "with tabs",
      `${HEAD.replaceAll(",", "\t")}\nada\twaves/crest\t.5\t\tas I said, "late"\n`.replace(
        'as I said, "late"',
        '"as I said, ""late"""',
      ) + "\nben\t\t\t2026-12-07T23:59\till",
    ],
  ])("may be written %s", (_, text) => {
    expect(read(text)).toEqual({
      credits: [
        {
          kind: "credit",
          line: 2,
          student: "ada",
          exercise: "waves/crest",
          credit: 0.5,
          reason: 'as I said, "late"',
        },
      ].map((one) => expect.objectContaining(one) as unknown),
      extensions: [
        expect.objectContaining({
          line: 4,
          student: "ben",
          due: new Date("2026-12-07T23:59"),
          reason: "ill",
        }) as unknown,
      ],
    });
  });

  it("takes a date alone as its end, and a name that a table guards as what it is", () => {
    const { extensions } = read(HEAD, "'=ada,,,2026-12-07,");
    expect(extensions).toMatchObject([
      { student: "=ada", due: new Date("2026-12-07T23:59:59.999"), reason: "" },
    ]);
  });

  it.each([
    ["ada,waves/crest,2,,r", 'line 2: credit must be a share of the points, from 0 to 1, got "2"'],
    ["ada,waves/crest,-0.1,,r", 'got "-0.1"'],
    ["ada,waves/crest,half,,r", 'got "half"'],
    ["ada,waves/crest,50%,,r", 'got "50%"'],
    ["ada,waves/crest,1,,", "line 2: it gives no reason, which the student is told"],
    [",waves/crest,1,,r", "line 2: it names no student"],
    ["ada,,1,,r", "line 2: it names no exercise that the credit is for"],
    ["ada,waves/crest,,,r", "line 2: it has neither a credit nor a due date"],
    ["ada,waves/crest,1,2026-12-01,r", "line 2: it has both a credit and a due date: write two lines"],
    [
      "ada,waves/crest,,2026-12-01,r",
      "line 2: an extension is for all that is handed in: leave exercise empty",
    ],
    ["ada,,,tomorrow,r", 'line 2: due must be a date such as 2026-11-30 or 2026-11-30T23:59, got "tomorrow"'],
    ['ada,waves/crest,1,,"r', "a quote is not closed in line 2"],
  ])("with the line %j is refused before anything is graded", (line, fault) => {
    const told = faultOf(HEAD, line);
    expect(told).toContain(fault);
    expect(told).toContain(`${HEAD}\nada,momentum/rule,0.5,,`);
    expect(told).toContain("nothing was graded yet");
  });

  it("names each line that cannot be used, also one that says again what another says", () => {
    const told = faultOf(
      HEAD,
      "ada,waves/crest,1,,r",
      '"ben",waves/crest,7,,"r',
      's"',
      "ada,waves/crest,0,,r",
      "cy,,,x,",
    );
    expect(told).toMatch(
      /some lines cannot be used\nline 3: credit .*\nline 6: due .*\nline 5: line 2 already says it of ada, waves\/crest\n/,
    );
  });

  it.each<[string, string | Buffer, string]>([
    [
      "no columns",
      "ada,waves/crest,1",
      "its first line has no column student, exercise, credit, due, reason",
    ],
    ["another encoding", Buffer.from(`${HEAD}\nJos\xe9,waves/crest,1,,r`, "latin1"), "is not in UTF-8"],
  ])("in %s is refused", (_, text, fault) => {
    expect(faultOf(text)).toContain(fault);
  });

  it("that is a folder is refused", () => {
    const folder = join(place, "folder.overrides.csv");
    mkdirSync(folder);
    expect(() => readOverrides(folder)).toThrow(/cannot be read \(EISDIR\)/);
  });
});

describe("a credit that a teacher gives", () => {
  it("counts in table, totals and page, beside what was graded and why", () => {
    const { all, totals, table, told } = after(
      [handed("ada", [row("ada")])],
      ["ada,waves/crest,0.75,,=<the> handout"],
    );
    expect(told).toEqual([]);
    expect(table).toEqual([
      expect.objectContaining({
        credit: "0.75",
        outcome: "not yet",
        graded: "0",
        override: "'=<the> handout",
        mistakes: "option: no",
      }),
    ]);
    expect(moodleCsv(SOME, totals)).toContain("ada,3\r\n");
    const page = studentPage(SOME, all[0]!, totals.each[0]!, totals.most);
    expect(page).toContain("Your teacher decided: 3 of 4, in place of 0. =&lt;the&gt; handout");
    expect(page).toContain('<p class="total">3 of 4 points');
  });

  it("makes a total whole that could not be graded, also where nothing could", () => {
    const broken = handed("eve", [], { notes: ["it broke"], isBroken: true });
    const { credit: _, ...open } = row("ada", { outcome: "not graded", error: "it broke" });
    const crest = { ...SOME, points: new Map([["waves/crest", 4]]) };
    const graded = [handed("ada", [open]), broken];
    expect(moodleCsv(crest, totalsOf(crest, graded, new Set()))).toBe("username,Grades\r\nada,\r\neve,\r\n");
    const { all, totals } = after(
      graded,
      ["ada,waves/crest,1,,by hand", "eve,waves/crest,0.5,,by hand"],
      crest,
    );
    expect(moodleCsv(crest, totals)).toBe("username,Grades\r\nada,4\r\neve,2\r\n");
    expect(saidOf(all, "x", [])).toEqual(["eve: it broke", "Sure of all 2 grades (2 of them given by you)."]);
    const page = studentPage(crest, all[0]!, totals.each[0]!, totals.most);
    expect(page).toContain("Your teacher decided: 4 of 4. by hand");
    expect(page).not.toContain("not all of it could be graded");
    const some = after(graded, ["eve,waves/crest,0.5,,by hand"]);
    expect(
      some.table.map(({ student, exercise: id, credit, outcome }) => [student, id, credit, outcome]),
    ).toEqual([
      ["ada", "waves/crest", "", "not graded"],
      ["eve", "waves/crest", "0.5", "missing"],
      ["eve", "", "", "not graded"],
    ]);
    expect(moodleCsv(SOME, some.totals)).toContain("eve,\r\n");
  });

  it("is counted for words too, which then count for everybody, once they are read", () => {
    const graded = ["ada", "ben"].map((name) =>
      handed(name, [row(name, { credit: 1, outcome: "right" }), kept(name)]),
    );
    const before = after(graded, []);
    expect([before.totals.most, moodleCsv(SOME, before.totals)]).toEqual([
      4,
      "username,Grades\r\nada,4\r\nben,4\r\n",
    ]);
    const { totals, all } = after(graded, ["ada,waves/why,0.5,,well said"]);
    expect([totals.most, moodleCsv(SOME, totals)]).toEqual([6, "username,Grades\r\nada,5\r\nben,\r\n"]);
    expect(saidOf(all, "x", []).at(-1)).toBe(
      "Sure of 3 of 4 grades (1 of them given by you); 1 to be read by you.",
    );
  });

  it("follows an exercise that has another name today", () => {
    const { table } = after([handed("ada", [row("ada")])], ["ada,waves/top,1,,r"]);
    expect(table[0]).toMatchObject({ exercise: "waves/crest", credit: "1" });
  });

  it.each([
    ["adda,waves/crest,1,,r", 'line 2 counts nothing: nothing was handed in by "adda" (did you mean ada?)'],
    [
      "ada,waves/crst,1,,r",
      'line 2 counts nothing: there is no exercise "waves/crst" (did you mean waves/crest?)',
    ],
    ["ada,waves/trough,1,,r", "line 2 counts nothing: the assignment gives no points for waves/trough"],
    ["ada,waves/old,1,,r", "line 2 counts nothing: waves/old is no longer asked (it was too long)"],
    ["ada,waves/crest,0,,r", "line 2 is no longer needed: waves/crest of ada is now graded the same"],
    [
      "ada,,,2026-11-30T23:00Z,r",
      "line 2 counts nothing: 2026-11-30T23:00Z is no later than when all are due",
    ],
    ["adda,,,2026-12-30,r", 'line 2 counts nothing: nothing was handed in by "adda" (did you mean ada?)'],
  ])("that no longer fits, %j, is told and changes no credit", (line, told) => {
    const decided = after([handed("ada", [row("ada")])], [line]);
    expect(decided.told).toEqual([told]);
    expect(decided.table.map(({ credit }) => credit)).toEqual(["0"]);
    expect(saidOf(decided.all, "grades.overrides.csv", decided.told)[0]).toBe(
      `grades.overrides.csv, ${told}`,
    );
  });
});

describe("an extension", () => {
  const late = handed("ada", [row("ada")], { handedIn: "2026-12-05T12:00:00Z" });

  it("takes the place of the day that all are due, for one student, and is shown", () => {
    const ben = handed("ben", [row("ben")], { handedIn: "2026-12-05T12:00:00Z" });
    const { all, totals, table } = after([late, ben], ["ada,,,2026-12-07,ill"]);
    expect(table.map(({ student, late: isLate, extension }) => [student, isLate, extension])).toEqual([
      ["ada", "", "2026-12-07: ill"],
      ["ben", "late", ""],
    ]);
    const page = studentPage(SOME, all[0]!, totals.each[0]!, totals.most);
    expect(page).toContain("you had time until 2026-12-07</p>");
    expect(page).not.toContain("ill");
    expect(after([late], ["ada,,,2026-12-01,ill"]).table[0]).toMatchObject({ late: "late" });
  });

  it("counts nothing where nobody is late, and is told", () => {
    const { due: _, ...any } = SOME;
    expect(after([late], ["ada,,,2026-12-07,ill"], any).told).toEqual([
      "line 2 counts nothing: the assignment has no due date, and nobody is late",
    ]);
  });
});

describe("a report on a table of grades", () => {
  const crashed = row("cy", { outcome: "crashed", error: "TypeError" });
  const refused = row("di", { error: "it does not compile" });
  const { credit: _, ...open } = row("eve", { outcome: "not graded" });
  const graded = [
    handed("ada", [row("ada")]),
    handed("ben", [row("ben")], { handedIn: "2026-12-05T12:00:00Z" }),
    handed("cy", [crashed]),
    handed("di", [refused]),
    handed("eve", [open]),
    handed("fay", [row("fay", { outcome: "not written" })]),
    handed("gil", [row("gil", { outcome: "missing" })]),
    handed("hal", [], { notes: ["no notebook was handed in"] }),
  ];
  const { all, totals } = after(graded, ["ada,waves/crest,1,,handout", "ben,,,2026-12-07,ill"]);
  const file = join(place, "table.csv");
  writeFileSync(file, gradesCsv(SOME, all, totals));
  const { students } = readFiles([file]);
  const summary = summaryOf(students, exercises, {});
  const page = (names: boolean): string => reportPage(summary, { typefaces: "", lessons: new Map(), names });

  it("tells apart what is wrong, did not run, was not graded and was not handed in", () => {
    expect(page(false)).toContain(
      "4 tried · 1 right at first (25 %) · 1 wrong · 2 did not run · 1 not graded · 2 not handed in",
    );
    expect(page(false)).toMatch(/class="open" style="flex-grow:1".*class="stopped" style="flex-grow:2"/);
    expect(page(false)).toContain("1 student handed in nothing that could be graded.");
    const [all, ...more] = parseCsv(reportCsv(summary));
    expect(all).toMatchObject({ tried: "4", "did not run": "2", "not graded": "1", "not handed in": "2" });
    expect(more.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["not graded", "not handed in", "credit by the teacher", "more time"]),
    );
  });

  it("says what a teacher decided, of whom and why only where names are asked for", () => {
    expect(page(true)).toContain(
      "a credit for waves/crest, for 1 student<ul><li>ada: 1 in place of 0: handout</li></ul>",
    );
    expect(page(true)).toContain("more time, for 1 student<ul><li>ben: time until 2026-12-07: ill</li></ul>");
    expect(page(false)).not.toMatch(/ada|ben|handout|ill\b/);
  });
});

it("grade says last how sure it is, and what is left", () => {
  const last = (...graded: readonly Graded[]): string => saidOf(graded, "o.csv", []).at(-1)!;
  expect(last(handed("ada", [row("ada")]))).toBe("Sure of the one grade.");
  const unread = handed("ben", [row("ben", { outcome: "missing" })], { notes: ["x: torn"], unread: 1 });
  const none = handed("cy", [], { notes: ["y: torn"], unread: 1 });
  const eve = handed("eve", [], { notes: ["it broke"], isBroken: true });
  expect(last(handed("ada", [row("ada"), kept("ada")]), unread, none, eve)).toBe(
    "Sure of 1 of 5 grades; 1 not graded, 1 to be read by you, 2 missing where a file could not be read.",
  );
});
