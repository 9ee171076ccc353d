import { OLD } from "../../math/text.ts";
import {
  apply,
  filled,
  keyOf,
  mapped,
  name,
  namesIn,
  number,
  type Place,
  placesIn,
  readName,
  show,
  sizeOf,
  type Tree,
} from "./tree.ts";

/** A wrong version of an expression, and what is said of it. */
export interface Edit {
  readonly tree: Tree;
  /** The kind of slip, by a name that stays: "sign", "left out". */
  readonly kind: string;
  /** Where, by a name that stays. */
  readonly of: string;
  /** A clause: "the sign of λ·g is flipped". */
  readonly what: () => string;
  /** How far-fetched: of two that fit alike, the lower one is told. */
  readonly cost: number;
}

/** What may stand in an expression. */
export interface Vocabulary {
  /** Names that have a value. */
  readonly names: readonly string[];
  /** Names of hyperparameters among them. */
  readonly numbers: readonly string[];
  /** Numbers that stand in the student's text, and usual ones. */
  readonly constants: readonly number[];
  /** Operations that a student may have put around something. */
  readonly actions: readonly string[];
  /** Names that may only come in besides. */
  readonly asides?: readonly string[];
}

/** What is said where an operation stands around something. */
const AROUND: Readonly<Record<string, (x: string) => string>> = {
  sqrt: (x) => `the root of ${x} is taken`,
  cbrt: (x) => `the cube root of ${x} is taken`,
  abs: (x) => `the size of ${x} is taken, without its sign`,
  sign: (x) => `only the sign of ${x} is used, and not its size`,
  exp: (x) => `e to the power ${x} is taken`,
  expm1: (x) => `expm1 of ${x} is taken, which is e to that power minus 1`,
  log: (x) => `the logarithm of ${x} is taken`,
  tanh: (x) => `${x} goes through tanh, which holds it between −1 and 1`,
  clip: (x) => `${x} is held between −1 and 1`,
  floor: (x) => `${x} is rounded down to a whole number`,
  ceil: (x) => `${x} is rounded up to a whole number`,
  trunc: (x) => `${x} is cut down to a whole number`,
  round0: (x) => `${x} is rounded to a whole number`,
  round1: (x) => `${x} is rounded to one decimal`,
  round2: (x) => `${x} is rounded to two decimals`,
  round3: (x) => `${x} is rounded to three decimals`,
  first: (x) => `the first coordinate's ${x} is used for all coordinates`,
  second: (x) => `the second coordinate's ${x} is used for all coordinates`,
  last: (x) => `the last coordinate's ${x} is used for all coordinates`,
  next: (x) => `each coordinate uses the ${x} of the next one: the index is one too high`,
  previous: (x) => `each coordinate uses the ${x} of the one before: the index is one too low`,
  following: (x) => `each coordinate uses the ${x} of the next one: the index is shifted`,
  preceding: (x) => `each coordinate uses the ${x} of the one before: the index is shifted`,
  reverse: (x) => `${x} is used in the reverse order`,
  running: (x) => `the ${x} of the coordinates before is added in: a running sum goes across the coordinates`,
  sum: (x) => `the ${x} of all coordinates is added up into one number`,
  mean: (x) => `the ${x} of all coordinates is averaged into one number`,
  norm: (x) => `the length of ${x} is used, one number for all coordinates`,
  sizes: (x) => `the sizes of ${x} in all coordinates are added up into one number`,
  largest: (x) => `the largest ${x} is used for all coordinates`,
  gradient: (x) => `the gradient at ${x} is taken once more`,
  solve: (x) => `H⁻¹ is applied to ${x}`,
  mul: (x) => `H is multiplied with ${x}`,
};

const clause = (x: Tree): string => show(x);

type Family = (place: Place, words: Vocabulary) => Edit[];

const edit = (
  { put, node }: Place,
  by: Tree,
  kind: string,
  cost: number,
  what: () => string,
  of: string = keyOf(node),
): Edit => ({ tree: put(by), kind, of, what, cost: cost + 0.002 * sizeOf(node) });

