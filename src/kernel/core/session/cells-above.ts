import { neededCells } from "../cell/needed.ts";
import type { CellConverter } from "../compiler/converter.ts";
import { ts } from "../compiler/typescript.ts";
import type { Comm, Comms } from "./comms.ts";

/** The comm target of front ends that run cells above first. */
const TARGET = "fall-line.cells";

/**
 * Answers which cells a cell stands on that this session has not run. A front end opens a comm with the texts of the cells
 * above and of the cell, `{ above, cell }`, and is told `{ cells, names }`: the positions of those needed, and the names that
 * the cell itself lacks.
 */
export function answerCellsAbove(comms: Comms, converter: CellConverter): void {
  comms.register(TARGET, (comm: Comm, data: unknown) => {
    const { above, cell } = (data ?? {}) as { readonly above?: unknown; readonly cell?: unknown };
    const isAsked = Array.isArray(above) && above.every((text) => typeof text === "string");
    comm.send(
      isAsked && typeof cell === "string"
        ? neededCells(ts, above, cell, converter.namesWith(""))
        : { cells: [], names: [] },
    );
  });
}
