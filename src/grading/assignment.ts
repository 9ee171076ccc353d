import { readFileSync } from "node:fs";
import * as v from "valibot";
import { InputError } from "../errors.ts";
import { nearest } from "../nearest.js";
import { parsed, recordOf, recordWith } from "../schema.ts";
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

const isDate = (text: unknown): text is string =>
  typeof text === "string" && /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text));

export const A_DATE = "a date such as 2026-11-30 or 2026-11-30T23:59";

/** Until when something may be handed in: of a date alone, to its end. */
export const DUE = v.pipe(
  v.custom<string>(isDate, A_DATE),
  v.transform((text) => new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59.999` : text)),
);

const SOLUTIONS = v.pipe(
  v.custom<string>(
    (text) => text === "never" || isDate(/^after (.+)$/.exec(String(text))?.[1]),
    `"never" or "after DATE", with ${A_DATE}`,
  ),
  v.transform((text): Solutions => (text === "never" ? text : { after: new Date(text.slice(6)) })),
);

const POINTS = v.custom<number>(
  (points) => typeof points === "number" && points >= 0 && points < 1e6,
  "a number of at least 0, and below a million",
);

const ASSIGNMENT = recordWith({
  title: v.optional(v.string(), "Grades"),
  exercises: v.optional(recordOf(POINTS), {}),
  due: v.exactOptional(DUE),
  solutions: v.optional(SOLUTIONS, "never"),
  seed: v.exactOptional(v.string()),
});

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
  const { exercises, ...rest } = parsedFile(path, fault);
  const gone = Object.keys(exercises).filter((name) => Object.hasOwn(retired, name));
  const points = new Map<string, number>();
  for (const [name, value] of Object.entries(exercises)) {
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
  return { ...rest, points, ...(gone.length === 0 ? {} : { retired: gone }) };
}

function parsedFile(path: string, fault: (what: string) => UserError): v.InferOutput<typeof ASSIGNMENT> {
  try {
    return parsed(ASSIGNMENT, JSON.parse(readFileSync(path, "utf8")), "the assignment");
  } catch (error) {
    if (error instanceof InputError) throw fault(error.fault);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw fault("there is no such file");
    throw fault(code === undefined ? `it is not JSON: ${message}` : `it cannot be read (${code})`);
  }
}

/** May students see right answers now? */
export function showsSolutions({ solutions }: Pick<Assignment, "solutions">, now: Date): boolean {
  return solutions !== "never" && now > solutions.after;
}
