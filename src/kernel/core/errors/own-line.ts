/** A text as it is compared: without spaces, comments, and what the compiler takes away or adds. */
function bare(text: string): string {
  const code = text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "");
  return code.replace(/\s+|;|!(?!=)|,(?=\s*[)\]}])|:\s*(?:number|any)\b(?:\[\])*/g, "");
}

/**
 * The line of a cell on which a line of a function stands, from 1.
 * @param whole the function as it runs
 * @returns nothing where the function is not in the cell as it runs, or the line stands there twice
 */
export function lineInCell(code: string, whole: string, line: string): number | undefined {
  if (!bare(code).includes(bare(whole))) return undefined;
  const sought = bare(line);
  const lines = code.split("\n").flatMap((text, i) => (bare(text).includes(sought) ? [i + 1] : []));
  return lines.length === 1 ? lines[0] : undefined;
}
