/** Notebooks as students hand them in, filled with answers. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { answersOf } from "../exercises/class/run.ts";

const projectDir = join(import.meta.dirname, "..", "..");

/** A notebook, as far as is needed here. */
export interface Notebook {
  cells: {
    id: string;
    cell_type: string;
    metadata: Record<string, unknown>;
    source: string[];
    outputs?: unknown[];
  }[];
  [key: string]: unknown;
}

/** The notebook of a lesson, as it is handed out. */
export function handedOut(lesson: string): Notebook {
  return JSON.parse(readFileSync(join(projectDir, "notebooks", `${lesson}.ipynb`), "utf8")) as Notebook;
}

/** The cells that answers of lesson 03 are written in, and how each begins. */
export const MOMENTUM = {
  rule: ["03-momentum-exercise-3-your-answer", 'const mine: StepOf<"m", "lambda" | "alpha"> = '],
  late: ["03-momentum-exercise-4-your-answer", 'const mended: StepOf<"m", "lambda" | "alpha"> = '],
} as const;

/** Writes into a cell; the name of what the cell declares stays. */
export function write(notebook: Notebook, cell: string, source: string): Notebook {
  const cells = notebook.cells.map((one) => (one.id === cell ? { ...one, source: [source] } : one));
  return { ...notebook, cells };
}

/** A cell's source with the declared name kept and its value replaced. */
export function declare(notebook: Notebook, cell: string, value: string): Notebook {
  const own = notebook.cells.find(({ id }) => id === cell);
  if (own === undefined) throw new Error(`there is no cell ${cell}`);
  const name = /^const (\w+)/m.exec(own.source.join(""))?.[1];
  if (name === undefined) throw new Error(`${cell} declares nothing`);
  return write(notebook, cell, `const ${name} = ${value};`);
}

/** Hands a notebook in. */
export function handIn(folder: string, path: string, notebook: Notebook): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(notebook));
}

/** Answers of invented students to an exercise: the first two writers' alone, since the third stays unseen. */
export function classAnswers(id: string): { code: string; slip: string }[] {
  return [...answersOf(1), ...answersOf(2)].filter((answer) => answer.id === id);
}