/** Another quantity in the place of one. */
const otherNames: Family = (place, { names }) => {
  const { node, parent } = place;
  if (node.op !== "name" && node.op !== "gradient") return [];
  const shown = clause(node);
  return names
    .filter(
      (other) => other !== node.name && !(parent?.op === "pow" && parent.args[1] === node && other === "w"),
    )
    .map((other) =>
      other === `${node.name ?? ""}${OLD}`
        ? edit(
            place,
            name(other),
            "old",
            1.45,
            () => `it uses the old ${shown} and not the new one`,
            node.name,
          )
        : edit(
            place,
            name(other),
            "other",
            2,
            () => `${readName(other)} stands where ${shown} should`,
            `${keyOf(node)}>${other}`,
          ),
    );
};

/** A number in the place of a quantity. */
const constantNames: Family = (place, { constants }) => {
  const { node, put } = place;
  if (node.op !== "name") return [];
  const shown = readName(node.name!);
  return constants.flatMap((value) => [
    edit(place, number(value), "constant", 2.2, () => `${value} stands where ${shown} should`, node.name),
    {
      ...edit(
        place,
        node,
        "constant",
        2.1,
        () => `${shown} is always ${value}, whatever is given`,
        node.name,
      ),
      tree: filled(put(node), new Map([[node.name!, number(value)]])),
    },
  ]);
};

/** Another number in the place of one. */
const otherNumbers: Family = (place, { constants, numbers }) => {
  const { node } = place;
  if (node.op !== "number") return [];
  const value = node.value!;
  const near = [
    value + 1,
    value - 1,
    2 * value,
    value / 2,
    value * value,
    1 - value,
    value * 10,
    value / 10,
    -value,
    1 / value,
  ];
  return [
    ...[...new Set([...near, ...constants])]
      .filter((other) => other !== value && Number.isFinite(other))
      .map((other) => {
        const by = Number(other.toPrecision(12));
        return edit(
          place,
          number(by),
          "number",
          Math.abs(by - value) === 1 || constants.includes(by) ? 1.8 : 2.5,
          () => `${by} stands where ${value} should`,
          `${value}>${by}`,
        );
      }),
    ...numbers.map((other) =>
      edit(
        place,
        name(other),
        "number",
        2.6,
        () => `${readName(other)} stands where ${value} should`,
        `${value}>${other}`,
      ),
    ),
  ];
};

/** An operation too many around something. */
const around: Family = (place, { actions }) => {
  const { node, parent } = place;
  if (node.op === "number") return [];
  const edits = actions
    .filter((op) => op !== node.op && op !== parent?.op)
    .map((op) =>
      edit(
        place,
        apply(op, node),
        op,
        2.3 + (place.parent === undefined ? 0.2 : 0),
        () => AROUND[op]?.(clause(node)) ?? `${op} of ${clause(node)} is taken`,
      ),
    );
  const x = clause(node);
  const isPower = parent?.op === "pow";
  return [
    ...edits,
    edit(place, apply("unaryMinus", node), "sign", 1.8, () => `the sign of ${x} is flipped`),
    ...(isPower
      ? []
      : [
          edit(place, apply("pow", node, number(2)), "squared", 2, () => `${x} is squared`),
          edit(place, apply("pow", node, number(3)), "cubed", 2.8, () => `${x} is raised to the third power`),
          edit(
            place,
            apply("multiply", node, apply("abs", node)),
            "squared",
            3,
            () => `${x} is multiplied by its own size`,
          ),
          edit(
            place,
            apply("divide", node, apply("abs", node)),
            "sign only",
            2.4,
            () => `${x} is divided by its own size, so that only its sign is left`,
          ),
          ...(actions.includes("norm") ? lengths(place) : []),
          edit(
            place,
            apply("subtract", number(1), node),
            "complement",
            2.3,
            () => `1 − ${x} stands where ${x} should`,
          ),
          edit(
            place,
            apply("divide", number(1), node),
            "inverted",
            2.4,
            () => `1/${inside(node)} stands where ${x} should`,
          ),
        ]),
  ];
};

