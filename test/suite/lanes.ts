/** How long something took. */
export interface Took {
  readonly title: string;
  readonly seconds: number;
}

/** Does so many things at a time; what is more waits for its turn. */
export class Lanes {
  /** What has been done, in the order in which it ended. */
  readonly took: Took[] = [];
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  async do<T>(title: string, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((go) => this.#waiting.push(go));
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.took.push({ title, seconds: (performance.now() - began) / 1000 });
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

/** The time since the program began. */
export const sinceStart = (): number => performance.now() / 1000; // seconds

const clock = (seconds: number): string =>
  `${Math.floor(Math.round(seconds) / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;

/**
 * The lines that say how long each part took, and all of them.
 * @param budget the seconds that all may take, if there is such a time
 */
export function timesOf(parts: readonly Took[], all: Took, budget = Infinity): string[] {
  const width = Math.max(...[...parts, all].map(({ title }) => title.length));
  const line = ({ title, seconds }: Took): string => `${title.padEnd(width)}  ${clock(seconds).padStart(5)}`;
  const allowed = budget === Infinity ? "" : ` of ${clock(budget)} on two quiet cores`;
  return [
    "Minutes and seconds, of parts beside each other",
    ...parts.map(line),
    line(all) + allowed,
    ...(all.seconds > budget
      ? ["That is longer than it may be, unless other programs kept the cores busy."]
      : []),
  ];
}
