import { ACTIONS } from "./actions.ts";
import { type Column, type Columns, sameNumber } from "./columns.ts";
import type { Place, Tree } from "./tree.ts";

/** Numbers farther apart than this, relative to their size where that is above a hundredth, are not the same. */
const APART = 1e-4;

/** The operations that give back one of two operands, as the first one says. */
const CHOICES: ReadonlySet<string> = new Set(["conditional", "where"]);

/**
 * One entry of a line, at which wrong versions are tried before they are computed everywhere: what a part is there, and what
 * it would have to be for the line to come out as it did.
 */
export class Spot {
  readonly #around: Columns;
  readonly #entry: number;
  readonly #got: number;
  readonly #known = new Map<Tree, number>();
  /** Where whole lists are computed that are looked at once. */
  readonly #room: Column;
  readonly #wanted = new Map<Place, number | undefined>();

  /** The first entry at which a line comes out clearly wrong, of those in which `where` is not 0. */
  constructor(right: Tree, got: Column, columns: Columns, where?: Column) {
    const entry = wrongEntry(columns.compute(right), got, where);
    const index = columns.starts.findLastIndex((start) => start <= entry);
    this.#around = columns.only(index);
    this.#entry = entry - columns.starts[index]!;
    this.#got = got[entry]!;
    this.#room = new Float64Array(this.#around.length);
    this.#around.prepare(right);
    this.prepare(right);
  }

  /** Compute and remember the parts of a tree, which its wrong versions share. */
  prepare(tree: Tree): void {
    if (this.#known.has(tree)) return;
    for (const arg of tree.args) this.prepare(arg);
    this.#known.set(tree, this.value(tree));
  }

  /** The value of a tree. */
  value(tree: Tree): number {
    const known = this.#known.get(tree);
    if (known !== undefined) return known;
    const { op, args } = tree;
    if (op === "number") return tree.value!;
    if (op === "name") return this.#around.value(tree.name!)?.[this.#entry] ?? NaN;
    const each = ACTIONS[op]?.each;
    if (each === undefined) return this.#ofCase(tree);
    const [a, b, c] = args;
    return each(this.value(a!), b === undefined ? NaN : this.value(b), c === undefined ? NaN : this.value(c));
  }

  /** The value of what needs all coordinates of the case. */
  #ofCase(tree: Tree): number {
    const whole = ACTIONS[tree.op]?.whole;
    if (whole === undefined) return this.#around.compute(tree)[this.#entry]!;
    whole(this.#around.compute(tree.args[0]!), 0, this.#around.length, this.#room);
    return this.#room[this.#entry]!;
  }

  /**
   * May a part with this value stand in a place of the line that came? Certainly not where this is false: then the line, or
   * what is around the place, would have another value.
   */
  mayFit(place: Place, value: number, by: Tree): boolean {
    let reached = value;
    for (let at = place; ; at = at.parent!) {
      const wanted = this.wantedIn(at);
      if (wanted !== undefined && Number.isFinite(reached)) return areClose(reached, wanted);
      const { parent, index } = at;
      if (parent === undefined) return this.#isLike(reached);
      const { op, args } = parent.node;
      const each = ACTIONS[op]?.each;
      if (each === undefined) return this.#isLike(this.value(place.put(by)));
      const given = args.map((arg, i) => (i === index ? reached : this.value(arg)));
      reached = each(given[0]!, given[1]!, given[2]!);
    }
  }

  /** The only value with which a place makes the line what came; NaN where none does, nothing where there are several. */
  wantedIn(place: Place): number | undefined {
    if (place.parent === undefined) return this.#got;
    if (this.#wanted.has(place)) return this.#wanted.get(place);
    const value = this.#undone(place.parent, place.index);
    const wanted = value === Infinity || value === -Infinity ? undefined : value;
    this.#wanted.set(place, wanted);
    return wanted;
  }

  #undone(parent: Place, index: number): number | undefined {
    const { op, args } = parent.node;
    const above = this.wantedIn(parent);
    if (above === undefined) return undefined;
    if (CHOICES.has(op)) return index === 0 ? undefined : this.#chosen(parent.node, index, above);
    return ACTIONS[op]?.undo?.[index]?.(above, this.value(args.length > 1 ? args[1 - index]! : args[0]!));
  }

  /** What is not chosen here may be anything, as long as the rest is right. */
  #chosen(node: Tree, index: number, wanted: number): number | undefined {
    const isChosen = (this.value(node.args[0]!) === 0 ? 2 : 1) === index;
    if (isChosen) return wanted;
    return areClose(this.value(node), wanted) ? undefined : NaN;
  }

  /** Is this what came? Where it is no number and one came, an answer may have guarded itself. */
  #isLike(value: number): boolean {
    return areClose(value, this.#got) || (!Number.isFinite(value) && Number.isFinite(this.#got));
  }
}

export const areClose = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= APART * Math.max(1e-2, Math.abs(a), Math.abs(b));

/** Numbers below and above which none is close to one. */
export function aroundOf(x: number): readonly [number, number] {
  const room = 2 * APART * Math.max(1e-2, Math.abs(x));
  return [x - room, x + room];
}

function wrongEntry(right: Column, got: Column, where?: Column): number {
  const size = (i: number): number => Math.max(Math.abs(got[i]!), Math.abs(right[i]!));
  const signs: readonly ((i: number) => boolean)[] = [
    (i) => Math.abs(got[i]! - right[i]!) > 0.01 * size(i) && Number.isFinite(size(i)),
    (i) => Number.isFinite(got[i]) && !sameNumber(got[i]!, right[i]!),
    () => true,
  ];
  const entries = [...got.keys()].filter((i) => where?.[i] !== 0);
  for (const sign of signs) {
    const entry = entries.find(sign);
    if (entry !== undefined) return entry;
  }
  return 0;
}