/** The length of a list as a divisor or a factor. */
function lengths(place: Place): Edit[] {
  const { node } = place;
  const x = clause(node);
  return [
    edit(
      place,
      apply("divide", node, apply("norm", node)),
      "divided by length",
      2.2,
      () => `${x} is divided by its length`,
    ),
    ...(["sizes", "largest"] as const).map((op) =>
      edit(
        place,
        apply("divide", node, apply(op, node)),
        `divided by ${op}`,
        2.3,
        () => `${x} is divided by ${op === "sizes" ? "the sum of its sizes" : "its largest size"}`,
      ),
    ),
    edit(
      place,
      apply("divide", node, apply("pow", apply("norm", node), number(2))),
      "divided by length squared",
      2.4,
      () => `${x} is divided by its squared length`,
    ),
    edit(
      place,
      apply("divide", node, apply("sqrt", apply("norm", node))),
      "divided by root of length",
      2.4,
      () => `${x} is divided by the root of its length`,
    ),
    edit(
      place,
      apply("divide", node, apply("add", number(1), apply("norm", node))),
      "divided by 1 and length",
      2.4,
      () => `${x} is divided by 1 plus its length`,
    ),
    edit(
      place,
      apply("multiply", node, apply("norm", node)),
      "multiplied by length",
      2.5,
      () => `${x} is multiplied by its length`,
    ),
  ];
}

const inside = (node: Tree): string => (node.args.length === 0 ? clause(node) : `(${clause(node)})`);

/** The mean of what should stand there and something else. */
const means: Family = (place, { names }) => {
  const { node } = place;
  if (node.op === "number") return [];
  return names
    .filter((other) => other !== node.name)
    .map((other) =>
      edit(
        place,
        apply("divide", apply("add", node, name(other)), number(2)),
        "mean",
        2.6,
        () => `the mean of ${clause(node)} and ${readName(other)} stands where ${clause(node)} should`,
        `${keyOf(node)}, ${other}`,
      ),
    );
};

/** A correction for the start at 0 where there is none, and a step or a share added. */
const corrections: Family = (place, { names, numbers }) => {
  const { node } = place;
  if (node.op === "number" || numbers.includes(node.name ?? "")) return [];
  const x = clause(node);
  const vectors = names
    .filter((one) => !numbers.includes(one) && one !== "t" && one !== "n" && one !== "i")
    .slice(0, 6);
  return numbers.flatMap((share) => [
    ...[
      apply("subtract", number(1), name(share)),
      apply("subtract", number(1), apply("pow", name(share), name("t"))),
    ].flatMap((by) => [
      edit(
        place,
        apply("divide", node, by),
        "correction too many",
        2.4,
        () => `${x} is divided by ${clause(by)}`,
        `${keyOf(node)}, ${keyOf(by)}`,
      ),
      edit(
        place,
        apply("multiply", node, by),
        "factor too many",
        2.4,
        () => `${x} is multiplied by ${clause(by)}`,
        `${keyOf(node)}, ${keyOf(by)}`,
      ),
    ]),
    ...vectors.flatMap((other) => {
      const by = apply("multiply", name(share), name(other));
      return [
        edit(
          place,
          apply("add", node, by),
          "term too many",
          2.8,
          () => `${clause(by)} is added to ${x}`,
          `${keyOf(node)}, ${keyOf(by)}`,
        ),
        edit(
          place,
          apply("subtract", node, by),
          "term too many",
          2.8,
          () => `${clause(by)} is subtracted from ${x}`,
          `${keyOf(node)}, ${keyOf(by)}`,
        ),
      ];
    }),
  ]);
};

/** A factor, a divisor or a term too many. */
const extras: Family = (place, { names, constants, actions, asides = [] }) => {
  const { node, parent } = place;
  const x = clause(node);
  const made: Edit[] = [];
  for (const other of [...names, ...asides]) {
    const y = readName(other);
    const of = `${keyOf(node)}, ${other}`;
    if (node.op !== "number" || node.value !== 1)
      made.push(
        edit(
          place,
          apply("multiply", node, name(other)),
          "factor too many",
          2.7,
          () => `${x} is multiplied by ${y}`,
          of,
        ),
      );
    made.push(
      edit(
        place,
        apply("divide", node, name(other)),
        "divisor too many",
        2.8,
        () => `${x} is divided by ${y}`,
        of,
      ),
    );
    if (node.op !== "number" && actions.includes("norm"))
      made.push(
        edit(
          place,
          apply("divide", node, apply("norm", name(other))),
          "divided by length",
          2.5,
          () => `${x} is divided by the length of ${y}`,
          of,
        ),
      );
    if (parent?.op === "multiply" && node.op !== "name") continue;
    made.push(
      edit(place, apply("add", node, name(other)), "term too many", 3, () => `${y} is added to ${x}`, of),
    );
    made.push(
      edit(
        place,
        apply("subtract", node, name(other)),
        "term too many",
        3,
        () => `${y} is subtracted from ${x}`,
        of,
      ),
    );
  }
  for (const value of constants) {
    if (value === 0) continue;
    const of = `${keyOf(node)}, ${value}`;
    const times =
      value === 2 ? `${x} is doubled` : value === 0.5 ? `${x} is halved` : `${x} is multiplied by ${value}`;
    if (value !== 1) {
      made.push(
        edit(
          place,
          apply("multiply", node, number(value)),
          "constant factor",
          2.2 - (value === 2 || value === 0.5 ? 0.1 : 0),
          () => times,
          of,
        ),
      );
      made.push(
        edit(
          place,
          apply("divide", node, number(value)),
          "constant factor",
          2.3,
          () => `${x} is divided by ${value}`,
          of,
        ),
      );
    }
    made.push(
      edit(
        place,
        apply("add", node, number(value)),
        "constant term",
        2.9,
        () => `${value} is added to ${x}`,
        of,
      ),
    );
    made.push(
      edit(
        place,
        apply("subtract", node, number(value)),
        "constant term",
        2.9,
        () => `${value} is subtracted from ${x}`,
        of,
      ),
    );
  }
  return made;
};

