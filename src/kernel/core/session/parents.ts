import type { Header } from "../channel.ts";

/** Which request the code that runs now belongs to. */
export interface Parents {
  readonly current: Header | undefined;
  /** Begins, or goes on, on behalf of a request. */
  resume(header: Header): void;
  /** Goes on, after a wait, on behalf of the request that waited. */
  goOn(header: Header | undefined): void;
}

/** What comes from nowhere, as from an event, counts for the latest request. */
export class LatestParents implements Parents {
  current: Header | undefined;
  protected latest: Header | undefined;

  resume(header: Header): void {
    this.current = this.latest = header;
  }

  goOn(header: Header | undefined): void {
    this.current = header ?? this.latest;
  }

  /** The action, to be run later on behalf of the request whose code runs now. */
  carry<A extends unknown[], T>(action: (...args: A) => T): (...args: A) => T {
    const header = this.current;
    return (...args) => {
      this.current = header;
      try {
        return action(...args);
      } finally {
        this.current = this.latest;
      }
    };
  }
}
