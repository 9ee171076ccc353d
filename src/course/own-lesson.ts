/** What the project's tests ask of its own lessons, beside what every lesson must have. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { type ExerciseKind, type Exercise, kindOf } from "../exercises/exercise.ts";
import type { LessonPlace } from "./folder.ts";
import type { Fault } from "./lesson-rule.ts";

export const LEAST_RIGHT = 3;
export const LEAST_WRONG = 5;

/** Where the answers to a lesson's functions stand, from the project's folder. */
export const answersFile = (name: string): string => `test/lessons/${name}.answers.ts`;

/** Whether answers are to be written to an exercise: its function is compared with a formula or a rule. */
export const isWritten = (kind: ExerciseKind): boolean =>
  kind.answered === "by a function" && kind.isTriedWithAnswers;

/** What is missing of a lesson of the project's own. */
export async function ownFaults(
  place: LessonPlace,
  exercises: ReadonlyMap<string, Exercise>,
  projectDir: string,
): Promise<Fault[]> {
  return [
    ...rowFaults(place, projectDir),
    ...testFaults(place, projectDir),
    ...(await answerFaults(place, exercises, projectDir)),
    ...(await formatFaults(place, projectDir)),
  ];
}

function rowFaults({ name }: LessonPlace, projectDir: string): Fault[] {
  const file = "lessons/README.md";
  const link = `(${name}/lesson.ts)`;
  if (readFileSync(join(projectDir, file), "utf8").includes(link)) return [];
  return [
    {
      place: file,
      what: `the table has no row for ${name}`,
      cure: "Add it where it comes in the course:",
      paste: `| [${name.slice(0, 2)} Title]${link} | - | its ideas | its sources |`,
    },
  ];
}

/** A lesson's test begins as one that fails, until the numbers of the prose are computed in it. */
function testFaults({ name }: LessonPlace, projectDir: string): Fault[] {
  const place = `test/lessons/${name}.test.ts`;
  const cure = "Compute the numbers of the lesson's prose in it.";
  const file = join(projectDir, place);
  if (!existsSync(file)) return [{ place, what: "there is no such test", cure }];
  return readFileSync(file, "utf8").includes("expect.fail(")
    ? [{ place, what: "it fails until it is written", cure }]
    : [];
}

type Answers = Readonly<
  Record<string, { readonly right: readonly unknown[]; readonly wrong: readonly unknown[] }>
>;

async function answerFaults(
  { name, subject }: LessonPlace,
  exercises: ReadonlyMap<string, Exercise>,
  projectDir: string,
): Promise<Fault[]> {
  const written = [...exercises]
    .filter(([id, exercise]) => id.startsWith(`${subject}/`) && isWritten(kindOf(exercise)))
    .map(([id]) => id.slice(subject.length + 1));
  const file = answersFile(name);
  const cure = `CONTRIBUTING.md, "Add an exercise", says what answers are for; test/lessons/03-momentum.answers.ts has some.`;
  let answers: Answers;
  try {
    answers = existsSync(join(projectDir, file)) ? await answersIn(join(projectDir, file)) : {};
  } catch (error) {
    return [{ place: file, what: (error as Error).message, cure: "Mend the line." }];
  }
  return written.flatMap((own) => {
    const { right = [], wrong = [] } = answers[own] ?? {};
    if (right.length >= LEAST_RIGHT && wrong.length >= LEAST_WRONG) return [];
    const what = `${own} has ${right.length} of ${LEAST_RIGHT} right answers and ${wrong.length} of ${LEAST_WRONG} wrong ones`;
    return [{ place: file, what, cure }];
  });
}

async function answersIn(file: string): Promise<Answers> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    logLevel: "silent",
  });
  const { answers = {} } = (await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0]!.text)}`
  )) as { readonly answers?: Answers };
  return answers;
}

/** What prettier would write otherwise. */
async function formatFaults({ name, folder }: LessonPlace, projectDir: string): Promise<Fault[]> {
  const prettier = await import("prettier");
  const tests = join(projectDir, "test", "lessons");
  const files = [
    join(projectDir, "lessons", "README.md"),
    ...readdirSync(folder).map((file) => join(folder, file)),
    ...readdirSync(tests)
      .filter((file) => file.startsWith(`${name}.`))
      .map((file) => join(tests, file)),
  ];
  const ignorePath = join(projectDir, ".prettierignore");
  const faults = files.map(async (file): Promise<Fault[]> => {
    const options = { ...(await prettier.resolveConfig(file)), filepath: file };
    const place = file.slice(projectDir.length + 1);
    const { ignored } = await prettier.getFileInfo(file, { ignorePath });
    if (ignored) return [];
    // What cannot be read is a fault of its own, which the compiler tells.
    const isWell = await prettier.check(readFileSync(file, "utf8"), options).catch(() => true);
    return isWell
      ? []
      : [{ place, what: "prettier would write it otherwise", cure: `Run npx prettier --write ${place}` }];
  });
  return (await Promise.all(faults)).flat();
}
