import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Exercise, kindOf } from "../exercises/exercise.ts";
import { splitId } from "../exercises/progress-event.ts";
import { type Original, originalsIn } from "../grading/answers/originals.ts";
import { type Assignment, EVERYTHING, readAssignment, showsSolutions } from "../grading/assignment.ts";
import { type Graded, notGradedIn } from "../grading/grade.ts";
import { fileNames } from "../grading/output/file-names.ts";
import { studentPage } from "../grading/output/page.ts";
import type { Ran } from "../grading/output/ran.ts";
import { plainLine } from "../grading/output/plain.ts";
import { canvasCsv, gradesCsv, moodleCsv } from "../grading/output/tables.ts";
import { type Totals, totalsOf } from "../grading/output/totals.ts";
import { Pool } from "../grading/pool.ts";
import { privateSeeds } from "../grading/secret.ts";
import { kindOf as kindOfPath } from "../grading/submission/file.ts";
import { findSubmissions, type Submission } from "../grading/submission/find.ts";
import { Unfinished } from "../grading/unfinished.ts";
import type { Places } from "../kernel/core/platform.ts";
import { Paths } from "../kernel/node/paths.ts";
import { readNotebook } from "../rendering/executed.ts";
import { makeFolder } from "../system/folders.js";
import { UserError, writing } from "../system/user-error.js";
import { claimFolder, writeFolder } from "../pages/folder.ts";
import type { Command, Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { setUpJupyter } from "./setup.ts";
import { WholeNotebooks } from "./whole-notebooks.ts";

/** `fall-line grade SUBMISSIONS --out grades.csv`: grades what a class handed in, without trusting any of it. */
export const grade: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress, stop } = session;
  const out = outOf(options["out"], callerDir);
  const html = options["html"] === undefined ? undefined : resolve(callerDir, String(options["html"]));
  if (html !== undefined) claimFolder(html, "grades");
  const jobs = jobsOf(options["jobs"]);
  const isWhole = options["whole-notebook"] === true;
  if (isWhole && html === undefined)
    throw new UserError(
      "--whole-notebook shows what notebooks print on pages of the students",
      "Add --html DIR.",
    );
  const course = await CourseAsked.of(invocation, session);
  const exercises = await course.exercises();
  const retired = await course.retired();
  const originals = originalsOf(course);
  const file = options["assignment"];
  const assignment =
    file === undefined
      ? EVERYTHING
      : readAssignment(
          resolve(callerDir, String(file)),
          [...exercises.keys()],
          atTheEnds(originals),
          retired,
        );
  for (const id of assignment.retired ?? [])
    progress.line(`${id} is no longer asked, and counts nothing: ${retired[id]!}`);
  const submissions = await findSubmissions(resolve(callerDir, words[0]!));
  const data = {
    library: course.product.library,
    sandbox: join(projectDir, "dist", "grading-sandbox.js"),
    places: placesIn(course.product.kernel),
    originals,
    asked: [...assignment.points.keys()],
    solutions: showsSolutions(assignment, new Date()),
    seeds: privateSeeds(projectDir, assignment.seed),
  };
  makeFolder(dirname(out));
  const unfinished = writing(out, () => new Unfinished(`${out}.unfinished`, [data, hashOf(data.library)]));
  stop.farewell = "Broken off. The same command goes on from here.";
  const graded = new Map<string, Graded>();
  const open = submissions.filter((submission) => {
    const before = unfinished.of(submission);
    if (before !== undefined) graded.set(nameOf(submission), before);
    return before === undefined;
  });
  const whole = isWhole ? await wholeNotebooks(course, session) : undefined;
  const pool = new Pool(join(projectDir, "dist", "grading-thread.js"), data);
  const doing = graded.size === 0 ? "grading" : `going on behind ${graded.size} of ${submissions.length}`;
  await progress.during("Grades", doing, (stage) =>
    pool.grade(open, jobs, (one, submission) => {
      graded.set(nameOf(submission), one);
      unfinished.add(submission, one);
      stage.note(`${graded.size} of ${submissions.length}: ${plainLine(one.student, 40)}`);
    }),
  );
  const ran =
    whole === undefined ? new Map<string, Ran[]>() : await runWhole(whole, pool, submissions, progress);
  const all = submissions.map((submission) => graded.get(nameOf(submission))!);
  const totals = totalsOf(assignment, all, inWords(exercises));
  const written = writeTables(out, assignment, all, totals);
  if (html !== undefined)
    writePages(
      html,
      assignment,
      all,
      totals,
      submissions.map((one) => ran.get(nameOf(one))),
    );
  unfinished.end();
  progress.line([...written, ...(html === undefined ? [] : [html])].join("\n"));
  for (const one of all) if (one.isBroken !== true) for (const line of notesOf(one)) progress.line(line);
  for (const line of leftOver(all)) progress.line(line);
  return course.code;
};

/** Notes on one submission that are printed; the table has more of them. */
const MOST_NOTES = 5;

