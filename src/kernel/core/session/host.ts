import type { Header, ToProtocol } from "../channel.ts";
import type { Places } from "../platform.ts";
import type { Guard } from "./guard.ts";
import type { Parents } from "./parents.ts";

/** What a session needs of the place it runs in. */
export interface SessionHost {
  readonly places: Places;
  /** The words that the session shares with what interrupts it; see `Flag`. */
  readonly flags: Int32Array;
  readonly parents: Parents;
  send(message: ToProtocol): void;
  /** Takes one of the student's modules that was compiled, for the first time or anew. */
  takeModule(path: string, code: string): void;
  /** `require` as cells get it, which carries what transformed cells call. */
  requireOf(guard: Guard): object;
  /** Stops the timers that cells have set. */
  stopTimers(): void;
  /** Says for which request the front end takes questions. */
  allowInput(header: Header, allowed: boolean): void;
}
