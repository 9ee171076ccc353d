/** Which lessons make a course: those that its `course.json` names, in that order, or all in its folder. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { InputError } from "../errors.ts";
import { nearest } from "../nearest.js";
import { LessonFault } from "../notebook/fault.ts";
import { parsed, recordWith } from "../schema.ts";
import { UserError } from "../system/user-error.js";
import { lessonFile, type LessonPlace, lessonsIn, lessonPlace } from "./folder.ts";

/** The file in which a course chooses its lessons. */
export const COURSE_FILE = "course.json";

export interface Course {
  readonly folder: string;
  /** In its order, each of another name. */
  readonly lessons: readonly LessonPlace[];
  /** What is wrong with those that are left out: their name is that of one before them. */
  readonly faults: readonly LessonFault[];
  /** Whether its lessons are to have all that the lessons of this project have. */
  readonly style: boolean;
  /** The titles of the slides that it is about, in their order. */
  readonly deck: readonly string[];
}

/** `{ "lessons": ["02-gradient-descent", "11-waves"], "style": false, "deck": ["Waves", "Breakers"] }`: each may be left out. */
const COURSE = recordWith({
  lessons: v.exactOptional(v.array(v.string("the name of a lesson"), "a list of names")),
  style: v.optional(v.boolean(), false),
  deck: v.optional(v.array(v.string("the title of a slide"), "a list of the titles of slides"), []),
});

/**
 * The course in a folder. A lesson that it names and does not hold is one of this project's.
 * @throws UserError with the cure
 */
export function readCourseFolder(folder: string, projectDir: string): Course {
  if (!existsSync(folder))
    throw new UserError(
      `There is no folder ${folder}`,
      "Write --course DIR, where DIR holds lessons or a course.json.",
    );
  const { lessons: named, style, deck } = courseFile(join(folder, COURSE_FILE));
  const own = lessonsIn(folder);
  const asked =
    named === undefined ? own : [...new Set(named)].map((name) => lessonNamed(name, folder, projectDir));
  const lessons = asked.filter((place) => firstOfName(place, asked) === place);
  const faults = asked.flatMap((place) => namesakeFault(place, firstOfName(place, asked)));
  if (lessons.length > 0) return { folder, lessons, faults, style, deck };
  throw new UserError(
    `${folder} holds no lesson`,
    'Lay a lesson in NN-name/lesson.ts there (npx fall-line new lesson NAME --course DIR), or name lessons in course.json: { "lessons": ["03-momentum"] }.',
  );
}

function firstOfName({ subject }: LessonPlace, lessons: readonly LessonPlace[]): LessonPlace {
  return lessons.find((other) => other.subject === subject)!;
}

function namesakeFault(lesson: LessonPlace, first: LessonPlace): LessonFault[] {
  if (lesson === first) return [];
  const what = `${first.name}/lesson.ts has the name ${first.subject} too, and the ids of both would begin with it; rename one of the two folders`;
  return [new LessonFault(`${lesson.name}/lesson.ts`, what)];
}

function lessonNamed(name: string, folder: string, projectDir: string): LessonPlace {
  const theirs = join(projectDir, "lessons");
  for (const where of [folder, theirs]) {
    if (existsSync(lessonFile(join(where, name)))) {
      const place = lessonPlace(where, name);
      if (place !== undefined) return place;
    }
  }
  const names = [...lessonsIn(folder), ...lessonsIn(theirs)].map((one) => one.name);
  const near = nearest(name, names);
  throw new UserError(
    `${join(folder, COURSE_FILE)} names the lesson ${JSON.stringify(name)}, which is nowhere`,
    `${near === undefined ? "" : `Did you mean ${near}? `}There are: ${names.join(", ")}.`,
  );
}

function courseFile(path: string): v.InferOutput<typeof COURSE> {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "{}";
  try {
    return parsed(COURSE, JSON.parse(text) ?? {}, path);
  } catch (error) {
    const isJson = error instanceof InputError;
    throw new UserError(
      isJson ? error.fault : `${path} is not JSON: ${(error as Error).message}`,
      'Write { "lessons": ["02-gradient-descent", "11-waves"] }, in the order of the course.',
    );
  }
}