const OPERATORS = ["add", "subtract", "multiply", "divide", "pow"];

/** Another operator, its two sides exchanged, one side left out. */
const operators: Family = (place) => {
  const { node } = place;
  if (!OPERATORS.includes(node.op)) return [];
  const [a, b] = node.args as [Tree, Tree];
  const x = clause(node);
  const instead = (by: Tree, kind: string, cost: number): Edit =>
    edit(place, by, kind, cost, () => `${clause(by)} stands where ${x} should`);
  const isSquare = node.op === "pow" && b.value === 2;
  return [
    ...OPERATORS.filter((op) => op !== node.op).map((op) =>
      op === "subtract" && node.op === "add"
        ? edit(place, apply(op, a, b), "sign", 1.5, () => `the sign of ${clause(b)} is flipped`)
        : op === "add" && node.op === "subtract"
          ? edit(place, apply(op, a, b), "sign", 1.5, () => `the sign of ${clause(b)} is flipped`)
          : instead(apply(op, a, b), "operator", 2),
    ),
    ...(node.op === "multiply" ? [instead(apply("divide", b, a), "operator", 2)] : []),
    ...(node.op === "add" || node.op === "multiply" ? [] : [exchanged(place, a, b)]),
    ...(isSquare ? [instead(apply("multiply", b, a), "doubled", 1.9)] : []),
    edit(place, a, node.op === "multiply" ? "factor left out" : "left out", 1.9, () => leftOut(node, b)),
    edit(place, node.op === "subtract" ? apply("unaryMinus", b) : b, "left out", 1.9, () => leftOut(node, a)),
    ...(node.op === "subtract"
      ? [edit(place, b, "left out", 2.6, () => `${clause(b)} alone stands where ${x} should`)]
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
      ? ["max", "min"].map((op) => instead(apply(op, a, b), "operator", 2.6))
      : []),
  ];
};

function exchanged(place: Place, a: Tree, b: Tree): Edit {
  const by = apply(place.node.op, b, a);
  const x = clause(place.node);
  const what: Readonly<Record<string, () => string>> = {
    subtract: () => `the difference is the wrong way round: ${clause(by)} stands where ${x} should`,
    divide: () => `the fraction is upside down: ${clause(by)} stands where ${x} should`,
    pow: () => `base and exponent are exchanged: ${clause(by)} stands where ${x} should`,
  };
  return edit(place, by, "exchanged", 1.9, what[place.node.op]!);
}

function leftOut(node: Tree, part: Tree): string {
  const shown = clause(part);
  if (node.op === "multiply") return `the factor ${shown} is left out`;
  if (node.op === "divide" && part === node.args[1]) return `it is not divided by ${shown}`;
  if (node.op === "pow")
    return part.value === 2
      ? `${clause(node.args[0]!)} is not squared`
      : `the power ${shown} of ${clause(node.args[0]!)} is left out`;
  return `${shown} is left out`;
}

