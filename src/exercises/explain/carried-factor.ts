import { OLD } from "../../math/text.ts";
import type { Mistake } from "../mistake.ts";
import { type Lines, outcomeOf } from "../search/lines.ts";
import {
  apply,
  keyOf,
  name,
  namesIn,
  number,
  type Place,
  placesIn,
  show,
  type Tree,
} from "../search/tree.ts";
import { agrees, type Claim } from "./claim.ts";

const MULTIPLIED_ON = /(?:[*/]|\*\*)=|\b(\w+)\s*=\s*(?:\1\s*[*/]|[^;\n]*\*\s*\1\b)/;

/** A factor or divisor that is not begun anew in each coordinate: it comes in once more in each than in the one before. */
export function carriedFactor(
  { states, w }: Lines,
  source: string,
  fits: (holds: Claim["holds"]) => boolean,
): { readonly mistake: Mistake; readonly holds: Claim["holds"] } | undefined {
  if (!MULTIPLIED_ON.test(source)) return undefined;
  const lists = ["w", "g", ...[...states.keys()].flatMap((state) => [state, state + OLD])];
  for (const place of placesIn(w)) {
    const done = whatIsDone(place, lists);
    if (done === undefined) continue;
    const times = apply("add", name("i"), number(1));
    const carried = place.put(apply("pow", place.node, times));
    const holds: Claim["holds"] = (seen) =>
      agrees(outcomeOf({ states, w: carried }, seen.cases.columns), seen);
    if (fits(holds)) return { mistake: said(place.node, done), holds };
  }
  return undefined;
}

/** What is done with a part that is the same in all coordinates. */
function whatIsDone({ node, parent, index }: Place, lists: readonly string[]): string | undefined {
  const { op } = parent?.node ?? {};
  const isOne = namesIn(node).size > 0 && ![...namesIn(node)].some((one) => lists.includes(one));
  if (!isOne || (op !== "multiply" && op !== "divide")) return undefined;
  return op === "divide" && index === 1 ? "divided" : "multiplied";
}

const said = (factor: Tree, done: string): Mistake => ({
  id: `carried on: factor ${keyOf(factor)}`,
  quantity: "w",
  what: `the factor goes on from coordinate to coordinate: in each it is ${done} by ${show(factor)} once more than in the one before`,
  cure: "Begin anew in each coordinate, or compute the factor before the loop.",
});
