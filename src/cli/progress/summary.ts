/** What was done with the exercises of a course, in lines of at most 80 columns. */
import { counted } from "../../counted.ts";
import { FORGOTTEN, isDone, STATES } from "../../exercises/overview.ts";
import { type ProgressEvent, splitId } from "../../exercises/progress-event.ts";
import { forgotten, withoutRecalls } from "../../exercises/recall.ts";
import { fresh, type Status, statuses } from "../../exercises/progress.ts";

/** A lesson: `03`, `Momentum`, and its exercises by their ids, with their titles. */
export interface LessonOfSummary {
  readonly number: string;
  readonly title: string;
  /** It counts in no total, and comes after all others. */
  readonly optional: boolean;
  readonly exercises: readonly (readonly [id: string, title: string])[];
}

/** The row of what was answered and is no longer asked; it counts in no total. */
const RETIRED = "no longer asked";

const TITLE = 24;
const DOTS = 28;

/** Lessons with a dot for each exercise, totals, and the next thing to do. */
export function summary(lessons: readonly LessonOfSummary[], all: readonly ProgressEvent[]): string {
  const found = statuses(withoutRecalls(all));
  const rows = [...lessons, ...elsewhere(lessons, found)].map((lesson) => ({
    name: `${lesson.number} ${lesson.title}`.trim() + (lesson.optional ? ", optional" : ""),
    counts: lesson.title !== RETIRED && !lesson.optional,
    statuses: lesson.exercises.map(([id]) => found.get(id) ?? fresh(id)),
  }));
  const legend = Object.values(STATES).map(({ sign, word }) => `${sign} ${word}`);
  return [
    ...rows.flatMap(({ name, statuses: own }) => lessonLines(name, own)),
    `${"".padEnd(TITLE + DOTS + 2)}${counts(rows.filter((row) => row.counts).flatMap((row) => row.statuses))} in all`,
    "",
    legend.reverse().join("   "),
    "",
    ...forgottenLines(lessons, forgotten(all)),
    next(lessons, found, all.at(-1)),
  ].join("\n");
}

function lessonLines(name: string, own: readonly Status[]): string[] {
  const dots = own.map(({ state }) => STATES[state].sign);
  const title = name.length > TITLE ? `${name.slice(0, TITLE - 1)}…` : name;
  const first = `${title.padEnd(TITLE)} ${dots.slice(0, DOTS).join("").padEnd(DOTS)} ${counts(own)}`;
  const more = Array.from({ length: Math.ceil(dots.length / DOTS) - 1 }, (_, i) =>
    dots.slice(DOTS * (i + 1), DOTS * (i + 2)).join(""),
  );
  return [first, ...more.map((line) => `${"".padEnd(TITLE)} ${line}`)];
}

function counts(own: readonly Status[]): string {
  const right = own.filter(({ state }) => state === "done").length;
  const done = own.filter(isDone).length;
  return `${String(done).padStart(3)} of ${own.length}${right === 0 ? "" : `, ${right} right`}`;
}

/**
 * What was recorded of exercises that are none of the course: nobody's work is left out. Those of its lessons are no
 * longer asked; others are named by the lessons that they come from.
 */
function elsewhere(
  lessons: readonly LessonOfSummary[],
  found: ReadonlyMap<string, Status>,
): LessonOfSummary[] {
  const known = lessons.flatMap(({ exercises }) => exercises.map(([id]) => id));
  const ofCourse = new Set(known.map((id) => splitId(id).lesson));
  const others = [...found.keys()].filter((id) => !known.includes(id));
  const rowOf = (id: string): string => {
    const { lesson } = splitId(id);
    return ofCourse.has(lesson) ? RETIRED : lesson;
  };
  return [...new Set(others.map(rowOf))].map((title) => ({
    number: "",
    title,
    optional: false,
    exercises: others.filter((id) => rowOf(id) === title).map((id) => [id, id] as const),
  }));
}

/** What was forgotten, each with its lesson. */
function forgottenLines(lessons: readonly LessonOfSummary[], ids: readonly string[]): string[] {
  const lines = lessons.flatMap(({ number, title, exercises }) =>
    exercises.filter(([id]) => ids.includes(id)).map(([, asked]) => `  ${asked} (${number} ${title})`),
  );
  return lines.length === 0 ? [] : [FORGOTTEN, ...lines, ""];
}

/** The first exercise that is not done: of the lesson that was last worked in, else of the course, what is optional last. */
function next(
  lessons: readonly LessonOfSummary[],
  found: ReadonlyMap<string, Status>,
  last: ProgressEvent | undefined,
): string {
  const isCurrent = ({ exercises }: LessonOfSummary): boolean =>
    exercises.some(([id]) => splitId(id).lesson === last?.lesson);
  const inOrder = lessons.toSorted((a, b) => Number(a.optional) - Number(b.optional));
  for (const lesson of [...lessons.filter(isCurrent), ...inOrder]) {
    const open = lesson.exercises.find(([id]) => !isDone(found.get(id) ?? fresh(id)));
    if (open === undefined) continue;
    const [id, title] = open;
    const { state, attempts } = found.get(id) ?? fresh(id);
    const so = attempts === 0 ? "" : ` (${STATES[state].word}, ${counted(attempts, "attempt")})`;
    return `Next: ${title}${so}\n      in ${lesson.number} ${lesson.title}.`;
  }
  return "All of it is done.";
}
