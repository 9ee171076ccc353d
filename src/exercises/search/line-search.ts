import { type Column, type Columns, explains, hasNumbers, sameNumber } from "./columns.ts";
import {
  type Condition,
  type Edit,
  edited,
  editsOf,
  firstEditsOf,
  likelyEditsOf,
  pairedEditsOf,
  replacement,
  smallTrees,
  twiceOf,
  unchangedOf,
  unmovedOf,
  type Vocabulary,
  wholeEdit,
} from "./edits.ts";
import type { Effort } from "./effort.ts";
import { inPair, likeliestFirst } from "./pairs.ts";
import { Spot } from "./spot.ts";
import { apply, number, type Place, placesIn, type Tree } from "./tree.ts";

/** A line that came out wrong: how it should be, and what came. */
export interface WrongLine {
  readonly right: Tree;
  readonly got: Column;
  readonly columns: Columns;
  readonly words: Vocabulary;
  /** The name of what the quantity was before, where it was something. */
  readonly before?: string;
  /** Wrong versions that have words of their own. */
  readonly known?: readonly Edit[];
  /** Only the entries in which this is not 0 are to be explained. */
  readonly where?: Column;
  /** The same line in cases that are not searched: what is found must hold there too. */
  readonly unseen?: Pick<WrongLine, "got" | "columns" | "where"> | undefined;
}

/** Slips that explain a line: one, or two at once. */
export interface LineFinding {
  readonly edits: readonly Edit[];
  /** What computes what came; none where only the place of the mistake is known. */
  readonly tree: Tree | undefined;
  /** What stands before the edits when they are told: where they are made, if not everywhere. */
  readonly where?: Condition;
  /** Whether numbers came there. */
  readonly isNumber?: boolean;
  readonly cost: number;
}

/**
 * How far a line is searched: likely slips; slips of any kind, everywhere or in some cases; two slips, or small expressions;
 * only where it goes wrong.
 */
export type Reach = 1 | 2 | 3 | 4;

/** How far apart two explanations may be to be told both. */
export const ALIKE = 0.05;

/** So many pairs of slips are tried for a line, the likeliest first. */
const MOST_PAIRS = 12_000;

/** So many entries at least must be right to say that a line is right but for some cases. */
const LEAST_RIGHT = 5;

/** Finds what explains a line. What was searched once is not searched again. */
export class LineSearch {
  readonly #line: WrongLine;
  readonly #effort: Effort;
  readonly #spot: Spot;
  readonly #isNumber: boolean;
  #reached = 0;
  #found: readonly LineFinding[] = [];

  constructor(line: WrongLine, effort: Effort) {
    const { right, got, columns, where } = line;
    this.#line = line;
    this.#effort = effort;
    this.#isNumber = hasNumbers(got, where);
    columns.prepare(right);
    this.#spot = new Spot(right, got, columns, where);
  }

