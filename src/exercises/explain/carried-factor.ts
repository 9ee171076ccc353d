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
import { usesIndex } from "../run/source.ts";
import type { Program } from "./program.ts";

const MULTIPLIED_ON = /(?:[*/]|\*\*)=|\b(\w+)\s*=\s*(?:\1\s*[*/]|[^;\n]*\*\s*\1\b)/;

/** A factor or divisor that comes in once more in each coordinate than in the one before: it goes on, or has the index as its power. */
export function carriedFactor({ states, w }: Lines, source: string): Program[] {
  const isCarried = MULTIPLIED_ON.test(source);
  if (!isCarried && !(/\*\*|pow/.test(source) && usesIndex(source))) return [];
  const [from0, from1] = [name("i"), apply("add", name("i"), number(1))];
  return placesIn(w).flatMap((place) => {
    const done = whatIsDone(place, states);
    return done === undefined
      ? []
      : (isCarried ? [from1] : [from1, from0]).map((times): Program => {
          const lines = { states, w: place.put(apply("pow", place.node, times)) };
          const mistake = isCarried ? said(place.node, done) : byIndex(place.node, times === from0 ? 0 : 1);
          return { mistake, run: ({ columns }) => outcomeOf(lines, columns) };
        });
  });
}

/** Is a part one number, the same in all coordinates? */
export function isOne(node: Tree, states: Lines["states"]): boolean {
  const lists = ["w", "g", ...[...states.keys()].flatMap((state) => [state, state + OLD])];
  const names = namesIn(node);
  return names.size > 0 && !lists.some((one) => names.has(one));
}

/** What is done with a part that is one number. */
function whatIsDone({ node, parent, index }: Place, states: Lines["states"]): string | undefined {
  const { op } = parent?.node ?? {};
  if (!isOne(node, states) || (op !== "multiply" && op !== "divide")) return undefined;
  return op === "divide" && index === 1 ? "divided" : "multiplied";
}

const said = (factor: Tree, done: string): Mistake => ({
  id: `carried on: factor ${keyOf(factor)}`,
  quantity: "w",
  what: `the factor goes on from coordinate to coordinate: in each it is ${done} by ${show(factor)} once more than in the one before`,
  cure: "Begin anew in each coordinate, or compute the factor before the loop.",
});

const byIndex = (factor: Tree, first: number): Mistake => ({
  id: `power of the index: ${keyOf(factor)}`,
  quantity: "w",
  what: `${show(factor)} is raised to the power of the index, counted from ${first}: it differs from coordinate to coordinate`,
});
