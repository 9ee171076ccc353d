/** A lesson for nbgrader: each exercise at its end gets an answer to write and a cell that gives points. */
import { type Exercise, kindOf } from "../exercises/exercise.ts";
import type { Cell, Lesson } from "./lesson.ts";
import { hasSolution } from "./solutions.ts";

/** Points of an exercise. */
const POINTS = 2;

/** The lesson with points. @param exercises those of the course, by their ids */
export function gradedLesson(lesson: Lesson, exercises: ReadonlyMap<string, Exercise>): Lesson {
  const cells = lesson.cells.flatMap((cell) => {
    const exercise = cell.exercise === undefined ? undefined : exercises.get(cell.exercise);
    return exercise === undefined || cell.type !== "code"
      ? [cell]
      : withPoints(cell, cell.exercise!, exercise);
  });
  return { ...lesson, cells };
}

function withPoints(cell: Cell, id: string, exercise: Exercise): Cell[] {
  const kind = kindOf(exercise);
  if (kind.earns === "by being read") return [hasSolution(cell.source) ? { ...cell, points: POINTS } : cell];
  const isGuess = kind.earns === "by being made";
  const checked = /\bcheck\(\s*"[^"]+",\s*(\w+)\s*\)/.exec(cell.source)?.[1];
  if (checked !== undefined) return [cell, pointsCell(cell, id, checked, isGuess)];
  if (kind.answered !== "on a card" || !/\bask\(/.test(cell.source)) return [cell];
  const { open, right } = kind.asCode(exercise);
  const name = `${id.split("/").at(-1)!.replace(/\W/g, "_")}Answer`;
  const source = `// BEGIN SOLUTION const ${name} = ${open};\nconst ${name} = ${right};\n// END SOLUTION`;
  return [cell, beside(cell, "typed", source), pointsCell(cell, id, name, isGuess)];
}

/** The value of this cell is the points: nbgrader takes a number as partial credit; a guess earns them for being made. */
function pointsCell(cell: Cell, id: string, answer: string, isGuess: boolean): Cell {
  const feedback = `check("${id}", ${answer})`;
  const credit = isGuess ? `(${feedback}.isAttempt ? 1 : 0)` : `(${feedback}.credit ?? 0)`;
  return { ...beside(cell, "points", `// ${POINTS} points\n${credit} * ${POINTS};`), points: POINTS };
}

function beside({ key, place, exercise }: Cell, what: string, source: string): Cell {
  return {
    key: `${key}-${what}`,
    place,
    source,
    type: "code",
    title: "",
    tags: [],
    ...(exercise !== undefined && { exercise }),
  };
}
