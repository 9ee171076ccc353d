import { dirname, join, relative } from "node:path";
import { checkLesson } from "../course/check.ts";
import { type Course, COURSE_FILE } from "../course/course.ts";
import { loadCourse } from "../course/load.ts";
import { COURSE_RULE, unservedSlides } from "../course/deck-slides.ts";
import { type LessonPlace, lessonsIn } from "../course/folder.ts";
import { readLesson } from "../course/lesson.ts";
import type { Fault } from "../course/lesson-rule.ts";
import { ownFaults } from "../course/own-lesson.ts";
import { LESSON_RULES } from "../course/rules.ts";
import { typeFaults } from "../course/types.ts";
import type { Lesson } from "../notebook/lesson.ts";
import { wrapped } from "../system/lines.js";
import { isPackage } from "../system/state.js";
import { placeNamed } from "./lessons.ts";
import type { Command } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { knownRules, unknownSources } from "./rules.ts";

/** `fall-line check [LESSON...] [--rules]`: what is wrong with lessons and their exercises: where, what, and the cure. */
export const check: Command = async (invocation, session) => {
  const { words, options } = invocation;
  const { progress, projectDir } = session;
  if (options["rules"] === true) {
    progress.line(LESSON_RULES.map(({ of, says }) => `${of}: ${says}`).join("\n"));
    progress.line(`every course: ${COURSE_RULE}`);
    return 0;
  }
  const asked = await CourseAsked.of(invocation, session);
  const { course, library, entry } = asked.product;
  const own = join(projectDir, "lessons");
  // Tests and answers do not come with an installed course.
  const isOwn = course.folder === own && !isPackage(projectDir);
  const named = new Set(words.map((word) => placeNamed(course.lessons, word)));
  const lessons = words.length === 0 ? course.lessons : [...named];
  // A lesson of the project's that a course leaves out may be linked to all the same: pages keep the words.
  const linkable = [...new Set([...course.lessons, ...lessonsIn(own)].map(({ name }) => name))];
  const { style, deck } = course;
  const checked = { library: await loadCourse(library), lessons: linkable, style, deck };
  const types = typeFaults(projectDir, entry, lessons);
  const { all } = checked.library.lessonExercises;
  const shown = (place: string): string => relative(session.callerDir, pathOf(place, course, projectDir));
  const tell = (faults: readonly Fault[]): void =>
    told(faults, shown).forEach((lines) => progress.line(lines));
  let count = 0;
  for (const place of lessons) {
    const typed = types.get(place.name) ?? [];
    const faults = await checkLesson(place, checked, typed);
    if (isOwn) faults.push(...(await ownFaults(place, all, projectDir)));
    count += faults.length;
    progress.line(faults.length === 0 ? `${place.name}: all is well` : `${place.name}:`);
    tell(faults);
    if (typed.length > 0) progress.line("  It is run once its types agree.");
  }
  const ofAll = [
    ...(words.length > 0 ? [] : unservedSlides(await soundLessons(course.lessons), deck)),
    ...(isOwn ? unknownSources(knownRules()) : []),
  ];
  tell(ofAll);
  count += ofAll.length;
  return count === 0 ? asked.code : 1;
};

/** Each fault in lines. The cure of several is said once, below the last of them. */
function told(faults: readonly Fault[], shown: (place: string) => string): string[] {
  return faults.map(({ place, what, cure, paste }, i) =>
    [
      wrapped(`  ${shown(place)}  ${what}`, 4),
      ...(faults[i + 1]?.cure === cure ? [] : [wrapped(`    ${cure}`, 4)]),
      ...(paste === undefined ? [] : [`    ${paste}`]),
    ].join("\n"),
  );
}

/** The file of a fault's place: that of a lesson, of the course, or of the project. */
function pathOf(place: string, { folder, lessons }: Course, projectDir: string): string {
  const lesson = lessons.find(({ name }) => place.startsWith(`${name}/`));
  if (lesson !== undefined) return join(dirname(lesson.folder), place);
  return join(place === COURSE_FILE ? folder : projectDir, place);
}

/** Those that can be read; what is wrong with the others has been told. */
async function soundLessons(places: readonly LessonPlace[]): Promise<Lesson[]> {
  const read = await Promise.allSettled(places.map(readLesson));
  return read.flatMap((lesson) => (lesson.status === "fulfilled" ? [lesson.value] : []));
}
