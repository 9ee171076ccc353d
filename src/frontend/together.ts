import { Allowance } from "../figures/effort.ts";
import type { Drawn } from "./drawn.ts";
import { inTurn } from "./turn.ts";

/** What shows several figures at once: a card. */
const GROUP = ".fall-line-card";

/** What a figure takes besides what is counted and measured, in milliseconds on a usual machine: in all, and for each letter of its formula. */
const FIGURE = 250;
const LETTER = 0.15;

const allowances = new WeakMap<Element, Allowance>();

/**
 * Draws a figure when it is its turn; the page shows it before the next one is begun. The figures of a card share what a page
 * may be held up for; what one took is there again when it has gone.
 * @param data what it is drawn from
 * @param drawn draws it; `took` is told what that has taken, where it was measured
 */
export function drawInTurn(
  node: HTMLElement,
  data: unknown,
  drawn: (took: (milliseconds: number) => void) => Drawn | Promise<Drawn>,
): Promise<Drawn> {
  return inTurn(node, async () => {
    const group = node.closest(GROUP);
    const allowance = allowanceOf(group);
    const before = allowance.left;
    allowance.spend(group === null ? 0 : FIGURE + LETTER * lettersIn(data));
    const output = await allowance.during(() => drawn((took) => allowance.take(took)));
    const spent = before - allowance.left;
    return {
      remove() {
        allowance.take(-spent);
        output.remove();
      },
    };
  });
}

/** That of a card, or one for a figure that stands by itself, which its own limits hold. */
function allowanceOf(group: Element | null): Allowance {
  if (group === null) return new Allowance(Infinity);
  const known = allowances.get(group) ?? new Allowance();
  allowances.set(group, known);
  return known;
}

/** How long the formula is that a figure is computed from. */
function lettersIn(data: unknown): number {
  const formula = (data as { readonly objective?: { readonly expression?: unknown } } | null)?.objective
    ?.expression;
  return typeof formula === "string" ? formula.length : 0;
}
