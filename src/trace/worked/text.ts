/** A worked step as plain text. */
import type { Cell, LinePart, WorkedLine } from "./line.ts";
import type { WorkedSpecification } from "./specification.ts";

export function workedText({ t, title, setting, lines, remarks }: WorkedSpecification): string {
  return [
    `step ${t}: ${title} ${lettersText(setting)}`,
    ...lines.map(lineText),
    ...remarks.map((remark) => `  ${lettersText(remark)}`),
  ].join("\n");
}

/** Letters with their marks as they are read: `m̂_6`, `v^max_6`. */
export const lettersText = (letters: string): string => letters.replaceAll(/\{([^}]*)\}/g, "$1");

/** One line of a worked step: the equation, and under it a row of numbers for each coordinate. */
export function lineText(line: WorkedLine): string {
  const { sentence, remark, result, parts } = line;
  const words = [sentence, remark].filter((part) => part !== "").join("; ");
  const right = parts.map((part) => (part.kind === "cell" ? part.letter : part.text)).join("");
  const head = `${result.letter} = ${right}${words === "" ? "" : `  (${words})`}`;
  return [lettersText(head), ...rowsText(line).map((row) => `    ${row}`)]
    .map((text) => `  ${text}`)
    .join("\n");
}

/** The rows of numbers: whole vectors and matrices in one, else one for each coordinate. */
function rowsText({ labels, result, parts, relation }: WorkedLine): string[] {
  if (result.texts.length === 0) return [];
  if (parts.some((part) => part.kind === "cell" && part.isWhole)) {
    const right = parts.map((part, k) => (part.kind === "sign" ? part.below : wholeText(part, parts, k)));
    return [`${wholeText(result)} ${relation} ${right.join("")}`];
  }
  const isPlace = parts[0]?.kind === "sign" && /^(at|near) $/.test(parts[0].below);
  return labels.map((label, i) => {
    const right = parts.map((part, k) =>
      part.kind === "sign" ? part.below : numberText(part, i, parts[k - 1], parts[k + 1]),
    );
    const name = label === "" ? "" : `${lettersText(label)}: `;
    return `${name}${trimmed(result.texts[i] ?? result.texts[0]!)} ${isPlace ? "" : `${relation} `}${right.join("")}`;
  });
}

/** The number of a cell in a row; after a sign, a negative one and a power of ten stand in parentheses. */
export function numberText({ texts, letter }: Cell, i: number, before?: LinePart, after?: LinePart): string {
  const text = texts[i] ?? texts[0] ?? letter;
  const sign = before?.kind === "sign" ? before.below.trimEnd() : "";
  const power = after?.kind === "sign" && /^[²³^]/.test(after.below);
  const isLoose = text.startsWith("−")
    ? /[−+·/√]$/.test(sign)
    : /10[⁻⁰-⁹¹²³]/.test(text) && /[/√]$/.test(sign);
  return isLoose || (power && /^−|·/.test(text)) ? `(${text})` : text;
}

function wholeText(cell: Cell, parts: readonly LinePart[] = [], k = 0): string {
  const { texts, isWhole } = cell;
  if (!isWhole || texts.length === 0) return numberText(cell, 0, parts[k - 1], parts[k + 1]);
  const rows = texts.map((text) =>
    text.includes("  ") ? `[${text.split("  ").map(trimmed).join(", ")}]` : text,
  );
  return `[${rows.join(", ")}]`;
}

const trimmed = (text: string): string => text.replaceAll("\u2007", "");
