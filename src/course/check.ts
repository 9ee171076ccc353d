/** Whether a lesson and its exercises are as they should be: what `fall-line check` says. */
import { readFileSync } from "node:fs";
import type { MimeBundle } from "../display.ts";
import { proveExercise } from "../exercises/prove.ts";
import { LessonFault } from "../notebook/fault.ts";
import type { Lesson } from "../notebook/lesson.ts";
import { runCells } from "../notebook/run-program.ts";
import { stripSolutions } from "../notebook/solutions.ts";
import type { CourseLibrary } from "./load.ts";
import { exercisesFile, type LessonPlace } from "./folder.ts";
import { readLesson } from "./lesson.ts";
import type { Fault, Surroundings } from "./lesson-rule.ts";
import { placeholderFaults } from "./placeholders.ts";
import { faultsOf } from "./rules.ts";
import { renderLesson } from "./render.ts";

export interface CheckedCourse {
  readonly library: CourseLibrary;
  /** The names of the lessons that may be linked to. */
  readonly lessons: readonly string[];
  /** Whether the lessons are to be in the style of this course. */
  readonly style: boolean;
  /** The titles of the slides that the course is about. */
  readonly deck: readonly string[];
}

/** All that is wrong with a lesson, its types first. What the compiler does not understand is not run. */
export async function checkLesson(
  place: LessonPlace,
  course: CheckedCourse,
  types: readonly Fault[],
): Promise<Fault[]> {
  const { library, lessons, style, deck } = course;
  const exercises = [...library.lessonExercises.all].filter(([id]) => id.startsWith(`${place.subject}/`));
  const unproven = exercises.flatMap(([id, exercise]) => {
    const at = placeOfExercise(place, id);
    const cure = `Mend it there; CONTRIBUTING.md, "Add an exercise", says what an exercise holds.`;
    return proveExercise(id, exercise).map((what) => ({ place: at, what, cure }));
  });
  try {
    const lesson = await readLesson(place);
    const among: Surroundings = { lessons, exercises: library.lessonExercises.all, deck };
    const unfilled = placeholderFaults(lesson, place, library);
    const kept = faultsOf(lesson, among, style);
    const inUse = types.length > 0 ? [] : await faultsInUse(lesson, library, unfilled.length === 0);
    return [...types, ...kept, ...unfilled, ...inUse.filter((one) => !isToldBy(kept, one)), ...unproven];
  } catch (error) {
    if (!(error instanceof LessonFault)) throw error;
    return [...types, asFault(error), ...unproven];
  }
}

/** Whether what a run stumbled over is told already: an exercise that is not there, with its cell. */
function isToldBy(faults: readonly Fault[], { what }: Fault): boolean {
  return faults.some((one) => what.toLowerCase().includes(one.what.toLowerCase()));
}

/** What goes wrong when the lesson is built, and when it is run: with its answers, and as students get it. */
async function faultsInUse(lesson: Lesson, library: CourseLibrary, isFilled: boolean): Promise<Fault[]> {
  const run = (written?: (source: string) => string): Promise<unknown> =>
    runCells(lesson.name, lesson.cells, library, written, wordless);
  const tries: readonly (readonly [string, () => Promise<unknown>])[] = [
    ...(isFilled ? [["made into a notebook", () => renderLesson(lesson, library)] as const] : []),
    ["run with its answers", () => run()],
    ["run as students get it, without its answers", () => run(stripSolutions)],
  ];
  const faults: Fault[] = [];
  for (const [how, attempt] of tries) {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof LessonFault)) throw error;
      if (!faults.some(({ place }) => place === error.place)) faults.push(asFault(error, how));
    }
  }
  return faults;
}

/** What is wrong with the words of what is shown, for those who see no figures. */
function wordless({ "text/plain": text }: MimeBundle): string | undefined {
  const words = typeof text === "string" ? text : "";
  const isPoor = words.trim() === "" || /undefined|\[object|NaN/.test(words);
  return isPoor ? `it shows something whose words are ${JSON.stringify(words.slice(0, 80))}` : undefined;
}

function asFault(error: LessonFault, how?: string): Fault {
  const what = how === undefined ? error.what : `${how}: ${error.what}`;
  return { place: error.place, what, cure: "Mend the line." };
}

/** Where an exercise is declared: `03-momentum/exercises.ts:12`. */
function placeOfExercise({ name, folder }: LessonPlace, id: string): string {
  const lines = readFileSync(exercisesFile(folder)!, "utf8").split("\n");
  const declared = new RegExp(`^\\s*["']?${id.split("/")[1]!}["']?:`);
  const line = lines.findIndex((one) => declared.test(one)) + 1;
  return `${name}/exercises.ts${line > 0 ? `:${line}` : ""}`;
}
