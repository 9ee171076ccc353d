import { bibliography, referenceOf } from "../bibliography.ts";
import { citation, type Reference } from "../citation.ts";
import { conventions, type Rule, rules as libraryRules } from "../index.ts";
import { formatNumber } from "../tools.ts";
import { sourceText } from "../rules/text.ts";
import type { Invocation } from "./boot/arguments.js";
import { columns } from "./columns.ts";

/** Every rule that the command line knows: the library's, and those that conventions write differently. */
export function knownRules(): Rule[] {
  const forms = Object.values(conventions).flatMap((methods) => Object.values(methods) as Rule[]);
  return [...new Set([...libraryRules, ...forms])];
}

/** `fall-line rules`: what there is, with hyperparameters, their defaults and sources; the learning rate is named. */
export function rules({ options }: Invocation): Promise<number> {
  const known = knownRules();
  process.stdout.write(`${options["json"] === true ? JSON.stringify(known.map(dataOf)) : textOf(known)}\n`);
  return Promise.resolve(0);
}

function textOf(known: readonly Rule[]): string {
  const keys = new Set(known.map(({ source }) => source?.key));
  const cited = Object.entries<Reference>(bibliography).filter(([key]) => keys.has(key));
  return [columns(known.map(rowOf)), "", ...cited.map(([, reference]) => citation(reference))].join("\n");
}

function rowOf({ id, title, rate, hyperparameters, source }: Rule): Record<string, string> {
  const defaults = Object.entries(hyperparameters).map(
    ([name, { default: usual }]) => `${name}=${formatNumber(usual)}`,
  );
  return {
    rule: id,
    title,
    "learning rate": rate ?? "none",
    hyperparameters: defaults.join(" "),
    source: source === undefined ? "" : sourceText(source),
  };
}

/** A rule with what its source stands for. */
function dataOf(rule: Rule): object {
  return { ...rule, reference: rule.source === undefined ? undefined : referenceOf(rule.source.key) };
}
