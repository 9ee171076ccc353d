import type * as TS from "typescript";
import { platform } from "../platform.ts";
import { alarm, codeFrame } from "./code-frame.ts";
import { helpFor } from "./help.ts";
import type { Report } from "./report.ts";

/** More than these are counted, not shown: the first errors bring about the others. */
const maxShown = 5;

/** What the compiler has against a cell. */
export interface Rejection {
  ts: typeof TS;
  program: TS.Program;
  diagnostics: readonly TS.Diagnostic[];
  code: string;
  count: number;
  /** The name of the cell's file, and of the file with the lesson library's types. */
  cell: string;
  library: string;
}

/** The errors the compiler found in a cell: each with its line, a caret, the reason and, where we know one, the cure. */
export function typeErrorReport(rejection: Rejection): Report {
  const { diagnostics } = rejection;
  const shown = diagnostics.slice(0, maxShown).map((diagnostic) => describe(rejection, diagnostic));
  const rest = diagnostics.length - shown.length;
  const more = rest > 0 ? ["", `and ${String(rest)} more`] : [];
  const first = shown[0];
  return {
    ename: "TypeScriptError",
    evalue: first ? `${first.where}: ${first.reason}` : "",
    traceback: [...shown.flatMap(({ lines }, i) => (i === 0 ? lines : ["", ...lines])), ...more],
  };
}

function describe(
  rejection: Rejection,
  diagnostic: TS.Diagnostic,
): { where: string; reason: string; lines: string[] } {
  const { ts, program, code, count, cell, library } = rejection;
  const { file, start = 0, length = 1 } = diagnostic;
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  const reason = inOneSentence(message);
  const help = helpFor({ ts, program, diagnostic, message, library });
  const cure = help === undefined ? [] : [`  Help: ${help}`];
  if (!file) return { where: "", reason, lines: [reason] };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const isCell = file.fileName === cell;
  // The compiler sees the cell below a line of its own.
  const place = { line: isCell ? line - 1 : line, column: character };
  const name = isCell ? `cell ${String(count)}` : platform.shortName(file.fileName);
  const where = `${name}, line ${String(place.line + 1)}`;
  const frame = codeFrame(isCell ? code : file.text, place, length);
  return {
    where,
    reason,
    lines: [`${alarm("TypeScriptError")} in ${where}`, ...frame, `  ${reason}`, ...cure],
  };
}

/** The compiler explains in steps, each further in: what it says, and where that ends, is enough. */
function inOneSentence(message: string): string {
  const steps = message.split("\n").map((line) => line.trim());
  const [first = "", ...further] = steps;
  const last = further.at(-1);
  return last === undefined ? first : `${first.replace(/\.$/, "")}: ${last}`;
}
