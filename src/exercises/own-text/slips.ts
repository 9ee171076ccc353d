/** What may be changed in a text to mend it, and what is said of it. */
import { type AnyNode, type AssignmentExpression, parse, parseExpressionAt, type Statement } from "acorn";
import { group } from "d3-array";
import type { Exchange } from "./interpret.ts";
import { toldOfLoops } from "./loops.ts";
import { isWithin, type Mending, type Part, type TextOf } from "./part.ts";

/** Another expression in one place. */
interface Replacing extends Mending {
  readonly by: string;
}

/** A function from its text; nothing where that is none. */
export function functionIn(source: string): AnyNode | undefined {
  try {
    return parsed(source);
  } catch {
    return undefined;
  }
}

const VERSION = { ecmaVersion: 2023 } as const;

const parsed = (text: string): AnyNode => parseExpressionAt(text, 0, VERSION);

/** Where names are given, called or filled, and not used. */
const NOT_COMPUTED: Readonly<Record<string, readonly string[]>> = {
  VariableDeclarator: ["id"],
  ArrowFunctionExpression: ["params"],
  FunctionExpression: ["params", "id"],
  FunctionDeclaration: ["params", "id"],
  AssignmentExpression: ["left"],
  UpdateExpression: ["argument"],
  CallExpression: ["callee"],
  NewExpression: ["callee"],
};

function partsOf(node: AnyNode): Part[] {
  const left = NOT_COMPUTED[node.type] ?? [];
  const isName = (key: string): boolean =>
    (key === "key" || key === "property") && "computed" in node && !node.computed;
  const owner = "callee" in node && node.callee.type === "MemberExpression" ? [node.callee.object] : [];
  const entries: [string, unknown][] = [...Object.entries(node), ["owner", owner]];
  return entries
    .filter(([key]) => !left.includes(key) && !isName(key))
    .flatMap(([, value]) => [value].flat())
    .filter((one): one is AnyNode => typeof (one as AnyNode | null)?.type === "string")
    .flatMap((one) => [{ node: one, parent: node }, ...partsOf(one)]);
}

const ARITHMETIC = ["+", "-", "*", "/", "**"];
const ALIKE = [ARITHMETIC, ["<", "<=", ">", ">="], ["&&", "||"], ["===", "!=="]];
const BINDING: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "**": 3 };

/** What is done with something, and what is not done. */
const DONE: Readonly<Record<string, (x: string, y: string) => readonly [done: string, lacking: string]>> = {
  "+": (x, y) => [`${y} is added to ${x}`, `${y} is not added to ${x}`],
  "-": (x, y) => [`${y} is subtracted from ${x}`, `${y} is not subtracted from ${x}`],
  "*": (x, y) => [`${x} is multiplied by ${y}`, `${x} is not multiplied by ${y}`],
  "/": (x, y) => [`${x} is divided by ${y}`, `${x} is not divided by ${y}`],
  "**": (x, y) =>
    y === "2"
      ? [`${x} is squared`, `${x} is not squared`]
      : [`${x} is raised to the power of ${y}`, `${x} is not raised to the power of ${y}`],
};

const AROUND = [["sqrt", "the root"], ["abs", "the size"], ["exp"]] as const; // prettier-ignore

const isNumber = (text: string): boolean => /^[\d.]+$/.test(text);
const isAtom = ({ type }: AnyNode): boolean => ["Identifier", "Literal", "MemberExpression"].includes(type);
const isStatement = ({ type }: AnyNode): boolean => /Statement$|Declaration$/.test(type);
const isValue = ({ type }: AnyNode): boolean =>
  /(?<!Function)Expression$|^Identifier$|^Literal$/.test(type) && type !== "AssignmentExpression";

/** The longest part that is told as it is written. */
const LONGEST = 48;

