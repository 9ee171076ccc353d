/** A function that is written in phases, of which one has the wrong condition, or what belongs to another one. */
import { partsOf, wordsOf } from "../run/assigned.ts";
import { isSame } from "./claim.ts";
import { columnsOf } from "./formula-setting.ts";
import { inLibrary } from "./mended-line.ts";
import { apply, keyOf, name, namesIn, number, show, type Tree, treeOf } from "../search/tree.ts";
import { type Came, columnsIn, type FormulaExplanation, type Tried } from "./tried-formula.ts";

/** What is computed where a condition holds, and where those before it do not. */
interface Phase {
  readonly when: Tree;
  readonly value: Tree;
}

/** Phases in their order, and what is computed where none of their conditions holds. */
interface Phases {
  readonly all: readonly Phase[];
  readonly otherwise: Tree;
}

/** Phases that are right but for one thing, and what it is. */
interface Mended extends Phases {
  readonly id: string;
  readonly what: string;
}

/** What is wrong with the phases of a text: nothing else is read but comparisons and arithmetic. */
export function wrongPhase({ right, points, got, source, unseen }: Tried): FormulaExplanation | undefined {
  const read = right.length === 1 && got !== undefined ? phasesIn(source) : undefined;
  if (read === undefined) return undefined;
  const all = [{ points, got: got! }, ...(unseen === undefined ? [] : [unseen])];
  const isCome = computes(treeIn(read));
  if (!all.every(isCome)) return undefined;
  const due = treeOf(right[0]!);
  const isRight = (one: Phases) => {
    const tree = treeIn(one);
    return (came: Came): boolean => {
      const columns = columnsOf(came.points);
      return isSame(columns.compute(due), columns.compute(tree));
    };
  };
  const mended = mendings(read, Object.keys(points[0]!)).find((one) => all.every(isRight(one)));
  if (mended === undefined) return undefined;
  return {
    mistakes: [{ id: `phases: ${mended.id}`, what: mended.what }],
    holds: (came) => isCome(came) && isRight(mended)(came),
  };
}

const computes =
  (tree: Tree) =>
  ({ points, got }: Came): boolean =>
    isSame(columnsOf(points).compute(tree), columnsIn(got, 1)[0]!);

const treeIn = ({ all, otherwise }: Phases): Tree =>
  all.reduceRight((rest, { when, value }) => apply("conditional", when, value, rest), otherwise);

const PHASE = /(?:\belse\s+)?\bif\s*\(([^;{}]*)\)\s*\{?\s*return\b([^;{}]+);\s*\}?/g;
const REST = /^\s*(?:else\s*)?\{?\s*return\b([^;{}]+);\s*\}*\s*$/;

const CHOICE = /^\s*(?:return\b)?\s*([^?:;{}]+)\?([^?:;{}]+):([^;{}]+);?\s*$/;

/** One choice of another as branches: `a ? b : c ? d : e`. */
function branchesOf(text: string): string {
  const [, when, value, rest] = CHOICE.exec(text) ?? [];
  if (rest !== undefined) return `if (${when!}) return ${value!}; ${branchesOf(rest)}`;
  return /\b(?:return|if)\b/.test(text) ? text : `return ${text};`;
}

/** The phases of a text, one behind the other. */
function phasesIn(source: string): Phases | undefined {
  const [head, body] = partsOf(source);
  const known = new Map<string, string>();
  const text = body.replace(/\bconst\s+(\w+)\s*=\s*([^;{}]+);/g, (_, one: string, value: string) => {
    known.set(one, value);
    return "";
  });
  const written = [...known].reduceRight(
    (made, [one, value]) => made.replaceAll(new RegExp(String.raw`(?<![\w.])${one}\b`, "g"), `(${value})`),
    text.trim().replace(/^\{([\s\S]*)\}$/, "$1"),
  );
  const spelled = branchesOf(written);
  const phases = [...spelled.matchAll(PHASE)];
  const rest = REST.exec(spelled.replaceAll(PHASE, ""))?.[1];
  if (phases.length === 0 || rest === undefined) return undefined;
  const read = (one: string): Tree => {
    const arithmetic = inLibrary(one.trim(), wordsOf(head));
    if (arithmetic === undefined) throw new SyntaxError(one);
    return treeOf(arithmetic);
  };
  try {
    const all = phases.map(([, when, value]) => ({ when: comparison(when!, read), value: read(value!) }));
    return { all, otherwise: read(rest) };
  } catch {
    return undefined;
  }
}

