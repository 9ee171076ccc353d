import type { Place } from "./source-map.ts";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

/** Text in the colour of errors, for front ends that show colours. */
export const alarm = (text: string): string => `\u001b[1m${red(text)}\u001b[22m`;

/** The line of the cell an error is in, the one before it, and a caret under the place. */
export function codeFrame(code: string, { line, column }: Place, length = 1): string[] {
  const lines = code.split("\n");
  const width = String(line + 1).length;
  const numbered = (index: number) =>
    `  ${dim(`${String(index + 1).padStart(width)} |`)} ${lines[index] ?? ""}`;
  const text = lines[line] ?? "";
  const carets = "^".repeat(Math.max(1, Math.min(length, text.length - column)));
  // Tabs before the caret stay tabs, so that it stands under its character.
  const indent = text.slice(0, column).replace(/[^\t]/g, " ");
  const before = line > 0 && lines[line - 1]?.trim() ? [numbered(line - 1)] : [];
  return [...before, numbered(line), `  ${" ".repeat(width)} ${dim("|")} ${indent}${red(carets)}`];
}
