import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { acquire } from "../system/lock.js";
import { stateFolder } from "../system/state.js";
import { UserError } from "../system/user-error.js";
import type { Graded } from "./grade.ts";
import type { Pool } from "./pool.ts";
import type { Submission } from "./submission/find.ts";
import type { Unfinished } from "./unfinished.ts";

/** How often a table that is not finished is written anew, in milliseconds. */
const PAUSE = 1000;

/** A batch of submissions that is graded: it goes on where one before it was broken off. */
export class Batch {
  readonly #graded = new Map<string, Graded>();

  constructor(
    private readonly submissions: readonly Submission[],
    private readonly unfinished: Unfinished,
  ) {
    for (const one of submissions) {
      const before = unfinished.of(one);
      if (before !== undefined) this.#graded.set(nameOf(one), before);
    }
  }

  /** How many have been graded. */
  get done(): number {
    return this.#graded.size;
  }

  /** What has been graded, and of the others that they are still to come. */
  get all(): Graded[] {
    return this.submissions.map((one) => this.#graded.get(nameOf(one)) ?? toCome(one));
  }

  /** Grades what is not graded yet. @param told of each that is, and @param soFar now and then, to write down `all` */
  async grade(pool: Pool, jobs: number, told: (student: string) => void, soFar: () => void): Promise<void> {
    let written = -Infinity;
    const open = this.submissions.filter((one) => !this.#graded.has(nameOf(one)));
    await pool.grade(open, jobs, (graded, submission) => {
      this.#graded.set(nameOf(submission), graded);
      this.unfinished.add(submission, graded);
      told(graded.student);
      if (this.unfinished.replaces || performance.now() - written < PAUSE) return;
      soFar();
      written = performance.now();
    });
  }
}

/** Two submissions may be of one student's name: where they lie tells them apart. */
export const nameOf = ({ student, path, within = "" }: Submission): string =>
  [student, path, within].join("\n");

const toCome = ({ student }: Submission): Graded => ({
  student,
  rows: [],
  shown: [],
  notes: ["the grading has not come to it yet; the same command goes on"],
  isBroken: true,
});

/**
 * Claims a place to write to, whose folder is there, for as long as this process lives.
 * @param option how it was named on the command line
 * @returns the way to give it up
 * @throws UserError where another process writes there
 */
export async function claim(projectDir: string, path: string, option: string): Promise<() => void> {
  const real = join(realpathSync(dirname(path)), basename(path));
  const name = `grading-${createHash("sha256").update(real).digest("hex").slice(0, 16)}`;
  const { lock, holder } = await acquire(stateFolder(projectDir, "locks"), name);
  if (lock !== undefined) return () => lock.release();
  holder.leave();
  throw new UserError(
    `Process ${holder.pid} is grading into ${path} now`,
    `Wait until it has ended, or name another place with ${option}.`,
  );
}
