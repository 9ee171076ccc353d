/** What may be changed in a statement of a text, and what is said of it. */
import type { AnyNode, AssignmentExpression } from "acorn";
import { DONE, isStatement, type Mending, type Part, type TextOf, told } from "./part.ts";
import { parsed, partsOf, statement } from "./read.ts";

/** What the text shows by itself. */
export function lostIn(program: AnyNode, source: string): Mending[] {
  const parts = partsOf(program);
  const textOf = ({ start, end }: AnyNode): string => source.slice(start, end);
  return parts.flatMap(({ node, parent }) => lost(node, parent, parts, textOf));
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
  const saved = statement(`const before_ = ${name}`);
  const body = parent.body.toSpliced(parent.body.indexOf(node), 0, saved);
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
export function ofStatement({ node, parent }: Part, atoms: readonly string[], textOf: TextOf): Mending[] {
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
