import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import * as v from "valibot";
import { LARGEST, megabytes } from "../../grading/submission/notebook.ts";
import type { Place } from "./in-home/place.ts";
import { doWork, type Given, type Outcome, type Work } from "./in-home/works.ts";

/** How long what is done in one home may take, and how much may be taken: its owner could hold up the process that does it. */
const LONGEST = 600; // seconds
const MOST = 2 * LARGEST;

/** The program is handed over open: it may lie where the owner may not read. */
const PROGRAM = 3;
const RUN = `module._compile(require("node:fs").readFileSync(${PROGRAM}, "utf8"), "in-home.js")`;

const DISTURBED = "the process that worked in it was ended, or disturbed";

const SENTENCES = v.array(v.string());
const ANSWERS = {
  take: v.object({
    files: v.array(v.object({ name: v.string(), content: v.instance(Uint8Array), saved: v.date() })),
    faults: SENTENCES,
  }),
  handOut: v.optional(SENTENCES),
  layPage: v.string(),
};

/**
 * Does a work in a home. Where root does it, a process of the owner's does: whatever lies there, as a link to elsewhere, it
 * reaches nothing that the student could not reach, and what is made is the student's. What it says is the student's too.
 * @param program what was built of `in-home/main.ts`
 */
export function asOwner<W extends Work>(
  program: string,
  { path, uid, gid }: Place & { readonly gid: number },
  work: W,
  given: Given<W>,
): Outcome<W> {
  const home = { path, uid };
  if (process.geteuid?.() !== 0) return doWork(work, home, given);
  const script = openSync(program, "r");
  try {
    const { error, stdout } = spawnSync(process.execPath, ["-e", RUN], {
      ...{ uid, gid, cwd: "/", env: {} },
      ...{ input: serialize([work, home, given]), stdio: ["pipe", "pipe", "ignore", script] },
      ...{ timeout: 1000 * LONGEST, killSignal: "SIGKILL", maxBuffer: MOST },
    });
    if (error !== undefined) return { fault: lost(error) };
    return read(work, stdout);
  } finally {
    closeSync(script);
  }
}

function read<W extends Work>(work: W, said: Buffer): Outcome<W> {
  const OUTCOME = v.union([v.object({ fault: v.string() }), v.object({ answer: ANSWERS[work] })]);
  try {
    return v.parse(OUTCOME, deserialize(said)) as Outcome<W>;
  } catch {
    return { fault: DISTURBED };
  }
}

/** Why the process of an owner came to no answer. */
export function lost({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ETIMEDOUT") return `it took longer than ${LONGEST / 60} minutes, and was ended`;
  if (code === "ENOBUFS") return `there is more in it than ${megabytes(MOST)}`;
  if (code === "EAGAIN") return "its owner has as many processes as may be";
  return `${DISTURBED} (${message})`;
}
