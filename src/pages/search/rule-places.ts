import { LIBRARIES, libraryWords } from "../../rules/libraries.ts";
import type { Rule } from "../../rules/rule.ts";
import { PAGES } from "../document.ts";
import { groupsOf } from "../rules/ideas.ts";
import type { Place } from "./place.ts";

/** The rules as a search finds them: by their names here and in libraries, their ideas and their quantities. */
export function placesOfRules(rules: readonly Rule[]): Place[] {
  return groupsOf(rules).flatMap(({ rules: told }) =>
    told.map(({ rule, idea = "" }) => ({
      address: `${PAGES.rules}#${rule.id}`,
      title: rule.title,
      within: "The update rules",
      also: [rule.id, ...namesIn(rule)].join(" "),
      text: [idea, ...meaningsOf(rule)].join(" "),
      weight: 2,
    })),
  );
}

/** The functions that make a rule in libraries: `torch.optim.SGD` is asked for as SGD. */
function namesIn(rule: Rule): Set<string> {
  const codes = Object.keys(LIBRARIES).map(
    (library) => libraryWords(rule, library as keyof typeof LIBRARIES)?.code ?? "",
  );
  return new Set(codes.flatMap((code) => Array.from(code.matchAll(/(\w+)\(/g), ([, name]) => name!)));
}

function meaningsOf({ hyperparameters, state }: Rule): string[] {
  return [...Object.values(hyperparameters), ...Object.values(state)].map(({ meaning }) => `${meaning}.`);
}
