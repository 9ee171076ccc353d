import * as v from "valibot";
import { defined } from "../defined.ts";

/** A mistake that an answer shows. */
export interface Mistake {
  /** Its name, which stays when the words change: `"m: sign of lambda*g"`. */
  readonly id: string;
  /** The quantity that it is in, where it is in one: `m`; of a list the number of its entry. */
  readonly quantity?: string;
  /** For what an answer computes: a clause that reads on after "behaves like a rule in which", or begins with its place: "in the line of m, ...". */
  readonly what?: string;
  /** For what an answer returns, or how it ends: a sentence of its own. */
  readonly sentence?: string;
  /** Other words for the same, where two readings fit equally well. */
  readonly or?: string;
  /** What to do about it: a sentence. */
  readonly cure?: string;
  /** The line of the answer's text that it is in, where that is certain. */
  readonly line?: OwnLine;
  readonly credit?: number;
}

/** How the id of a mistake begins that an exercise declares. */
export const DECLARED = "known: ";

/** A line of an answer's own text. */
export interface OwnLine {
  readonly text: string;
  /** Where it stands in a notebook: "line 3 of cell 4". */
  readonly place?: string;
}

/** A mistake in words. */
export function sayMistake({ what, sentence }: Mistake): string {
  return what ?? sentence!;
}

/** What a mistake is, without what comes of it where it is the only one: ", so that each step has nearly the length λ". */
export const withoutConsequence = (what: string): string => what.replace(/, so that .*/, "");

/** A mistake as it is kept: in progress files, grades and reports. The text of a function is never kept. */
export interface RecordedMistake extends Pick<Mistake, "id" | "quantity" | "credit"> {
  /** What it is, in words; not known where only ids were kept, before. */
  readonly what?: string;
  /** Where it stands in the answer's text: "line 3 of cell 4". */
  readonly line?: string;
}

const RECORDED = v.object({
  id: v.string(),
  quantity: v.exactOptional(v.string()),
  credit: v.exactOptional(v.number()),
  what: v.exactOptional(v.string()),
  line: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, RecordedMistake>;

export function recorded(mistakes: readonly Mistake[]): RecordedMistake[] {
  return mistakes.map((mistake) => {
    const { id, quantity, line, credit } = mistake;
    return { id, what: sayMistake(mistake), ...defined({ quantity, line: line?.place, credit }) };
  });
}

/** A mistake as it was kept: a record, and before that its id alone. */
export const MISTAKE = v.union([
  v.pipe(
    v.string(),
    v.transform((id): RecordedMistake => ({ id })),
  ),
  RECORDED,
]);

/** Are these the same mistakes, whatever their words? */
export function areSame(
  some: readonly Pick<Mistake, "id">[],
  others: readonly Pick<Mistake, "id">[],
): boolean {
  return some.length === others.length && some.every(({ id }, i) => id === others[i]!.id);
}
