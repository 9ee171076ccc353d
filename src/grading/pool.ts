import { UserError } from "../system/user-error.js";
import type { Graded } from "./grade.ts";
import type { ThreadData } from "./messages.ts";
import { type Result, Seat } from "./seat.ts";
import type { Submission } from "./submission/find.ts";
import type { HandedNotebook } from "./submission/read.ts";

/**
 * How many seconds a thread may compute without a word: many times what the limits of steps allow. It is no limit of an
 * answer's, and decides no grade.
 */
const PATIENCE = { first: 120, alone: 300 } as const;

/** Grades submissions, each in a process that costs nobody else anything when it breaks or does not answer. */
export class Pool {
  readonly #newSeat: () => Seat;

  /** @param script what was built of `thread.ts` */
  constructor(script: string, data: ThreadData) {
    this.#newSeat = () => new Seat(script, data);
  }

  /**
   * Grades submissions, `jobs` at a time; one at which a process was lost is graded again at the end, alone.
   * @param done is told of each as it is finished
   * @throws UserError where no process can begin
   */
  async grade(
    submissions: readonly Submission[],
    jobs: number,
    done: (graded: Graded, submission: Submission) => void,
  ): Promise<void> {
    const open = submissions.values();
    const lost: Submission[] = [];
    let isOver = false;
    const lane = async (seat: Seat): Promise<void> => {
      for (const submission of open) {
        if (isOver) return;
        const result = await seat.do({ type: "grade", submission, skipped: new Map() }, PATIENCE.first);
        if (result.type === "graded") done(result.graded, submission);
        else lost.push(submission);
      }
      seat.end();
    };
    const seats = Array.from({ length: Math.min(jobs, submissions.length) }, () => this.#newSeat());
    const alone = this.#newSeat();
    try {
      await seats[0]?.begin().catch(cannotBegin);
      await Promise.all(seats.map(lane));
      for (const submission of lost) done(await gradedAlone(submission, alone), submission);
    } finally {
      // Where what was graded cannot be kept, the other seats are still at work, and would begin more.
      isOver = true;
      for (const seat of [...seats, alone]) seat.end();
    }
  }

  /** The notebooks of a submission; none where they cannot be read. */
  async read(submission: Submission): Promise<readonly HandedNotebook[]> {
    const seat = this.#newSeat();
    const result = await seat.do({ type: "read", submission }, PATIENCE.alone);
    seat.end();
    return result.type === "read" ? result.notebooks : [];
  }
}

function cannotBegin(error: unknown): never {
  throw new UserError(
    `The program that grades could not begin: ${(error as Error).message}`,
    "Give the machine more memory or fewer other things to do, and run the command again.",
  );
}

/** What comes of a submission without the exercises at which a process is lost once more. */
async function gradedAlone(submission: Submission, seat: Seat): Promise<Graded> {
  const skipped = new Map<string, string>();
  for (;;) {
    const result: Result = await seat.do({ type: "grade", submission, skipped }, PATIENCE.alone);
    if (result.type === "graded") return result.graded;
    const { exercise, reason } = result as Extract<Result, { type: "lost" }>;
    if (exercise === undefined || skipped.has(exercise)) return broken(submission, reason);
    skipped.set(exercise, reason);
  }
}

/** A submission that could not be graded at all. */
function broken({ student }: Submission, reason: string): Graded {
  return { student, rows: [], shown: [], notes: [reason], isBroken: true };
}
