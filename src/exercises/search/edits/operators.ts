import { apply, number, type Place, type Tree } from "../tree.ts";
import { type Edit, type Family, clause, edit, instead, OPERATORS } from "./edit.ts";

/** Another operator, its two sides exchanged, one side left out. */
export const operators: Family = (place, words) => {
  const { node } = place;
  if (!OPERATORS.includes(node.op)) return [];
  const [a, b] = node.args as [Tree, Tree];
  const other = (by: Tree, kind: string, cost: number): Edit =>
    edit(place, by, kind, cost, instead(by, node));
  const isSquare = node.op === "pow" && b.value === 2;
  return [
    ...OPERATORS.filter((op) => op !== node.op).map((op) =>
      op === "subtract" && node.op === "add"
        ? edit(place, apply(op, a, b), "sign", 1.5, () => `the sign of ${clause(b)} is flipped`)
        : op === "add" && node.op === "subtract"
          ? edit(place, apply(op, a, b), "sign", 1.5, () => `the sign of ${clause(b)} is flipped`)
          : other(apply(op, a, b), "operator", 2),
    ),
    ...(node.op === "multiply" ? [other(apply("divide", b, a), "operator", 2)] : []),
    ...(node.op === "subtract" ? [other(apply("multiply", a, apply("unaryMinus", b)), "operator", 2.1)] : []),
    ...(words.operators ?? [])
      .filter((op) => op === "remainder" || (op === "join" && node.op === "add"))
      .map((op) => other(apply(op, a, b), op, 2)),
    ...(node.op === "add" || node.op === "multiply" ? [] : [exchanged(place, a, b)]),
    ...(isSquare ? [other(apply("multiply", b, a), "doubled", 1.9)] : []),
    edit(place, a, node.op === "multiply" ? "factor left out" : "left out", 1.9, () => leftOut(node, b)),
    edit(place, node.op === "subtract" ? apply("unaryMinus", b) : b, "left out", 1.9, () => leftOut(node, a)),
    ...(node.op === "subtract"
      ? [edit(place, b, "left out", 2.6, () => `${clause(b)} alone stands where ${clause(node)} should`)]
      : []),
    ...(node.op === "divide"
      ? [
          edit(
            place,
            apply("divide", number(1), b),
            "left out",
            2,
            () => `1 stands where ${clause(a)} should`,
          ),
        ]
      : []),
    ...(node.op === "multiply" || node.op === "add"
      ? ["max", "min"].map((op) => other(apply(op, a, b), "operator", 2.6))
      : []),
  ];
};

function exchanged(place: Place, a: Tree, b: Tree): Edit {
  const by = apply(place.node.op, b, a);
  const what = EXCHANGED[place.node.op]!;
  return edit(place, by, "exchanged", 1.9, () => `${what}: ${instead(by, place.node)()}`);
}

const EXCHANGED: Readonly<Record<string, string>> = {
  subtract: "the difference is the wrong way round",
  divide: "the fraction is upside down",
  pow: "base and exponent are exchanged",
};

function leftOut(node: Tree, part: Tree): string {
  const shown = clause(part);
  if (node.op === "multiply") return `the factor ${shown} is left out`;
  const isSecond = part === node.args[1];
  if (node.op === "divide" && isSecond) return `it is not divided by ${shown}`;
  if (node.op === "pow" && isSecond)
    return part.value === 2
      ? `${clause(node.args[0]!)} is not squared`
      : `the power ${shown} of ${clause(node.args[0]!)} is left out`;
  return `${shown} is left out`;
}