const told = (text: string): string => {
  const line = text.replace(/;$/, "").replace(/\s+/g, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 3).trimEnd()} ...` : line;
};

/** What the text shows by itself. */
export function lostIn(program: AnyNode, source: string): Mending[] {
  const parts = partsOf(program);
  const textOf = ({ start, end }: AnyNode): string => source.slice(start, end);
  return parts.flatMap(({ node, parent }) => lost(node, parent, parts, textOf));
}

/** All other changes of a text that may be tried, the likeliest first. @param given names that are known besides its own */
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
    .map((one) => ({ ...one, what: toldOfLoops(one, parts, textOf) }))
    .sort((a, b) => a.cost - b.cost);
}

/** What may stand in the place of something: names, entries of lists and numbers of the text, and what is given. */
function atomsIn(texts: readonly string[], given: readonly string[]): string[] {
  const written = texts.filter((one) => /^(?:[\w.]+|\w+\[\w+\])$/.test(one));
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
          .filter((y) => y !== x)
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
      alike.slice(i + 1).flatMap(({ node: b }): Mending[] => {
        const [x, y] = [textOf(a), textOf(b)];
        const isApart = x !== y && (a.end <= b.start || b.end <= a.start);
        const exchange = (): Exchange => new Map([[a, parsed(`(${y})`)], [b, parsed(`(${x})`)]]); // prettier-ignore
        return isApart
          ? [{ parts: [a, b], exchange, id: `${x} <> ${y}`, what: `${told(x)} and ${told(y)} have changed places`, cost: (isNumber(x) || isNumber(y) ? 2 : parent.type === "ReturnStatement" ? 1.3 : 1.4) + (b.start - a.start) / 1000 }] // prettier-ignore
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
    id: `${text} > ${by}`,
    what,
    cost: cost + text.length / 200,
  });
  const isIndex = parent.type === "MemberExpression" && parent.property === node;
  const isTerm = parent.type === "BinaryExpression" && /[-+]/.test(parent.operator);
  const others = atoms.filter((one) => one !== text && (!WHOLE.includes(one) || isListPlace(parent)));
  const isFar = (one: string): boolean => isNumber(one) && !isNumber(text) && !isIndex;
  // Nobody means to multiply by 1: what is a factor there is one too many.
  const isIdle = (by: string): boolean => parent.type === "BinaryExpression" && by === IDLE[parent.operator] && (parent.right === node || !/[-/]/.test(parent.operator)); // prettier-ignore
  const inside = values.filter((one) => one.node !== node && isWithin(one.node, node));
  const depthOf = (inner: Part): number => inside.filter((one) => isWithin(inner.node, one.node)).length;
  const x = told(text);
  const more = (one: string): Replacing[] => {
    const lacking = (sign: string, cost: number): Replacing =>
      put(`${operand(node, text, sign, false)} ${sign} ${one}`, cost, DONE[sign]!(x, one)[1]);
    const last = operand(node, text, "-", true);
    return [
      ...[lacking("*", 1.5), lacking("/", 2), lacking("+", 1.6), lacking("-", 1.6)],
      ...(isAtom(node) ? [put(`${one} - ${last}`, isFar(one) ? 2 : 1.6)] : []),
      ...(isAtom(node) && !isNumber(one) ? [put(`${one} + 1 - ${last}`, 1.7)] : []),
      ...(isNumber(one) ? [put(`${one} / (${text})`, 2)] : []),
      ...(one === "2" ? [lacking("**", 1.4)] : []),
    ];
  };
  const all = [
    ...others.map((one) => put(one, isFar(one) ? 2 : isAtom(node) ? 1 : 1.7)),
    ...others.filter((one) => (isIndex ? /^[12]$/.test(one) : !isNumber(text) || !isNumber(one))).flatMap(more), // prettier-ignore
    ...inside.map((one) => put(textOf(one.node), isChoice(node, text) ? 0.5 : 1.1 + 0.3 * depthOf(one))),
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
    .filter((sign) => sign !== operator && !(sign.includes("*") && textOf(left) === "1"))
    .map((sign) => put(joined(left, sign, right), isNear(sign) ? 0.95 : 1.1, `${operator} stands where ${sign} should, in ${x}`)); // prettier-ignore
  const done = DONE[operator];
  if (done === undefined) return others;
  return [
    ...others,
    put(textOf(left), 1.35, `${done(told(textOf(left)), told(textOf(right)))[0]}, and should not be`),
    put(joined(right, operator, left), 1.2),
    ...(left.type === "BinaryExpression"
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

/** Another function of Math. */
function ofCall(
  callee: string,
  given: readonly string[],
  put: (by: string, cost: number) => Replacing,
): Replacing[] {
  const name = /^Math\.(\w+)$/.exec(callee)?.[1];
  if (name === undefined) return [];
  const others = given.length > 1 ? "max min pow hypot" : "sqrt abs exp log cbrt floor ceil round sign";
  return others
    .split(" ")
    .filter((one) => one !== name)
    .map((one) => put(`Math.${one}(${given.join(", ")})`, 2));
}

/** What is computed by a statement and kept nowhere, and a name that is given another value before its own was used. */
function lost(node: AnyNode, parent: AnyNode, values: readonly Part[], textOf: TextOf): Mending[] {
  if (node.type !== "ExpressionStatement") return [];
  const { expression } = node;
  const x = told(textOf(node));
  if (["BinaryExpression", "UnaryExpression"].includes(expression.type)) {
    const names = textOf(expression).match(/[A-Za-z_]\w*/g) ?? [];
    return names.map((name) => ({
      parts: [node],
      exchange: () => new Map([[expression as AnyNode, parsed(`${name} = ${textOf(expression)}`)]]),
      id: `kept nowhere: ${x}`,
      what: `${x} is computed and kept nowhere`,
      cost: 0,
    }));
  }
  const name = expression.type === "AssignmentExpression" ? textOf(expression.left) : "";
  if (parent.type !== "BlockStatement" || !/^\w+$/.test(name)) return [];
  const [saved] = parse(`const before_ = ${name}`, VERSION).body;
  const body = parent.body.toSpliced(parent.body.indexOf(node), 0, saved as Statement);
  return values
    .filter((later) => later.node.start > node.end && textOf(later.node) === name)
    .map((later) => ({
      parts: [node],
      exchange: () => new Map<AnyNode, AnyNode>([[parent, { ...parent, body }], [later.node, parsed("before_")]]), // prettier-ignore
      id: `overwritten: ${name}`,
      what: `${name} is overwritten by ${x}, and its old value is still needed in ${told(textOf(later.parent))}`,
      cost: 0,
    }));
}

/** What goes on with what it has become already, where something should be taken anew. */
function anew(whole: AssignmentExpression, x: string, atoms: readonly string[], textOf: TextOf): Mending[] {
  const { left, operator, right } = whole;
  const sign = operator.slice(0, -1);
  const name = textOf(left);
  if (DONE[sign] === undefined) return [];
  return atoms
    .filter((one) => one !== name)
    .map((one) => ({
      parts: [left],
      exchange: () =>
        new Map<AnyNode, AnyNode>([[whole, parsed(`${name} = ${one} ${sign} (${textOf(right)})`)]]),
      id: `anew: ${x}, ${one}`,
      what: `with ${x}, ${name} goes on from what it has become already, and ${one} should be taken anew`,
      cost: 2,
    }));
}

/** A statement that is one too many, another way to assign, or a statement that comes too early. */
function ofStatement({ node, parent }: Part, atoms: readonly string[], textOf: TextOf): Mending[] {
  if (!isStatement(node)) return [];
  const x = told(textOf(node));
  const made = (part: AnyNode, by: () => AnyNode, id: string, cost: number, what: string): Mending => ({
    ...{ parts: [node], exchange: () => new Map([[part, by()]]), id: `${id}: ${x}`, cost, what },
  });
  const all: readonly AnyNode[] = parent.type === "BlockStatement" ? parent.body : [];
  const at = all.indexOf(node);
  const next = at < 0 ? undefined : all[at + 1];
  const isLast = next === undefined || [node, next].some(({ type }) => type === "ReturnStatement");
  const expression = node.type === "ExpressionStatement" ? node.expression : undefined;
  const isToGo = expression !== undefined || node.type === "IfStatement";
  return [
    ...(isToGo ? [made(node, () => ({ type: "EmptyStatement", start: 0, end: 0 }), "without", 0.9, `${x} is done, and should not be`)] : []), // prettier-ignore
    ...(expression?.type === "AssignmentExpression" ? anew(expression, x, atoms, textOf) : []),
    ...(expression?.type === "AssignmentExpression"
      ? ["=", "+=", "-=", "*=", "/="]
          .filter((sign) => sign !== expression.operator)
          .map((sign) => made(expression, () => ({ ...expression, operator: sign }) as AnyNode, sign, 1.1, `${expression.operator} stands where ${sign} should, in ${x}`)) // prettier-ignore
      : []),
    ...(isLast ? [] : [made(parent, () => ({ ...parent, body: all.with(at, next).with(at + 1, node) }) as AnyNode, "early", 1.2, `${x} comes before ${told(textOf(next))}, and should come after it`)]), // prettier-ignore
  ];
}
