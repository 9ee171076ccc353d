import { type Column, explains, hasNumbers, sameNumber, takenWhere } from "./columns.ts";
import {
  type Edit,
  editsOf,
  likelyEditsOf,
  replacement,
  smallTrees,
  twiceOf,
  unchangedOf,
  unmovedOf,
  wholeEdit,
} from "./edits.ts";
import type { Effort } from "./effort.ts";
import { found, holdsIn, isWritten, likely, type LineFinding, type WrongLine } from "./finding.ts";
import { whereWrong } from "./in-cases.ts";
import { Spot } from "./spot.ts";
import { apply, number, type Place, placesIn, type Tree } from "./tree.ts";
import { TwoSlips } from "./two-slips.ts";

/**
 * How far a line is searched: likely slips; slips of any kind, everywhere or in some cases; two slips, or small expressions;
 * two slips of which neither is likely.
 */
export type Reach = 1 | 2 | 3 | 4;

/** Finds what explains a line. What was searched once is not searched again. */
export class LineSearch {
  readonly #line: WrongLine;
  readonly #effort: Effort;
  readonly #spot: Spot;
  readonly #isNumber: boolean;
  #reached = 0;
  #found: readonly LineFinding[] = [];
  /** What holds and yet is not what the text says: told where nothing else is found. */
  readonly #aside: LineFinding[] = [];

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
    const stages = [() => this.#near(), () => this.#any(), () => this.#far(), () => this.#last()];
    while (this.#found.length === 0 && this.#reached < reach)
      this.#found = likely(stages[this.#reached++]!());
    if (this.#found.length === 0 && this.#reached === stages.length) this.#found = likely(this.#aside);
    return this.#found;
  }

  /** What holds where no search has looked, too. */
  #isTrue(one: LineFinding): boolean {
    const { unseen } = this.#line;
    const { tree, edits } = one;
    return (
      (unseen === undefined || holdsIn(one, unseen)) &&
      this.#tellsOne(tree, edits.length > 1) &&
      !this.#isIdle(tree)
    );
  }

  /** Is a size taken of what is never below 0? */
  #isIdle(tree: Tree): boolean {
    const { columns } = this.#line;
    return placesIn(tree).some(({ node: { op, args } }) => op === "abs" && columns.compute(args[0]!).every((x) => x >= 0)); // prettier-ignore
  }

  readonly #isToBeTold = (one: LineFinding): boolean => {
    if (!this.#isTrue(one)) return false;
    const isTold = isWritten(one, this.#line);
    if (!isTold) this.#aside.push(one);
    return isTold;
  };

  #true(all: readonly LineFinding[]): LineFinding[] {
    return all.filter(this.#isToBeTold);
  }

  /**
   * Does it compute any of the numbers that came out wrong? Elsewhere an answer may have guarded itself.
   * @param isFar whether it has to be a number: two slips that make up for one another where none is lost are another way
   */
  #tellsOne(tree: Tree, isFar: boolean): boolean {
    const { right, got, columns, where } = this.#line;
    const [due, computed] = [columns.compute(right), columns.compute(tree)];
    return got.some(
      (x, i) =>
        where?.[i] !== 0 &&
        !sameNumber(due[i]!, x) &&
        sameNumber(computed[i]!, x) &&
        !(isFar && Number.isNaN(x)),
    );
  }

