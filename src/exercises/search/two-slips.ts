/** Two slips in one line. */
import {
  anyIn,
  type Edit,
  edited,
  exchanges,
  firstEditsOf,
  comparesIn,
  likelyIn,
  rareEditsOf,
  rareIn,
  replacement,
  shrunkSteps,
  smallIn,
  type Vocabulary,
  widerEditsOf,
} from "./edits.ts";
import { isShort } from "./called.ts";
import type { Effort } from "./effort.ts";
import { ALIKE, type LineFinding, type WrongLine } from "./finding.ts";
import type { Spot } from "./spot.ts";
import { Stock } from "./stock.ts";
import { has, isOfHessian, keyOf, partsUnlike, Place, placesIn, swapped, type Tree } from "./tree.ts";

/** Two quantities exchanged, another number, and what is declared are slips by themselves, and seldom one of two. */
const inPair = ({ kind, cost }: Edit): number => cost + (SELDOM[kind] ?? 0);

const SELDOM: Readonly<Record<string, number>> = { exchanged: 0.3, known: 0.7, number: 0.4 };

/** A step that is turned round comes with any other slip. */
function likeliestFirst(edits: readonly Edit[]): Edit[] {
  const rank = (edit: Edit): number => (edit.kind === "sign" ? 0 : inPair(edit));
  return [...edits].sort((a, b) => rank(a) - rank(b));
}

/** No second slip costs less. */
const LEAST = 1.2;

/** So many pairs of which neither slip is likely are tried for a line. */
const MOST_RARE = 20_000;

/** What the second slip may be. */
type Seconds = "any" | "likely" | "replaced";

/** What a part speaks of, as often as it does: its names, and H for all that is read off it. */
const speaksOf = (tree: Tree): string[] =>
  placesIn(tree).flatMap(({ node }) => (isOfHessian(node) ? ["H"] : (node.name ?? [])));

/** What one part speaks of and another one not at all. */
function lost(was: Tree, now: Tree): string[] {
  const left = new Set(speaksOf(now));
  return speaksOf(was).filter((one) => !left.has(one));
}

/** Does a slip bring in one of these? */
function bringsIn({ by, place }: Edit, these: readonly string[]): boolean {
  const [after, before] = [speaksOf(by), speaksOf(place.node)];
  const count = (all: readonly string[], one: string): number => all.filter((other) => other === one).length;
  return these.some((one) => count(after, one) > count(before, one));
}

/** Does one of two slips bring in what the other one is said to leave out? Then neither is so by itself. */
function contradict(first: Edit, second: Edit): boolean {
  const undone = (tree: Tree): Tree => swapped(tree, new Map([[first.by, first.place.node]]));
  return (
    (first.kind === "left out" && bringsIn(second, lost(first.place.node, first.by))) ||
    (second.kind === "left out" && bringsIn(first, lost(undone(second.place.node), undone(second.by))))
  );
}

/** What brings in something that a rule has not: what is declared, a rule's own slip, what is there besides. */
const BRINGS_IN = /^known$|^slip$| too many$/;

/** Is a slip in a part that only another one brings in? Then that is not what was done. */
function isInBrought(right: Tree, first: Edit, { place }: Edit): boolean {
  if (!BRINGS_IN.test(first.kind) || has(right, place.node)) return false;
  const brought = partsUnlike(edited(first), right);
  for (let at: Place | undefined = place; at !== undefined; at = at.parent)
    if (brought.includes(at.node)) return true;
  return false;
}

/** The smallest part in which two expressions differ, as one expression in the place of another. */
function asOne(place: Place, now: Tree): Edit {
  const { node } = place;
  const differing = node.args.flatMap((arg, i) => (keyOf(arg) === keyOf(now.args[i] ?? now) ? [] : [i]));
  const [index] = differing;
  const isInside = node.op === now.op && node.args.length === now.args.length && differing.length === 1;
  return isInside
    ? asOne(new Place(node.args[index!]!, place, index), now.args[index!]!)
    : replacement(place, now);
}

/** Does a name come in the place of one that came in there? */
function isRenamedAgain({ by, place }: Edit, second: Edit): boolean {
  const { node } = second.place;
  const isThere = node === by || (node.line !== undefined && node.line === place.node.line);
  return isThere && node.op === "name" && second.by.op === "name";
}

/** The parts that stand in several places at once. */
function copiesIn(places: readonly Place[]): ReadonlySet<Tree> {
  const seen = new Set<Tree>();
  return new Set(places.map(({ node }) => node).filter((node) => seen.has(node) || !seen.add(node)));
}

const isLeaf = ({ args }: Tree): boolean => args.length === 0;

/** Is nothing left of what two slips change: another operation with another operand? */
function areInOne(first: Edit, second: Edit): boolean {
  const [operation, operand] =
    first.kind === "operator" ? [first.by, second.place.node] : [second.place.node, first.by];
  const isOperator = [first, second].some(({ kind }) => kind === "operator");
  return isOperator && operation.args.every(isLeaf) && operation.args.includes(operand) && isLeaf(second.kind === "operator" ? first.by : second.by); // prettier-ignore
}

/** Two slips, or one for both where they contradict each other and it can be told. */
function toldApart(first: Edit, second: Edit, both: () => Edit): Edit[] {
  const isOne = isRenamedAgain(first, second) || contradict(first, second) || areInOne(first, second);
  const one = isOne ? both() : undefined;
  return one !== undefined && (isShort(one.by) || isShort(one.place.node)) ? [one] : [first, second];
}

