import { remembered } from "../../../remembered.ts";
import { LIKELY } from "./likely.ts";
import { OLD } from "../../../math/text.ts";
import {
  apply,
  filled,
  keyOf,
  mapped,
  name,
  number,
  Place,
  placesIn,
  readName,
  swapped,
  type Tree,
  namesIn,
} from "../tree.ts";
import { isShort } from "../called.ts";
import { type Edit, type Vocabulary, clause, instead, isSquare, wholeEdit } from "./edit.ts";

/** One quantity for another wherever it stands, or a number for it. */
export function everywhere(root: Tree, { names, numbers, constants }: Vocabulary): Edit[] {
  const inRoot = [...namesIn(root)];
  const stale = inRoot.filter((one) => names.includes(one + OLD));
  const put = (all: readonly string[], by: (one: string) => Tree, kind: string, cost: number, what: string, of: string): Edit => // prettier-ignore
    wholeEdit(root, filled(root, new Map(all.map((one) => [one, by(one)]))), kind, cost, () => what, () => of); // prettier-ignore
  const other = (one: string, by: Tree, stands: string, of: string): Edit =>
    put([one], () => by, "other everywhere", 2.05, `${stands} stands wherever ${clause(name(one))} should`, of); // prettier-ignore
  const old = `it uses the old ${stale.map(readName).join(" and the old ")}`;
  const counted = "the index of the coordinate, counted from 1,";
  return [
    ...(stale.length > 1 ? [put(stale, (one) => name(one + OLD), "old", 1.5, old, stale.join(", "))] : []),
    ...inRoot.flatMap((one) => [
      ...names.filter((by) => by !== one).map((by) => other(one, name(by), readName(by), `${one}>${by}`)),
      ...(one === "t" && names.includes("i")
        ? [other(one, apply("add", name("i"), number(1)), counted, "t>i + 1")]
        : []),
      ...(numbers.includes(one) ? [put([one], () => apply("pow", name(one), number(2)), "squared everywhere", 2.1, `${readName(one)} is squared wherever it stands`, one)] : []), // prettier-ignore
      ...constants.map((value) => put([one], () => number(value), "constant", 2.1, `${readName(one)} is always ${value}, whatever is given`, one)), // prettier-ignore
    ]),
  ];
}

/** The same slip in all places that are built alike, and two such places exchanged. */
export function parallels(root: Tree, words: Vocabulary): Edit[] {
  return alikeIn(root).flatMap((places) => {
    const nodes = places.map(({ node }) => node);
    const own = (place: Place): Edit[] => LIKELY.flatMap((family) => family(place, words));
    const inPlace = places.map(own);
    // Where they have different roles in what is around them, they are alike by themselves.
    const isAlike = inPlace.every(({ length }) => length === inPlace[0]!.length);
    const slips = isAlike ? inPlace : nodes.map((node) => own(new Place(node)));
    const of = (): string => nodes.map(keyOf).join(", ");
    const each = slips[0]!.map((first, k) => {
      const edits = slips.map((own) => own[k]!);
      const by = swapped(root, new Map(nodes.map((node, i) => [node, edits[i]!.by])));
      const what = (): string => inEach(edits);
      return wholeEdit(root, by, `${first.kind} in each`, first.cost + 0.1, what, of);
    });
    const [a, b] = nodes as [Tree, Tree];
    const turned = swapped(root, new Map([[a, b], [b, a]])); // prettier-ignore
    const what = (): string => `${clause(a)} and ${clause(b)} are exchanged`;
    return nodes.length === 2 ? [...each, wholeEdit(root, turned, "exchanged", 1.75, what, of)] : each;
  });
}

/** The same slip in several parts. */
const inEach = (edits: readonly Edit[]): string => [...new Set(edits.map((one) => one.what()))].join("; ");

/** Parts that are built alike from different names, by twos or more. */
export function alikeIn(root: Tree): Place[][] {
  const alike = new Map<string, Place[]>();
  for (const place of placesIn(root)) {
    const { node } = place;
    if (node.args.length === 0) continue;
    const shape = keyOf(mapped(node, (part) => (part.op === "name" && part.name !== "t" ? name("x") : part)));
    remembered(alike, shape, () => []).push(place);
  }
  return [...alike.values()].filter(
    (places) => places.length > 1 && new Set(places.map(({ node }) => keyOf(node))).size === places.length,
  );
}

const SQUARES: readonly (readonly [string, (x: Tree) => Tree, string])[] = [
  ["not squared", (x) => x, "nothing is squared"],
  ["sizes", (x) => apply("abs", x), "sizes stand where the squares should"],
  ["roots", (x) => apply("sqrt", x), "roots stand where the squares should"],
  ["cubes", (x) => apply("pow", x, number(3)), "third powers stand where the squares should"],
  ["doubled", (x) => apply("multiply", number(2), x), "each is doubled and not squared"],
  ["halves", (x) => apply("divide", x, number(2)), "each is halved and not squared"],
  [
    "powers of 2",
    (x) => apply("pow", number(2), x),
    "base and exponent are exchanged: powers of 2 stand where the squares should",
  ],
  [
    "products with itself and 2",
    (x) => apply("pow", x, number(4)),
    "fourth powers stand where the squares should",
  ],
];

/** "|g| stands where g² should", where only one quantity is squared. */
function ofOnlySquare(root: Tree, way: (x: Tree) => Tree): string | undefined {
  const all = placesIn(root).map(({ node }) => node);
  const squares = new Map(all.filter(isSquare).map((node) => [keyOf(node), node]));
  const [square] = squares.values();
  return squares.size === 1 && isShort(square!) ? instead(way(square!.args[0]!), square!)() : undefined;
}

/** The same in the place of every square. */
export function squares(root: Tree): Edit[] {
  return SQUARES.map(([kind, way, what]) => {
    const by = mapped(root, (node) => (isSquare(node) ? way(node.args[0]!) : node));
    const said = (): string => (what.endsWith("where the squares should") && ofOnlySquare(root, way)) || what;
    return wholeEdit(root, by, kind, 1.85, said, () => "squares");
  });
}

/** What is added up, or multiplied, where the order does not matter. */
const joinedIn = (node: Tree, op: string): Tree[] =>
  node.op === op
    ? node.args.flatMap((arg) => joinedIn(arg, op))
    : op === "add" && node.op === "subtract"
      ? joinedIn(node.args[0]!, op)
      : [node];

const JOINED: ReadonlySet<string> = new Set(["add", "multiply"]);

/** Two quantities exchanged throughout, or everywhere but in the place of the gradient. */
export function exchanges(root: Tree): Edit[] {
  const names = [...namesIn(root)];
  const hasGradient = placesIn(root).some(({ node }) => node.op === "gradient");
  const places = hasGradient ? [undefined, "gradient"] : [undefined];
  // In a + b nothing is exchanged, and what is elsewhere is another slip.
  const isJoined = (...both: readonly [string, string]): boolean =>
    placesIn(root).some(({ node }) => JOINED.has(node.op) && both.every((one) => joinedIn(node, node.op).some((term) => term.name === one))); // prettier-ignore
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => {
      if (isJoined(a, b)) return [];
      const by = new Map([
        [a, name(b)],
        [b, name(a)],
      ]);
      const what = (): string => `${readName(a)} and ${readName(b)} are exchanged`;
      return places
        .map((alone) => filled(root, by, alone))
        .map((tree) => wholeEdit(root, tree, "exchanged", 1.7, what, () => `${a}, ${b}`));
    }),
  );
}
