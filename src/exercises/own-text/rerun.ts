/** Runs a text again, with something in it exchanged, and says what of all that comes of it is right. */
import type { AnyNode } from "acorn";
import { type Exchange, FUEL, type Fuel, interpreted } from "./interpret.ts";

/** One run of a function: what it is given, anew each time, and what of all that comes of it is right, for each right form. */
export interface Trial {
  readonly given: () => readonly Readonly<Record<string, unknown>>[];
  readonly rightIn: (result: unknown) => readonly (readonly boolean[])[];
}

/** What of all that comes of a text in a trial is right; nothing where it does not come through. */
export function rightParts(
  program: AnyNode,
  trial: Trial,
  exchange: Exchange,
  fuel: Fuel,
): readonly boolean[] {
  try {
    return rightForms(program, trial, exchange, fuel).flat();
  } catch {
    return [];
  }
}

function rightForms(
  program: AnyNode,
  { given, rightIn }: Trial,
  exchange: Exchange,
  fuel: Fuel,
): ReturnType<Trial["rightIn"]> {
  const all = given();
  const outside = Object.assign({}, ...all) as Record<string, unknown>;
  return rightIn(interpreted(program, outside, exchange, fuel)(...all));
}

/** Is a text with something exchanged one of the right forms in all trials? */
export function isRight(program: AnyNode, trials: readonly Trial[], exchange: Exchange): boolean {
  let forms: readonly boolean[] | undefined;
  try {
    return trials.every((trial) => {
      const parts = rightForms(program, trial, exchange, { left: FUEL });
      const now = parts.map((all) => !all.includes(false));
      forms = forms?.map((is, i) => is && now[i]!) ?? now;
      return forms.includes(true);
    });
  } catch {
    return false;
  }
}
