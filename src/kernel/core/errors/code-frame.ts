import type { TextPosition } from "./source-map.ts";

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

/** Text that stands out: bold, in the colour of the page's own text, as no red is readable on light and on dark. */
export const alarm = bold;

/** Longer lines are cut around the place, in characters. */
const longestLine = 100;

/** How much of a long line is shown before the place. */
const before = 60;

/** The line of the cell an error is in, the one before it, and a caret under the place. */
export function codeFrame(code: string, { line, column }: TextPosition, length = 1): string[] {
  const lines = code.split("\n");
  const width = String(line + 1).length;
  const numbered = (index: number, text: string) =>
    `  ${dim(`${String(index + 1).padStart(width)} |`)} ${text}`;
  const whole = lines[line] ?? "";
  const start = whole.length > longestLine ? Math.max(0, column - before) : 0;
  const text = cut(whole, start);
  const at = column - start + (start > 0 ? dots.length : 0);
  const end = text.length - (text.endsWith(dots) && !whole.endsWith(dots) ? dots.length : 0);
  const carets = "^".repeat(Math.max(1, Math.min(length, end - at)));
  // Tabs before the caret stay tabs, so that it stands under its character.
  const indent = text.slice(0, at).replace(/[^\t]/g, " ");
  const above = lines[line - 1] ?? "";
  return [
    ...(above.trim() === "" ? [] : [numbered(line - 1, cut(above, 0))]),
    numbered(line, text),
    `  ${" ".repeat(width)} ${dim("|")} ${indent}${bold(carets)}`,
  ];
}

const dots = "...";

/** A line from a column on, as far as it is shown. */
function cut(line: string, start: number): string {
  const rest = line.slice(start);
  const shown = rest.length > longestLine ? `${rest.slice(0, longestLine)}${dots}` : rest;
  return start > 0 ? `${dots}${shown}` : shown;
}
