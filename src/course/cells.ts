/** What there is to count and to find in the cells of a lesson. */
import type { Cell } from "../notebook/lesson.ts";

const CALL = /\b(ask|check|hint|showSolution|startOver)\(\s*"([\w-]+\/[\w-]+)"/g;

/** The ids of exercises that a cell asks for with these calls, and of the one that it belongs to. */
export function askedIn({ type, source, exercise }: Cell, calls?: readonly string[]): string[] {
  const called =
    type === "code"
      ? [...source.matchAll(CALL)].filter(([, call]) => calls?.includes(call!) ?? true).map(([, , id]) => id!)
      : [];
  const own = calls === undefined && exercise?.includes("/") === true ? [exercise] : [];
  return [...called, ...own];
}

/** The code cells of each exercise at the end of a lesson. */
export function exercisesIn(cells: readonly Cell[]): Cell[][] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.type !== "code" || cell.exercise === undefined) continue;
    groups.set(cell.exercise, [...(groups.get(cell.exercise) ?? []), cell]);
  }
  return [...groups.values()];
}

/** Words of prose. */
export function wordsOf({ source }: Cell): number {
  return source.split(/\s+/).length;
}

/** Lines of code that a reader has to take in: imports, blank lines and the comments around answers do not count. */
export function linesOf({ source }: Cell): number {
  const code = source.replace(/^import [^;]*;$/gm, "").replace(/^\s*\/\/ (BEGIN|END) SOLUTION.*$/gm, "");
  return code.split("\n").filter((line) => line.trim() !== "").length;
}