const COMPARED: Readonly<Record<string, string>> = {
  "<": "smaller",
  "<=": "smallerEq",
  ">": "larger",
  ">=": "largerEq",
};

function comparison(text: string, read: (one: string) => Tree): Tree {
  const [, left, sign, right] = /^([^<>=&|]+)(<=?|>=?)([^<>=&|]+)$/.exec(text) ?? [];
  return apply(COMPARED[sign!]!, read(left!), read(right!));
}

const TURNED: Readonly<Record<string, string>> = {
  smaller: "larger",
  smallerEq: "largerEq",
  larger: "smaller",
  largerEq: "smallerEq",
};

/** All that may be mended by one change: a condition, or what belongs to two of the phases. */
function mendings(phases: Phases, names: readonly string[]): Mended[] {
  const { all, otherwise } = phases;
  const values = [...all.map(({ value }) => value), otherwise];
  const turned = all.map(({ when }, k) => ({
    ...withCondition(phases, k, { ...when, op: TURNED[when.op]! }),
    id: `turned ${keyOf(when)}`,
    what: `the condition ${show(when)} is the wrong way round`,
  }));
  const exchanged = values.flatMap((a, i) =>
    values.slice(i + 1).map((b, k) => {
      const others = values.with(i, b).with(i + 1 + k, a);
      return {
        all: all.map(({ when }, at) => ({ when, value: others[at]! })),
        otherwise: others.at(-1)!,
        id: `exchanged ${keyOf(a)}, ${keyOf(b)}`,
        what: `${show(a)} and ${show(b)} are exchanged: each belongs to the phase of the other`,
      };
    }),
  );
  const moved = all.flatMap(({ when }, k) =>
    boundsOf(names).flatMap((bound) =>
      when.args
        .filter((_, side) => !meets(when.args[1 - side]!, bound))
        .map((arg) => ({
          ...withCondition(phases, k, { ...when, args: when.args.with(when.args.indexOf(arg), bound) }),
          id: `bound ${keyOf(when)}>${keyOf(bound)}`,
          what: `in the condition ${show(when)}, ${show(arg)} stands where ${show(bound)} should`,
        })),
    ),
  );
  const strict = all.map(({ when }, k) => {
    const op = when.op.endsWith("Eq") ? when.op.slice(0, -2) : `${when.op}Eq`;
    return {
      ...withCondition(phases, k, { ...when, op }),
      id: `equal ${keyOf(when)}`,
      what: `in the condition ${show(when)}, ${signOf(when.op)} stands where ${signOf(op)} should`,
    };
  });
  return [...turned, ...strict, ...exchanged, ...moved];
}

const signOf = (op: string): string => show(apply(op, name("a"), name("b"))).split(" ")[1]!;

/** Nobody compares t with what has t in it. */
const meets = (side: Tree, bound: Tree): boolean => [...namesIn(bound)].some((one) => namesIn(side).has(one));

const withCondition = ({ all, otherwise }: Phases, k: number, when: Tree): Phases => ({
  all: all.with(k, { ...all[k]!, when }),
  otherwise,
});

/** Where a phase may begin or end: at an argument, or at a sum or a difference of two of them, or one step off. */
function boundsOf(names: readonly string[]): Tree[] {
  const leaves = names.map(name);
  const pairs = leaves.flatMap((a) =>
    leaves.filter((b) => b !== a).flatMap((b) => [apply("subtract", a, b), apply("add", a, b)]),
  );
  const near = [...leaves, ...pairs];
  return [
    ...near,
    ...near.flatMap((one) => [apply("add", one, number(1)), apply("subtract", one, number(1))]),
  ];
}
