/** A lesson for nbgrader: each exercise at its end gets an answer to write and a cell that gives points. */
import type { Exercise } from "../exercises/exercise.ts";
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
  if (exercise.kind === "explain") return [hasSolution(cell.source) ? { ...cell, points: POINTS } : cell];
  const checked = /\bcheck\(\s*"[^"]+",\s*(\w+)\s*\)/.exec(cell.source)?.[1];
  if (checked !== undefined) return [cell, pointsCell(cell, id, checked, exercise)];
  const right = rightAnswer(exercise);
  if (right === undefined || !/\bask\(/.test(cell.source)) return [cell];
  const name = `${id.split("/").at(-1)!.replace(/\W/g, "_")}Answer`;
  const source = `// BEGIN SOLUTION const ${name} = ${openAnswer(exercise)};\nconst ${name} = ${right};\n// END SOLUTION`;
  return [cell, beside(cell, "typed", source), pointsCell(cell, id, name, exercise)];
}

/** The value of this cell is the points: nbgrader takes a number as partial credit. */
function pointsCell(cell: Cell, id: string, answer: string, { kind }: Exercise): Cell {
  const feedback = `check("${id}", ${answer})`;
  // A prediction earns its points for being made.
  const isGuess = kind === "predict" || kind === "foresee";
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

/** The right answer to what is asked on a card, as code. */
function rightAnswer(exercise: Exercise): string | undefined {
  if (exercise.kind === "predict")
    return JSON.stringify(
      Object.fromEntries(Object.entries(exercise.fields).map(([name, { answer }]) => [name, answer])),
    );
  if (exercise.kind !== "choose" && exercise.kind !== "foresee") return undefined;
  const [name] = Object.entries(exercise.options).find(([, { right }]) => right === true) ?? [];
  return name && JSON.stringify(name);
}

/** What is typed over: a name of an option in quotes, or numbers by their names. */
function openAnswer(exercise: Exercise): string {
  if (exercise.kind !== "predict") return '"?"';
  return `{ ${Object.keys(exercise.fields)
    .map((name) => `${name}: "?"`)
    .join(", ")} }`;
}
