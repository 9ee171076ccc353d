import type { Header, ToProtocol } from "../channel.ts";
import type { Stacks } from "../errors/stack.ts";
import type { Places } from "../platform.ts";
import type { CalledByCells } from "./called.ts";
import type { Parents } from "./parents.ts";

/** What a session needs of the place it runs in. */
export interface SessionHost {
  readonly places: Places;
  /** The words that the session shares with what interrupts it; see `Flag`. */
  readonly flags: Int32Array;
  readonly parents: Parents;
  /** Whether figures and cards are drawn live wherever they are shown, so that nothing has to stand in for them. */
  readonly drawsLive?: boolean;
  send(message: ToProtocol): void;
  /** `require` as cells get it, which carries what transformed cells call. */
  requireOf(called: CalledByCells, stacks: Stacks): object;
  /** Lets go of the student's modules that have changed. */
  refreshModules(): void;
  /** Takes a module that was written in a cell. */
  writeModule(path: string, text: string): void;
  /** Stops the timers that a cell has set; of all cells, when none is named. */
  stopTimers(header?: Header): void;
  /** Says for which request the front end takes questions. */
  allowInput(header: Header, allowed: boolean): void;
}
