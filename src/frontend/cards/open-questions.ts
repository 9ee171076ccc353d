import * as v from "valibot";
import { remembered } from "../../remembered.ts";
import { isAlone } from "../alone.ts";
import { withhold } from "../explorer/withheld.ts";

const HIDING = v.object({ id: v.string(), hides: v.literal("outcome") });

/** Whether a stored card asks for what explorers would show. */
export const isHiding = (card: unknown): card is v.InferOutput<typeof HIDING> => v.is(HIDING, card);

/** The questions that are open in a place, a notebook or a page, and ask for what explorers in it would show. */
const open = new WeakMap<HTMLElement, Set<string>>();

/**
 * A question is asked, or it is no more: answered, shown anyway, or gone. While one is open, all explorers in its place
 * withhold what would answer it, and the place counts them in `data-fall-line-open`. Where one part of a page is shown alone,
 * no question is asked about it.
 */
export function setOpen(place: HTMLElement, id: string, isOpen: boolean): void {
  if (isAlone()) return;
  const questions = remembered(open, place, () => new Set());
  if (isOpen) questions.add(id);
  else questions.delete(id);
  if (questions.size === 0) delete place.dataset["fallLineOpen"];
  else place.dataset["fallLineOpen"] = String(questions.size);
  withhold(place, questions.size > 0);
}
