import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { loadCourse } from "../course/load.ts";
import { renderNotebooks } from "../course/render.ts";
import { makeFolder } from "../system/folders.js";
import { UserError } from "../system/user-error.js";
import { writeWhole } from "../system/whole-file.js";
import { CourseAsked } from "./course.ts";
import { notebooksForNbgrader } from "./notebooks-nbgrader.ts";
import type { Command } from "./command.ts";

/** Notebooks by their names; those of lessons that could not be built keep the text that they have. */
interface Notebooks {
  readonly folder: string;
  readonly texts: ReadonlyMap<string, string>;
  /** The names of all lessons. */
  readonly lessons: readonly string[];
}

/** The notebooks that are not what their lessons say: changed, missing, or without a lesson. */
export async function staleNotebooks({ folder, texts, lessons }: Notebooks): Promise<string[]> {
  const names = [...new Set([...texts.keys(), ...(await goneFrom(folder, lessons))])].sort();
  const stale = await Promise.all(
    names.map(async (name) => {
      const now = await readFile(pathOf(folder, name), "utf8").catch(() => undefined);
      return now !== texts.get(name);
    }),
  );
  return names.filter((_, index) => stale[index]);
}

/** Writes every notebook, and removes those whose lesson is gone. */
async function writeNotebooks({ folder, texts, lessons }: Notebooks): Promise<void> {
  makeFolder(folder);
  for (const [name, text] of texts) writeWhole(pathOf(folder, name), text);
  await Promise.all((await goneFrom(folder, lessons)).map((name) => rm(pathOf(folder, name))));
}

/** `fall-line notebooks [--check]`: builds the notebooks, or says which are stale; with `--nbgrader` those for nbgrader. */
export const notebooks: Command = async (invocation, session) => {
  if (invocation.options["nbgrader"] === true) return notebooksForNbgrader(invocation, session);
  if (invocation.words.length > 0)
    throw new UserError(
      `notebooks takes no lessons, got ${invocation.words.join(", ")}`,
      "It builds them all. Lessons are named with --nbgrader.",
    );
  const course = await CourseAsked.of(invocation, session);
  const made = await render(course);
  const { folder, texts } = made;
  if (invocation.options["check"] !== true) {
    await writeNotebooks(made);
    for (const name of texts.keys()) session.progress.line(pathOf(folder, name));
    return course.code;
  }
  const stale = await staleNotebooks(made);
  for (const name of stale) console.error(`${pathOf(folder, name)} is stale; run: npm run build:notebooks`);
  return stale.length === 0 ? course.code : 1;
};

/** Builds the notebooks that are not what their lessons say. @returns their names */
export async function freshenNotebooks(course: CourseAsked): Promise<string[]> {
  const made = await render(course);
  const stale = await staleNotebooks(made);
  if (stale.length > 0) await writeNotebooks(made);
  return stale;
}

async function render({ product, passOver }: CourseAsked): Promise<Notebooks> {
  const { course, library, notebooks: folder } = product;
  const texts = await renderNotebooks(course.lessons, await loadCourse(library), passOver);
  return { folder, texts, lessons: course.lessons.map(({ name }) => name) };
}

function pathOf(folder: string, name: string): string {
  return join(folder, `${name}.ipynb`);
}

/** The notebooks of a folder that no lesson has. */
async function goneFrom(folder: string, lessons: readonly string[]): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith(".ipynb"))
    .map((file) => file.slice(0, -".ipynb".length))
    .filter((name) => !lessons.includes(name));
}
