/** The cards of a cell, stored with it: the question can be read and answered before the cell is run. */
import type { MimeBundle } from "../display.ts";
import { splitLines } from "./lines.ts";
import type { Output } from "./opening.ts";

/** Gives the card of an exercise, or undefined when none is answered on a card under this id. */
export type CardLookup = (id: string) => MimeBundle | undefined;

const ASKED = /\bask\(\s*"([^"]+)"/g;

/** An output for each card that a cell shows, without what the card reveals: that comes with the run. */
export function storedCards(source: string, lookup: CardLookup): Output[] {
  return [...source.matchAll(ASKED)].map(([, id = ""]) => {
    const bundle = lookup(id);
    if (bundle === undefined)
      throw new SyntaxError(`no exercise that is answered on a card is called "${id}"`);
    const data = Object.entries(bundle).map(([mime, value]) => [
      mime,
      typeof value === "string" ? splitLines(value) : value,
    ]);
    return { output_type: "display_data", data: Object.fromEntries(data) as MimeBundle, metadata: {} };
  });
}
