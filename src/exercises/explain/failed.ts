import { NotWrittenYet } from "../answer.ts";
import type { Mistake } from "../mistake.ts";
import type { Failure } from "../run/guard.ts";
import { explainError } from "./crash.ts";

/** An answer that came to no result. */
export type Failed =
  | { readonly kind: "not written" }
  | { readonly kind: "failure"; readonly failure: Failure; readonly mistake?: Mistake };

/** Why an answer came to no result: it is not written yet, or it failed, with the mistake where that is known. */
export function failed(failure: Failure, source: string): Failed {
  if (failure.kind !== "threw") return { kind: "failure", failure };
  const { error } = failure;
  const unwritten =
    error instanceof NotWrittenYet || (error instanceof Error && /^not written yet/i.test(error.message));
  if (unwritten && !/\breturn\b/.test(source)) return { kind: "not written" };
  const mistake = explainError(error);
  return { kind: "failure", failure, ...(mistake === undefined ? {} : { mistake }) };
}
