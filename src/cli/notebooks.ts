import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MimeBundle } from "../display.ts";
import { Card, isCardExercise } from "../exercises/card.ts";
import { type CourseLibrary, loadCourse } from "../course/build.ts";
import { lessonsIn } from "../course/folder.ts";
import { readLesson } from "../course/lesson.ts";
import { formulaLookup } from "../notebook/formula-lookup.ts";
import { buildNotebook, formatNotebook, type NotebookParts } from "../notebook/notebook.ts";
import { runOpening } from "../notebook/run-program.ts";

/** Where the lessons are read and the notebooks are written. */
export interface NotebookFolders {
  readonly lessons: string;
  readonly notebooks: string;
}

/** Every lesson as the text of its notebook, by name, in order. */
export async function renderNotebooks(
  lessons: string,
  library: CourseLibrary,
  solutions: NotebookParts["solutions"] = "strip",
): Promise<Map<string, string>> {
  const formula = formulaLookup({ ...library });
  const card = (id: string): MimeBundle | undefined => {
    const exercise = library.lessonExercises.all.get(id);
    return exercise !== undefined && isCardExercise(exercise) ? new Card(id, exercise).bundle() : undefined;
  };
  const texts = new Map<string, string>();
  for (const place of lessonsIn(lessons)) {
    const lesson = await readLesson(place);
    const opening = await runOpening(lesson, library);
    texts.set(place.name, formatNotebook(buildNotebook(lesson, { formula, card, opening, solutions })));
  }
  return texts;
}

/** The notebooks that are not what their lessons say: changed, missing, or without a lesson. */
export async function staleNotebooks(folders: NotebookFolders, library: CourseLibrary): Promise<string[]> {
  const texts = await renderNotebooks(folders.lessons, library);
  const present = await notebookNames(folders.notebooks);
  const names = [...new Set([...texts.keys(), ...present])].sort();
  const stale = await Promise.all(
    names.map(async (name) => (await readIfThere(notebookPath(folders, name))) !== texts.get(name)),
  );
  return names.filter((_, index) => stale[index]);
}

/** Builds every lesson's notebook, and removes notebooks whose lesson is gone. Returns the names built. */
export async function writeNotebooks(folders: NotebookFolders, library: CourseLibrary): Promise<string[]> {
  const texts = await renderNotebooks(folders.lessons, library);
  await mkdir(folders.notebooks, { recursive: true });
  for (const [name, text] of texts) {
    const path = notebookPath(folders, name);
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
  const gone = (await notebookNames(folders.notebooks)).filter((name) => !texts.has(name));
  await Promise.all(gone.map((name) => rm(notebookPath(folders, name))));
  return [...texts.keys()];
}

/** `fall-line notebooks [--check]`: builds the notebooks, or says which are stale. Returns the exit code. */
export async function notebooks(args: readonly string[], projectDir = process.cwd()): Promise<number> {
  const unknown = args.find((arg) => arg !== "--check");
  if (unknown !== undefined) {
    console.error(`notebooks: unknown option ${unknown}; allowed: --check`);
    return 2;
  }
  const folders = { lessons: join(projectDir, "lessons"), notebooks: join(projectDir, "notebooks") };
  const library = await loadCourse(join(projectDir, "dist", "index.js"));
  if (!args.includes("--check")) {
    for (const name of await writeNotebooks(folders, library)) console.log(`notebooks/${name}.ipynb`);
    return 0;
  }
  const stale = await staleNotebooks(folders, library);
  for (const name of stale) console.error(`notebooks/${name}.ipynb is stale; run: npm run build:notebooks`);
  return stale.length === 0 ? 0 : 1;
}

function notebookPath(folders: NotebookFolders, name: string): string {
  return join(folders.notebooks, `${name}.ipynb`);
}

async function notebookNames(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files.filter((file) => file.endsWith(".ipynb")).map((file) => file.slice(0, -".ipynb".length));
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}
