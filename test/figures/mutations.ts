import { InputError } from "fall-line";
import { figureFromSpecification } from "fall-line/tools";

/** What stands in the place of each part of a recipe, one after the other. */
const STRANGE: readonly unknown[] = [
  null,
  true,
  "",
  "x",
  -1,
  0,
  0.5,
  1e300,
  NaN,
  Infinity,
  [],
  {},
  [null],
  [[]],
  { length: 3 },
  "x".repeat(100_000),
  Array.from({ length: 10_000 }, () => 1),
];

export interface Mutation {
  readonly recipe: unknown;
  /** Which part became what. */
  readonly what: string;
}

/** Recipes of which one part is missing or strange: every part, and every strange value in its place. */
export function mutations(recipe: unknown): Mutation[] {
  return placesOf(recipe).flatMap((place) => [
    { recipe: changed(recipe, place), what: `${place.join(".")} left out` },
    ...STRANGE.map((value) => ({
      recipe: changed(recipe, place, value),
      what: `${place.join(".")} became ${JSON.stringify(value).slice(0, 40)}`,
    })),
  ]);
}

type Place = readonly string[];

function placesOf(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...placesOf(inner).map((rest) => [key, ...rest]),
  ]);
}

function changed(value: unknown, [key, ...rest]: Place, ...strange: readonly unknown[]): unknown {
  const entries = Object.entries(value as object).flatMap(([name, inner]: [string, unknown]) => {
    if (name !== key) return [[name, inner]];
    return rest.length > 0 ? [[name, changed(inner, rest, ...strange)]] : strange.map((one) => [name, one]);
  });
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** What went wrong otherwise than in words for the reader. */
export function troubles(all: readonly Mutation[]): string[] {
  return all.flatMap(({ recipe, what }) => {
    try {
      return figureFromSpecification(recipe).svg.endsWith("</svg>") ? [] : [`${what}: no picture`];
    } catch (error) {
      return error instanceof InputError ? [] : [`${what}: ${String(error)}`];
    }
  });
}