  /** What explains the line, of what fits alike the likely ones; nothing where nothing fits. */
  upTo(reach: Reach): readonly LineFinding[] {
    if (!this.#isNumber) return [];
    const stages = [() => this.#near(), () => this.#any(), () => this.#far(), () => this.#somewhere()];
    while (this.#found.length === 0 && this.#reached < reach)
      this.#found = likely(stages[this.#reached++]!().filter((one) => this.#holds(one)));
    return this.#found;
  }

  #holds(finding: LineFinding): boolean {
    const { right, unseen } = this.#line;
    const isTrue = unseen === undefined || holdsIn(finding, right, unseen);
    return isTrue && (finding.tree === undefined || this.#tellsOne(finding.tree));
  }

  /** Does it compute any of the numbers that came out wrong? Elsewhere an answer may have guarded itself. */
  #tellsOne(tree: Tree): boolean {
    const { right, got, columns, where } = this.#line;
    const [due, computed] = [columns.compute(right), columns.compute(tree)];
    return got.some((x, i) => where?.[i] !== 0 && !sameNumber(due[i]!, x) && sameNumber(computed[i]!, x));
  }

  /** One slip of the likely kinds. */
  #near(): LineFinding[] {
    const { right, words, before, known = [] } = this.#line;
    const unmoved = before === undefined ? [] : unmovedOf(right, before);
    const fits = (edit: Edit): boolean => this.#fits(edit);
    return found([...[...known, ...unmoved].filter(fits), ...likelyEditsOf(right, words, true, fits)]);
  }

  /** One slip of any kind; or one that is made in some cases, while the others are right. */
  #any(): LineFinding[] {
    if (!this.#effort.isLeft) return [];
    const { right, words, before } = this.#line;
    const fits = (edit: Edit): boolean => this.#fits(edit);
    const twice = before === undefined ? [] : [twiceOf(right, before)];
    const edits = [...[...this.#always(), ...twice].filter(fits), ...editsOf(right, words, fits)];
    return edits.length > 0 ? found(edits) : this.#inSomeCases();
  }

  /** Two slips, or a small expression in the place of a part. */
  #far(): LineFinding[] {
    if (!this.#effort.isLeft) return [];
    const pairs = this.#pairs();
    return pairs.length > 0 ? pairs : this.#replaced();
  }

  /** One slip in those cases that come out wrong, where a condition tells them from the others. */
  #inSomeCases(): LineFinding[] {
    const { right, before } = this.#line;
    for (const { condition, column } of this.#conditions()) {
      const inner = new LineSearch({ ...this.#line, where: column, unseen: undefined }, this.#effort);
      const unchanged =
        before === undefined ? [] : [unchangedOf(right, before)].filter((edit) => inner.#fits(edit));
      const all = unchanged.length > 0 ? found(unchanged) : inner.upTo(2);
      if (all.length > 0) {
        return all.map(({ edits, tree, cost }) => ({
          edits,
          where: condition,
          tree: apply("where", condition.tree, tree!, right),
          cost: cost + 0.3,
        }));
      }
    }
    return [];
  }

  /** Where it comes out wrong, if no more than that can be told. */
  #somewhere(): LineFinding[] {
    const first = this.#conditions().find(({ isExact }) => isExact);
    if (first === undefined) return [];
    const isNumber = hasNumbers(this.#line.got, first.column);
    return [{ edits: [], where: first.condition, isNumber, tree: undefined, cost: 4 }];
  }

  /** Conditions that hold where the line comes out wrong, in most of their cases or exactly in those, and in no others. */
  #conditions(): { condition: Condition; column: Column; isExact: boolean }[] {
    const { right, got, columns, words, before, where } = this.#line;
    if (where !== undefined) return [];
    const due = columns.compute(right);
    const old = before === undefined ? undefined : columns.value(before);
    const isRight = due.map((x, i) => Number(sameNumber(x, got[i]!)));
    // Where nothing moves there is nothing to get wrong.
    const moves = due.map((x, i) => Number(old === undefined || !sameNumber(x, old[i]!)));
    const count = (entry: (i: number) => boolean): number =>
      due.reduce((sum, _, i) => sum + Number(entry(i)), 0);
    return (words.conditions ?? [])
      .map((condition) => {
        const column = columns.compute(condition.tree);
        const isExact = count((i) => column[i] !== 0 && isRight[i] === 1 && moves[i] === 1) === 0;
        return { condition, column, isExact };
      })
      .filter(
        ({ column }) =>
          count((i) => column[i] === 0 && isRight[i] === 0) === 0 &&
          count((i) => column[i] === 0 && moves[i] === 1) >= LEAST_RIGHT &&
          2 * count((i) => isRight[i] === 0) > count((i) => column[i] !== 0),
      );
  }

  /** The same number everywhere. */
  #always(): Edit[] {
    const { got, right, where } = this.#line;
    const value = got.find((_, i) => where?.[i] !== 0);
    if (value === undefined) return [];
    const what = (): string => `the result is always ${value}, whatever is given`;
    return [wholeEdit(right, number(value), "always", 1, what, () => String(value))];
  }

  /** Two slips in one line, each of the likely kinds. */
  #pairs(): LineFinding[] {
    const { right, words, known = [] } = this.#line;
    const pairs: LineFinding[] = [];
    let left = MOST_PAIRS;
    for (const first of likeliestFirst([...known, ...firstEditsOf(right, words)])) {
      const once = edited(first);
      this.#spot.prepare(once);
      const seconds = pairedEditsOf(once, words, (second) => left-- > 0 && this.#fits(second));
      for (const second of seconds)
        pairs.push({ edits: [first, second], tree: edited(second), cost: inPair(first) + inPair(second) });
      if (left <= 0 || !this.#effort.isLeft) break;
    }
    return pairs;
  }

  /** The first small expression that explains the line in the place of a part; all that have the value it takes are tried. */
  #replaced(): LineFinding[] {
    const { right, words } = this.#line;
    const small = smallTrees(words).map((by) => ({ by, value: this.#spot.value(by) }));
    for (const place of placesIn(right)) {
      const fitting = small.find(({ by, value }) => this.#fitsIn(place, by, value));
      if (fitting !== undefined) return found([replacement(place, fitting.by)]);
    }
    return [];
  }

  #fits({ place, by }: Edit): boolean {
    return this.#fitsIn(place, by, this.#spot.value(by));
  }

  /** Does something in a place make the line what came: at one spot, and then everywhere? */
  #fitsIn(place: Place, by: Tree, value: number): boolean {
    const { columns, got, where } = this.#line;
    return (
      this.#effort.spend() &&
      this.#spot.mayFit(place, value, by) &&
      explains(columns.compute(place.put(by)), got, where)
    );
  }
}

/** Does what was found compute what came? Where only the place of the mistake is known, it is right elsewhere. */
export function holdsIn(
  { tree, where: condition }: LineFinding,
  right: Tree,
  { got, columns, where }: Pick<WrongLine, "got" | "columns" | "where">,
): boolean {
  if (tree !== undefined) return explains(columns.compute(tree), got, where);
  const isElsewhere = columns.compute(condition!.tree).map((x, i) => Number(x === 0 && where?.[i] !== 0));
  return explains(columns.compute(right), got, isElsewhere);
}

const found = (edits: readonly Edit[]): LineFinding[] =>
  edits.map((edit) => ({ edits: [edit], tree: edited(edit), cost: edit.cost }));

function likely(all: readonly LineFinding[]): LineFinding[] {
  const least = Math.min(...all.map(({ cost }) => cost));
  return all.filter(({ cost }) => cost <= least + ALIKE);
}
