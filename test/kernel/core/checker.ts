import { flattenDiagnosticMessageText } from "typescript";
import { CellConverter } from "../../../src/kernel/core/compiler/converter.ts";
import { latestCompilation } from "../../../src/kernel/core/compiler/for-tslab.ts";
import { Stacks } from "../../../src/kernel/core/errors/stack.ts";
import type { Places } from "../../../src/kernel/core/platform.ts";
import { runOnNode } from "../../../src/kernel/node/platform.ts";

export interface Found {
  code: number;
  start: number | undefined;
  message: string;
}

/** Checks cells as the kernel does, each in a session of its own: what the compiler has against it. */
export function checkCells(cells: readonly string[], places: Places): Found[][] {
  runOnNode();
  const hooks = { beforeRun: () => undefined, writeModule: () => undefined };
  const converter = new CellConverter(places, new Stacks(places), hooks);
  return cells.map((cell) => {
    converter.convert("", cell);
    return latestCompilation().diagnostics.map(({ code, start, messageText }) => ({
      code,
      start,
      message: flattenDiagnosticMessageText(messageText, "\n"),
    }));
  });
}
