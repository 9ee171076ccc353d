/** The course as a whole: its lessons in order, by what their notebooks say of themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { About } from "../about.ts";
import { readNotebook } from "./executed.ts";

/** What the map of the course says about a lesson. */
export interface CourseLesson extends About {
  /** `03-momentum`: the name of its files. */
  readonly name: string;
  /** `03`. */
  readonly number: string;
  /** The names of the lessons that it builds on. */
  readonly needs: readonly string[];
}

/**
 * All lessons of a folder of notebooks. A lesson that names none before it builds on the one before it.
 * @param passOver is told of a notebook that is none of a lesson; it is left out
 */
export function readCourse(notebooks: string, passOver: (fault: Error) => void = refuse): CourseLesson[] {
  const names = readdirSync(notebooks)
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => file.slice(0, -".ipynb".length))
    .sort();
  const course: CourseLesson[] = [];
  for (const name of names) {
    try {
      const about = aboutOf(join(notebooks, `${name}.ipynb`));
      const named = linkedLessons(about.need ?? "");
      const needs = named.length > 0 ? named : course.slice(-1).map((before) => before.name);
      course.push({ ...about, name, number: name.slice(0, 2), needs });
    } catch (error) {
      passOver(error as Error);
    }
  }
  return course;
}

function refuse(fault: Error): never {
  throw fault;
}

function aboutOf(path: string): About {
  const { about } = readNotebook(readFileSync(path, "utf8"));
  if (about === undefined)
    throw new SyntaxError(`${path}: it does not say what it is about; build it with npx fall-line notebooks`);
  return about;
}

/** The lessons that a text links to. */
export function linkedLessons(markdown: string): string[] {
  return Array.from(markdown.matchAll(/\]\((\d\d-[\w-]+)\.ipynb(?:#[^)]*)?\)/g), ([, name]) => name!);
}
