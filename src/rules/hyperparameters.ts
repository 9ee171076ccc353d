import { didYouMean, InputError } from "../errors.ts";
import type { Hyperparameter, Rule } from "./rule.ts";

const RANGES: Readonly<Record<Hyperparameter["range"], { test: (x: number) => boolean; words: string }>> = {
  positive: { test: (x) => x > 0, words: "above 0" },
  "non-negative": { test: (x) => x >= 0, words: "0 or more" },
  fraction: { test: (x) => x >= 0 && x < 1, words: "in [0, 1)" },
  share: { test: (x) => x >= 0 && x <= 1, words: "in [0, 1]" },
  any: { test: () => true, words: "finite" },
};

export const RANGE_NAMES = Object.keys(RANGES);

/** What values a hyperparameter may have, in words: `in [0, 1)`. */
export function rangeInWords({ range }: Hyperparameter): string {
  return RANGES[range].words;
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
  const unknown = Object.keys(set).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError({
      what: `${rule.title} has no hyperparameter ${unknown}`,
      allowed: names.join(", ") || "none",
      ...didYouMean(unknown, names),
    });
  }
  return Object.fromEntries(
    Object.entries(rule.hyperparameters).map(([name, { default: usual, range }]) => {
      const value = set[name] ?? usual;
      const { test, words } = RANGES[range];
      if (!Number.isFinite(value) || !test(value))
        throw new InputError({ what: `${name} must be ${words}`, got: value });
      return [name, value];
    }),
  );
}
