/** The course as a whole: its lessons in order, read from how each begins. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readNotebook } from "./executed.ts";

/** What the map of the course says about a lesson. */
export interface CourseLesson {
  /** `03-momentum`: the name of its files. */
  readonly name: string;
  /** `03`. */
  readonly number: string;
  /** `Momentum: a heavy ball`. */
  readonly title: string;
  /** `Momentum`. */
  readonly short: string;
  readonly minutes: number;
  /** `6`, `7 to 9`; empty for a lesson that no slide asks for. */
  readonly slides: string;
  /** What one will learn, as markdown. */
  readonly about: string;
  /** The names of the lessons that it builds on. */
  readonly needs: readonly string[];
}

/** All lessons of a folder of notebooks. A lesson that names none before it builds on the one before it. */
export function readCourse(notebooks: string): CourseLesson[] {
  const names = readdirSync(notebooks)
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => file.slice(0, -".ipynb".length))
    .sort();
  return names.map((name, index) => {
    const { cells } = readNotebook(readFileSync(join(notebooks, `${name}.ipynb`), "utf8"));
    const { needs, ...about } = readOpening(name, cells[0]?.source ?? "");
    const before = index === 0 ? [] : [names[index - 1]!];
    return { ...about, needs: needs.length > 0 ? needs : before };
  });
}

/** Reads the first cell of a lesson; CONTRIBUTING shows how it is written. */
function readOpening(name: string, source: string): CourseLesson {
  const part = (pattern: RegExp, what: string): string => {
    const found = pattern.exec(source)?.[1];
    if (found === undefined) throw new SyntaxError(`lesson ${name}: its first cell has no ${what}`);
    return found;
  };
  const title = part(/^# (.+)$/m, "title, such as # Momentum: a heavy ball");
  const minutes = part(/\*Lesson [^*]*?about (\d+) minutes/, "time, such as *Lesson 03, about 45 minutes.*");
  const about = part(/^\*\*You will learn\*\* ([^]+?)\n\n/m, "**You will learn** ...");
  const needs = part(/^\*\*You need\*\* ([^]+?)\n\n/m, "**You need** ...");
  return {
    name,
    number: name.slice(0, 2),
    title,
    short: shortTitle(name, title),
    minutes: Number(minutes),
    slides: /\*Lesson[^*]*?, slides? ([^*]*?) of the deck/.exec(source)?.[1] ?? "",
    about: about.replaceAll("\n", " "),
    needs: [...needs.matchAll(/\]\((\d\d-[\w-]+)\.ipynb\)/g)].map(([, need]) => need!),
  };
}

/** What stands before the colon, or the file's name when the title is a sentence. */
function shortTitle(name: string, title: string): string {
  const [head = ""] = title.split(":");
  if (head.length <= 20) return head;
  const words = name.slice(3).replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A lesson by its name, its number, or its name without the number. */
export function findLesson(course: readonly CourseLesson[], asked: string): CourseLesson | undefined {
  const wanted = asked.replace(/\.(ts|ipynb|html)$/, "");
  return course.find(({ name, number }) =>
    [name, number, name.slice(3), String(Number(number))].includes(wanted),
  );
}
