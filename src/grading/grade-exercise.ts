import { judge } from "../exercises/check-answer.ts";
import { type Exercise, kindOf } from "../exercises/exercise.ts";
import { Feedback } from "../exercises/feedback.ts";
import { constantOf } from "./answers/constant.ts";
import type { Answers } from "./answers/find.ts";
import type { Original } from "./answers/originals.ts";
import { programOf } from "./answers/program.ts";
import { type Bench, gradeFunction } from "./grade-function.ts";

/** What came of an exercise, before it is a row. */
export interface Judged {
  readonly feedback?: Feedback;
  /** What the student wrote or picked. */
  readonly written: string;
  readonly error?: string;
  /** Why it could not be graded, where that is no fault of the answer's. */
  readonly notGraded?: string;
}

/** Finds and judges one answer. */
export async function gradeExercise(
  id: string,
  exercise: Exercise,
  original: Original,
  answers: Answers,
  bench: Bench,
): Promise<Judged> {
  const found = answers.find(id, original);
  if (found.kind === "missing")
    return { written: "", ...(found.why === undefined ? {} : { error: found.why }) };
  if (found.kind === "picked") return judgePicks(id, exercise, found.picks);
  const { code, expression } = found;
  if (kindOf(exercise).answered === "by a function") {
    const program = programOf(code, expression, bench.language);
    const { written } = program;
    const refused = (why: string): Judged => ({ written, error: why, feedback: unread(id, why) });
    if (program.fault !== undefined) return refused(program.fault);
    const tried = await gradeFunction(id, exercise, program, bench);
    // What does not compile never runs in a notebook, whatever it would compute.
    if ((tried.credit ?? 0) > 0 && program.refusal !== undefined) return refused(program.refusal);
    const error = errorIn(tried);
    return { written, feedback: tried, ...(error === undefined ? {} : { error }) };
  }
  const constant = constantOf(code, expression.node, expression.cell);
  const written =
    typeof expression.node === "string" ? expression.node : expression.node.getText(expression.file);
  if ("fault" in constant) return { written, error: constant.fault, feedback: unread(id, constant.fault) };
  const feedback = judge(id, exercise, constant.value);
  const error = feedback.outcome === "note" ? feedback.headline : undefined;
  return { written: writtenOut(constant.value), feedback, ...(error === undefined ? {} : { error }) };
}

/** A guess is the first that was made; a choice is the last. */
function judgePicks(id: string, exercise: Exercise, picks: readonly unknown[]): Judged {
  const pick = kindOf(exercise).earns === "by being made" ? picks[0] : picks.at(-1);
  return { feedback: judge(id, exercise, pick), written: writtenOut(pick) };
}

function writtenOut(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null).slice(0, 2000);
}

function errorIn({ outcome, headline, mistakes, blocks }: Feedback): string | undefined {
  if (outcome !== "crashed" && outcome !== "took too long") return undefined;
  const [code] = blocks.flatMap((block) => (block.kind === "code" ? [block.code] : []));
  return code ?? mistakes[0]?.sentence ?? headline;
}

function unread(id: string, fault: string): Feedback {
  return new Feedback({ id, outcome: "not yet", headline: `This cannot be read: ${fault}`, credit: 0 });
}
