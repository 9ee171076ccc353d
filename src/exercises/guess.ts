/** What is said about answers that are given on a card. */
import type { Assessment } from "./feedback.ts";
import { isOpen, UNWRITTEN } from "./given.ts";
import type { Asked } from "./kind.ts";

export const WELL = "Well foreseen.";
export const OTHERWISE = "It comes out differently.";

/** What is said about an answer; once it is answered, its explanation too. @param about what is said by its kind */
export function assessmentOf<E extends Asked>(
  about: (exercise: E, answer: unknown) => Assessment,
  exercise: E,
  answer: unknown,
): Assessment {
  if (isOpen(answer)) return UNWRITTEN;
  const said = about(exercise, answer);
  const { explanation } = exercise;
  if (explanation === undefined || !isAnswered(said)) return said;
  return { ...said, blocks: [...(said.blocks ?? []), { kind: "prose", source: explanation }] };
}

/** Is nothing left to answer? A guess is made once; a choice is made when it is right. */
export function isAnswered({ outcome }: Pick<Assessment, "outcome">): boolean {
  return outcome === "otherwise" || outcome === "right";
}
