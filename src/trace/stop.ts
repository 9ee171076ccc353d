import { counted } from "../counted.ts";
import { numberText } from "../math/numerals.ts";

/** Why a descent ended. */
export type StopReason = "steps" | "converged" | "diverged" | "singular" | "caller" | "time";

export interface Stop {
  readonly reason: StopReason;
  /** The last step that was taken. */
  readonly step: number;
  /** The reason in a sentence, with what to try. */
  readonly sentence: string;
}

const SENTENCES: Readonly<Record<StopReason, (step: number, limit: number) => string>> = {
  steps: (step) =>
    ["No step was taken, as asked.", "The one step was taken."][step] ?? `All ${step} steps were taken.`,
  converged: (step, tolerance) =>
    `Converged after ${counted(step, "step")}: the gradient is no longer than ${numberText(tolerance)}.`,
  diverged: (step) =>
    `Diverged: step ${step + 1} left the finite numbers and was not taken. Try a smaller learning rate.`,
  singular: (step) =>
    `Step ${step + 1} could not be computed: the Hessian is singular there. Try a damped method or another start.`,
  caller: (step) => `Stopped after ${counted(step, "step")}, as asked.`,
  time: (step, limit) => `Stopped after ${counted(step, "step")}: ${numberText(limit)} ms had passed.`,
};

/** A descent that cannot begin: the objective gives no numbers. */
export const blind: Stop = {
  reason: "diverged",
  step: 0,
  sentence:
    "Step 1 could not be computed: the gradient at the start is no finite number. Look at how it is computed.",
};

export function stopped(reason: StopReason, step: number, limit = 0): Stop {
  return { reason, step, sentence: SENTENCES[reason](step, limit) };
}
