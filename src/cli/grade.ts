import { remembered } from "../remembered.ts";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { type Exercise, kindOf } from "../exercises/exercise.ts";
import { recalledBy } from "../exercises/recall.ts";
import { splitId } from "../exercises/progress-event.ts";
import { type Original, originalsIn } from "../grading/answers/originals.ts";
import { EVERYTHING, readAssignment, showsSolutions } from "../grading/assignment.ts";
import { Batch, claim, nameOf } from "../grading/batch.ts";
import { plainLine } from "../grading/output/plain.ts";
import type { Ran } from "../grading/output/ran.ts";
import { saidOf } from "../grading/output/said.ts";
import { gradesCsv } from "../grading/output/tables.ts";
import { type Totals, totalsOf } from "../grading/output/totals.ts";
import { pagesOf, tableAt, writeTables } from "../grading/output/write.ts";
import { decide, type Decided } from "../grading/overrides/apply.ts";
import { overridesBeside, readOverrides } from "../grading/overrides/read.ts";
import { Pool } from "../grading/pool.ts";
import { privateSeeds } from "../grading/secret.ts";
import { findSubmissions, type Submission } from "../grading/submission/find.ts";
import { Unfinished } from "../grading/unfinished.ts";
import type { Places } from "../kernel/core/platform.ts";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { Paths } from "../kernel/node/paths.ts";
import { claimFolder, writeFolder } from "../pages/folder.ts";
import { readNotebook } from "../rendering/executed.ts";
import { makeFolder } from "../system/folders.js";
import { UserError, writing } from "../system/user-error.js";
import { writeWhole } from "../system/whole-file.js";
import { wholeOption } from "../system/whole-option.ts";
import type { Command, Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { setUpJupyter } from "./setup.ts";
import { WholeNotebooks } from "./whole-notebooks.ts";

/** `fall-line grade SUBMISSIONS --out grades.csv`: grades what a class handed in, without trusting any of it. */
export const grade: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { projectDir, callerDir, progress, stop } = session;
  const out = tableAt(options["out"], callerDir);
  const html = options["html"] === undefined ? undefined : resolve(callerDir, String(options["html"]));
  if (html !== undefined) claimFolder(html, "grades");
  const jobs = wholeOption("jobs", String(options["jobs"] ?? Math.min(64, availableParallelism())), 1, 64, 2);
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
          recalledBy(exercises),
        );
  for (const id of assignment.retired ?? [])
    progress.line(`${id} is no longer asked, and counts nothing: ${retired[id]!}`);
  const overrides = overridesBeside(out);
  const given = readOverrides(overrides);
  const formerNames = readFormerNames(course.product.library);
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
  const claims = [await claim(projectDir, out, "--out FILE")];
  try {
    if (html !== undefined) claims.push(await claim(projectDir, html, "--html DIR"));
    const unfinished = writing(out, () => new Unfinished(out, [data, hashOf(data.library)]));
    stop.farewell = "Broken off. The same command goes on from here.";
    const whole = isWhole ? await wholeNotebooks(course, session) : undefined;
    const pool = new Pool(join(projectDir, "dist", "grading-thread.js"), data);
    const batch = new Batch(submissions, unfinished);
    const outcome = (): Decided & { readonly totals: Totals } => {
      const decided = decide(batch.all, given, { assignment, exercises, formerNames, retired });
      return { ...decided, totals: totalsOf(assignment, decided.all, inWords(exercises)) };
    };
    const writeSoFar = (): void => {
      const { all, totals } = outcome();
      writeWhole(out, gradesCsv(assignment, all, totals));
    };
    const doing = batch.done === 0 ? "grading" : `going on behind ${batch.done} of ${submissions.length}`;
    await progress.during("Grades", doing, (stage) =>
      batch.grade(
        pool,
        jobs,
        (student) => stage.note(`${batch.done} of ${submissions.length}: ${plainLine(student, 40)}`),
        writeSoFar,
      ),
    );
    const ran =
      whole === undefined ? new Map<string, Ran[]>() : await runWhole(whole, pool, submissions, progress);
    const { all, told, totals } = outcome();
    const written = writeTables(out, assignment, all, totals);
    const each = submissions.map((one) => ran.get(nameOf(one)));
    if (html !== undefined) writeFolder(html, "grades", pagesOf(assignment, all, totals, each));
    unfinished.end();
    progress.line([...written, ...(html === undefined ? [] : [html])].join("\n"));
    for (const line of saidOf(all, basename(overrides), told)) progress.line(line);
    return course.code;
  } finally {
    for (const giveUp of claims) giveUp();
  }
};

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

/** Where what a kernel compiles with lies, as plain data. */
function placesIn(kernelDir: string): Places {
  const { library, types, tslabTypes, compiler } = new Paths(kernelDir);
  return { library, types, tslabTypes, compiler };
}

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

function originalsOf({ product }: CourseAsked): Map<string, Original> {
  const all = new Map<string, Original>();
  for (const { name } of product.course.lessons) {
    const path = join(product.notebooks, `${name}.ipynb`);
    if (!existsSync(path)) continue;
    const notebook = readNotebook(readFileSync(path, "utf8"));
    const cells = notebook.cells
      .filter(({ type }) => type === "code")
      .map(({ id, source, metadata }) => ({
        id,
        source,
        exercise: metadata["fall-line"]?.exercise,
        isAnswer: metadata.nbgrader?.solution === true,
      }));
    for (const [id, original] of originalsIn(name, cells, notebook.about?.optional)) all.set(id, original);
  }
  return all;
}

/** The exercises at the ends of lessons, by the names of these. */
function atTheEnds(originals: ReadonlyMap<string, Original>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [id, { atTheEnd }] of originals) {
    const { lesson } = splitId(id);
    if (atTheEnd) remembered(found, lesson, () => []).push(id);
  }
  return found;
}

function inWords(exercises: ReadonlyMap<string, Exercise>): Set<string> {
  return new Set([...exercises].filter(([, one]) => kindOf(one).earns === "by being read").map(([id]) => id));
}
