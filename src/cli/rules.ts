import { referenceOf } from "../bibliography.ts";
import { citation } from "../citation.ts";
import { didYouMean } from "../errors.ts";
import type { Fault } from "../course/lesson-rule.ts";
import { conventions, InputError, type Rule, rules as libraryRules } from "../index.ts";
import { equationsText, hyperparameterText, sourceText } from "../rules/text.ts";
import { listing, wrapped } from "../system/lines.js";
import type { Invocation } from "./boot/arguments.js";
import { answered } from "./answered.ts";
import { columns } from "./columns.ts";

/** Every rule that the command line knows: the library's, and those that conventions write differently. */
export function knownRules(): Rule[] {
  const forms = Object.values(conventions).flatMap((methods) => Object.values(methods) as Rule[]);
  return [...new Set([...libraryRules, ...forms])];
}

/** `fall-line rules [RULE...]`: what there is; of those named, the equations, hyperparameters and source. */
export function rules({ words }: Invocation): Promise<number> {
  return answered("rules", () => {
    const known = words.length === 0 ? knownRules() : words.map(ruleById);
    return words.length === 0 ? listOf(known) : known.map(cardOf).join("\n\n");
  });
}

/**
 * The rule with an id.
 * @throws InputError with one that is like it, where there is none
 */
export function ruleById(id: string): Rule {
  const known = knownRules();
  const rule = known.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const ids = known.map((candidate) => candidate.id);
  throw unknownName("rule", id, ids);
}

/** The rules whose source is none of the bibliography, as faults. */
export function unknownSources(among: readonly Rule[]): Fault[] {
  return among.flatMap(({ id, source }) =>
    source === undefined || referenceOf(source.key) !== undefined
      ? []
      : {
          place: "src/rules",
          what: `the source of ${id} is ${sourceText(source)}`,
          cure: "Mend its key, or add the paper to src/bibliography.ts.",
        },
  );
}

/** What is said of a name that is none, with one that is like it. */
export function unknownName(kind: "rule" | "objective", got: string, allowed: readonly string[]): InputError {
  const list = `npx fall-line ${kind}s lists them all`;
  const near = didYouMean(got, allowed)?.cure;
  return new InputError({
    what: `there is no such ${kind}`,
    got,
    cure: near === undefined ? list : `${near} ${list}`,
  });
}

function listOf(known: readonly Rule[]): string {
  const rows = known.map(({ id, title, rate }) => ({ rule: id, title, "learning rate": rate ?? "none" }));
  return `${columns(rows)}\n\nEquations, hyperparameters and source of one: npx fall-line rules adam`;
}

/** A rule in full: as it is written, what is set in it, and where it is from. */
function cardOf(rule: Rule): string {
  const { title, id, hyperparameters, source } = rule;
  const set = Object.entries(hyperparameters).map(([name, one]) => [name, hyperparameterText(one)] as const);
  const reference = source === undefined ? undefined : referenceOf(source.key);
  return [
    `${title} (${id})`,
    ...equationsText(rule).map((line) => wrapped(`  ${line}`, 6)),
    ...(set.length > 0 ? [listing(set)] : []),
    ...(source === undefined ? [] : [wrapped(`  ${sourceText(source)}`, 4)]),
    ...(reference === undefined ? [] : [wrapped(`  ${citation(reference)}`, 4)]),
  ].join("\n");
}
