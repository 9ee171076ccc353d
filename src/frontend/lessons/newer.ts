/** Finds newer versions of lessons that were laid beside a student's own. */
import { lessonNames, type Read } from "./originals.ts";

/** A lesson that is open, as its file is called. */
interface Opened {
  /** In the server's folder. */
  readonly folder: string;
  readonly lesson: string;
}

/** The lesson that a path leads to; nothing for other files, and for a newer version itself. */
export async function lessonAt(path: string, read: Read): Promise<Opened | undefined> {
  const [, folder = "", lesson] = /^(.*\/)?(\d\d-[^/]+)\.ipynb$/.exec(path) ?? [];
  if (lesson === undefined || !(await lessonNames(read)).includes(lesson)) return undefined;
  return { folder, lesson };
}

/** The newest version beside a lesson, as `03-momentum-new2.ipynb`; nothing where there is none. */
export function newerBeside(lesson: string, names: readonly string[]): string | undefined {
  const count = (name: string): number =>
    name.startsWith(lesson) ? Number(/^-new(\d*)\.ipynb$/.exec(name.slice(lesson.length))?.[1] ?? NaN) : NaN;
  return names.filter((name) => !Number.isNaN(count(name))).sort((a, b) => count(b) - count(a))[0];
}
