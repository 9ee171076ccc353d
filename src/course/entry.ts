/** What a course's notebooks import as `fall-line`: the library with the exercises of the course's lessons put in. */
import { dirname, join, relative } from "node:path";
import type { Bundle } from "./bundle.ts";
import { readCourseFolder } from "./course.ts";
import { exercisesFile, type LessonPlace } from "./folder.ts";
import { writeIfChanged } from "../system/whole-file.js";

/** The project's own course, its entry written anew. */
export function ownCourse(projectDir: string): Bundle {
  const { lessons } = readCourseFolder(join(projectDir, "lessons"), projectDir);
  return courseIn(join(projectDir, "dist"), projectDir, lessons);
}

/** A course of these lessons that is built in a folder, its entry written anew. */
export function courseIn(folder: string, projectDir: string, lessons: readonly LessonPlace[]): Bundle {
  const entry = join(folder, "course.ts");
  writeEntry(entry, lessons);
  return { projectDir, entry, out: join(folder, "index"), lessons: lessons.map((place) => place.folder) };
}

/** Writes an entry; one that is as it should be is left as it is. */
export function writeEntry(path: string, lessons: readonly LessonPlace[]): void {
  writeIfChanged(path, entryOf(lessons, dirname(path)));
}

/** The text of an entry that lies in `folder`. */
export function entryOf(lessons: readonly LessonPlace[], folder: string): string {
  const modules = lessons.flatMap(({ subject, folder: place }) => {
    const file = exercisesFile(place);
    return file === undefined ? [] : [{ subject, file, name: `lesson_${subject.replaceAll("-", "_")}` }];
  });
  const imports = modules.map(({ file, name }) => {
    const path = relative(folder, file).replaceAll("\\", "/");
    return `import * as ${name} from ${JSON.stringify(path.startsWith(".") ? path : `./${path}`)};`;
  });
  const types = (type: (subject: string, name: string) => string): string =>
    modules.length === 0
      ? ""
      : `\n  extends ${modules.map(({ subject, name }) => type(JSON.stringify(subject), `typeof ${name}`)).join(",\n    ")}`;
  return `/** Made from the lessons of the course when it is built; changes belong there. */
import { type Exercises, gatherExercises, type OfFormerIds, type OfLesson } from "fall-line/tools";
${imports.join("\n")}

export * from "fall-line/library";

/** The exercises of all lessons, by their ids. An interface, so that declarations name it and do not print it. */
export interface LessonExercises${types((subject, name) => `OfLesson<${subject}, ${name}>`)} {}

/** The same by ids that they had before. */
export interface FormerExercises${types((subject, name) => `OfFormerIds<${subject}, ${name}>`)} {}

type OfLessons = Exercises<LessonExercises, LessonExercises & FormerExercises>;

/**
 * The exercises of all lessons, in their order.
 * @example lessonExercises.all.size > 0
 */
export const lessonExercises: OfLessons = gatherExercises<LessonExercises, FormerExercises>({
${modules.map(({ subject, name }) => `  ${JSON.stringify(subject)}: ${name},`).join("\n")}
});

/**
 * Check an answer: \`check("momentum/rule", myStep)\`. The exercise is found by its id, so cells may be copied, split and
 * moved. Never throws, and never takes longer than a second or two.
 * @example check("momentum/truth", "?").outcome
 */
export const check: OfLessons["check"] = lessonExercises.check;

/**
 * The next hint of an exercise; hints cost nothing.
 * @example hint("momentum/rule").text
 */
export const hint: OfLessons["hint"] = lessonExercises.hint;

/**
 * A right answer: after success, or when asked for twice.
 * @example showSolution("momentum/rule").text
 */
export const showSolution: OfLessons["showSolution"] = lessonExercises.showSolution;

/**
 * Forget what was done with an exercise.
 * @example startOver("momentum/rule").headline
 */
export const startOver: OfLessons["startOver"] = lessonExercises.startOver;

/**
 * The card of a prediction or a choice; it opens \`reveal\` once it is answered, or when asked to show it anyway.
 * @example display(ask("momentum/crossing", "what it reveals"))
 */
export const ask: OfLessons["ask"] = lessonExercises.ask;

/**
 * A picture of what is done and what is not.
 * @example showProgress().text
 */
export const showProgress: OfLessons["showProgress"] = lessonExercises.showProgress;
`;
}
