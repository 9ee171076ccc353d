import { OLD } from "../../../math/text.ts";
import { apply, keyOf, name, namesIn, number, type Place, placesIn, readName, type Tree } from "../tree.ts";
import { isShort, STEP, wholly } from "../called.ts";
import { besideWhat, isOverRoot } from "./around.ts";
import {
  DONE,
  type Edit,
  type Family,
  clause,
  edit,
  instead,
  isSquare,
  isStep,
  told,
  wholeEdit,
} from "./edit.ts";

/** Something that comes in besides: what it is, how it is read, and how far-fetched that is in each role. */
interface Extra {
  readonly by: Tree;
  readonly reads: () => string;
  readonly costs: { readonly factor?: number; readonly divisor?: number; readonly term?: number };
  readonly kinds?: { readonly factor?: string; readonly divisor?: string; readonly term?: string };
  /** " once more", of what stands there already. */
  readonly more?: string;
}

/** What a part is called that is long beside another one: by its place, or by what it is. */
function longPart(place: Place): string {
  if (place.parent === undefined) return "the result";
  if (isStep(place)) return STEP;
  return place.parent.node.op === "sqrt" ? "what stands under the root" : wholly(place.node);
}

/** Is a part a term of the whole line? */
const isTermOfAll = ({ parent }: Place): boolean =>
  parent === undefined || (["add", "subtract"].includes(parent.node.op) && isTermOfAll(parent));

const partOf = (place: Place): string => (isStep(place) && place.node.op !== "multiply" ? STEP : told(place));

/** What is done besides, as it is told. */
function done(place: Place, op: string, by: Tree, reads: string): string {
  if (place.node.name === "t" && by.value === 1 && (op === "add" || op === "subtract"))
    return instead(apply(op, place.node, by), place.node)();
  const { node } = place;
  const isTerm = op === "add" || op === "subtract";
  if (!isTerm && node.op === "pow" && keyOf(node.args[0]!) === keyOf(by) && node.args[1]!.name === "t")
    return `in the exponent of ${reads}, t ${op === "multiply" ? "+" : "−"} 1 stands where t should`;
  if (isShort(node, by)) return besideWhat(place) + DONE[op]!(clause(node), reads);
  if (isTerm && isTermOfAll(place)) return `${reads} is ${op === "add" ? "added" : "subtracted"} besides`;
  return DONE[op]!(longPart(place), node.args.length === 0 ? wholly(by) : reads);
}

/** A part with something besides, as the second operand. */
const besides = (
  place: Place,
  op: string,
  { by, reads, more = "" }: Extra,
  kind: string,
  cost: number,
): Edit => {
  const { node, parent } = place;
  const made = apply(op, node, by);
  const what = (): string => {
    if (parent?.node.op === "norm" && isShort(made))
      return `the length of ${clause(op === "multiply" ? apply(op, by, node) : made)} is taken, and not that of ${clause(node)}`;
    return done(place, op, by, reads()) + more;
  };
  return edit(place, made, kind, cost, what, () => `${keyOf(node)}, ${keyOf(by)}`);
};

/** A part multiplied by something, divided by it, with it added or subtracted. */
function withExtra(place: Place, extra: Extra): Edit[] {
  const { costs, kinds = {} } = extra;
  const { factor = "factor too many", divisor = "divisor too many", term = "term too many" } = kinds;
  const made: Edit[] = [];
  const isSizeOnly = place.parent?.node.op === "sqrt" && keyOf(place.node) === keyOf(extra.by);
  if (costs.factor !== undefined && !isSizeOnly)
    made.push(besides(place, "multiply", extra, factor, costs.factor));
  if (costs.divisor !== undefined) made.push(besides(place, "divide", extra, divisor, costs.divisor));
  if (costs.term !== undefined) {
    made.push(besides(place, "add", extra, term, costs.term));
    made.push(besides(place, "subtract", extra, term, costs.term));
  }
  return made;
}

/** Whether an operand bears a name, old or new. */
const isPartOf = ({ node }: Place, one: string): boolean =>
  node.args.some(({ name = "" }) => name.replace(OLD, "") === one.replace(OLD, ""));

/** The mean of what should stand there and something else. */
export const means: Family = (place, { names }) => {
  const { node } = place;
  if (node.op === "number") return [];
  return names
    .filter((other) => other !== node.name && !isPartOf(place, other))
    .map((other) =>
      edit(
        place,
        apply("divide", apply("add", node, name(other)), number(2)),
        "mean",
        2.6,
        () =>
          `${clause(node)} is averaged with ${node.op === "gradient" && other === "g" ? "the one at w" : clause(name(other))}`,
        () => `${keyOf(node)}, ${other}`,
      ),
    );
};

/** A correction for the start at 0 where there is none, and a step or a share added. */
export const corrections: Family = (place, { names, numbers }) => {
  const { node } = place;
  if (node.op === "number" || numbers.includes(node.name ?? "")) return [];
  const vectors = names
    .filter((one) => !numbers.includes(one) && one !== "t" && one !== "n" && one !== "i")
    .slice(0, 6);
  return numbers.flatMap((share) => [
    ...[name(share), apply("pow", name(share), name("t"))].flatMap((kept) =>
      withTree(place, apply("subtract", number(1), kept), { factor: 2.4, divisor: 2.4 }),
    ),
    ...(isStep(place)
      ? withTree(place, apply("sqrt", apply("subtract", number(1), name(share))), {
          factor: 2.3,
          divisor: 2.3,
        })
      : []),
    ...vectors.flatMap((other) =>
      withTree(place, apply("multiply", name(share), name(other)), { term: 2.8 }),
    ),
  ]);
};