  /** One slip of the likely kinds. */
  #near(): LineFinding[] {
    const { right, words, before, known = [] } = this.#line;
    const unmoved = before === undefined ? [] : unmovedOf(right, before);
    const edits = [
      ...[...known, ...unmoved].filter(this.#fits),
      ...likelyEditsOf(right, words, true, this.#fits),
    ];
    return this.#true(found(edits));
  }

  /** One slip of any kind, in coordinates that move where others do not; or one that is made in some cases, while the others are right. */
  #any(): LineFinding[] {
    if (!this.#effort.isLeft) return [];
    const moved = this.#whereItMoves();
    if (moved.length > 0) return moved;
    const { right, words, before } = this.#line;
    const twice = before === undefined ? [] : [twiceOf(right, before)];
    const edits = [...[...this.#always(), ...twice].filter(this.#fits), ...editsOf(right, words, this.#fits)];
    const all = this.#true(found(edits));
    return all.length > 0 ? all : this.#inSomeCases(2);
  }

  /** Two slips, or a small expression in the place of a part. */
  #far(): LineFinding[] {
    if (!this.#effort.isLeft) return [];
    const two = this.#twoSlips();
    return this.#firstOf([
      () => two.pairs(),
      () => this.#replaced(),
      () => two.withReplaced(),
      () => this.#inSomeCases(3),
    ]);
  }

  #twoSlips(): TwoSlips {
    return new TwoSlips(this.#line, this.#spot, this.#effort, this.#fits, this.#isToBeTold);
  }

  #firstOf(ways: readonly (() => LineFinding[])[]): LineFinding[] {
    for (const way of ways) {
      const all = this.#true(way());
      if (all.length > 0) return all;
    }
    return [];
  }

  /** Two slips of which neither is likely, but for what the text has. */
  #last(): LineFinding[] {
    return this.#true(this.#twoSlips().rarePairs());
  }

  /** Coordinates that stay what they were, and one slip in the others. */
  #whereItMoves(): LineFinding[] {
    const { right, before, got, columns, where } = this.#line;
    if (before === undefined || where !== undefined) return [];
    const due = columns.compute(right);
    for (const stays of unmovedOf(right, before)) {
      const withMoved = (tree: Tree): Tree => ({ ...stays.by, args: stays.by.args.with(0, tree) });
      const kept = columns.compute(withMoved(number(NaN)));
      if (!kept.every((x, i) => Number.isNaN(x) || sameNumber(x, got[i]!))) continue;
      if (kept.every((x, i) => Number.isNaN(x) || sameNumber(x, due[i]!))) continue;
      const line = { ...this.#line, where: kept.map((x) => Number(Number.isNaN(x))), unseen: undefined };
      const all = new LineSearch(line, this.#effort).upTo(2).map(({ edits, tree, cost }) => ({
        edits: [stays, ...edits],
        tree: withMoved(tree),
        cost: stays.cost + cost,
      }));
      return this.#true(all);
    }
    return [];
  }

  /** One slip in those cases that come out wrong, where a condition tells them from the others. */
  #inSomeCases(reach: Reach): LineFinding[] {
    const { right } = this.#line;
    for (const { condition, column } of whereWrong(this.#line)) {
      const all = this.#true(
        this.#inside(column, reach).map(({ edits, tree, cost }) => ({
          edits,
          where: condition,
          tree: apply("where", condition.tree, tree, right),
          cost: cost + 0.3,
        })),
      );
      if (all.length > 0) return all;
    }
    return [];
  }

  /** What explains those cases by themselves. */
  #inside(where: Column, reach: Reach): readonly LineFinding[] {
    const { right, columns, before } = this.#line;
    const there = takenWhere(right, columns, where);
    const line = { ...this.#line, right: there, known: [], where, unseen: undefined };
    const inner = new LineSearch(line, this.#effort);
    const unchanged = before === undefined ? [] : [unchangedOf(right, before)].filter(inner.#fits);
    return unchanged.length > 0 ? found(unchanged) : inner.upTo(reach);
  }

  /** The same number everywhere. */
  #always(): Edit[] {
    const { got, right, where } = this.#line;
    const value = got.find((_, i) => where?.[i] !== 0);
    if (value === undefined) return [];
    const what = (): string => `the result is always ${value}, whatever is given`;
    return [wholeEdit(right, number(value), "always", 1, what, () => String(value))];
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

  readonly #fits = ({ place, by }: Edit): boolean => this.#fitsIn(place, by, this.#spot.value(by));

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
