/** Rows of a CSV text (RFC 4180) by the names in its first line. */
export function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = linesOf(text).filter((row) => row.length > 1 || row[0] !== "");
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])));
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*)?)(,|\r\n?|\n|$)/y;

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex <= text.length) {
    const found = CELL.exec(text);
    if (found === null) throw new Error("it is no CSV: a quote is not closed");
    const [, quoted, bare = "", end] = found;
    line.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ",") {
      lines.push(line);
      line = [];
      if (end === "") break;
    }
  }
  return lines;
}
