import type { Header, ToProtocol } from "../channel.ts";
import { CellConverter } from "../compiler/converter.ts";
import { installDisplayHost } from "../display/host.ts";
import { Stacks } from "../errors/stack.ts";
import type { Places } from "../platform.ts";
import { Cells } from "./cells.ts";
import { Comms } from "./comms.ts";
import type { Disposables } from "./disposables.ts";
import type { Guard } from "./guard.ts";
import { Output } from "./output.ts";
import type { Parents } from "./parents.ts";
import { Requests } from "./requests.ts";
import { Turns } from "./turns.ts";

/** What transformed cells call of the core. */
export interface CalledByCells {
  readonly guard: Guard;
  readonly disposables: Disposables;
}

/** What a session needs of the place it runs in. */
export interface SessionHost {
  readonly places: Places;
  /** The words that the session shares with what interrupts it; see `Flag`. */
  readonly flags: Int32Array;
  readonly parents: Parents;
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

/** A session: the compiler, what cells share, and the answers to what is asked of them. */
export interface Session {
  readonly converter: CellConverter;
  readonly output: Output;
  readonly requests: Requests;
  /** Ends the cell that runs, if the interruption is for it. */
  hearInterruption(reason: string): void;
}

/** Opens a session; from here on code of the student's may run. */
export function openSession(host: SessionHost): Session {
  const { flags, parents, places } = host;
  const send = host.send.bind(host);
  const turns = new Turns(flags, parents);
  const output = new Output(send, parents);
  const stacks = new Stacks(places);
  const converter = new CellConverter(places, stacks, {
    beforeRun() {
      host.refreshModules();
      turns.throwIfInterrupted();
      turns.enterStudentCode();
    },
    writeModule: host.writeModule.bind(host),
  });
  const cells = new Cells({ host, converter, output, turns, stacks });
  const comms = new Comms(output);
  stacks.install();
  installDisplayHost(output);
  comms.install();
  turns.enterStudentCode();
  return {
    converter,
    output,
    requests: new Requests({ host, cells, converter, comms, turns }),
    hearInterruption(reason) {
      if (turns.hearInterruption()) cells.interrupt(reason);
    },
  };
}
