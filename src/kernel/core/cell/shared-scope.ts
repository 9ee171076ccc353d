import { kernelName, scopeName } from "./names.ts";

/** V8 is fast with objects of up to about this many names, and many times slower with larger ones. */
const namesEach = 100;

/** What is known of the names that all cells share. */
export class SharedScope {
  /** Those that functions of cells assign: a call may change them. */
  readonly changing = new Set<string>();
  readonly #indexes = new Map<string, number>();

  /** What the holder of a name is called in a cell. */
  holderOf(name: string): string {
    const index = this.#indexes.get(name) ?? Math.floor(this.#indexes.size / namesEach);
    this.#indexes.set(name, index);
    return nameOf(index);
  }

  /** The first line of what a cell becomes: what it gets from the executor, under names that no cell hides. */
  get prologue(): string {
    const last = this.#indexes.size === 0 ? 0 : Math.floor((this.#indexes.size - 1) / namesEach);
    const holders = Array.from({ length: last + 1 }, (_, i) => `${nameOf(i)} = exports(${String(i)})`);
    return `const ${holders.join(", ")}, ${kernelName} = require;`;
  }
}

function nameOf(index: number): string {
  return index === 0 ? scopeName : `${scopeName}${String(index)}`;
}
