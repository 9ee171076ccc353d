import { InputError } from "../../errors.ts";

/** @throws InputError when a figure has more of something than a page draws without being held up */
export function atMost(most: number, count: number, what: string): void {
  if (!(count > most)) return;
  throw new InputError({
    what: `this figure asks for more than a page draws at once: too many ${what}`,
    got: Number.isInteger(count) ? count : Number(count.toPrecision(3)),
    allowed: `up to ${most}`,
  });
}

/** How many items the lists of one name may have together, wherever in a figure they are. */
const ITEMS: Readonly<Record<string, number>> = {
  annotations: 200,
  buttons: 200,
  colorscale: 2000,
  dimensions: 12,
  frames: 1000,
  images: 20,
  rangebreaks: 20,
  selections: 50,
  shapes: 100,
  sliders: 5,
  steps: 500,
  tickformatstops: 100,
  ticktext: 300,
  tickvals: 300,
  updatemenus: 20,
};

/** How many items one list of a name may have, where all together may have more. */
const ITEMS_IN_ONE: Readonly<Record<string, number>> = { ticktext: 100, tickvals: 100 };

/** The largest numbers that a figure may have under a name, wherever in it. */
const NUMBERS: Readonly<Record<string, number>> = {
  columns: 10,
  count: 20,
  maxdisplayed: 2000,
  ncontours: 100,
  nticks: 100,
  rows: 10,
};

/** The most letters of a text; those of paths and pictures say more with them. */
const LETTERS = 4000;
const LONG: Readonly<Record<string, number>> = { path: 20_000, source: 5_000_000 };

/** How many letters there may be in all texts together that have markup or are longer than a label. */
const ALL_LETTERS = 40_000;
const LABEL = 100;

const BREAKS = 50;

/** Counts what a figure has, and stops at what it may not have. */
export class Caps {
  readonly #items = new Map<string, number>();
  #letters = 0;

  /** @throws InputError when a list, a number or a text is more than may stand under its name */
  check(name: string, value: unknown): void {
    if (typeof value === "string") this.#text(name, value);
    if (Array.isArray(value)) this.#list(name, value);
    // Plotly takes "5" for 5.
    else if (Object.hasOwn(NUMBERS, name)) atMost(NUMBERS[name]!, Number(value), name);
  }

  #list(name: string, list: readonly unknown[]): void {
    if (!Object.hasOwn(ITEMS, name)) return;
    const count = (this.#items.get(name) ?? 0) + list.length;
    this.#items.set(name, count);
    atMost(ITEMS_IN_ONE[name] ?? Infinity, list.length, name);
    atMost(ITEMS[name]!, count, name);
    if (name !== "rangebreaks") return;
    for (const { values } of list as readonly { readonly values?: readonly unknown[] }[])
      atMost(BREAKS, values?.length ?? 0, "breaks of a range");
  }

  #text(name: string, text: string): void {
    atMost(LONG[name] ?? LETTERS, text.length, "letters in one text");
    if (name === "source" || (text.length <= LABEL && !text.includes("<"))) return;
    this.#letters += text.length;
    atMost(ALL_LETTERS, this.#letters, "letters in long texts and texts with markup");
  }
}
