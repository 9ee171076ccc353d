import type { Rule } from "../../rules/rule.ts";
import { linesOf, type Lines } from "../search/lines.ts";
import { apply, mapped, name, type Tree } from "../search/tree.ts";
import { isMadeBy } from "./claim.ts";
import type { Base } from "./explain-lines.ts";

/** A way in which one coordinate gets what belongs to others. */
interface Mixed {
  readonly id: string;
  readonly what: string;
  readonly sign: RegExp;
  readonly lines: (right: Lines) => Lines | undefined;
}

const MIXED: readonly Mixed[] = [
  {
    id: "g[0] everywhere",
    what: "the slope of the first coordinate moves all coordinates: g[0] stands where g[i] should",
    sign: /\bg\[0\]/,
    lines: ({ states, w }) => ({
      states: new Map([...states].map(([state, tree]) => [state, withFirstSlope(tree)])),
      w: withFirstSlope(w),
    }),
  },
  {
    id: "summed steps",
    what: "the steps are summed up on the way: each coordinate is moved by the steps of those before it too",
    sign: /[-+]=/,
    lines: ({ states, w: { op, args } }) => {
      const [from, step] = args;
      const isStep = (op === "subtract" || op === "add") && from?.name === "w";
      return isStep ? { states, w: apply(op, from, apply("running", step!)) } : undefined;
    },
  },
];

const withFirstSlope = (tree: Tree): Tree =>
  mapped(tree, (node) => (node.name === "g" ? apply("first", name("g")) : node));

/** Lines in which coordinates are mixed in a way that a text has the sign of, to be compared with where a slip stands beside it. */
export function mixedBases(rule: Rule, source: string): Base[] {
  return MIXED.filter(({ sign }) => sign.test(source)).flatMap(({ id, what, lines: mix }) => {
    const lines = mix(linesOf(rule));
    if (lines === undefined) return [];
    return [{ rule, lines, prior: [{ id: `mixed: ${id}`, what }], holdsAlone: isMadeBy(lines) }];
  });
}