/** `^`, which is no power in TypeScript: it works on whole numbers bit by bit, and binds looser than + and *. */
const carets: Family = ({ node, put }, { actions }) => {
  if (!actions.includes("xor") || (!OPERATORS.includes(node.op) && node.op !== "sqrt")) return [];
  const made: Edit[] = [];
  const xor = (by: Tree): void => {
    const what = (): string =>
      "^ is used as a power, and in TypeScript it is none: it is xor, bit by bit; a power is **";
    made.push({ tree: put(by), kind: "xor", of: keyOf(node), what, cost: 1.2 });
  };
  if (node.op === "sqrt") {
    xor(apply("xor", node.args[0]!, number(0.5)));
    return made;
  }
  const [a, b] = node.args as [Tree, Tree];
  if (node.op === "pow" || node.op === "multiply") xor(apply("xor", a, b));
  // The power that ends this expression takes all that stands before it.
  const last = (tree: Tree): readonly [Tree, Tree] | undefined => {
    if (tree.op === "pow") return [tree.args[0]!, tree.args[1]!];
    const inner = OPERATORS.includes(tree.op) ? last(tree.args[1]!) : undefined;
    return inner && [{ ...tree, args: tree.args.with(1, inner[0]) }, inner[1]];
  };
  const end = node.op === "pow" ? undefined : last(node);
  if (end !== undefined) xor(apply("xor", ...end));
  if (a.op === "pow" && b.op === "pow")
    xor(apply("xor", apply("xor", a.args[0]!, apply(node.op, a.args[1]!, b.args[0]!)), b.args[1]!));
  if (b.op === "exp") {
    xor(apply("xor", apply(node.op, a, number(Math.E)), b.args[0]!));
    xor(apply(node.op, a, apply("xor", number(Math.E), b.args[0]!)));
  }
  return made;
};

/** Parentheses lost or too many: the same letters in the same order, read in another grouping. */
const groups: Family = (place) => {
  const { node } = place;
  if (!OPERATORS.includes(node.op)) return [];
  const found: Tree[] = [];
  const [a, b] = node.args as [Tree, Tree];
  if (OPERATORS.includes(a.op)) found.push(apply(a.op, a.args[0]!, apply(node.op, a.args[1]!, b)));
  if (OPERATORS.includes(b.op)) {
    found.push(apply(b.op, apply(node.op, a, b.args[0]!), b.args[1]!));
    const [c, d] = b.args as [Tree, Tree];
    if (OPERATORS.includes(c.op))
      found.push(apply(b.op, apply(c.op, apply(node.op, a, c.args[0]!), c.args[1]!), d));
    if (OPERATORS.includes(d.op)) {
      found.push(apply(d.op, apply(b.op, apply(node.op, a, c), d.args[0]!), d.args[1]!));
      found.push(apply(b.op, apply(node.op, a, c), d));
    }
  }
  if (OPERATORS.includes(a.op) && OPERATORS.includes(a.args[1]!.op)) {
    const [c, d] = a.args as [Tree, Tree];
    found.push(apply(a.op, c, apply(d.op, d.args[0]!, apply(node.op, d.args[1]!, b))));
  }
  return found
    .filter((by) => keyOf(by) !== keyOf(node))
    .map((by) =>
      edit(
        place,
        by,
        "parentheses",
        1.95,
        () => `it is grouped otherwise: ${clause(by)} stands where ${clause(node)} should`,
      ),
    );
};

/** What an operation is around: the operation forgotten, another in its place, closed too early or too late. */
const functions: Family = (place, { constants }) => {
  const { node } = place;
  if (node.args.length !== 1 || node.op === "unaryMinus") {
    return node.op === "unaryMinus"
      ? [
          edit(
            place,
            node.args[0]!,
            "sign",
            1.5,
            () => `the minus before ${clause(node.args[0]!)} is missing`,
          ),
        ]
      : [];
  }
  const [inner] = node.args as [Tree];
  const x = clause(node);
  const made = [
    edit(
      place,
      inner,
      "left out",
      1.9,
      () => FORGOTTEN[node.op]?.(clause(inner)) ?? `${clause(inner)} stands where ${x} should`,
    ),
  ];
  const others: readonly (readonly [Tree, number])[] = [
    [apply("pow", inner, number(2)), 2],
    [apply("cbrt", inner), 2.4],
    [apply("log", inner), 2.4],
    [apply("multiply", inner, number(0.5)), 2.3],
    [apply(node.op, node), 2.5],
    ...(node.op === "exp"
      ? [2, 10, 2.7, 2.718].map((base) => [apply("pow", number(base), inner), 2.2] as const)
      : []),
    ...(node.op === "solve"
      ? [
          ...constants.map((c) => [apply("solveLifted", number(c), inner), 2.2] as const),
          [apply("solveSizes", inner), 2.2] as const,
          [apply("solveDown", inner), 2.3] as const,
          [apply("solveEntries", inner), 2.2] as const,
        ]
      : []),
    ...(OPERATORS.includes(inner.op)
      ? [0, 1].map(
          (i) => [{ ...inner, args: inner.args.with(i, apply(node.op, inner.args[i]!)) }, 2.2] as const,
        )
      : []),
  ];
  for (const [by, cost] of others)
    made.push(edit(place, by, node.op, cost, () => `${clause(by)} stands where ${x} should`));
  return made;
};

