/** The words for a change in how often a loop goes round, and for what it has changed. */
import { isWithin, type Mending, type Part, type TextOf } from "./part.ts";

/** A loop that counts, with a whole number as its bound. */
const COUNTED = /^let (\w+) = \d+; \1 <=? (?:\d+|[\w.]+\.length); \1\+\+$/;

/** What is said where a loop begins or ends elsewhere, and where a name stands for something that it was before. */
export function toldOfLoops(
  { parts: [part], what, id }: Mending,
  all: readonly Part[],
  textOf: TextOf,
): string {
  const loop = all
    .flatMap(({ node }) => (node.type === "ForStatement" ? [node] : []))
    .find(({ init, test }) => test === part || (init != null && isWithin(part!, init)));
  if (loop !== undefined) {
    const [, from, to] = /^(\d+) > (\d+)$/.exec(id) ?? [];
    const [, sign] = /^(<=?) stands where <=? should/.exec(what) ?? [];
    const head = [loop.init, loop.test, loop.update].map((one) => (one == null ? "" : textOf(one)));
    if (!COUNTED.test(head.join("; "))) return what;
    if (from !== undefined) return `the loop begins at ${from}, and should begin at ${to!}`;
    return sign === undefined
      ? what
      : `the loop makes one round too ${sign === "<" ? "few" : "many"}: ${what}`;
  }
  const name = textOf(part!);
  const isOfItself = ({ node }: Part): boolean =>
    node.type === "AssignmentExpression" &&
    textOf(node.left) === name &&
    (node.operator !== "=" || new Set<string>(textOf(node.right).match(/[\w.]+/g)).has(name));
  return what.startsWith(`${name} stands where `) && all.some(isOfItself)
    ? what.replace(name, `${name}, which goes on from what it has become,`)
    : what;
}
