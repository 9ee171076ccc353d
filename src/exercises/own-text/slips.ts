/** What may be changed in a text to mend it, and what is said of it. */
import type { AnyNode } from "acorn";
import { group } from "d3-array";
import type { Exchange } from "./interpret.ts";
import { toldOfLoops } from "./loops.ts";
import { withMeaning } from "./meaning.ts";
import {
  DONE,
  isAtom,
  isNumber,
  isStatement,
  isWithin,
  type Mending,
  type Part,
  type TextOf,
  told,
} from "./part.ts";
import { parsed, partsOf } from "./read.ts";
import { ofStatement } from "./statements.ts";

/** Another expression in one place. */
interface Replacing extends Mending {
  readonly by: string;
}

const ARITHMETIC = ["+", "-", "*", "/", "**"];
const ALIKE = [ARITHMETIC, ["<", "<=", ">", ">="], ["&&", "||"], ["===", "!=="]];
const BINDING: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "**": 3 };

const AROUND = [["sqrt", "the root"], ["abs", "the size"], ["exp"]] as const; // prettier-ignore

const isValue = ({ type }: AnyNode): boolean =>
  /(?<!Function)Expression$|^Identifier$|^Literal$/.test(type) && type !== "AssignmentExpression";

/** Changes of a text that may be tried, the likeliest first. @param given names that are known besides its own */
export function mendingsOf(program: AnyNode, source: string, given: readonly string[]): Mending[] {
  const textOf = ({ start, end }: AnyNode): string => source.slice(start, end);
  const parts = partsOf(program);
  const values = parts.filter(({ node }) => isValue(node));
  const atoms = atomsIn(values.map(({ node }) => textOf(node)), given); // prettier-ignore
  return [
    ...values.flatMap((part) => inPlace(part, values, atoms, textOf)),
    ...inSeveral(values, atoms, textOf),
    ...parts.flatMap((part) => ofStatement(part, atoms, textOf)),
  ]
    .map((one) => ({
      ...one,
      get what() {
        return withMeaning(toldOfLoops(one, parts, textOf), parts, textOf);
      },
    }))
    .sort((a, b) => a.cost - b.cost);
}

/** What may stand in the place of something: names, entries of lists and numbers of the text, and what is given. */
function atomsIn(texts: readonly string[], given: readonly string[]): string[] {
  const written = texts.filter((one) => /^(?!Math\b)(?:[\w.]+|\w+\[\w+\])$/.test(one));
  const entries = written.flatMap((one) => {
    const [, list, index] = /^(\w+)(\[\w+\])$/.exec(one) ?? [];
    return list === undefined ? [] : [{ list, index: index! }];
  });
  const crossed = entries.flatMap(({ list }) => entries.map(({ index }) => list + index));
  return [...new Set([...written, ...crossed, ...given, "0", "1", "2"])];
}

/** What stands for another thing in all of its places, and two things that have changed places. */
function inSeveral(values: readonly Part[], atoms: readonly string[], textOf: TextOf): Mending[] {
  const places = group(
    values.filter(({ node }) => isAtom(node)).map(({ node }) => node),
    textOf,
  );
  const everywhere = [...places].flatMap(([x, nodes]) =>
    nodes.length < 2
      ? []
      : atoms
          .filter((y) => y !== x && !/^[01]$/.test(y))
          .map((y): Mending => ({
            parts: nodes,
            exchange: () => new Map(nodes.map((node) => [node, parsed(y)])),
            id: `${x} > ${y} everywhere`,
            what: `${x} stands wherever ${y} should`,
            cost: isNumber(y) && !isNumber(x) ? 2.1 : 1.3,
          })),
  );
  const kinds = group(values, ({ node, parent }) => (isAtom(node) ? "atom" : parent.type));
  const turned = [...kinds.values()].flatMap((alike) =>
    alike.flatMap(({ node: a, parent }, i) =>
      alike.slice(i + 1).flatMap(({ node: b, parent: other }): Mending[] => {
        const [x, y] = [textOf(a), textOf(b)];
        const isApart = x !== y && (a.end <= b.start || b.end <= a.start);
        const exchange = (): Exchange => new Map([[a, parsed(`(${y})`)], [b, parsed(`(${x})`)]]); // prettier-ignore
        const isFar = isAtom(a) && !isWithin(b, parent) && !isWithin(a, other);
        const where = isFar ? `: ${y} belongs in ${told(textOf(parent))}, and ${x} in ${told(textOf(other))}` : ""; // prettier-ignore
        return isApart
          ? [{ parts: [a, b], exchange, id: `${x} <> ${y}`, what: `${told(x)} and ${told(y)} have changed places${where}`, cost: (isNumber(x) || isNumber(y) ? 2 : parent.type === "ReturnStatement" ? 1.3 : 1.4) + (b.start - a.start) / 1000 }] // prettier-ignore
          : [];
      }),
    ),
  );
  return [...everywhere, ...turned];
}

