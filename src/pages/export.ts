/** From lessons that have been run to files: a site of all of them, or a page in one file for each that was asked for. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { rules } from "../rules/list.ts";
import { Trouble } from "../system/trouble.js";
import type { CourseLesson } from "./course.ts";
import { ASSETS, ownAssets, sharedAssets, SHEETS } from "./document.ts";
import type { Executed } from "./execute.ts";
import { indexPage } from "./index-page.ts";
import { lessonPage } from "./lesson-page.ts";
import { danglingLinks } from "./links.ts";
import { rulesPage } from "./rules-page.ts";
import { styleSheet } from "./styles.ts";

/** Files by their paths. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

const HOME = "index.html";
const RULES = "rules.html";

/** The site: an index, a page for each lesson, one for the rules, and once for all of them what draws and styles. */
export function siteFiles(projectDir: string, course: readonly CourseLesson[], executed: Executed): Files {
  const files = new Map<string, string | Uint8Array>();
  const assets = sharedAssets(projectDir);
  const beside = new Set(course.map(({ name }) => name));
  files.set(HOME, indexPage(course, RULES, assets));
  files.set(RULES, rulesPage(rules, HOME, assets));
  course.forEach((lesson, i) => {
    const surroundings = { beside, home: HOME, previous: course[i - 1], next: course[i + 1] };
    files.set(`${lesson.name}.html`, lessonPage(lesson, executed.get(lesson.name)!, surroundings, assets));
  });
  const style = styleSheet(projectDir, SHEETS, (font) => {
    files.set(`${ASSETS.fonts}/${basename(font)}`, readFileSync(font));
    return `fonts/${basename(font)}`;
  });
  files.set(ASSETS.style, style);
  files.set(ASSETS.script, readFileSync(join(projectDir, "dist", "page.js"), "utf8"));
  return checked(files);
}

/** One file for each lesson, which needs no other. Links lead to those lessons only that are exported with it. */
export function pageFiles(projectDir: string, lessons: readonly CourseLesson[], executed: Executed): Files {
  const assets = ownAssets(projectDir);
  const beside = new Set(lessons.map(({ name }) => name));
  return checked(
    new Map(
      lessons.map((lesson) => [
        `${lesson.name}.html`,
        lessonPage(lesson, executed.get(lesson.name)!, { beside }, assets),
      ]),
    ),
  );
}

function checked(files: Files): Files {
  const texts = new Map(
    [...files].map(([path, content]) => [path, typeof content === "string" ? content : ""]),
  );
  const dangling = danglingLinks(texts);
  if (dangling.length === 0) return files;
  throw new Trouble(
    `There are links that lead nowhere: ${dangling.join("; ")}`,
    "Mend them in lessons/, run npm run build:notebooks, and try again.",
  );
}
