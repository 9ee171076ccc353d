import { basename, resolve } from "node:path";
import { plainLine } from "../grading/output/plain.ts";
import { collect as collectFrom } from "../hub/homes/collect.ts";
import { returnPages } from "../hub/homes/return-pages.ts";
import { UserError } from "../system/user-error.js";
import type { Invocation } from "./boot/arguments.js";
import type { Command, Session } from "./command.ts";
import { CourseAsked } from "./course.ts";
import { homesAsked } from "./homes.ts";
import { lessonsAsked } from "./lessons.ts";

/** `fall-line collect LESSON... --homes DIR --out DIR`: takes lessons out of the homes of a class; with `--return` lays pages into them. */
export const collect: Command = async (invocation, session) => {
  const { words, options } = invocation;
  if (options["return"] !== undefined) refuseBeside(invocation);
  const homes = homesAsked(session, needed(options, "homes", "/home"));
  const folder = String(options["folder"] ?? "fall-line");
  if (options["return"] !== undefined) {
    const pages = resolve(session.callerDir, String(options["return"]));
    const returned = returnPages(homes, pages, folder, `grades-${basename(pages)}`);
    return tell(
      session,
      returned.map(({ student, place, fault }) => ({ student, done: place, faults: fault ? [fault] : [] })),
      "pages returned",
    );
  }
  const course = await CourseAsked.of(invocation, session);
  const lessons = lessonsAsked(course.choice(), words, options["all"] === true, "collect").map(
    ({ name }) => name,
  );
  const out = resolve(session.callerDir, needed(options, "out", "submissions"));
  const all = collectFrom(homes, { folder, lessons }, out);
  const code = tell(
    session,
    all.map(({ student, files, faults }) => ({ student, done: files.join(", "), faults })),
    "collected",
  );
  session.progress.line(`npx fall-line grade ${out} --out grades.csv --html pages`);
  return Math.max(code, course.code);
};

/** A page is returned whole, as it was graded: what chooses what is collected says nothing of it. */
function refuseBeside({ words, options }: Invocation): void {
  const beside = [...words, ...["all", "out", "course"].filter((name) => options[name] !== undefined).map((name) => `--${name}`)]; // prettier-ignore
  if (beside.length === 0) return;
  throw new UserError(
    `collect --return takes neither lessons nor --all, --out or --course beside it, got ${beside.join(", ")}`,
    "Each student's page is returned whole. Write npx fall-line collect --return pages --homes /home.",
  );
}

function needed(options: Readonly<Record<string, string | boolean>>, name: string, example: string): string {
  if (options[name] !== undefined) return String(options[name]);
  throw new UserError(`collect needs --${name} DIR`, `Write --${name} ${example}.`);
}

interface Line {
  readonly student: string;
  /** What was done; nothing or an empty text where nothing was. */
  readonly done?: string | undefined;
  readonly faults: readonly string[];
}

/** A line for each student with whom something was done or went wrong. @returns 1 where something went wrong */
function tell({ progress }: Session, lines: readonly Line[], what: string): number {
  for (const { student, done, faults } of lines) {
    if (done) progress.line(`${plainLine(student)}: ${done}`);
    for (const fault of faults)
      process.stderr.write(`fall-line: ${plainLine(student)}: ${plainLine(fault)}\n`);
  }
  const count = lines.filter(({ done }) => done).length;
  progress.line(`${count} of ${lines.length} ${what}.`);
  return lines.some(({ faults }) => faults.length > 0) ? 1 : 0;
}
