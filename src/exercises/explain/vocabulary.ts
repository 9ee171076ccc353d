import type { Rule } from "../../rules/rule.ts";
import { BEFORE } from "../run/cases.ts";
import { actionsIn, constantsIn } from "../run/source.ts";
import type { Vocabulary } from "../search/edits.ts";
import { linesOf } from "../search/lines.ts";
import { namesIn } from "../search/tree.ts";

/** What may stand in a line: in that of w, states are new and old ones are there too. */
export function wordsFor(rule: Rule, source: string, line: string): Vocabulary {
  const states = Object.keys(rule.state);
  const numbers = Object.keys(rule.hyperparameters);
  const lines = linesOf(rule);
  const usesH = /[sS]olve/.test(rule.equations["p"]?.text ?? "");
  const isTimed = [lines.w, ...lines.states.values()].some((tree) => namesIn(tree).has("t"));
  const names = [
    "w",
    "g",
    ...states,
    ...(line === "w" ? states.map((state) => state + BEFORE) : []),
    ...numbers,
    ...(isTimed || /\bt\b/.test(source) ? ["t"] : []),
    ...(/length/.test(source) ? ["n"] : []),
    ...(/[-+*/(]\s*\w+\s*[)\]]/.test(source) && /,\s*\w+\)\s*=>|for\s*\(/.test(source) ? ["i"] : []),
    ...(usesH
      ? [
          "curvature",
          "rowSum",
          "rowLength",
          "rowFirst",
          "rowOpposite",
          "firstCurvature",
          "firstRow",
          "trace",
          "largestEntry",
        ]
      : []),
  ];
  return {
    names,
    numbers,
    constants: [...new Set([...constantsIn(source), 2, 0.5, 3])],
    actions: actionsIn(source),
  };
}
