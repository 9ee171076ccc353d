import { called, isShort, STEP } from "../called.ts";
import { apply, keyOf, number, type Place, placesIn, rootOf, show, type Tree } from "../tree.ts";
import { DONE, type Edit, type Family, clause, edit, instead, OPERATORS } from "./edit.ts";

/** Another operator, its two sides exchanged, one side left out. */
export const operators: Family = (place, words) => {
  const { node } = place;
  if (!OPERATORS.includes(node.op)) return [];
  const [a, b] = node.args as [Tree, Tree];
  const other = (by: Tree, kind: string, cost: number): Edit =>
    edit(place, by, kind, cost, doneOtherwise(by, node));
  const without = (by: Tree, cost: number, what: () => string, kind = "left out"): Edit =>
    edit(place, by, kind, cost, what);
  const firstFlipped = (): string => `the sign of ${clause(a)} is flipped`;
  const flipped = (): string =>
    a.name === "t" && b.op === "number"
      ? instead(apply(node.op === "add" ? "subtract" : "add", a, b), node)()
      : `the sign of ${a.name === "w" ? called(b, STEP) : clause(b)} is flipped`;
  const isSquare = node.op === "pow" && b.value === 2;
  return [
    ...OPERATORS.filter((op) => op !== node.op && !(b.value === 1 && BY_ONE.has(op))).map((op) =>
      op === "subtract" && node.op === "add"
        ? edit(place, apply(op, a, b), "sign", 1.5, flipped)
        : op === "add" && node.op === "subtract"
          ? edit(place, apply(op, a, b), "sign", 1.5, flipped)
          : other(apply(op, a, b), "operator", 2),
    ),
    ...(node.op === "add" ? [edit(place, apply("subtract", b, a), "sign", 1.5, firstFlipped)] : []),
    ...(node.op === "subtract" && a.op !== "number" && a.name !== "w" && a.name !== "t"
      ? [edit(place, apply("subtract", apply("unaryMinus", a), b), "sign", 1.5, firstFlipped)]
      : []),
    ...(node.op === "multiply" ? ["divide", "pow"].map((op) => other(apply(op, b, a), "operator", 2)) : []),
    ...(words.operators ?? [])
      .filter((op) => op === "remainder" || (op === "join" && node.op === "add"))
      .map((op) => other(apply(op, a, b), op, 2)),
    ...(node.op === "add" || node.op === "multiply" ? [] : [exchanged(place, a, b)]),
    ...(isSquare ? [other(apply("multiply", b, a), "doubled", 1.9)] : []),
    // Without the second term of 1 − x it is a factor of 1, and that is told as a factor left out.
    ...(a.value === 1 && node.op === "subtract" && isFactor(place)
      ? []
      : [without(a, 1.9, () => leftOut(place, b), node.op === "multiply" ? "factor left out" : undefined)]),
    without(node.op === "subtract" ? apply("unaryMinus", b) : b, 1.9, () => leftOut(place, a)),
    ...(node.op === "subtract"
      ? [without(b, a.name === "w" ? 2 : 2.6, () => a.name === "w" ? `${called(b, STEP)} itself comes out, and is not subtracted from w` : isShort(b) ? `only ${clause(b)} is left` : `${clause(a)} is left out, and the minus behind it`, a.name === "w" ? "step alone" : "left out")] // prettier-ignore
      : []),
    ...(node.op === "divide"
      ? [without(apply("divide", number(1), b), 2, () => `1 stands where ${clause(a)} should`)]
      : []),
    ...(node.op === "multiply" || node.op === "add"
      ? ["max", "min"].map((op) => other(apply(op, a, b), "operator", 2.75))
      : []),
  ];
};

/** What comes to nothing with 1: that is told as a 1 that is left out. */
const BY_ONE: ReadonlySet<string> = new Set(["multiply", "divide", "pow"]);

const NOT_DONE: Readonly<Record<string, string>> = {
  add: "added",
  subtract: "subtracted",
  multiply: "multiplied",
  divide: "divided",
  pow: "raised to it",
};

const ROLES: Readonly<Record<string, string>> = {
  add: "added",
  subtract: "subtracted",
  multiply: "a factor",
  divide: "a divisor",
  pow: "an exponent",
};

/** "λ is added to w and not multiplied", or, beside what is long, "√(κ + ε) is a factor, and should be a divisor" */
function doneOtherwise({ op, args }: Tree, { op: due, args: [first, second] }: Tree): () => string {
  return () => {
    const [a, b] = args.map((arg) => clause(arg)) as [string, string];
    const isClear = isShort(...args) || !isShort(args[0]!);
    const not = due === "pow" && second!.value === 2 ? "squared" : NOT_DONE[due]!;
    if (op === "multiply" && args[0]!.value === 1)
      return instead(args[1]!, { op: due, args: [first!, second!] })();
    if (op === "multiply" && not === "squared") return `${clause(first!)} is doubled and not squared`;
    if (op === "add" && args[1]!.name === "w") return `${DONE[op]!(b, a)} and not ${not}`;
    if (op === "max" || op === "min")
      return `the ${op === "max" ? "larger" : "smaller"} one of ${a} and ${b} is taken, and they are not ${not}`;
    if (op === "join") return `${a} and ${b} are joined as texts and not ${not}`;
    if (op === "remainder") return `the remainder of ${a} by ${b} is taken`;
    return isClear
      ? `${DONE[op]!(a, b)} and not ${not}`
      : `${b} is ${ROLES[op]!}, and should be ${ROLES[due]!}`;
  };
}

function exchanged(place: Place, a: Tree, b: Tree): Edit {
  const by = apply(place.node.op, b, a);
  const what = EXCHANGED[place.node.op]!;
  return edit(place, by, "exchanged", 1.9, () =>
    isShort(by) ? `${what}: ${instead(by, place.node)()}` : what,
  );
}

const EXCHANGED: Readonly<Record<string, string>> = {
  subtract: "the difference is the wrong way round",
  divide: "the fraction is upside down",
  pow: "base and exponent are exchanged",
};

const isFactor = ({ parent, index }: Place): boolean =>
  parent?.node.op === "multiply" || (parent?.node.op === "divide" && index === 1);

/** How often something stands in the expression that a place is in. */
const copiesOf = (part: Tree, place: Place): number =>
  placesIn(rootOf(place)).filter((one) => keyOf(one.node) === keyOf(part)).length;

/** "the factor η is left out", and beside what, where there is more than one. */
function leftOut(place: Place, part: Tree): string {
  const { node } = place;
  const shown = clause(part);
  const [first, second] = node.args as [Tree, Tree];
  if (node.op === "multiply") {
    const other = part === first ? second : first;
    return copiesOf(part, place) > 1 && isShort(part, other)
      ? `the factor ${shown} beside ${clause(other)} is left out`
      : `the factor ${shown} is left out`;
  }
  const isSecond = part === second;
  if (part.op === "number" && (node.op === "add" || node.op === "subtract"))
    return first.name === "t"
      ? `${copiesOf(node, place) > 1 ? "in one place, " : ""}it counts t steps, where ${show(node)} have passed`
      : `${shown} is left out of ${clause(node)}`;
  if (node.op === "divide" && isSecond)
    return `${isShort(node) ? clause(first) : "nothing"} is ${isShort(node) ? "not " : ""}divided by ${shown}`;
  if (node.op === "pow" && isSecond)
    return part.value === 2
      ? `${clause(first)} is not squared`
      : `the power ${shown} of ${clause(first)} is left out`;
  return node.op === "divide"
    ? `${shown} is not divided by ${clause(second)}: that itself comes out`
    : `${shown} is left out`;
}
