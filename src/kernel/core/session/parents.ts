import type { Header } from "../channel.ts";

/** Which request the code that runs now belongs to. */
export interface Parents {
  readonly current: Header | undefined;
  /** Begins, or goes on, on behalf of a request. */
  resume(header: Header): void;
}
