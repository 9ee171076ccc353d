import { readFileSync } from "node:fs";
import { isRecord } from "../arguments.ts";
import { nearest } from "../nearest.js";
import { UserError } from "../system/user-error.js";

/** When students may see right answers on their pages. */
export type Solutions = "never" | { readonly after: Date };

/** What is graded, and for how many points. */
export interface Assignment {
  readonly title: string;
  /** Points by the ids of exercises; empty where all exercises of the lessons that were handed in count one each. */
  readonly points: ReadonlyMap<string, number>;
  /** The ids that it gives points for and that are no longer asked: they count nothing. */
  readonly retired?: readonly string[];
  readonly due?: Date;
  readonly solutions: Solutions;
  /** What the private points are made from; the project's own secret where there is none. */
  readonly seed?: string;
}

/** All exercises at the ends of the lessons that were handed in, a point each, no solutions. */
export const EVERYTHING: Assignment = { title: "Grades", points: new Map(), solutions: "never" };

const KEYS = ["title", "exercises", "due", "solutions", "seed"];

const EXAMPLE =
  '{ "title": "Week 3", "exercises": { "momentum/rule": 4, "nesterov": 1 }, "due": "2026-11-30T23:59", "solutions": "never" }';

/**
 * Reads an assignment: JSON such as
 *
 *     { "title": "Week 3", "exercises": { "momentum/rule": 4, "nesterov": 1 },
 *       "due": "2026-11-30T23:59", "solutions": "after 2026-12-01" }
 *
 * @param retired why exercises are no longer asked, by their ids
 * @param lessons the ids of exercises by the names of lessons: a lesson stands for each exercise at its end
 * @param recalls what cards ask again, by their ids: they have no points
 * @throws UserError with the cure
 */
export function readAssignment(
  path: string,
  ids: readonly string[],
  lessons: ReadonlyMap<string, readonly string[]>,
  retired: Readonly<Record<string, string>> = {},
  recalls: ReadonlyMap<string, string> = new Map(),
): Assignment {
  const fault = (what: string, cure = `Write for example ${EXAMPLE}`): UserError =>
    new UserError(`${path}: ${what}`, cure);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw fault("there is no such file");
    throw fault(code === undefined ? `it is not JSON: ${message}` : `it cannot be read (${code})`);
  }
  if (!isRecord(read)) throw fault("it is not an object");
  const strange = Object.keys(read).find((key) => !KEYS.includes(key));
  if (strange !== undefined) throw fault(`${JSON.stringify(strange)} is none of ${KEYS.join(", ")}`);
  const {
    title = "Grades",
    exercises = {},
    due,
    solutions = "never",
    seed,
  } = read as Record<string, unknown>;
  if (typeof title !== "string") throw fault("title must be a text");
  if (!isRecord(exercises)) throw fault("exercises must give points by name");
  if (seed !== undefined && typeof seed !== "string") throw fault("seed must be a text");
  const gone = Object.keys(exercises).filter((name) => Object.hasOwn(retired, name));
  const points = new Map<string, number>();
  for (const [name, value] of Object.entries(exercises as Record<string, unknown>)) {
    if (typeof value !== "number" || !(value >= 0 && value < 1e6))
      throw fault(`the points of ${name} must be a number of at least 0, got ${JSON.stringify(value)}`);
    if (gone.includes(name)) continue;
    const recalled = recalls.get(name);
    if (recalled !== undefined)
      throw fault(`${name} asks ${recalled} again, and has no points`, `Give points for ${recalled}.`);
    const named = ids.includes(name) ? [name] : lessons.get(name.replace(/^\d\d-/, ""));
    if (named === undefined) {
      const near = nearest(name, [...ids, ...lessons.keys()]);
      throw fault(
        `there is no exercise and no lesson ${JSON.stringify(name)}`,
        near === undefined ? `Lessons: ${[...lessons.keys()].join(", ")}.` : `Did you mean ${near}?`,
      );
    }
    for (const id of named) if (ids.includes(name) || !Object.hasOwn(exercises, id)) points.set(id, value);
  }
  return {
    title,
    points,
    ...(gone.length === 0 ? {} : { retired: gone }),
    solutions: solutionsOf(solutions, fault),
    ...(due === undefined ? {} : { due: dueOf(due, fault) }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** May students see right answers now? */
export function showsSolutions({ solutions }: Pick<Assignment, "solutions">, now: Date): boolean {
  return solutions !== "never" && now > solutions.after;
}

export type Fault = (what: string, cure?: string) => UserError;

function solutionsOf(value: unknown, fault: Fault): Solutions {
  if (value === "never") return value;
  const [, after] = /^after (.+)$/.exec(typeof value === "string" ? value : "") ?? [];
  if (after === undefined)
    throw fault(`solutions must be "never" or "after DATE", got ${JSON.stringify(value)}`);
  return { after: dateOf(after, "solutions", fault) };
}

/** Until when something may be handed in: of a date alone, to its end. */
export function dueOf(value: unknown, fault: Fault): Date {
  const isDay = typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
  return dateOf(isDay ? `${value}T23:59:59.999` : value, "due", fault, value);
}

function dateOf(value: unknown, name: string, fault: Fault, got = value): Date {
  const date = new Date(typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) ? value : NaN);
  if (Number.isNaN(date.getTime()))
    throw fault(`${name} must be a date such as 2026-11-30 or 2026-11-30T23:59, got ${JSON.stringify(got)}`);
  return date;
}
