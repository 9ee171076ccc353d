/** Whether a lesson and its exercises are as they should be: what `fall-line check` says. */
import { readFileSync } from "node:fs";
import type { MimeBundle } from "../display.ts";
import { proveExercise } from "../exercises/prove.ts";
import { LessonFault } from "../notebook/fault.ts";
import type { Lesson } from "../notebook/lesson.ts";
import { runProgram } from "../notebook/run-program.ts";
import { stripSolutions } from "../notebook/solutions.ts";
import type { CourseLibrary } from "./build.ts";
import { exercisesFile, type LessonPlace } from "./folder.ts";
import { readLesson } from "./lesson.ts";
import { type Fault, faultsOf, type Surroundings } from "./rules.ts";
import { renderLesson } from "./render.ts";

export interface CheckedCourse {
  readonly library: CourseLibrary;
  /** The names of the lessons that may be linked to. */
  readonly lessons: readonly string[];
  /** Whether the lessons are to be in the style of this course. */
  readonly style: boolean;
}

/** All that is wrong with a lesson, its types aside. */
export async function checkLesson(place: LessonPlace, course: CheckedCourse): Promise<Fault[]> {
  const { library, lessons, style } = course;
  const exercises = [...library.lessonExercises.all].filter(([id]) => id.startsWith(`${place.subject}/`));
  const unproven = exercises.flatMap(([id, exercise]) => {
    const at = placeOfExercise(place, id);
    const cure = `Mend it there; CONTRIBUTING.md, "Add an exercise", says what an exercise holds.`;
    return proveExercise(id, exercise).map((what) => ({ place: at, what, cure }));
  });
  try {
    const lesson = await readLesson(place);
    const among: Surroundings = {
      lessons,
      exercises: new Set([...library.lessonExercises.all.keys()]),
    };
    return [...faultsOf(lesson, among, style), ...(await faultsInUse(lesson, library)), ...unproven];
  } catch (error) {
    if (!(error instanceof LessonFault)) throw error;
    return [asFault(error), ...unproven];
  }
}

/** What goes wrong when the lesson is built, and when it is run: with its answers, and as students get it. */
async function faultsInUse(lesson: Lesson, library: CourseLibrary): Promise<Fault[]> {
  const place = `${lesson.name}/lesson.ts`;
  const code = lesson.cells
    .filter(({ type }) => type === "code")
    .map(({ source }) => source)
    .join("\n\n");
  const tries: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["with its answers", async () => refuseSilence(await runProgram(lesson.name, code, library))],
    [
      "without its answers, as students get it,",
      async () => refuseSilence(await runProgram(lesson.name, stripSolutions(code), library)),
    ],
  ];
  const faults: Fault[] = [];
  try {
    await renderLesson(lesson, library);
  } catch (error) {
    if (!(error instanceof LessonFault)) return [ranWrong(place, "the opening", error)];
    faults.push(asFault(error));
  }
  for (const [how, run] of tries) {
    try {
      await run();
    } catch (error) {
      faults.push(ranWrong(place, `the lesson ${how}`, error));
    }
  }
  return faults;
}

function ranWrong(place: string, what: string, error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error);
  return { place, what: `${what} does not run: ${message}`, cure: `Run it with npx tsx to see where.` };
}

/** What is shown has words, for those who see no figures, and nothing raw in them. */
function refuseSilence(shown: readonly MimeBundle[]): void {
  for (const { "text/plain": words } of shown) {
    const text = typeof words === "string" ? words : "";
    if (text.trim() === "" || /undefined|\[object|NaN/.test(text)) {
      throw new Error(`it shows something whose words are ${JSON.stringify(text.slice(0, 80))}`);
    }
  }
}

/** `place: what` of an error as a fault. */
function asFault(error: LessonFault): Fault {
  return { place: error.place, what: error.what, cure: "Mend the line." };
}

/** Where an exercise is declared: `03-momentum/exercises.ts:12`. */
function placeOfExercise({ name, folder }: LessonPlace, id: string): string {
  const lines = readFileSync(exercisesFile(folder)!, "utf8").split("\n");
  const declared = new RegExp(`^\\s*["']?${id.split("/")[1]!}["']?:`);
  const line = lines.findIndex((one) => declared.test(one)) + 1;
  return `${name}/exercises.ts${line > 0 ? `:${line}` : ""}`;
}
