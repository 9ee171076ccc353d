import { times } from "../../../counted.ts";
import { OLD } from "../../../math/text.ts";
import { sameNumber } from "../columns.ts";
import { apply, keyOf, name, number, type Place, readName, type Tree } from "../tree.ts";
import { type Edit, type Family, type Vocabulary, clause, edit, instead, OPERATORS } from "./edit.ts";

/** Another quantity in the place of one. */
export const otherNames: Family = (place, { names, numbers }) => {
  const { node, parent } = place;
  if (isRest(node, numbers)) return restsOf(place, names, numbers);
  if (node.op !== "name" && node.op !== "gradient") return [];
  const isExponent = parent?.node.op === "pow" && place.index === 1;
  return names
    .filter((other) => other !== node.name && !(isExponent && other === "w"))
    .map((other) =>
      other === `${node.name ?? ""}${OLD}`
        ? edit(
            place,
            name(other),
            "old",
            1.45,
            () => `it uses the old ${clause(node)} and not the new one`,
            () => node.name!,
          )
        : edit(
            place,
            name(other),
            "other",
            2,
            () => inPlaceOf(other, place),
            () => `${keyOf(node)}>${other}`,
          ),
    );
};

/** Another share in the place of what is left of one, or that of a plain mean: 1 / t. */
function restsOf(place: Place, names: readonly string[], numbers: readonly string[]): Edit[] {
  const { node } = place;
  const t = name("t");
  const means = names.includes("t")
    ? [t, apply("add", t, number(1))].map((count) => apply("divide", number(1), count))
    : [];
  const others = numbers.filter((other) => other !== node.args[1]!.name).map((other) => name(other));
  const made = (by: Tree, so = "") =>
    edit(place, by, "other", 2, () => instead(by, node)() + so, () => `${keyOf(node)}>${keyOf(by)}`); // prettier-ignore
  return [
    ...others.map((by) => made(by)),
    ...means.map((by) => made(by, ": a plain mean over the steps, in which each weighs the same")),
  ];
}

/** 1 − β */
const isRest = ({ op, args }: Tree, numbers: readonly string[]): boolean =>
  op === "subtract" && args[0]!.value === 1 && numbers.includes(args[1]!.name ?? "");

function inPlaceOf(other: string, { node, parent, index }: Place): string {
  if (parent?.node.op === "norm")
    return `the length of ${readName(other)} is taken, and not that of ${clause(node)}`;
  const isSquared = parent?.node.op === "multiply" && parent.node.args[1 - index]!.name === other;
  return isSquared
    ? `${readName(other)} is squared, and ${clause(node)} is left out`
    : instead(name(other), node)();
}

/** What is left of another argument in the place of one: steps − decay for decay. */
export const leftOfOthers: Family = (place, { names, numbers }) => {
  const { node } = place;
  if (node.op !== "name" || names.length > numbers.length) return [];
  return names
    .filter((other) => other !== node.name)
    .map((other) => apply("subtract", name(other), node))
    .map((by) => edit(place, by, "left of another", 2.3, instead(by, node)));
};

/** A number in the place of a quantity. */
export const constantNames: Family = (place, { constants }) => {
  const { node } = place;
  if (node.op !== "name") return [];
  const what = (value: number) => (): string => `${value} stands where ${readName(node.name!)} should`;
  return constants.map((value) => edit(place, number(value), "constant", 2.2, what(value), () => node.name!));
};

/** Another number in the place of one. */
export const otherNumbers: Family = (place, words) => {
  const { constants, numbers } = words;
  const { node, parent } = place;
  if (node.op !== "number") return [];
  const value = node.value!;
  const [twice, half] = [2 * value, value / 2];
  const near = [value + 1, value - 1, twice, half, value * value, 1 - value];
  const far = [value * 10, value / 10, -value, 1 / value];
  const made = (by: Tree, cost: number, what = instead(by, node)): Edit =>
    edit(place, by, "number", cost, what, () => `${value}>${keyOf(by)}`);
  const rest = Number((1 - value).toPrecision(12));
  const isShare = value > 0 && value < 1 && value !== 0.5;
  const isOfLoop = isCount(place, words);
  const counts = isOfLoop ? Array.from({ length: Math.min(2 * value, 20) }, (_, i) => i + 1) : [];
  const often = (other: number) => (): string =>
    `${parent?.node.op === "pow" ? "the multiplication is made" : `${clause(parent!.node.args[1 - place.index]!)} is added up`} ${times(other)} and not ${times(value)}`;
  return [
    ...[...new Set([...near, ...far, ...constants, ...counts])]
      .filter((other) => other !== value && Number.isFinite(other))
      .map((other) => {
        const by = Number(other.toPrecision(12));
        const isNear = by !== 0 && (Math.abs(by - value) === 1 || constants.includes(by));
        if (isOfLoop && Number.isInteger(by) && by > 0)
          return made(number(by), Math.abs(by - value) === 1 ? 1.5 : 1.8, often(by));
        const sign = by === rest ? "−" : by === 1 + value ? "+" : undefined;
        if (by === half && isNear && value < 1) return made(number(by), 1.8, () => `${by} stands where ${value} should: the factor 2 is left out`); // prettier-ignore
        return isShare && sign !== undefined
          ? made(number(by), 1.8, () => `${by}, which is 1 ${sign} ${value}, stands where ${value} should`)
          : made(number(by), isNear ? 1.8 : 2.5);
      }),
    ...numbers.map((other) => made(name(other), 2.6)),
  ];
};

/** A number of the student's text in the place of one, what is left of a share, or a count that is one off. */
export const writtenNumbers: Family = (place, words) => {
  const { written = [] } = words;
  const due = place.node.value!;
  const isLikely = (value: number): boolean =>
    written.includes(value) ||
    (value > 0 && due > 0 && sameNumber(value + due, 1)) ||
    (Math.abs(value - due) === 1 && isCount(place, words));
  return otherNumbers(place, { ...words, constants: written, numbers: [] }).filter(
    ({ by: { value } }) => isLikely(value!) && !(value === 1 && place.parent?.node.op === "multiply"),
  );
};

/** Whether a number says how often a loop multiplies, or adds up. */
function isCount({ node, parent, index }: Place, { operators = [] }: Vocabulary): boolean {
  if (parent === undefined || !operators.includes("loop")) return false;
  const isOfSum = parent.node.op === "multiply" && parent.parent?.node.op !== "multiply" && node.value! > 1;
  return isOfSum || (parent.node.op === "pow" && index === 1 && parent.node.args[0]!.op === "number");
}

/** Products and quotients, which a student may compute by another way. */
export const isProduct = ({ op }: Tree): boolean => op === "multiply" || op === "divide";

/** Small expressions, for what no kind of slip says. */
export function smallTrees({ names, constants }: Vocabulary): Tree[] {
  const leaves = [...names.map((one) => name(one)), ...constants.map(number)];
  return leaves.flatMap((a) =>
    leaves.flatMap((b) =>
      a.op === "number" && b.op === "number" ? [] : OPERATORS.map((op) => apply(op, a, b)),
    ),
  );
}

/** One of them in the place of a part. */
export function replacement(place: Place, by: Tree): Edit {
  const { node } = place;
  return { place, by, kind: "replaced", of: () => keyOf(node), what: instead(by, node), cost: 4 };
}