/** Lists that every step is given: they stand where lists do. */
const WHOLE = ["w", "g"];

const isListPlace = ({ type }: AnyNode): boolean => !/^(?:Binary|Unary|Logical)/.test(type);

/** A part as an operand of an operation. */
function operand(node: AnyNode, text: string, sign: string, isLast: boolean): string {
  const own = "operator" in node ? (BINDING[node.operator] ?? 0) : 4;
  const outer = BINDING[sign] ?? 0;
  const isLoose = /^(?:Conditional|Arrow)/.test(node.type);
  const isBound = own > outer || (own === outer && !isLast && sign !== "**");
  return isBound && !isLoose ? text : `(${text})`;
}

/** Changes in one place of a text that computes something. */
function inPlace(part: Part, values: readonly Part[], atoms: readonly string[], textOf: TextOf): Mending[] {
  const { node, parent } = part;
  const text = textOf(node);
  const put = (
    by: string,
    cost: number,
    what = `${told(text)} stands where ${told(by)} should`,
  ): Replacing => ({
    by,
    parts: [node],
    exchange: () => new Map([[node, parsed(by)]]),
    within: told(isStatement(parent) ? text : textOf(parent)),
    id: `${text} > ${by}`,
    what,
    cost: cost + text.length / 200,
  });
  const isIndex = parent.type === "MemberExpression" && parent.property === node;
  const isTerm = parent.type === "BinaryExpression" && /[-+]/.test(parent.operator);
  const others = atoms.filter((one) => one !== text && (!WHOLE.includes(one) || isListPlace(parent)));
  const isFar = (one: string): boolean => isNumber(one) && !isNumber(text) && !isIndex;
  const isIdle = (by: string): boolean =>
    parent.type === "BinaryExpression" &&
    (parent.right === node
      ? comesToNothing(textOf(parent.left), parent.operator, by)
      : comesToNothing(by, parent.operator, textOf(parent.right)));
  const inside = values.filter((one) => one.node !== node && isWithin(one.node, node));
  const depthOf = (inner: Part): number => inside.filter((one) => isWithin(inner.node, one.node)).length;
  const x = told(text);
  const more = (one: string): Replacing[] => {
    const lacking = (sign: string, cost: number): Replacing =>
      put(`${operand(node, text, sign, false)} ${sign} ${one}`, cost, DONE[sign]!(x, one)[1]);
    const last = operand(node, text, "-", true);
    return [
      ...(isNumber(one) || text === "1" ? [] : [lacking("*", 1.5), lacking("/", 2)]),
      ...[lacking("+", 1.6), lacking("-", 1.6)],
      ...(isAtom(node) ? [put(`${one} - ${last}`, isFar(one) ? 2 : 1.6)] : []),
      ...(isAtom(node) && !isNumber(one) ? [put(`${one} + 1 - ${last}`, 1.7)] : []),
      ...(isNumber(one) ? [put(`${one} / (${text})`, 2)] : []),
      ...(one === "2" || (one === "t" && isAtom(node)) ? [lacking("**", 1.4)] : []),
    ];
  };
  const all = [
    ...others.map((one) => put(one, isFar(one) ? 2 : isAtom(node) ? 1 : 1.7)),
    ...others.filter((one) => one !== "0" && (isIndex ? /^[12]$/.test(one) : !isNumber(text) || !isNumber(one))).flatMap(more), // prettier-ignore
    ...inside
      .filter((one) => node.type !== "BinaryExpression" || !isNumber(textOf(one.node)))
      .map((one) => put(textOf(one.node), isChoice(node, text) ? 0.5 : 1.1 + 0.3 * depthOf(one))),
    ...(node.type === "UnaryExpression" ? [] : [put(`(-${operand(node, text, "**", false)})`, isTerm ? 2 : 1.4, `a minus before ${x} is missing`)]), // prettier-ignore
    ...AROUND.map(([name, of]) => put(`Math.${name}(${text})`, 1.6, of && `${of} of ${x} is not taken`)),
    put(`Math.min(1, ${text})`, 2, `${x} may be above 1, and should not be`),
    ...(node.type === "BinaryExpression" || node.type === "LogicalExpression" ? ofOperation(node, x, textOf, put) : []), // prettier-ignore
    ...(node.type === "CallExpression" ? ofCall(textOf(node.callee), node.arguments.map(textOf), put) : []),
  ];
  return all.filter(({ by }) => !isIdle(by));
}

