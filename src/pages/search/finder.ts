import MiniSearch from "minisearch";
import type { Place } from "./place.ts";
import { termsOf } from "./terms.ts";

/** A place that was found. */
export interface Found {
  readonly place: Place;
  /** The words of the place that fit, as `termsOf` gives them. */
  readonly terms: readonly string[];
}

/** Finds places by words; a letter too many, too few or wrong, and a word that is not finished, do no harm. */
export class Finder {
  readonly #index = new MiniSearch<Place & { readonly id: number }>({
    fields: ["title", "also", "within", "text"],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 4, also: 4 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      maxFuzzy: 2,
      boostDocument: (id) => this.places[id as number]!.weight ?? 1,
    },
  });

  constructor(private readonly places: readonly Place[]) {
    this.#index.addAll(places.map((place, id) => ({ ...place, id })));
  }

  /** The best places first: those that are called so, then those with all words, or with some. */
  find(query: string): Found[] {
    const found = this.#index
      .search(query)
      .map(({ id, terms }) => ({ place: this.places[id as number]!, terms }));
    const asked = termsOf(query).join(" ");
    const isCalledSo = ({ place }: Found): boolean => termsOf(place.title).join(" ") === asked;
    return [...found.filter(isCalledSo), ...found.filter((one) => !isCalledSo(one))];
  }
}
