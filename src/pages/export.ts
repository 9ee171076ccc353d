/** From lessons that have been run to files: a site of all of them, or a page in one file for each that was asked for. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { MimeBundle } from "../display.ts";
import { rules } from "../rules/list.ts";
import { UserError } from "../system/user-error.js";
import type { CourseLesson } from "../rendering/course.ts";
import { type Assets, ASSETS, ownAssets, PAGES, sharedAssets, SHEETS } from "./document.ts";
import type { Executed } from "./execute.ts";
import { glossaryPage, placesOfGlossary } from "./glossary/page.ts";
import { indexPage } from "./index-page.ts";
import { libraryPage, placesOfLibrary, readmeIn } from "./library/page.ts";
import { lessonPage } from "./lesson-page.ts";
import { danglingLinks } from "./links.ts";
import { raceOfAll } from "./race.ts";
import { Previews } from "./preview.ts";
import { publishing } from "./publishing.ts";
import { libraryIn } from "./reference/library.ts";
import { type Library, placesOfReference, referencePage } from "./reference/page.ts";
import { rulesPage } from "./rules/page.ts";
import { HANDED } from "./search/handed.ts";
import { placesOfLesson } from "./search/lesson-places.ts";
import type { Place } from "./search/place.ts";
import { placesOfRules } from "./search/rule-places.ts";
import { styleSheet } from "../rendering/styles.ts";
import {
  policyFor,
  WORKBOOK_ASSETS,
  WorkbookParts,
  type WorkbookSource,
} from "../rendering/workbook-parts.ts";

/** Files by their paths. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** What a site shows of itself: the race that it opens with, the library's names, and pictures of its pages. */
export interface Shown {
  readonly race: MimeBundle;
  readonly library: Library;
  readonly previews: Pick<Previews, "ofCourse" | "ofLesson">;
}

/**
 * The site: an index, a page for each lesson, those of the rules, of the words and of the library, and once for all of them what draws and styles.
 * @param source what its lessons can be worked in with; without it they are only read
 * @param address where it will stand, ending with a slash: only with it previews are found by all who show them
 */
export async function siteFiles(
  projectDir: string,
  course: readonly CourseLesson[],
  executed: Executed,
  source?: WorkbookSource,
  address?: string,
): Promise<Files> {
  const library = await libraryIn(projectDir);
  const shown = { race: await raceOfAll(), library, previews: await Previews.in(projectDir) };
  return siteWith(shown, projectDir, course, executed, source, address);
}

/** The same with what it shows of itself. */
export function siteWith(
  { race, library, previews }: Shown,
  projectDir: string,
  course: readonly CourseLesson[],
  executed: Executed,
  source?: WorkbookSource,
  address = "",
): Files {
  const files = new Map<string, string | Uint8Array>();
  const workbook = source && new WorkbookParts(source);
  const guarded = (assets: Assets): Assets => (workbook ? { ...assets, policy: policyFor(assets) } : assets);
  const assets = guarded(sharedAssets(projectDir));
  const homeAssets = workbook ? guarded(sharedAssets(projectDir, WORKBOOK_ASSETS.home)) : assets;
  const beside = new Set(course.map(({ name }) => name));
  const previewed = (name: string, picture: Uint8Array): string => {
    files.set(`previews/${name}.png`, picture);
    return `${address}previews/${name}.png`;
  };
  const opening = { race, preview: previewed("course", previews.ofCourse(race)) };
  files.set(PAGES.home, indexPage(course, opening, homeAssets, workbook?.ofCourse()));
  const rulesAssets = guarded(sharedAssets(projectDir, ASSETS.rules));
  files.set(PAGES.rules, rulesPage(rules, { race, course }, rulesAssets));
  const places = new Map(
    course.map((lesson) => [lesson.name, placesOfLesson(lesson, executed.get(lesson.name)!)]),
  );
  files.set(PAGES.glossary, glossaryPage({ course, places }, assets));
  const readme = readmeIn(projectDir);
  files.set(PAGES.library, libraryPage(readme, assets));
  files.set(PAGES.reference, referencePage(library, assets));
  course.forEach((lesson, i) => {
    const { name, title } = lesson;
    const notebook = executed.get(name)!;
    const surroundings = {
      beside,
      home: PAGES.home,
      preview: previewed(name, previews.ofLesson(lesson, notebook)),
      previous: course[i - 1],
      next: course[i + 1],
      ...(workbook && { workbook: workbook.ofLesson(name, title, false) }),
    };
    files.set(`${name}.html`, lessonPage(lesson, notebook, surroundings, assets));
  });
  const style = styleSheet(projectDir, SHEETS, (font) => {
    files.set(`${ASSETS.fonts}/${basename(font)}`, readFileSync(font));
    return `fonts/${basename(font)}`;
  });
  files.set(ASSETS.style, style);
  const product = (name: string): string => readFileSync(join(projectDir, "dist", name), "utf8");
  files.set(ASSETS.script, product(scriptOf(workbook)));
  files.set(ASSETS.charts, product("charts.js"));
  files.set(ASSETS.rules, product("rules.js"));
  const found = [
    ...placesOfRules(rules),
    ...placesOfGlossary(),
    ...placesOfLibrary(readme),
    ...placesOfReference(library.declared),
    ...[...places.values()].flat(),
  ];
  files.set(ASSETS.search, `${HANDED} = ${JSON.stringify(found)};\n${product("search.js")}`);
  for (const [path, content] of workbook?.files() ?? []) files.set(path, content);
  if (workbook) files.set("README.md", publishing());
  return checked(files, found);
}

/** One file for each lesson, which needs no other. Links lead to those lessons only that are exported with it. */
export function pageFiles(
  projectDir: string,
  lessons: readonly CourseLesson[],
  executed: Executed,
  source?: WorkbookSource,
): Files {
  const workbook = source && new WorkbookParts(source);
  const own = ownAssets(projectDir, scriptOf(workbook));
  const assets = workbook ? { ...own, policy: policyFor() } : own;
  const beside = new Set(lessons.map(({ name }) => name));
  return checked(
    new Map(
      lessons.map((lesson) => {
        const { name, title } = lesson;
        const surroundings = { beside, ...(workbook && { workbook: workbook.ofLesson(name, title, true) }) };
        return [`${name}.html`, lessonPage(lesson, executed.get(name)!, surroundings, assets)];
      }),
    ),
  );
}

/** The script of a lesson's page, in `dist/`. */
function scriptOf(workbook: WorkbookParts | undefined): string {
  return workbook === undefined ? "page.js" : "workbook.js";
}

function checked(files: Files, found: readonly Place[] = []): Files {
  const texts = new Map(
    [...files].map(([path, content]) => [path, typeof content === "string" ? content : ""]),
  );
  const dangling = danglingLinks(
    texts,
    found.map(({ address }) => address),
  );
  if (dangling.length === 0) return files;
  throw new UserError(
    `There are links that lead nowhere: ${dangling.join("; ")}`,
    "Mend them in lessons/, run npm run build:notebooks, and try again.",
  );
}