/** Is what is said of each of two slips so where the other one is made, and where it is mended? */
function standBeside(first: Edit, second: Edit, words: Vocabulary): boolean {
  const otherwise = ({ node, parent, index }: Place, from: Tree, to: Tree): Place | undefined => {
    const now = swapped(node, new Map([[from, to]]));
    return now === node ? undefined : new Place(now, parent, index);
  };
  const isWithin = swapped(first.by, new Map([[second.place.node, second.by]])) !== first.by;
  const made = otherwise(first.place, second.place.node, second.by);
  const mended = otherwise(second.place, first.by, first.place.node) ?? second.place;
  return (!isWithin || comparesIn(made, first, words)) && comparesIn(mended, second, words);
}

/** Finds two slips that explain a line together: to each first one what must stand in a place is known, and is looked up. */
export class TwoSlips {
  readonly #line: WrongLine;
  readonly #spot: Spot;
  readonly #effort: Effort;
  readonly #fits: (edit: Edit) => boolean;
  readonly #isTrue: (finding: LineFinding) => boolean;
  readonly #stocks: Readonly<Record<Seconds, Stock>>;
  readonly #found = new Map<string, LineFinding>();
  readonly #own: ReadonlySet<Tree>;
  #least = Infinity;

  /**
   * @param fits whether the line comes out as it did with a part in its place
   * @param isTrue whether what was found holds where no search has looked, too
   */
  constructor(
    line: WrongLine,
    spot: Spot,
    effort: Effort,
    fits: (edit: Edit) => boolean,
    isTrue: (finding: LineFinding) => boolean,
  ) {
    const { right, words } = line;
    this.#line = line;
    this.#spot = spot;
    this.#effort = effort;
    this.#fits = fits;
    this.#isTrue = isTrue;
    this.#own = new Set(placesIn(right).map(({ node }) => node));
    this.#stocks = {
      any: new Stock(spot, (place) => anyIn(place, words)),
      likely: new Stock(spot, (place) => likelyIn(place, words)),
      replaced: new Stock(spot, (place) => smallIn(place, words)),
    };
  }

  /** A likely slip and one of any kind. */
  pairs(): LineFinding[] {
    const { right, words, known = [] } = this.#line;
    this.#found.clear();
    this.#all([...known, ...firstEditsOf(right, words)], "any");
    this.#all(widerEditsOf(right, words), "likely");
    return this.#simplestFirst();
  }

  /** A likely slip, and a small expression in the place of a part. */
  withReplaced(): LineFinding[] {
    const { right, words } = this.#line;
    this.#all(firstEditsOf(right, words), "replaced");
    return this.#simplestFirst();
  }

  /** One that the text has the sign of, and one of any kind. */
  rarePairs(): LineFinding[] {
    const { right, words } = this.#line;
    this.#all(rareEditsOf(right, words), "rare");
    return this.#simplestFirst();
  }

  #simplestFirst(): LineFinding[] {
    return [...this.#found.values()].sort((a, b) => a.cost - b.cost);
  }

  #all(firsts: readonly Edit[], seconds: Seconds | "rare"): void {
    const begun = this.#effort.tried;
    for (const first of likeliestFirst(firsts)) {
      if (inPair(first) + LEAST > this.#least + ALIKE) continue;
      if (!this.#effort.spend() || (seconds === "rare" && this.#effort.tried - begun > MOST_RARE)) return;
      const once = edited(first);
      this.#spot.prepare(once);
      const places = placesIn(once);
      if (seconds === "rare") this.#rare(first, places);
      else for (const place of places) this.#keep(first, this.#seconds(place, seconds));
      if (seconds === "any") this.#keep(first, [...exchanges(once), ...shrunkSteps(once)]);
    }
  }

  /** What may come second in a place: of parts that the first slip changed, the likely ones. */
  #seconds(place: Place, seconds: Seconds): Edit[] {
    const likely = (): Edit[] => likelyIn(place, this.#line.words);
    if (!this.#own.has(place.node)) return seconds === "replaced" ? [] : likely();
    const wanted = this.#spot.wantedIn(place);
    if (wanted !== undefined) return this.#stocks[seconds].fitting(place, wanted);
    return seconds === "any" ? likely() : [];
  }

  /** What may come second beside a rare slip: of two that are found from either one, it is found from one. */
  #rare(first: Edit, places: readonly Place[]): void {
    const { words } = this.#line;
    const isOpen = this.#spot.wantedIn(first.place) === undefined;
    const within = new Set(placesIn(first.by).map(({ node }) => node));
    const copies = copiesIn(places);
    for (const place of places.filter(({ node }) => !copies.has(node))) {
      const isOwn = this.#own.has(place.node);
      const wanted = isOwn ? this.#spot.wantedIn(place) : undefined;
      if (wanted !== undefined) this.#keep(first, this.#stocks.any.fitting(place, wanted));
      else if (isOwn && within.has(place.node))
        this.#keep(first, [...likelyIn(place, words), ...rareIn(place, words)]);
      else if (isOpen) this.#keep(first, likelyIn(place, words));
    }
  }

  #keep(first: Edit, seconds: readonly Edit[]): void {
    for (const second of seconds) {
      const cost = inPair(first) + inPair(second);
      if (cost > this.#least + ALIKE || isInBrought(this.#line.right, first, second) || !this.#fits(second))
        continue;
      const tree = edited(second);
      const edits = toldApart(first, second, () => asOne(new Place(this.#line.right), tree));
      const finding = { edits, tree, cost };
      const key = keyOf(finding.tree);
      if ((this.#found.get(key)?.cost ?? Infinity) <= cost) continue;
      if (edits.length > 1 && !standBeside(first, second, this.#line.words)) continue;
      if (!this.#isTrue(finding)) continue;
      this.#found.set(key, finding);
      this.#least = Math.min(this.#least, cost);
    }
  }
}
