import { remembered } from "../../../remembered.ts";
import type { Header } from "../channel.ts";
import { Interrupted } from "../errors/report.ts";
import type { Stacks } from "../errors/stack.ts";
import type { Parents } from "./parents.ts";

/** How often code that was interrupted may still wait, to end what it has begun, before it waits for ever. */
const waitsToEnd = 20;

/** Stands for the cell of what belongs to none. */
const nobody = {};

interface Stopped {
  waits: number;
}

/**
 * Every `await x` in a cell is `await wait(x)`, every `for await (... of x)` goes through `each(x)`. An interruption
 * comes to what a cell waits for as an error, so that its `finally` runs. A loop that goes on all the same, as it
 * catches everything, comes to an end after some rounds.
 */
export class Guard {
  /** What gives up the waits of each cell. */
  readonly #waiting = new Map<object, Set<() => void>>();
  readonly #stopped = new WeakMap<object, Stopped>();

  constructor(
    private readonly parents: Parents,
    private readonly stacks: Pick<Stacks, "reached">,
  ) {}

  /** Waits for a value, unless the cell is interrupted meanwhile. */
  wait(value: unknown): Promise<unknown> {
    const { current } = this.parents;
    const header = current ?? nobody;
    const stopped = this.#stopped.get(header);
    if (stopped && ++stopped.waits > waitsToEnd) return new Promise<never>(() => undefined);
    const waiting = remembered(this.#waiting, header, () => new Set());
    // A chain by `then`, which stack traces follow.
    let giveUp: () => void;
    const interrupted = new Promise<never>((_, reject) => {
      giveUp = () => reject(new Interrupted("the cell was stopped"));
    });
    waiting.add(giveUp!);
    const end = () => {
      waiting.delete(giveUp);
      if (waiting.size === 0) this.#waiting.delete(header);
      this.parents.goOn(current);
    };
    return Promise.race([value, interrupted]).then(
      (result: unknown) => {
        end();
        return result;
      },
      (error: unknown) => {
        end();
        this.stacks.reached(error);
        throw error;
      },
    );
  }

  /** What an asynchronous loop goes through, until the cell is interrupted. */
  async *each<T>(values: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    const iterator =
      Symbol.asyncIterator in values ? values[Symbol.asyncIterator]() : values[Symbol.iterator]();
    try {
      for (;;) {
        const { done, value } = (await this.wait(iterator.next())) as IteratorResult<T, undefined>;
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }

  /** Gives up what a cell waits for; of all cells, when none is named. True when there was something. */
  interrupt(header?: Header): boolean {
    const headers = header ? [header] : [...this.#waiting.keys()];
    let any = false;
    for (const one of headers) {
      this.#stopped.set(one, { waits: 0 });
      for (const giveUp of this.#waiting.get(one) ?? []) {
        any = true;
        giveUp();
      }
    }
    return any;
  }
}
