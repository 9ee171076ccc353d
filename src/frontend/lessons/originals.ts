/** The lessons as they were handed out, which lie beside the extension's own files. */

/** A notebook as JSON: what is read of it. */
export interface Notebook {
  readonly cells: readonly { readonly id: string; readonly source: string | readonly string[] }[];
}

/** Reads a file of the extension, as JSON. */
export type Read = (path: string) => Promise<unknown>;

/** The lesson whose name a cell's id begins with: `03-momentum` for `03-momentum-the-opening`. */
export function lessonOf(id: string, lessons: readonly string[]): string | undefined {
  return lessons.filter((name) => id.startsWith(`${name}-`)).sort((a, b) => b.length - a.length)[0];
}

/** Whether a cell may be one of a lesson; `lessonOf` says which. */
export function mayBeOfLesson(id: string): boolean {
  return /^\d\d-./.test(id);
}

/** The lesson that most cells of a notebook come from; nothing when none does. */
export function lessonOfMost(ids: readonly string[], lessons: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const lesson = lessonOf(id, lessons);
    if (lesson !== undefined) counts.set(lesson, (counts.get(lesson) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The names of all lessons. */
export async function lessonNames(read: Read): Promise<readonly string[]> {
  return (await read("lessons/index.json")) as readonly string[];
}

/** A lesson as it was handed out. */
export async function originalLesson(name: string, read: Read): Promise<Notebook> {
  return (await read(`lessons/${name}.ipynb`)) as Notebook;
}

/** The text of a cell as it was handed out; nothing for a cell that is the student's own. */
export async function originalText(id: string, read: Read): Promise<string | undefined> {
  const lesson = lessonOf(id, await lessonNames(read));
  if (lesson === undefined) return undefined;
  const cell = (await originalLesson(lesson, read)).cells.find((one) => one.id === id);
  return cell === undefined ? undefined : [cell.source].flat().join("");
}

/** A name for a fresh copy that nothing in the folder has. */
export function freshName(lesson: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = `${lesson}-fresh${count === 1 ? "" : count}.ipynb`;
    if (!taken.has(name)) return name;
  }
}