const withTree = (place: Place, by: Tree, costs: Extra["costs"]): Edit[] =>
  withExtra(place, { by, reads: () => clause(by), costs, kinds: { divisor: "correction too many" } });

/** A quantity too many: as a factor, a divisor or a term. */
const quantities: Family = (place, { names, actions, asides = [] }) => {
  const { node, parent } = place;
  const isOne = node.value === 1;
  const isTerm = parent?.node.op !== "multiply" || node.op === "name" || isSquare(node);
  return [...names, ...asides].flatMap((other) => {
    const by = name(other);
    const costs = {
      ...(isOne ? {} : { factor: 2.7 }),
      divisor: 2.8,
      ...(isTerm ? { term: 3 } : {}),
    };
    const made = withExtra(place, { by, reads: () => readName(other), costs });
    if (node.op === "number" || !actions.includes("norm")) return made;
    const byLength = edit(
      place,
      apply("divide", node, apply("norm", by)),
      "divided by length",
      2.5,
      () => `${clause(node)} is divided by the length of ${readName(other)}`,
      () => `${keyOf(node)}, ${other}`,
    );
    return [...made, byLength];
  });
};

/** A number too many: as a factor, a divisor or a term. */
const constants: Family = (place, words) => {
  return words.constants.flatMap((value) => {
    if (value === 0) return [];
    const by = number(value);
    const plain = { factor: "constant factor", divisor: "constant factor", term: "constant term" };
    const said = { by, reads: () => String(value), kinds: plain };
    // A number with another one added is another number.
    const term = place.node.op === "number" ? {} : { term: 2.9 };
    if (value === 1) return withExtra(place, { ...said, costs: term });
    if (value !== 2 && value !== 0.5)
      return withExtra(place, { ...said, costs: { factor: 2.2, divisor: 2.3, ...term } });
    const factors = [place.node, place.parent?.node].flatMap((one) =>
      one?.op === "multiply" ? one.args : [],
    );
    const again = factors.some((one) => one.value === value) ? " once more" : "";
    const way = `${value === 2 ? "doubled" : "halved"}${again}`;
    const once = edit(
      place,
      apply("multiply", place.node, by),
      "constant factor",
      place.node.op === "number" ? 2.2 : isStep(place) && place.node.op !== "multiply" ? 2 : 2.1,
      () => `${besideWhat(place)}${partOf(place)} is ${way}`,
      () => `${keyOf(place.node)}, ${value}`,
    );
    return [once, ...withExtra(place, { ...said, costs: { divisor: 2.3, ...term } })];
  });
};

/** A factor, a divisor or a term too many. */
export const extras: Family = (place, words) => [...quantities(place, words), ...constants(place, words)];

/** At the end of a line, a term too many that is a product or a square. */
export const longTerms: Family = (place, { names, constants }) => {
  if (place.parent !== undefined) return [];
  const squares = names.map((one) => apply("pow", name(one), number(2)));
  const products = names.flatMap((a, i) =>
    names.slice(i + 1).map((b) => apply("multiply", name(a), name(b))),
  );
  const scaled = constants
    .filter((value) => value !== 0 && value !== 1)
    .flatMap(
      (value) =>
      // What is a term already is halved or doubled there.
      [...names.filter((one) => !isPartOf(place, one)).map((one) => name(one)), ...squares].map((x) => apply("multiply", number(value), x)), // prettier-ignore
    );
  return [...squares, ...products, ...scaled].flatMap((by) => withTree(place, by, { term: 3.1 }));
};

/** The length of a list in the place of a part, by itself or with ε. */
export const otherLengths: Family = (place, { names, numbers, actions }) => {
  const { node } = place;
  if (node.op === "number" || node.name === "w") return [];
  const lists = names.filter((one) => one === "g" || one === "w");
  return lists.flatMap((list) =>
    ["norm", "sizes", "largest"]
      .filter((op) => actions.includes(op))
      .flatMap((op) => {
        const length = apply(op, name(list));
        const held = numbers.includes("epsilon") ? [apply("add", length, name("epsilon"))] : [];
        return [length, ...held].map((by) =>
          edit(place, by, "length", 2.4, instead(by, node), () => `${keyOf(node)}>${keyOf(by)}`),
        );
      }),
  );
};

/** The factor of the old w on the step too: w·(1 − η·decay) − step, with the decay after the step. */
export function shrunkSteps(root: Tree): Edit[] {
  const [old, step] = root.args;
  if ((root.op !== "subtract" && root.op !== "add") || old?.op !== "multiply") return [];
  const factor = old.args.find((_, i) => old.args[1 - i]!.name === "w");
  if (factor === undefined) return [];
  const by = apply(root.op, old, apply("multiply", step!, factor));
  const what = (): string => `the step is multiplied by ${clause(factor)} too, and only the old w should be`;
  return [wholeEdit(root, by, "step too", 1.9, what, () => keyOf(factor))];
}

/** A part of the expression that comes in once more, as a factor or a divisor. */
export function again(root: Tree): Edit[] {
  const places = placesIn(root);
  const parts = places
    .map(({ node }) => node)
    .filter((node) => node.args.length > 0 && node !== root && namesIn(node).size > 0 && !isOverRoot(node));
  return places
    .filter(({ node }) => node.op !== "number")
    .flatMap((place) =>
      parts.flatMap((by) =>
        withExtra(place, {
          by,
          reads: () => clause(by),
          more: " once more",
          costs: { factor: 2.5, divisor: 2.5 },
        }),
      ),
    );
}
