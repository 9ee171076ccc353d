import { withhold } from "../explorer/withheld.ts";

/**
 * Questions that are open and ask for what explorers of their lesson would show. The root of the page counts them in
 * `data-fall-line-open`, and `fall-line-open` comes to the document when that changes.
 */
const open = new Set<string>();

/** What comes to the document when a question is opened or closed. */
export const OPEN_EVENT = "fall-line-open";

/** A question is asked, or it is no more: answered, shown anyway, or gone from the page. */
export function setOpen(id: string, isOpen: boolean): void {
  if (open.has(id) === isOpen) return;
  if (isOpen) open.add(id);
  else open.delete(id);
  const root = document.documentElement;
  if (open.size === 0) delete root.dataset["fallLineOpen"];
  else root.dataset["fallLineOpen"] = String(open.size);
  // All explorers of the page withhold what would answer it.
  withhold(root, open.size > 0);
  document.dispatchEvent(new CustomEvent(OPEN_EVENT, { detail: open.size }));
}
