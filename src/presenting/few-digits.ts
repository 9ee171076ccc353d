/** Numbers of a table as a hall reads them: with four digits that count, where that tells them apart as well. */
const ROW = /<tr>(?=<td)([^]*?)<\/tr>/g;
const CELL = /<td([^>]*)>([^<]*)<\/td>/g;
const NUMBER = /(?<![\d.])\d+\.\d+(?!\d)/g;

const MOST = 4;

export function withFewDigits(table: string): string {
  const rows = Array.from(table.matchAll(ROW), ([, cells]) =>
    Array.from(cells!.matchAll(CELL), ([, , text]) => text!),
  );
  const isTold = (column: number): boolean => {
    const texts = rows.map((row) => row[column] ?? "");
    return new Set(texts.map(rounded)).size === new Set(texts).size;
  };
  return table.replace(ROW, (_, cells: string) => {
    let column = -1;
    const shown = cells.replace(CELL, (whole: string, attributes: string, text: string) => {
      column += 1;
      return isTold(column) ? `<td${attributes}>${rounded(text)}</td>` : whole;
    });
    return `<tr>${shown}</tr>`;
  });
}

function rounded(text: string): string {
  return text.replace(NUMBER, (number) => {
    const value = Number(number);
    if (value < 1e-5) return number;
    return value >= 10 ** (MOST - 1) ? value.toFixed(0) : String(Number(value.toPrecision(MOST)));
  });
}
