import { isRecord } from "../arguments.ts";
import { didYouMean, InputError } from "../errors.ts";
import type { Hyperparameter, Rule } from "./rule.ts";

interface RangeOf {
  readonly test: (x: number) => boolean;
  readonly words: string;
  readonly example: number;
}

const RANGES: Readonly<Record<Hyperparameter["range"], RangeOf>> = {
  positive: { test: (x) => x > 0, words: "above 0", example: 0.1 },
  "non-negative": { test: (x) => x >= 0, words: "0 or more", example: 0.1 },
  fraction: { test: (x) => x >= 0 && x < 1, words: "in [0, 1)", example: 0.9 },
  share: { test: (x) => x >= 0 && x <= 1, words: "in [0, 1]", example: 0.5 },
  any: { test: () => true, words: "finite", example: 1 },
};

/** A value that is in a range. */
export const exampleFor = (range: Hyperparameter["range"]): number => RANGES[range].example;

export const RANGE_NAMES = Object.keys(RANGES);

/** What values a hyperparameter may have, in words: `in [0, 1)`. */
export function rangeInWords({ range }: Hyperparameter): string {
  return RANGES[range].words;
}

/** @throws InputError when a default is not in its own range */
export function checkDefaults(rule: Rule): void {
  for (const [name, { default: usual, range }] of Object.entries(rule.hyperparameters)) {
    const { test, words, example } = RANGES[range];
    if (Number.isFinite(usual) && test(usual)) continue;
    throw new InputError({
      what: `the default of ${name} must be ${words}`,
      got: usual,
      cure: `for example: default: ${example}`,
    });
  }
}

/**
 * A rule's hyperparameters with some of them set.
 * @throws InputError for a name that the rule does not have, or a value out of range
 */
export function hyperparametersOf(
  rule: Rule,
  set: Readonly<Partial<Record<string, number>>>,
): Record<string, number> {
  const names = Object.keys(rule.hyperparameters);
  if (!isRecord(set))
    throw new InputError({
      what: "hyper takes hyperparameters by name",
      got: set,
      allowed: names.join(", "),
      cure: `for example: hyper: { ${Object.entries(rule.hyperparameters)
        .slice(0, 1)
        .map(([name, { default: usual }]) => `${name}: ${usual}`)
        .join("")} }`,
    });
  const unknown = Object.keys(set).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new InputError({
      what: `${rule.title} has no hyperparameter ${unknown}`,
      allowed: names.join(", ") || "none",
      ...didYouMean(unknown, names),
    });
  return Object.fromEntries(
    Object.entries(rule.hyperparameters).map(([name, { default: usual, range }]) => {
      const value = set[name] ?? usual;
      const { test, words, example } = RANGES[range];
      if (!Number.isFinite(value) || !test(value))
        throw new InputError({
          what: `${name} must be ${words}`,
          got: value,
          cure: `for example: hyper: { ${name}: ${example} }`,
        });
      return [name, value];
    }),
  );
}
