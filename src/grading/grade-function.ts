import { judge } from "../exercises/check-answer.ts";
import { isRightElsewhere } from "../exercises/confirm.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { Feedback, type FeedbackParts } from "../exercises/feedback.ts";
import type { Language } from "./answers/language.ts";
import type { Program } from "./answers/program.ts";
import { AnswerEnded, ENDED, type Ended } from "./sandbox/limits.ts";
import { ProgramError, Sandbox } from "./sandbox/sandbox.ts";
import { Stand } from "./sandbox/stand.ts";

/** What grading a function takes besides the function. */
export interface Bench {
  /** What was built of the sandbox's inside. */
  readonly insideScript: string;
  /** What notebooks are compiled with. */
  readonly language: Language;
  /** What programs got before, for as long as the standard is the same. */
  readonly known: Map<string, Feedback>;
  /** Where it is tried besides, known to nobody beforehand. */
  readonly seeds: readonly number[];
}

/** How many programs are remembered. */
const MOST_KNOWN = 2000;

/** A program, and what is known of it before it runs. */
type Tried = Pick<Program, "text" | "waits" | "remembers">;

/**
 * Tries a student's function, unless the same one was tried before.
 * @param program what it comes to is the answer, or where it waits a promise of it
 */
export async function gradeFunction(
  id: string,
  exercise: Exercise,
  program: Tried,
  bench: Bench,
): Promise<Feedback> {
  const { known } = bench;
  const key = `${id}\n${program.text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const feedback = tryFunction(id, exercise, program, bench, await standOf(bench));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, feedback);
  return feedback;
}

const stands = new WeakMap<Bench, Stand>();

/** A place for an answer: that of the one before, but where that was ended in the midst of something. */
async function standOf(bench: Bench): Promise<Stand> {
  const before = stands.get(bench);
  if (before?.isWhole === true) return before;
  const stand = await Stand.make(bench.insideScript);
  stands.set(bench, stand);
  return stand;
}

/**
 * Tries a student's function in a sandbox of its own, and says what came of it. The checker stays outside: it asks for
 * values and judges them.
 */
function tryFunction(
  id: string,
  exercise: Exercise,
  { text, waits, remembers }: Tried,
  { seeds }: Bench,
  stand: Stand,
): Feedback {
  const sandbox = new Sandbox(stand);
  let answer: unknown;
  try {
    answer = withoutClock(() => sandbox.load(text, waits).answer);
  } catch (error) {
    if (error instanceof AnswerEnded) return ended(id, error.why);
    if (error instanceof ProgramError || error instanceof RangeError) return stopped(id, error);
    throw error;
  }
  try {
    const feedback = withoutClock(() => judge(id, exercise, answer));
    const cut = endedOf(id, sandbox);
    if (cut !== undefined) return cut;
    const patched = sandbox.restore();
    if (patched.length > 0) return changed(id, patched);
    if (feedback.outcome !== "right") return feedback;
    sandbox.endure(remembers ? "long" : "short", seeds[0] ?? 0);
    const isRight = withoutClock(() => isRightElsewhere(exercise, answer, seeds));
    return isRight ? feedback : (endedOf(id, sandbox) ?? byHeart(id));
  } catch (error) {
    const cut = endedOf(id, sandbox);
    if (cut !== undefined) return cut;
    throw error;
  }
}

function endedOf(id: string, sandbox: Sandbox): Feedback | undefined {
  return sandbox.ended === undefined ? undefined : ended(id, sandbox.ended);
}

/** What is said of an answer that was ended. */
export function ended(id: string, why: Ended): Feedback {
  const outcome = why === "time" || why === "work" ? "took too long" : "crashed";
  return failed(id, `ended: ${why}`, ENDED[why], { outcome, headline: `Stopped: ${ENDED[why]}.` });
}

/** What is said of an answer that earns nothing. */
function failed(
  id: string,
  mistake: string,
  sentence: string,
  said: Pick<FeedbackParts, "outcome" | "headline" | "blocks">,
): Feedback {
  return new Feedback({ id, credit: 0, mistakes: [{ id: mistake, sentence }], ...said });
}

const notYet = (id: string, mistake: string, sentence: string): Feedback =>
  failed(id, mistake, sentence, { outcome: "not yet", headline: `Not yet: ${sentence}.` });

const changed = (id: string, names: readonly string[]): Feedback =>
  notYet(id, "changed: built-ins", `it changes ${names.join(", ")}, which everything else computes with`);

const byHeart = (id: string): Feedback =>
  notYet(
    id,
    "right: known points only",
    "it is right where and as often as a notebook tries it, and not always",
  );

function stopped(id: string, { name, message }: Error): Feedback {
  const code = `${name}: ${message}`;
  return failed(id, `error: ${name}`, code, {
    outcome: "crashed",
    headline: "The code stops with an error before there is an answer.",
    blocks: [{ kind: "code", code }],
  });
}

const LIMITS = Symbol.for("fall-line.limits");

/** Does something without the time limit of notebooks: the sandbox counts steps, which are the same on every machine. */
function withoutClock<T>(action: () => T): T {
  const hosts = globalThis as { [LIMITS]?: unknown };
  const before = hosts[LIMITS];
  hosts[LIMITS] = { runWithTimeLimit: (inner: () => unknown) => inner() };
  try {
    return action();
  } finally {
    hosts[LIMITS] = before;
  }
}
