import type { Lines } from "./lines.ts";
import { apply, keyOf, mapped, number, type Tree } from "./tree.ts";

/** A way to write an expression otherwise that computes the same; the same tree where it does not apply. */
type Rewriting = (node: Tree) => Tree;

const same = (a: Tree, b: Tree): boolean => keyOf(a) === keyOf(b);

/** An average, β·m + (1 − β)·x, as a step of the way: m + (1 − β)·(x − m). */
export const asStep: Rewriting = (node) => {
  const [kept, taken] = node.args;
  if (node.op !== "add" || kept?.op !== "multiply" || taken?.op !== "multiply") return node;
  const [share, old] = kept.args as [Tree, Tree];
  const [rest, fresh] = taken.args as [Tree, Tree];
  return same(rest, apply("subtract", number(1), share))
    ? apply("add", old, apply("multiply", rest, apply("subtract", fresh, old)))
    : node;
};

const product = (a: Tree, b: Tree): Tree => (a.value === 1 ? b : b.value === 1 ? a : apply("multiply", a, b));

/** A product with a sum, w·(1 − γ), as a sum of products: w − w·γ. */
const multipliedOut: Rewriting = (node) => {
  const [a, b] = node.args;
  if (node.op !== "multiply" || (b?.op !== "add" && b?.op !== "subtract")) return node;
  return apply(b.op, ...b.args.map((term) => product(a!, term)));
};

/** A divided product, λ·g/n, with the divisor at its first factor: λ/n·g. */
const dividedFirst: Rewriting = (node) => {
  const [above, below] = node.args;
  if (node.op !== "divide" || above?.op !== "multiply") return node;
  const [first, second] = above.args as [Tree, Tree];
  return apply("multiply", apply("divide", first, below!), second);
};

/** A square as a product. */
const asProduct: Rewriting = (node) =>
  node.op === "pow" && node.args[1]!.value === 2 && node.args[0]!.args.length > 0
    ? apply("multiply", node.args[0]!, { ...node.args[0]! })
    : node;

const WAYS: readonly { readonly states: Rewriting; readonly w: Rewriting }[] = [
  { states: asStep, w: multipliedOut },
  { states: (node) => node, w: dividedFirst },
  { states: (node) => node, w: asProduct },
];

/** The same lines as a student may write them: what is one slip there is several in the lines as a rule has them. */
export function otherForms(lines: Lines): Lines[] {
  const forms = WAYS.map(({ states, w }) => ({
    states: new Map([...lines.states].map(([state, tree]) => [state, mapped(tree, states)])),
    w: mapped(lines.w, w),
  }));
  const known = new Set([keyOfLines(lines)]);
  return forms.filter((form) => {
    const key = keyOfLines(form);
    return !known.has(key) && known.add(key);
  });
}

const keyOfLines = ({ states, w }: Lines): string =>
  [...[...states].map(([state, tree]) => `${state} = ${keyOf(tree)}`), keyOf(w)].join("; ");
