/** Two changes of a text at once. */
import type { AnyNode } from "acorn";
import { FUEL } from "./interpret.ts";
import { isWithin, type Mending } from "./part.ts";
import { rightParts, type Trial } from "./rerun.ts";

/** On so many trials a first change is looked for. */
const FEW = 20;
const MOST_RUNS = 20_000;

/** So many changes of one quantity are tried with any other, and so many pairs of the likeliest. */
const MOST_FIRST = 12;
const MOST_PAIRS = 6000;

/** How much longer a changed text may run. */
const LONGER = 3;

/** A change, and what is right with it in each trial. */
interface Partly {
  readonly one: Mending;
  readonly parts: readonly (readonly boolean[])[];
}

/**
 * Two changes of a text: each of which mends what the other one does not, as in two branches; one by which a quantity comes out
 * right, and another one; or two of the likeliest.
 */
export function* inTwos(
  program: AnyNode,
  some: readonly Mending[],
  wrong: readonly Trial[],
  right: readonly Trial[],
): Generator<Mending> {
  const all = some.filter(({ within }) => within !== undefined);
  const spread = wrong.filter((_, i) => i % Math.ceil(wrong.length / FEW) === 0);
  const partly = mendingParts(program, all, [...right.slice(0, 2), ...spread]);
  for (const [i, a] of partly.entries())
    for (const b of partly.slice(i + 1))
      if (a.parts.every((now, n) => now.every((is, k) => is || b.parts[n]![k]!))) yield* both(a.one, b.one);
  const isOfQuantity = ({ parts: [first, ...others] }: Partly): boolean =>
    first!.some((is, k) => is && others.every((now) => now[k]));
  for (const { one } of partly.filter(isOfQuantity).slice(0, MOST_FIRST))
    for (const second of all) yield* both(one, second);
  let pairs = 0;
  for (let sum = 1; sum < all.length; sum++)
    for (let i = 0; 2 * i < sum; i++) {
      if ((pairs += 1) > MOST_PAIRS) return;
      yield* both(all[i]!, all[sum - i]!);
    }
}

/** Changes by which more comes out right than before, and nothing wrong that was right. */
function mendingParts(program: AnyNode, all: readonly Mending[], trials: readonly Trial[]): Partly[] {
  let most = 0;
  const before = trials.map((trial) => {
    const fuel = { left: FUEL };
    const parts = rightParts(program, trial, new Map(), fuel);
    most = Math.max(most, LONGER * (FUEL - fuel.left));
    return parts;
  });
  const isMore = (now: readonly boolean[], n: number): boolean => now.some((is, k) => is && !before[n]![k]);
  let runs = 0;
  return all.flatMap((one) => {
    if (runs > MOST_RUNS) return [];
    const exchange = one.exchange();
    const parts: (readonly boolean[])[] = [];
    for (const [n, trial] of trials.entries()) {
      runs += 1;
      const now = rightParts(program, trial, exchange, { left: most });
      if (before[n]!.some((was, k) => was && now[k] !== true)) return [];
      parts.push(now);
    }
    return parts.filter(isMore).length > 1 ? [{ one, parts }] : [];
  });
}

const placed = ({ what, within }: Mending): string =>
  /, in |=>/.test(what + within!) ? what : `${what}, in ${within!}`;

/** Two changes as one, where neither is within the other. */
function both(first: Mending, second: Mending): Mending[] {
  const isApart = first.parts.every((a) => second.parts.every((b) => !isWithin(a, b) && !isWithin(b, a)));
  return isApart
    ? [
        {
          parts: [...first.parts, ...second.parts],
          exchange: () => new Map([...first.exchange(), ...second.exchange()]),
          id: `${first.id}; ${second.id}`,
          get what() {
            return [first, second].map(placed).join("; besides, ");
          },
          cost: first.cost + second.cost,
        },
      ]
    : [];
}
