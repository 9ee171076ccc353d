/** What there is to count and to find in the cells of a lesson. */
import { remembered } from "../remembered.ts";
import type { ExerciseKind } from "../exercises/exercise.ts";
import type { Cell } from "../notebook/lesson.ts";

/** The ids of the exercises that code asks. */
export function askedIn(code: string): string[] {
  return Array.from(code.matchAll(/\b(?:ask|check)\(\s*"([\w-]+\/[\w-]+)"/g), ([, id]) => id!);
}

/** How code asks an exercise of a kind; `mine` stands for the student's answer. */
export function askingCode(id: string, { answered }: ExerciseKind): string {
  return `display(${answered === "on a card" ? `ask("${id}")` : `check("${id}", mine)`})`;
}

/** The code cells of each exercise at the end of a lesson. */
export function exercisesIn(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.type !== "code" || cell.exercise === undefined) continue;
    remembered(groups, cell.exercise, () => []).push(cell);
  }
  return [...groups.values()];
}

/** Words of prose. */
export function wordsOf({ source }: Cell): number {
  return source.split(/\s+/).length;
}

/** Lines of code that a reader has to take in: imports, blank lines and comments do not count. */
export function linesOf({ source }: Cell): number {
  const code = source.replace(/^import [^;]*;$/gm, "").replace(/^\s*\/\/.*$/gm, "");
  return code.split("\n").filter((line) => line.trim() !== "").length;
}
