import type { Place } from "./place.ts";

/** Under this the places of a site lie in a page, from before its script of the search is run. */
export const HANDED = "fallLinePlaces";

/** Opens the search, where its script has come already. */
export const OPEN_SEARCH = "fall-line-search";

export type WithPlaces = { readonly [HANDED]: readonly Place[] };
