import * as v from "valibot";
import { neededCells } from "../cell/needed.ts";
import { ABOVE, CELLS_ABOVE } from "../comm-messages.ts";
import { CellConverter } from "../compiler/converter.ts";
import { installDisplayHost } from "../display/install.ts";
import { Stacks } from "../errors/stack.ts";
import { Cells } from "./cells.ts";

import { Comms } from "./comms.ts";
import type { SessionHost } from "./host.ts";
import { Output } from "./output.ts";
import { Requests } from "./requests.ts";
import { Turns } from "./turns.ts";

/** A session: the compiler, what cells share, and the answers to what is asked of them. */
export interface Session {
  readonly converter: CellConverter;
  readonly output: Output;
  readonly requests: Requests;
  /** Ends the cell that runs, if the interruption is for it. */
  hearInterruption(reason: string): void;
}

/** Opens a session. */
export function openSession(host: SessionHost): Session {
  const { flags, parents, places, drawsLive = false } = host;
  const send = host.send.bind(host);
  const turns = new Turns(flags, parents);
  const output = new Output(send, parents);
  const stacks = new Stacks(places);
  const converter = new CellConverter(places, stacks, {
    beforeRun(notes) {
      if (cells.takesNotes) for (const note of notes()) output.print("stderr", `Note: ${note}\n`);
      host.refreshModules();
      turns.throwIfInterrupted();
      turns.enterStudentCode();
    },
    writeModule: host.writeModule.bind(host),
  });
  const cells = new Cells({ host, converter, output, turns, stacks });
  const comms = new Comms(output);
  stacks.install();
  Object.defineProperty(globalThis, Symbol.for("fall-line.refusals"), {
    value: { refusalOf: cells.refusalOf.bind(cells) },
    configurable: true,
  });
  Object.defineProperty(globalThis, Symbol.for("fall-line.modules"), {
    value: { withhold: cells.withhold.bind(cells) },
    configurable: true,
  });
  installDisplayHost(output, drawsLive);
  comms.install();
  // Which cells a cell stands on that this session has not run.
  comms.register(CELLS_ABOVE, (comm, data) => {
    const { success: isAsked, output: asked } = v.safeParse(ABOVE, data);
    comm.send(
      isAsked ? neededCells(asked.above, asked.cell, converter.namesWith("")) : { cells: [], names: [] },
    );
  });
  return {
    converter,
    output,
    requests: new Requests({ host, cells, converter, comms, turns }),
    hearInterruption(reason) {
      cells.endTrials();
      send({ type: "begun", request: turns.latestRequest });
      turns.hearInterruption((isMeant) => {
        if (isMeant) cells.interrupt(reason);
        send({ type: "interrupted" });
      });
    },
  };
}
