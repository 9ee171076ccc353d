import * as v from "valibot";
import type { FormerNames } from "../../exercises/progress.ts";

/** What a page that can be worked in holds of its lesson, as JSON in the element with this id. */
export const DATA_ID = "fall-line-lesson";

export interface LessonData extends KernelAbout {
  /** `03-momentum` */
  readonly lesson: string;
  readonly title: string;
  /** Its notebook as it was built: what a download is made of. */
  readonly notebook: Notebook;
}

/** What is known of the kernel before it is loaded. */
export interface KernelAbout {
  /** What lessons were called before. */
  readonly formerNames: FormerNames;
  /** The size of the kernel's file in characters, for how much of it has come. */
  readonly kernelSize: number;
}

/** What the map of a course holds of it, as JSON. */
export interface CourseData {
  /** The ids of the exercises of each lesson. */
  readonly exercises: Readonly<Record<string, readonly string[]>>;
  readonly formerNames: FormerNames;
}

/** A notebook in nbformat 4.5: the little that is asked of it here. */
export const NOTEBOOK = v.looseObject({
  cells: v.array(
    v.looseObject({
      id: v.string(),
      cell_type: v.string(),
      source: v.union([v.string(), v.array(v.string())]),
      metadata: v.looseObject({ title: v.exactOptional(v.string()) }),
      outputs: v.exactOptional(v.array(v.unknown())),
    }),
  ),
});

export type Notebook = v.InferOutput<typeof NOTEBOOK>;

/** The text of a cell in one piece. */
export function textOf({ source }: Pick<Notebook["cells"][number], "source">): string {
  return typeof source === "string" ? source : source.join("");
}

/** What cells with code hold, by their ids. */
export function codeOf({ cells }: Notebook): Map<string, string> {
  const code = cells.filter((cell) => cell.cell_type === "code");
  return new Map(code.map((cell) => [cell.id, textOf(cell)]));
}

/** What the page it is called in holds. */
export function readLessonData(): LessonData {
  return JSON.parse(document.getElementById(DATA_ID)!.textContent) as LessonData;
}

/** The kernel's file is a call of this function, so that a page from the disk can load it as a script. */
export const KERNEL_CALL = "fallLineKernel";

/** What is in that file. */
export interface KernelParts {
  /** The script of its worker. */
  readonly worker: string;
  /** The library with the exercises of the course, and its declarations. */
  readonly code: string;
  readonly types: string;
}
