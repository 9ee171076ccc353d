import type { Place } from "./source-map.ts";

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

/** Text that stands out: bold, in the colour of the page's own text, as no red is readable on light and on dark. */
export const alarm = bold;

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
  return [...before, numbered(line), `  ${" ".repeat(width)} ${dim("|")} ${indent}${bold(carets)}`];
}
