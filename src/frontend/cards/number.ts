/**
 * A number as it is typed: 0.25, 0,25, 1e-3, 90,000 or 90 000. A comma may stand before decimals or between thousands; where
 * both can be meant, it is the reading that is nearer to the answer.
 */
export function readNumber(typed: string, answer: number): number {
  const plain = typed
    .trim()
    .replace("−", "-")
    .replace(/(?<=\d)[\s_'](?=\d{3})/g, "");
  if (plain === "") return NaN;
  const decimal = Number(plain.replace(",", "."));
  if (!/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) return decimal;
  const thousands = Number(plain.replaceAll(",", ""));
  return Math.abs(thousands - answer) < Math.abs(decimal - answer) || Number.isNaN(decimal)
    ? thousands
    : decimal;
}
