import { nameText, OLD } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { actionsIn, constantsIn, operatorsIn, usesIndex } from "../run/source.ts";
import type { Vocabulary } from "../search/edits.ts";
import { linesOf } from "../search/lines.ts";
import { apply, keyOf, mapped, name, namesIn, type Tree } from "../search/tree.ts";
import { conditionsFor, type Size } from "./conditions.ts";

const OF_HESSIAN =
  "curvature rowSum rowLength rowFirst rowOpposite firstCurvature trace largestEntry determinant rowInverse greatestEntry".split(
    " ",
  );

/** What may stand in a line: in that of w, states are new and old ones are there too. */
export function wordsFor(rule: Rule, source: string, line: string, tree: Tree): Vocabulary {
  const states = Object.keys(rule.state);
  const numbers = Object.keys(rule.hyperparameters);
  const lines = linesOf(rule);
  const usesH = /[sS]olve/.test(rule.equations["p"]?.text ?? "");
  const isTimed = [lines.w, ...lines.states.values()].some((one) => namesIn(one).has("t"));
  const vectors = ["w", "g", ...states, ...(line === "w" ? states.map((state) => state + OLD) : [])];
  const names = [
    ...vectors,
    ...numbers,
    ...(isTimed || /\bt\b/.test(source) ? ["t"] : []),
    ...(/length/.test(source) ? ["n"] : []),
    ...(usesIndex(source) ? ["i"] : []),
    ...(usesH ? OF_HESSIAN : []),
  ];
  const written = constantsIn(source);
  const constants = [...new Set([...written, 2, 0.5, 3])];
  return {
    names,
    numbers,
    constants,
    written,
    actions: actionsIn(source),
    operators: operatorsIn(source),
    places: /\bgradient\b/.test(source) ? placesAround(line, tree, vectors.slice(2), numbers) : [],
    conditions: conditionsFor(source, vectors, usesH, resultOf(line, tree), numbers),
  };
}

/** What a line computes, in words, where it is one by itself. */
function resultOf(line: string, tree: Tree): Size | undefined {
  if (line === "") return undefined;
  return line === "w"
    ? ["the step", apply("subtract", tree, name("w"))]
    : [`the new ${nameText(line)}`, tree];
}

/** Where a gradient may be taken: at w, ahead or behind by a state or a share of it, and where the line itself leads. */
function placesAround(
  line: string,
  tree: Tree,
  states: readonly string[],
  numbers: readonly string[],
): Tree[] {
  const w = name("w");
  const ways = states.flatMap((state) => [
    name(state),
    ...numbers.map((share) => apply("multiply", name(share), name(state))),
  ]);
  const downhill = numbers.map((rate) => apply("subtract", w, apply("multiply", name(rate), name("g"))));
  const leads = (step: Tree): Tree => (line === "w" || line === "" ? step : apply("add", w, step));
  const fromW = mapped(tree, (node) => (node.op === "gradient" ? name("g") : node));
  const led = (keyOf(fromW) === keyOf(tree) ? [tree] : [tree, fromW]).map(leads);
  return [
    w,
    ...ways.flatMap((way) => [apply("add", w, way), apply("subtract", w, way)]),
    ...ways,
    ...downhill,
    ...led,
  ];
}
