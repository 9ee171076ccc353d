/** How numbers differ from those that should have come, where no slip that gives them is known: only what is so in all that was tried. */
import { numberText } from "../../math/numerals.ts";
import { type Column, type Columns, sameNumber, sameNumbers } from "../search/columns.ts";
import type { Condition } from "../search/edits.ts";

/** What came of a quantity in some cases, beside what was due, and what tells these cases apart. */
export interface Compared {
  readonly got: Column;
  readonly due: Column;
  /** What it was before, where it was something. */
  readonly before?: Column | undefined;
  readonly columns: Columns;
  readonly conditions: readonly Condition[];
}

/** What is so in all entries, each in a clause: "is twice what it should be". */
type Way = (compared: Compared) => readonly string[];

/** What is so of a quantity wherever it was tried, the most telling first. */
export function traitsOf(compared: readonly Compared[]): readonly string[] {
  const [first = [], ...others] = compared.map((one) => WAYS.flatMap((way) => way(one)));
  return first.filter((says) => others.every((other) => other.includes(says)));
}

const isAll = ({ got, due }: Compared, holds: (got: number, due: number) => boolean): boolean =>
  got.every((x, i) => Number.isFinite(x) && holds(x, due[i]!));

const FACTORS: Readonly<Record<string, string>> = { "-1": "the opposite of", "0": "nothing of", "0.5": "half of", "2": "twice" }; // prettier-ignore

/** Another function of what it should be. */
const functions: Way = (compared) => {
  const { got, due } = compared;
  const largest = due.reduce((at, x, i) => (Math.abs(x) > Math.abs(due[at]!) ? i : at), 0);
  const [factor, more] = [got[largest]! / due[largest]!, got[0]! - due[0]!].map((x) => Number(x.toPrecision(9))) as [number, number]; // prettier-ignore
  const known: readonly (readonly [string, (due: number) => number])[] = [
    [`is ${FACTORS[factor] ?? `${numberText(factor)} times`} what it should be`, (y) => factor * y],
    [`is ${numberText(Math.abs(more))} too ${more > 0 ? "large" : "small"}`, (y) => y + more],
    ["is what it should be, without its sign", Math.abs],
    ["is the square of what it should be", (y) => y * y],
    ["is the root of what it should be", Math.sqrt],
    ["is 1 divided by what it should be", (y) => 1 / y],
    ["is 1 minus what it should be", (y) => 1 - y],
  ];
  return known.filter(([, of]) => isAll(compared, (x, y) => sameNumber(x, of(y)))).map(([says]) => says);
};

/** Each case, as the first of its entries and how many there are. */
const casesOf = ({ columns: { starts } }: Compared): (readonly [from: number, n: number])[] =>
  starts.slice(1).map((end, k) => [starts[k]!, end - starts[k]!]);

/** What belongs to other coordinates. */
const coordinates: Way = (compared) => {
  const { got, due } = compared;
  const others: readonly (readonly [string, (i: number, n: number) => number])[] = [
    ["has in all coordinates what belongs to the first one", () => 0],
    ["has in all coordinates what belongs to the last one", (_, n) => n - 1],
    ["has its coordinates in the reverse order", (i, n) => n - 1 - i],
    ["has in each coordinate what belongs to the next one", (i, n) => (i + 1) % n],
    ["has in each coordinate what belongs to the one before", (i, n) => (i + n - 1) % n],
  ];
  const isSo = (of: (i: number, n: number) => number): boolean =>
    casesOf(compared).every(([from, n]) =>
      got.subarray(from, from + n).every((x, i) => sameNumber(x, due[from + of(i, n)]!)),
    );
  return others.filter(([, of]) => isSo(of)).map(([says]) => says);
};

/** How far a step that is clearly a step may turn to be in one direction with another. */
const STRAIGHT = 1e-9;
const LEAST_STEP = 1e-3;

/** Which way a step goes. */
const directions: Way = (compared) => {
  const { got, due, before } = compared;
  if (before === undefined || !isAll(compared, () => true)) return [];
  const steps = casesOf(compared)
    .map(([from, n]) => {
      const step = (to: Column): Column => to.slice(from, from + n).map((x, i) => x - before[from + i]!);
      return [step(got), step(due)] as const;
    })
    .filter(([, should]) => Math.hypot(...should) > LEAST_STEP);
  const isSo = (holds: (cosine: number) => boolean): boolean =>
    steps.length > 2 &&
    steps.every(([went, should]) => {
      const dot = should.reduce((sum, x, i) => sum + x * went[i]!, 0);
      return holds(dot / (Math.hypot(...went) * Math.hypot(...should)));
    });
  const some = steps.some(([went, should]) => sameNumbers(went, should)) ? "in some cases " : "";
  const ways: readonly (readonly [string, Parameters<typeof isSo>[0]])[] = [
    [`goes the right way, but ${some}not by the right length`, (cosine) => cosine > 1 - STRAIGHT],
    ["goes the opposite way", (cosine) => cosine < STRAIGHT - 1],
  ];
  return ways.filter(([, holds]) => isSo(holds)).map(([says]) => says);
};

/** Where alone it is wrong. */
const regions: Way = ({ got, due, before, columns, conditions }) => {
  const isRight = (i: number): boolean => sameNumber(due[i]!, got[i]!);
  const all = Array.from(due.keys());
  // What does not move is easily right.
  const right = all.filter((i) => isRight(i) && !sameNumber(due[i]!, before?.[i] ?? 0));
  const wrong = all.filter((i) => !isRight(i));
  const isNumber = wrong.some((i) => Number.isFinite(got[i]));
  const isOfZero = (says: string): boolean => /^where \S+ is 0$/.test(says);
  return conditions
    .filter(({ tree, says }) => {
      if (wrong.length < (isNumber && !isOfZero(says) ? 3 : 1)) return false;
      const there = columns.compute(tree);
      const isThere = (i: number): boolean => there[i] !== 0;
      return right.filter((i) => !isThere(i)).length > 1 && wrong.every(isThere) && !right.some(isThere);
    })
    .map(({ says }) => {
      const divided = isOfZero(says) ? ", by which the text divides" : "";
      return `${isNumber ? "goes wrong" : "is no number"} ${says}${divided}, and is right elsewhere`;
    });
};

const WAYS: readonly Way[] = [functions, coordinates, regions, directions];
