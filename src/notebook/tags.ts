/** What a cell is: tags on its mark that mean something to the builder, to pages and to decks. */

/** The code whose figure is stored in the notebook. */
export const OPENING_TAG = "opening";

/** Made from what the lesson says of itself. */
export const TITLE_TAG = "title";

/** A place to stop and come back. */
export const STOP_TAG = "stop";

/** A prediction. */
export const GUESS_TAG = "guess";

/** What asks again what an earlier lesson has taught: a card, and the words around such cards. */
export const RECALL_TAG = "recall";

/** The page to keep. */
export const SUMMARY_TAG = "summary";

/** Where the lesson is from, and where it leads. */
export const SOURCES_TAG = "sources";
export const NEXT_TAG = "next";

/** What is shown when there are ten minutes for a lesson. */
export const SHORT_PATH_TAG = "short-path";

/** Code that would give an answer away: it is folded, and runs like any other. */
export const FOLDED_TAG = "folded";

/** Code that is the point: slides show it. */
export const CODE_TAG = "code";

export const TAGS: readonly string[] = [
  OPENING_TAG,
  STOP_TAG,
  GUESS_TAG,
  RECALL_TAG,
  SUMMARY_TAG,
  SOURCES_TAG,
  NEXT_TAG,
  SHORT_PATH_TAG,
  FOLDED_TAG,
  CODE_TAG,
];

/** The slides of the deck that a cell serves: those of its tags `slide-6`. */
export function slidesServed(tags: readonly string[] = []): number[] {
  return tags.flatMap((tag) => /^slide-(\d+)$/.exec(tag)?.[1] ?? []).map(Number);
}
