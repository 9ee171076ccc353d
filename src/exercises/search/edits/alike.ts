import { LIKELY } from "./likely.ts";
import { OLD } from "../../../math/text.ts";
import {
  apply,
  filled,
  keyOf,
  mapped,
  name,
  number,
  type Place,
  placesIn,
  readName,
  type Tree,
  namesIn,
} from "../tree.ts";
import { type Edit, type Vocabulary, clause, edit } from "./edit.ts";

/** One quantity for another wherever it stands. */
export function everywhere(root: Tree, { names }: Vocabulary): Edit[] {
  const stale = [...namesIn(root)].filter((one) => names.includes(one + OLD));
  const old = {
    tree: filled(root, new Map(stale.map((one) => [one, name(one + OLD)]))),
    kind: "old",
    of: stale.join(", "),
    what: () => `it uses the old ${stale.map(readName).join(" and the old ")} and not the new ones`,
    cost: 1.5,
  };
  return [
    ...(stale.length > 1 ? [old] : []),
    ...[...namesIn(root)].flatMap((one) =>
      names
        .filter((other) => other !== one)
        .map((other) => ({
          tree: filled(root, new Map([[one, name(other)]])),
          kind: "other everywhere",
          of: `${one}>${other}`,
          what: () => `${readName(other)} stands wherever ${readName(one)} should`,
          cost: 2.05,
        })),
    ),
  ];
}

/** The same slip in all places that are built alike, and two such places exchanged. */
export function parallels(root: Tree, words: Vocabulary): Edit[] {
  const alike = new Map<string, Tree[]>();
  for (const { node } of placesIn(root)) {
    if (node.args.length === 0) continue;
    const shape = keyOf(mapped(node, (part) => (part.op === "name" && part.name !== "t" ? name("x") : part)));
    if (!alike.has(shape)) alike.set(shape, []);
    alike.get(shape)!.push(node);
  }
  return [...alike.values()]
    .filter((nodes) => nodes.length > 1 && new Set(nodes.map(keyOf)).size === nodes.length)
    .flatMap((nodes) => {
      const slips = nodes.map((node) => ownEdits(node, words));
      const each = slips[0]!.map((first, k) => {
        const edits = slips.map((own) => own[k] ?? first);
        const by = new Map(nodes.map((node, i) => [node, edits[i]!.tree]));
        return {
          tree: swapped(root, by),
          kind: `${first.kind} in each`,
          of: nodes.map(keyOf).join(", "),
          what: () => edits.map(({ what }) => what()).join(", and "),
          cost: first.cost + 0.1,
        };
      });
      const [a, b] = nodes as [Tree, Tree];
      const both = {
        tree: swapped(
          root,
          new Map([
            [a, b],
            [b, a],
          ]),
        ),
        kind: "exchanged",
        of: `${keyOf(a)}, ${keyOf(b)}`,
        what: () => `${clause(a)} and ${clause(b)} are exchanged`,
        cost: 1.75,
      };
      return nodes.length === 2 ? [...each, both] : each;
    });
}

/** The likely slips at the top of a part. */
function ownEdits(node: Tree, words: Vocabulary): Edit[] {
  const [place] = placesIn(node) as [Place];
  return LIKELY.flatMap((family) => family(place, words));
}

function swapped(tree: Tree, by: ReadonlyMap<Tree, Tree>): Tree {
  const found = by.get(tree);
  if (found !== undefined) return found;
  if (tree.args.length === 0) return tree;
  return { ...tree, args: tree.args.map((arg) => swapped(arg, by)) };
}

/** A part of the expression that comes in once more, as a factor or a divisor. */
export function again(root: Tree): Edit[] {
  const places = placesIn(root);
  const parts = places.map(({ node }) => node).filter((node) => node.args.length > 0 && node !== root);
  return places.flatMap((place) =>
    place.node.op === "number"
      ? []
      : parts.flatMap((part) => [
          edit(
            place,
            apply("divide", place.node, part),
            "divisor too many",
            2.5,
            () => `${clause(place.node)} is divided by ${clause(part)} once more`,
            `${keyOf(place.node)}, ${keyOf(part)}`,
          ),
          edit(
            place,
            apply("multiply", place.node, part),
            "factor too many",
            2.5,
            () => `${clause(place.node)} is multiplied by ${clause(part)} once more`,
            `${keyOf(place.node)}, ${keyOf(part)}`,
          ),
        ]),
  );
}

/** The same in the place of every square. */
export function squares(root: Tree): Edit[] {
  const ways: readonly (readonly [string, (x: Tree) => Tree, string])[] = [
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
  return ways.map(([kind, way, what]) => ({
    tree: mapped(root, (node) =>
      node.op === "pow" && node.args[1]!.value === 2 ? way(node.args[0]!) : node,
    ),
    kind,
    of: "squares",
    what: () => what,
    cost: 1.85,
  }));
}

/** Two quantities exchanged throughout, or everywhere but in the place of the gradient. */
export function exchanges(root: Tree): Edit[] {
  const names = [...namesIn(root)];
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => {
      const by = new Map([
        [a, name(b)],
        [b, name(a)],
      ]);
      const whole = filled(root, by);
      const outside = filled(root, by, "gradient");
      return [whole, ...(keyOf(whole) === keyOf(outside) ? [] : [outside])].map((tree) => ({
        tree,
        kind: "exchanged",
        of: `${a}, ${b}`,
        what: () => `${readName(a)} and ${readName(b)} are exchanged`,
        cost: 1.7,
      }));
    }),
  );
}