const FORGOTTEN: Readonly<Record<string, (x: string) => string>> = {
  sqrt: (x) => `the root of ${x} is left out`,
  exp: (x) => `e to the power ${x} is left out`,
  solve: (x) => `H is not used: ${x} stands where H⁻¹${x} should`,
};

/** The operation of a place goes around what it is part of: a root that closes too late. */
const closedLate: Family = (place) => {
  const { node } = place;
  if (!OPERATORS.includes(node.op)) return [];
  return node.args.flatMap((arg, i) =>
    arg.args.length === 1 && arg.op !== "unaryMinus"
      ? [
          edit(
            place,
            apply(arg.op, { ...node, args: node.args.with(i, arg.args[0]!) }),
            "closed late",
            2,
            () =>
              `${clause(apply(arg.op, { ...node, args: node.args.with(i, arg.args[0]!) }))} stands where ${clause(node)} should`,
          ),
        ]
      : [],
  );
};

const LIKELY: readonly Family[] = [operators, carets, functions, groups, closedLate];
const FAMILIES: readonly Family[] = [
  otherNames,
  ...LIKELY,
  around,
  constantNames,
  otherNumbers,
  extras,
  means,
  corrections,
];

/** Of the wrong versions by one slip those that come in twos. */
export function likelyEditsOf(root: Tree, words: Vocabulary, withNames: boolean): Edit[] {
  const families = withNames ? [otherNames, ...LIKELY] : LIKELY;
  const all = placesIn(root).flatMap((place) => families.flatMap((family) => family(place, words)));
  return [...all, ...exchanges(root)].filter(({ cost }) => cost <= 2.1);
}

/** Every wrong version of an expression by one slip of a known kind, the likely ones first. */
export function editsOf(root: Tree, words: Vocabulary): Edit[] {
  const all = placesIn(root).flatMap((place) => FAMILIES.flatMap((family) => family(place, words)));
  const far = [...everywhere(root, words), ...squares(root), ...parallels(root, words), ...again(root)];
  return [...all, ...exchanges(root), ...far].sort((a, b) => a.cost - b.cost);
}

/** One quantity for another wherever it stands. */
function everywhere(root: Tree, { names }: Vocabulary): Edit[] {
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
function parallels(root: Tree, words: Vocabulary): Edit[] {
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
function again(root: Tree): Edit[] {
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
function squares(root: Tree): Edit[] {
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

const COORDINATES: Readonly<Record<string, string>> = {
  butLast: "the last coordinate is left as it was",
  butFirst: "the first coordinate is left as it was: its index is 0",
  onlyFirst: "only the first coordinate is changed",
};

/** Coordinates that stay what they were, for a quantity that was something before. */
export function unmovedOf(root: Tree, before: string): Edit[] {
  return Object.entries(COORDINATES).map(([op, what]) => ({
    tree: apply(op, root, name(before)),
    kind: op,
    of: before,
    what: () => what,
    cost: 1.6,
  }));
}

/** Two quantities exchanged throughout, or everywhere but in the place of the gradient. */
function exchanges(root: Tree): Edit[] {
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

/** Small expressions in the place of a part, for what no kind of slip says. */
export function* replacementsOf(root: Tree, { names, constants }: Vocabulary): Generator<Edit> {
  const leaves = [...names.map((one) => name(one)), ...constants.map(number)];
  const small = leaves.flatMap((a) =>
    leaves.flatMap((b) =>
      a.op === "number" && b.op === "number" ? [] : OPERATORS.map((op) => apply(op, a, b)),
    ),
  );
  for (const place of placesIn(root)) {
    const x = clause(place.node);
    for (const by of small) {
      yield {
        tree: place.put(by),
        kind: "replaced",
        of: keyOf(place.node),
        what: () => `${clause(by)} stands where ${x} should`,
        cost: 4,
      };
    }
  }
}
