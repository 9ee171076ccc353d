import type { KernelAbout } from "../../rendering/running/data.ts";

/** What a deck holds of its lesson's code, as JSON in the element with this id. */
export const DATA_ID = "fall-line-deck";

export interface DeckData extends KernelAbout {
  /** All code of the lesson in its order, with that of which there is no slide: what comes later stands on it. */
  readonly cells: readonly { readonly id: string; readonly title: string; readonly source: string }[];
}
