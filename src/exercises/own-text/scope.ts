/** What names stand for. */
import { GLOBALS, OutOfReach } from "./reach.ts";

interface Slot {
  value: unknown;
  readonly isConst: boolean;
}

/** Names and what they stand for, in a block and in those around it. */
export class Scope {
  readonly #own = new Map<string, Slot>();
  readonly #around: Scope | undefined;

  constructor(around?: Scope, names: Iterable<readonly [string, unknown]> = [], isConst = false) {
    this.#around = around;
    for (const [name, value] of names) this.declare(name, value, isConst);
  }

  slot(name: string): Slot {
    const slot = this.#own.get(name) ?? this.#around?.slot(name);
    if (slot === undefined) throw new OutOfReach(name);
    return slot;
  }

  declare(name: string, value: unknown, isConst: boolean): void {
    this.#own.set(name, { value, isConst });
  }
}

/** What has a name in every text. */
export const EVERYWHERE = /* @__PURE__ */ new Scope(undefined, GLOBALS, true);
