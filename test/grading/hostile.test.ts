import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lessonExercises } from "fall-line";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gradeSubmission, type Standard } from "../../src/grading/grade-submission.ts";
import type { Graded } from "../../src/grading/grade.ts";
import { findSubmissions } from "../../src/grading/submission/find.ts";
import { HONEST, HOSTILE } from "./hostile.ts";
import { language, originalsOf, sandboxScript } from "./standard.ts";

const place = mkdtempSync(join(tmpdir(), "grading-"));
const folder = join(place, "submissions");
const graded = new Map<string, Graded>();

const standard = async (): Promise<Standard> => ({
  exercises: lessonExercises.all,
  originals: originalsOf("03-momentum"),
  formerNames: {},
  retired: {},
  asked: ["momentum/rule", "momentum/late", "momentum/tuned"],
  solutions: false,
  bench: {
    insideScript: await sandboxScript(),
    language: language(),
    seeds: [271828, 314159, 141421],
    known: new Map(),
  },
});

beforeAll(async () => {
  mkdirSync(folder);
  for (const { lay } of [...HOSTILE, ...HONEST]) lay(folder);
  const by = await standard();
  for (const submission of await findSubmissions(folder))
    graded.set(submission.student, await gradeSubmission(submission, by, () => undefined));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("grading what a student handed in who", () => {
  it.each([...HOSTILE, ...HONEST])("$student", ({ student, rule, says }) => {
    const { rows, notes } = graded.get(student)!;
    const row = rows.find(({ exercise }) => exercise === "momentum/rule")!;
    if (rule !== undefined) expect([row.credit, row.outcome], JSON.stringify(row)).toEqual(rule);
    else expect(rows.every(({ credit }) => credit === 0)).toBe(true);
    if (says !== undefined) expect([row.error, ...notes].join("\n")).toMatch(says);
  });

  it("leaves what the others wrote as right as it is", () => {
    const others = [...HOSTILE, ...HONEST].filter(
      ({ rule, student }) => rule !== undefined && student !== "nests-prototypes",
    );
    for (const { student } of others)
      expect(
        graded
          .get(student)!
          .rows.map(({ credit }) => credit)
          .slice(1),
        student,
      ).toEqual([1, 1]);
  });

  it("wrote nothing outside, and changed nothing here", () => {
    expect(readdirSync(place).sort()).toEqual(["submissions", "the-teacher.ipynb"]);
    expect(existsSync("written-by-a-student")).toBe(false);
    expect(({} as { credit?: number }).credit).toBeUndefined();
    expect(Math.sqrt(4)).toBe(2);
    expect(readFileSync(join(place, "the-teacher.ipynb"), "utf8").length).toBeGreaterThan(0);
  });
});
