import { remembered } from "../../remembered.ts";
import type { MathNode } from "../../math/expression.ts";
import { nameText } from "../../math/text.ts";
import { called } from "../search/called.ts";
import { branches, choices } from "../search/edits/bounds.ts";
import { type Edit, edited, isSquare } from "../search/edits/edit.ts";
import { functions } from "../search/edits/functions.ts";
import { operators } from "../search/edits/operators.ts";
import { otherNames } from "../search/edits/replaced.ts";
import { isInLanguage, placesIn, sourceOf, treeOf } from "../search/tree.ts";
import { isOperation, isSymbol, nodeOf, partsOf, renamed, replaced, textOf } from "./edit.ts";
import { epsilons } from "./epsilons.ts";
import type { Change, LineOperator, Names, Operator } from "./operator.ts";
import { damped, otherShares, shares, swappedShares } from "./shares.ts";

export type { Change, Names } from "./operator.ts";

const known = new Map<string, Change[]>();

/** Every wrong version of an expression by one slip, each text once. */
export function changesOf(text: string, names: Names): Change[] {
  const { shares: all, epsilon = "", rate = "", vectors } = names;
  const key = [text, all.join(), epsilon, rate, vectors.join()].join(";");
  return remembered(known, key, () => findChanges(nodeOf(text), names));
}

function findChanges(root: MathNode, names: Names): Change[] {
  const found = new Map<string, Change>();
  const all = [
    ...likely(root, names),
    ...partsOf(root).flatMap((node) => OPERATORS.flatMap((operator) => operator(root, node, names))),
    ...WHOLE_LINE.flatMap((operator) => operator(root, names)),
  ];
  for (const change of all) if (!found.has(change.text)) found.set(change.text, change);
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
function likely(root: MathNode, { vectors }: Names): Change[] {
  const words = { names: vectors, numbers: [], constants: [], actions: [] };
  return placesIn(treeOf(textOf(root)))
    .flatMap((place) =>
      [operators, functions, choices, branches, otherNames].flatMap((family) => family(place, words)),
    )
    .filter((one) => isCommon(one, vectors) && isInLanguage(one.by))
    .map((one) => ({ text: textOf(nodeOf(sourceOf(edited(one)))), what: one.what() }));
}

/** A size for a square, or one number for all coordinates. */
const squares: Operator = (root, node) => {
  if (!isOperation(node, "pow") || textOf(node.args[1]!) !== "2") return [];
  const [base] = node.args as [MathNode];
  const x = textOf(base);
  const made = (text: string, what: string): Change => ({ text: replaced(root, node, text), what });
  return [
    made(`abs(${x})`, `${called(treeOf(x))} is taken by its size and not squared`),
    ...(isSymbol(base, "g")
      ? [
          made(`norm(${x})^2`, "the squares of all coordinates are added up into one number"),
          made(`mean((${x})^2)`, "the squares of all coordinates are averaged into one number"),
        ]
      : []),
  ];
};

const directions: Operator = (root, node) =>
  isSymbol(node, "g")
    ? [{ text: replaced(root, node, "g/norm(g)"), what: "g is divided by its length" }]
    : [];

const OPERATORS: readonly Operator[] = [squares, epsilons, shares, damped, directions];

const steps: LineOperator = (root) => [
  { text: renamed(root, "t", "(t - 1)"), what: "t is one too small" },
  { text: renamed(root, "t", "(t + 1)"), what: "t is one too large" },
];

const rates: LineOperator = (root, { rate }) => {
  if (rate === undefined) return [];
  const twice = [
    { text: renamed(root, rate, `${rate}^2`), what: `the rate ${nameText(rate)} is applied twice` },
  ];
  if (!isOperation(root, "add") || !isSymbol(root.args[0]!, "w")) return twice;
  const update = textOf(root.args[1]!);
  return [
    ...twice,
    {
      text: textOf(nodeOf(`w + ${rate}*(${update})`)),
      what: `the rate ${nameText(rate)} is applied once more`,
    },
  ];
};

const WHOLE_LINE: readonly LineOperator[] = [swappedShares, otherShares, steps, rates];
