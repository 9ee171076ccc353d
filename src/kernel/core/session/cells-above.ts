import * as v from "valibot";
import { neededCells } from "../cell/needed.ts";
import type { CellConverter } from "../compiler/converter.ts";
import { ABOVE, CELLS_ABOVE } from "../comm-messages.ts";
import type { Comm, Comms } from "./comms.ts";

/** Answers which cells a cell stands on that this session has not run. */
export function answerCellsAbove(comms: Comms, converter: CellConverter): void {
  comms.register(CELLS_ABOVE, (comm: Comm, data: unknown) => {
    const { success: isAsked, output } = v.safeParse(ABOVE, data);
    comm.send(
      isAsked ? neededCells(output.above, output.cell, converter.namesWith("")) : { cells: [], names: [] },
    );
  });
}