/** What changes nothing where it stands. */
const IDLE: Readonly<Record<string, string>> = { "+": "0", "-": "0", "*": "1", "/": "1", "**": "1" };

/** Nobody means to multiply by 1, or to take a thing from itself: what stands there is one too many. */
const comesToNothing = (left: string, sign: string, right: string): boolean =>
  right === IDLE[sign] || (/^[+*]/.test(sign) ? left === IDLE[sign] : /^[-/]$/.test(sign) && left === right);

/** Is one of several values taken? Nobody means what makes the choice idle: one of them is what should be there. */
const isChoice = ({ type }: AnyNode, text: string): boolean =>
  type === "ConditionalExpression" || type === "LogicalExpression" || /^Math\.(?:min|max)\(/.test(text);

/** Another operation, one without its second operand, both exchanged, read in another grouping. */
function ofOperation(
  { left, operator, right }: { left: AnyNode; operator: string; right: AnyNode },
  x: string,
  textOf: TextOf,
  put: (by: string, cost: number, what?: string) => Replacing,
): Replacing[] {
  const joined = (a: AnyNode, sign: string, b: AnyNode): string =>
    `${operand(a, textOf(a), sign, false)} ${sign} ${operand(b, textOf(b), sign, true)}`;
  const isNear = (sign: string): boolean => sign.startsWith(operator) || operator.startsWith(sign);
  const others = (ALIKE.find((some) => some.includes(operator)) ?? [])
    .filter((sign) => sign !== operator && !comesToNothing(textOf(left), sign, textOf(right)))
    .map((sign) => put(joined(left, sign, right), isNear(sign) ? 0.95 : 1.1, `${operator} stands where ${sign} should, in ${x}`)); // prettier-ignore
  const done = DONE[operator];
  if (done === undefined) return others;
  return [
    ...others,
    ...(isNumber(textOf(left)) ? [] : [put(textOf(left), 1.35, `${done(told(textOf(left)), told(textOf(right)))[0]}, and should not be`)]), // prettier-ignore
    put(joined(right, operator, left), 1.2),
    ...(left.type === "BinaryExpression" && !comesToNothing(textOf(left.left), operator, textOf(right))
      ? [
          put(`${textOf(left.left)} ${left.operator} (${joined(left.right, operator, right)})`, 1.2),
          put(`(${joined(left.left, operator, right)}) ${left.operator} ${operand(left.right, textOf(left.right), left.operator, true)}`, 1.2), // prettier-ignore
        ]
      : []),
    ...(right.type === "BinaryExpression"
      ? [put(`(${joined(left, operator, right.left)}) ${right.operator} ${operand(right.right, textOf(right.right), right.operator, true)}`, 1.2)] // prettier-ignore
      : []),
  ];
}

/** Another function of Math, and a sum that begins nowhere. */
function ofCall(
  callee: string,
  given: readonly string[],
  put: (by: string, cost: number, what?: string) => Replacing,
): Replacing[] {
  if (callee.endsWith(".reduce") && given.length === 1)
    return [put(`${callee}(${given[0]!}, 0)`, 0.5, "reduce is given no start: it begins with the first entry as it is, and takes in the others alone")]; // prettier-ignore
  const name = /^Math\.(\w+)$/.exec(callee)?.[1];
  if (name === undefined) return [];
  const others = given.length > 1 ? "max min pow hypot" : "sqrt abs exp log cbrt floor ceil round sign";
  return others
    .split(" ")
    .filter((one) => one !== name)
    .map((one) => put(`Math.${one}(${given.join(", ")})`, 2));
}
