/** Builds what notebooks of a course import as `fall-line`. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "esbuild";
import { writeFormerNames } from "../kernel/node/former-names.ts";
import { LessonFault } from "../notebook/fault.ts";
import { type Bundle, bundleCode, bundleTypes } from "./bundle.ts";
import { courseIn } from "./entry.ts";
import { exercisesFile, type LessonPlace } from "./folder.ts";
import { importBuilt, loadCourse } from "./load.ts";
import { typeFaults } from "./types.ts";
import { together } from "./together.ts";

/** The code, and beside it what the lessons were called before. @returns the files that it was made from */
export async function buildCode(course: Bundle): Promise<string[]> {
  const files = await bundleCode(course);
  const file = `${course.out}.js`;
  const library = await loadCourse(file);
  writeFormerNames(file, library.lessonExercises.formerNames);
  return files;
}

/**
 * Builds the course of these lessons in a folder.
 * @param passOver is told of a lesson whose exercises cannot be built; it is left out, and keeps no other from being built
 * @param make what is built of the lessons; by default the code with its declarations
 */
export async function buildSound(
  folder: string,
  projectDir: string,
  lessons: readonly LessonPlace[],
  passOver: (fault: LessonFault) => void,
  make = (course: Bundle): Promise<void> => together([buildCode(course), bundleTypes(course)]),
): Promise<void> {
  try {
    await make(courseIn(folder, projectDir, lessons));
  } catch (error) {
    const faults = await faultsOfExercises(folder, projectDir, lessons);
    if (faults.size === 0) throw error;
    for (const fault of faults.values()) passOver(fault);
    const sound = lessons.filter(({ name }) => !faults.has(name));
    await make(courseIn(folder, projectDir, sound));
  }
}

/** What is wrong with the exercises of single lessons, by the names of these: each is built and loaded alone. */
async function faultsOfExercises(
  folder: string,
  projectDir: string,
  lessons: readonly LessonPlace[],
): Promise<Map<string, LessonFault>> {
  const faults = new Map<string, LessonFault>();
  const withoutLine = new Set<string>();
  for (const { name, folder: place } of lessons) {
    const entry = exercisesFile(place);
    if (entry === undefined) continue;
    const out = join(folder, `alone-${name}`);
    try {
      await bundleCode({ projectDir, entry, out, lessons: [place] });
      await importBuilt(`${out}.js`);
    } catch (error) {
      const [first] = (error as { errors?: readonly Message[] }).errors ?? [];
      const line = first?.location == null ? "" : `:${first.location.line}`;
      if (line === "") withoutLine.add(name);
      faults.set(
        name,
        new LessonFault(`${name}/exercises.ts${line}`, first?.text ?? (error as Error).message),
      );
    }
    rmSync(`${out}.js`, { force: true });
  }
  const asked = faults.size === 0 ? new Set(lessons.map(({ name }) => name)) : withoutLine;
  if (asked.size === 0) return faults;
  const typed = typeFaults(projectDir, courseIn(folder, projectDir, lessons).entry, lessons);
  for (const [name, all] of typed) {
    if (!asked.has(name)) continue;
    const [first] = all.filter(({ place }) => !/\/(lesson|about)\.ts:/.test(place));
    if (first !== undefined) faults.set(name, new LessonFault(first.place, first.what));
  }
  return faults;
}
