import type * as TS from "@tslab/typescript-for-tslab";
import { ts } from "../compiler/facade.ts";
import type { Report } from "./report.ts";

/** The errors the compiler found in a cell, as one report. */
export function typeErrorReport(diagnostics: readonly TS.Diagnostic[], count: number): Report {
  const messages = diagnostics.map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n"));
  return { ename: "TypeScript", evalue: `cell ${String(count)}: ${messages[0] ?? ""}`, traceback: messages };
}
