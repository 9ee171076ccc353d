/** Placeholders in a lesson's prose that can't be filled, each with its line. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formulaLookup } from "../notebook/formula-lookup.ts";
import { type Unfilled, unfilledIn } from "../notebook/formulas.ts";
import type { Cell, Lesson } from "../notebook/lesson.ts";
import type { LessonPlace } from "./folder.ts";
import type { Fault } from "./lesson-rule.ts";
import type { CourseLibrary } from "./load.ts";

export function placeholderFaults({ cells }: Lesson, place: LessonPlace, library: CourseLibrary): Fault[] {
  const lookup = formulaLookup({ ...library });
  return cells
    .filter(({ type }) => type === "markdown")
    .flatMap((cell) =>
      unfilledIn(cell.source, lookup).map((unfilled) => ({
        place: placeOf(cell, unfilled, place),
        what: unfilled.what,
        cure: "Mend the line.",
      })),
    );
}

/** The cell that is made from `about.ts` has no line of its own. */
function placeOf(cell: Cell, { placeholder, offset }: Unfilled, { folder }: LessonPlace): string {
  const [file, mark] = cell.place.split(":");
  if (mark !== undefined) return `${file}:${Number(mark) + lineAt(cell.source, offset)}`;
  const about = readFileSync(join(folder, "about.ts"), "utf8");
  return `${file}:${lineAt(about, about.indexOf(placeholder))}`;
}

/** The line of a place in a text, from 1. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
