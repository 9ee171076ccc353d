import { remembered } from "../../remembered.ts";
import type { OperatorNode } from "mathjs";
import type { MathNode } from "../../math/expression.ts";
import { nameText } from "../../math/text.ts";
import { isShort, STEP } from "../search/called.ts";
import { treeOf } from "../search/tree.ts";
import { isOperation, isSymbol, nodeOf, partsOf, renamed, replaced, textOf } from "./edit.ts";
import { calls, cases, epsilons } from "./calls.ts";
import type { Change, LineOperator, Names, Operator } from "./operator.ts";
import { partText } from "./part-text.ts";
import { complementOf, damped, otherShares, shares, swappedShares } from "./shares.ts";

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
    ...partsOf(root).flatMap((node) => OPERATORS.flatMap((operator) => operator(root, node, names))),
    ...WHOLE_LINE.flatMap((operator) => operator(root, names)),
  ];
  for (const change of all) if (!found.has(change.text)) found.set(change.text, change);
  found.delete(textOf(root));
  return [...found.values()];
}

const signs: Operator = (root, node) => {
  if (isOperation(node, "unaryMinus")) {
    const [inner] = node.args as [MathNode];
    return [
      {
        text: replaced(root, node, textOf(inner)),
        what: `the minus before ${partText(inner)} is missing`,
      },
    ];
  }
  if (!isOperation(node, "add", "subtract")) return [];
  const [left, right] = node.args as [MathNode, MathNode];
  const other =
    node.fn === "add" ? `${textOf(left)} - (${textOf(right)})` : `${textOf(left)} + ${textOf(right)}`;
  const flipped = [
    {
      text: replaced(root, node, other),
      what:
        isSymbol(left, "t") && right.type === "ConstantNode"
          ? `${partText(nodeOf(other))} stands where ${partText(node)} should`
          : `the sign of ${partText(right, isSymbol(left, "w") ? STEP : undefined)} is flipped`,
    },
  ];
  const isFirst = !isOperation(left, "add", "subtract", "unaryMinus");
  if (isSymbol(left, "w") || isSymbol(left, "t") || left.type === "ConstantNode" || !isFirst) return flipped;
  const first = `-(${textOf(left)}) ${node.fn === "add" ? "+" : "-"} (${textOf(right)})`;
  return [
    ...flipped,
    { text: replaced(root, node, first), what: `the sign of ${partText(left)} is flipped` },
  ];
};

const terms: Operator = (root, node, { shares: all }) => {
  if (!isOperation(node, "add", "subtract") || complementOf(node, all) !== undefined) return [];
  const [left, right] = node.args as [MathNode, MathNode];
  const last = node.fn === "add" ? textOf(right) : `-(${textOf(right)})`;
  // Without the second term of 1 - x it is a factor of 1, and that slip is named as a factor left out.
  if (left.type === "ConstantNode") return [];
  return [
    { text: replaced(root, node, textOf(left)), what: leftOut(node, right) },
    { text: replaced(root, node, last), what: `${partText(left)} is left out` },
  ];
};

function leftOut(sum: OperatorNode, part: MathNode): string {
  if (part.type !== "ConstantNode") return `${partText(part)} is left out`;
  return isSymbol(sum.args[0]!, "t")
    ? `it counts t steps, where ${partText(sum)} have passed`
    : `${partText(part)} is left out of ${partText(sum)}`;
}

/** "the factor η is left out", and beside what, where it stands in the line once more. */
function factorLeftOut(root: MathNode, factor: MathNode, other: MathNode): string {
  const text = textOf(factor);
  const isOneOfSeveral = partsOf(root).filter((part) => textOf(part) === text).length > 1;
  const isClear = isOneOfSeveral && isShort(treeOf(text), treeOf(textOf(other)));
  return `the factor ${partText(factor)}${isClear ? ` beside ${partText(other)}` : ""} is left out`;
}

const factors: Operator = (root, node) => {
  if (!isOperation(node, "multiply", "divide")) return [];
  const [left, right] = node.args as [MathNode, MathNode];
  const [a, b] = [textOf(left), textOf(right)];
  if (node.fn === "multiply") {
    return [
      { text: replaced(root, node, a), what: factorLeftOut(root, right, left) },
      { text: replaced(root, node, b), what: factorLeftOut(root, left, right) },
    ];
  }
  const isClear = isShort(treeOf(textOf(node)));
  const [above, below] = [partText(left), partText(right)];
  return [
    {
      text: replaced(root, node, a),
      what: isClear ? `${above} is not divided by ${below}` : `nothing is divided by ${below}`,
    },
    {
      text: replaced(root, node, `(${a})*(${b})`),
      what: isClear
        ? `${above} is multiplied by ${below} and not divided`
        : `${below} is a factor, and should be a divisor`,
    },
  ];
};

const powers: Operator = (root, node) => {
  if (!isOperation(node, "pow")) return [];
  const [base, exponent] = node.args as [MathNode, MathNode];
  const [inner, shown] = [textOf(base), partText(base)];
  const isSquare = textOf(exponent) === "2";
  const forgotten = isSquare
    ? `${shown} is not squared`
    : `the power ${partText(exponent)} of ${shown} is left out`;
  return [
    { text: replaced(root, node, inner), what: forgotten },
    ...(isSquare
      ? [
          { text: replaced(root, node, `2*(${inner})`), what: `${shown} is doubled and not squared` },
          {
            text: replaced(root, node, `abs(${inner})`),
            what: `${shown} is taken by its size and not squared`,
          },
          {
            text: replaced(root, node, `norm(${inner})^2`),
            what: `the squares of all coordinates are added up into one number`,
          },
          {
            text: replaced(root, node, `mean((${inner})^2)`),
            what: `the squares of all coordinates are averaged into one number`,
          },
        ].filter((change) => !/norm|mean/.test(change.text) || isSymbol(base, "g"))
      : [
          {
            text: replaced(root, node, `(${inner})*(${textOf(exponent)})`),
            what: `${shown} is multiplied by ${partText(exponent)} and not raised to it`,
          },
        ]),
  ];
};

const otherVectors: Operator = (root, node, { vectors }) => {
  if (!isSymbol(node) || !vectors.includes(node.name)) return [];
  return vectors
    .filter((name) => name !== node.name)
    .map((name) => ({
      text: replaced(root, node, name),
      what: `${nameText(name)} stands where ${nameText(node.name)} should`,
    }));
};

const directions: Operator = (root, node) =>
  isSymbol(node, "g")
    ? [{ text: replaced(root, node, "g/norm(g)"), what: "g is divided by its length" }]
    : [];

const OPERATORS: readonly Operator[] = [
  ...[signs, terms, factors, powers, calls, cases, epsilons, shares],
  ...[damped, otherVectors, directions],
];

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
