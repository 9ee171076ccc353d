import { remembered } from "../../remembered.ts";
import { nameText } from "../../math/text.ts";
import { called } from "../search/called.ts";
import { branches, choices } from "../search/edits/bounds.ts";
import { type Edit, edited, isSquare } from "../search/edits/edit.ts";
import { functions } from "../search/edits/functions.ts";
import { operators } from "../search/edits/operators.ts";
import { otherNames } from "../search/edits/replaced.ts";
import { apply, filled, isInLanguage, name, number, type Place, placesIn, type Tree, treeOf } from "../search/tree.ts"; // prettier-ignore
import { epsilons } from "./epsilons.ts";
import { damped, otherShares, shares, swappedShares } from "./shares.ts";
import type { Names, Slip, SlipsAt, SlipsIn } from "./slips.ts";
import { textOf } from "./text.ts";

/** A wrong version of an expression. */
export interface Change {
  readonly text: string;
  /** What is wrong in it, as a clause: "the sign of λ·g is flipped". */
  readonly what: string;
}

const known = new Map<string, Change[]>();

/** Every wrong version of an expression by one slip, each text once. */
export function changesOf(text: string, names: Names): Change[] {
  const { shares: all, epsilon = "", rate = "", vectors } = names;
  const key = [text, all.join(), epsilon, rate, vectors.join()].join(";");
  return remembered(known, key, () => findChanges(text, names));
}

function findChanges(right: string, names: Names): Change[] {
  const root = treeOf(right);
  const places = placesIn(root);
  const found = new Map<string, Change>();
  const all = [
    ...places.flatMap((place) => likely(place, names)),
    ...places.flatMap((place) => IN_PLACES.flatMap((slips) => slips(place, names))),
    ...WHOLE_LINE.flatMap((slips) => slips(root, names)),
  ];
  for (const [wrong, what] of all) {
    const text = textOf(wrong);
    if (!found.has(text)) found.set(text, { text, what });
  }
  found.delete(textOf(root));
  return [...found.values()];
}

/** Another operation in the place of one, with the same operands. */
const OTHERS: Readonly<Record<string, string>> = { divide: "multiply", pow: "multiply", sqrt: "pow", solve: "mul" }; // prettier-ignore

const SUMS: ReadonlySet<string> = new Set(["add", "subtract"]);

/** Of these the first operand may be left out. */
const LOOSE: ReadonlySet<string> = new Set(["add", "multiply", "min", "max"]);

/** Of the slips that the search of a line knows, those that are made of each line. */
function isCommon({ place: { node }, by, kind }: Edit, vectors: readonly string[]): boolean {
  const [first, second] = node.args;
  switch (kind) {
    case "sign":
    case "factor left out":
    case "branch":
    case "doubled":
    case "other bound":
      return true;
    case "left out": // not what is divided or raised, and nothing beside a number
      return (by !== second || LOOSE.has(node.op)) && !(first!.op === "number" && SUMS.has(node.op));
    case "other":
      return vectors.includes(node.name ?? "");
    default:
      return by.op === OTHERS[node.op] && by.args[0] === first && !isSquare(node);
  }
}

/** What the search of a line tries first. */
function likely(place: Place, { vectors }: Names): Slip[] {
  const words = { names: vectors, numbers: [], constants: [], actions: [] };
  return [operators, functions, choices, branches, otherNames]
    .flatMap((family) => family(place, words))
    .filter((one) => isCommon(one, vectors) && isInLanguage(one.by))
    .map((one) => [edited(one), one.what()]);
}

/** A size for a square, or one number for all coordinates. */
const squares: SlipsAt = (place) => {
  const { node } = place;
  if (!isSquare(node)) return [];
  const [x] = node.args as [Tree];
  return [
    [place.put(apply("abs", x)), `${called(x)} is taken by its size and not squared`],
    ...(x.name === "g"
      ? ([
          [place.put(apply("pow", apply("norm", x), number(2))), "the squares of all coordinates are added up into one number"], // prettier-ignore
          [place.put(apply("mean", node)), "the squares of all coordinates are averaged into one number"],
        ] as const)
      : []),
  ];
};

const directions: SlipsAt = (place) =>
  place.node.name === "g"
    ? [[place.put(apply("divide", place.node, apply("norm", place.node))), "g is divided by its length"]]
    : [];

const IN_PLACES: readonly SlipsAt[] = [squares, epsilons, shares, damped, directions];

/** Where t is compared with a number, that number is what is wrong. */
export const comparesSteps = (text: string): boolean => /\bt [<>]/.test(text);

const steps: SlipsIn = (root) =>
  comparesSteps(textOf(root))
    ? []
    : (["subtract", "add"] as const).map((op) => [
        filled(root, new Map([["t", apply(op, name("t"), number(1))]])),
        `t is one too ${op === "add" ? "large" : "small"}`,
      ]);

const rates: SlipsIn = (root, { rate }) => {
  if (rate === undefined) return [];
  const [it, called] = [name(rate), `the rate ${nameText(rate)}`];
  const twice: Slip = [
    filled(root, new Map([[rate, apply("pow", it, number(2))]])),
    `${called} is applied twice`,
  ];
  const [w, update] = root.args;
  return root.op === "add" && w?.name === "w"
    ? [twice, [apply("add", w, apply("multiply", it, update!)), `${called} is applied once more`]]
    : [twice];
};

const WHOLE_LINE: readonly SlipsIn[] = [swappedShares, otherShares, steps, rates];