function notesOf({ student, notes }: Graded): string[] {
  const more = notes.length - MOST_NOTES;
  const printed = notes.slice(0, MOST_NOTES).map((note) => plainLine(note));
  return [...printed, ...(more > 0 ? [`and ${more} more, in the table`] : [])].map(
    (note) => `${plainLine(student, 60)}: ${note}`,
  );
}

/** What could not be graded and is left to the teacher, in lines of a terminal. */
function leftOver(all: readonly Graded[]): string[] {
  const lines = all.flatMap((one) =>
    notGradedIn(one).map(
      ({ exercise = "nothing could be read or graded", reason }) =>
        `  ${plainLine(one.student, 60)}: ${exercise}: ${plainLine(reason)}`,
    ),
  );
  return lines.length === 0
    ? []
    : [
        "Not graded, and with no total until you have seen to it (the same command tries again; else fill in the grade):",
        ...lines,
      ];
}

async function wholeNotebooks({ product }: CourseAsked, session: Session): Promise<WholeNotebooks> {
  return WholeNotebooks.of(session.projectDir, await setUpJupyter(session, product), product.kernels);
}

async function runWhole(
  whole: WholeNotebooks,
  pool: Pool,
  submissions: readonly Submission[],
  progress: Session["progress"],
): Promise<Map<string, Ran[]>> {
  const ran = new Map<string, Ran[]>();
  await progress.during("Notebooks", "running", async (stage) => {
    for (const [i, submission] of submissions.entries()) {
      stage.count(i + 1, submissions.length, plainLine(submission.student, 40));
      const each: Ran[] = [];
      for (const notebook of await pool.read(submission)) each.push(await whole.run(notebook));
      ran.set(nameOf(submission), each);
    }
  });
  return ran;
}

function outOf(out: string | boolean | undefined, callerDir: string): string {
  if (out === undefined)
    throw new UserError("grade needs --out FILE", "Write npx fall-line grade submissions/ --out grades.csv.");
  const path = resolve(callerDir, String(out));
  if (kindOfPath(path) === "folder")
    throw new UserError(`--out is a folder: ${path}`, `Name a file, such as ${join(path, "grades.csv")}.`);
  return path;
}

function jobsOf(jobs: string | boolean | undefined): number {
  if (jobs === undefined) return availableParallelism();
  const count = Number(jobs);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new UserError(`--jobs must be a whole number from 1 to 64, got ${String(jobs)}`, "Write --jobs 2.");
}

/** Where what a kernel compiles with lies, as plain data. */
function placesIn(kernelDir: string): Places {
  const { library, types, tslabTypes, compiler } = new Paths(kernelDir);
  return { library, types, tslabTypes, compiler };
}

/** Two submissions may be of one student's name: where they lie tells them apart. */
const nameOf = ({ student, path, within = "" }: Submission): string => [student, path, within].join("\n");

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

function originalsOf({ product }: CourseAsked): Map<string, Original> {
  const all = new Map<string, Original>();
  for (const { name } of product.course.lessons) {
    const path = join(product.notebooks, `${name}.ipynb`);
    if (!existsSync(path)) continue;
    const cells = readNotebook(readFileSync(path, "utf8"))
      .cells.filter(({ type }) => type === "code")
      .map(({ id, source, metadata }) => ({
        id,
        source,
        exercise: metadata["fall-line"]?.exercise,
        isAnswer: metadata.nbgrader?.solution === true,
      }));
    for (const [id, original] of originalsIn(name, cells)) all.set(id, original);
  }
  return all;
}

/** The exercises at the ends of lessons, by the names of these. */
function atTheEnds(originals: ReadonlyMap<string, Original>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { atTheEnd }] of originals) {
    const { lesson } = splitId(id);
    if (atTheEnd) found.set(lesson, [...(found.get(lesson) ?? []), id]);
  }
  return found;
}

function inWords(exercises: ReadonlyMap<string, Exercise>): Set<string> {
  return new Set([...exercises].filter(([, one]) => kindOf(one).earns === "by being read").map(([id]) => id));
}

function writeTables(out: string, assignment: Assignment, all: readonly Graded[], totals: Totals): string[] {
  const stem = out.replace(/\.csv$/, "");
  const files = [
    [out, gradesCsv(assignment, all, totals)],
    [`${stem}.moodle.csv`, moodleCsv(assignment, totals)],
    [`${stem}.canvas.csv`, canvasCsv(assignment, totals)],
  ] as const;
  for (const [path, text] of files) {
    writing(path, () => {
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    });
  }
  return files.map(([path]) => path);
}

function writePages(
  folder: string,
  assignment: Assignment,
  all: readonly Graded[],
  totals: Totals,
  ran: readonly (readonly Ran[] | undefined)[],
): void {
  const names = fileNames(all.map(({ student }) => student));
  const files = all.map(
    (one, i) => [names[i]!, studentPage(assignment, one, totals.each[i]!, totals.most, ran[i])] as const,
  );
  writeFolder(folder, "grades", new Map(files));
}
