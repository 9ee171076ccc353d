import { WIDTH } from "../system/lines.js";

/** Rows of text under their headings, each column as wide as its widest cell. */
export function columns(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))];
  const widths = names.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A sentence and a table of right-aligned columns, the table in blocks that fit a line, each with the first column. */
export function inBlocks(text: string): string {
  const [title, ...lines] = text.split("\n");
  const [first, ...others] = Array.from(lines[0]!.matchAll(/ *\S+/g), ({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  const blocks: (typeof others)[] = [];
  let left = 0;
  for (const column of others) {
    const width = column.to - column.from;
    if (width > left) blocks.push([]);
    left = (width > left ? WIDTH - first!.to : left) - width;
    blocks.at(-1)!.push(column);
  }
  const tables = blocks.map((block) =>
    lines
      .map((line) =>
        [first!, ...block]
          .map(({ from, to }) => line.slice(from, to))
          .join("")
          .trimEnd(),
      )
      .join("\n"),
  );
  return [title, tables.join("\n\n")].join("\n");
}
