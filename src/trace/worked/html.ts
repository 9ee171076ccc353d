/** A worked step as HTML: a table for each row, in which every number has its letter above it. No script. */
import { escapeHtml } from "../../escape.ts";
import type { Mark, WorkedLine } from "./line.ts";
import { sampleSvg } from "./sample.ts";
import type { WorkedSpecification } from "./specification.ts";
import { lettersText, numberText } from "./text.ts";
import { columnsOf } from "./widths.ts";

/** By this what is drawn is known, and its style finds it. */
export const CLASS = "fall-line-worked";

export function workedHtml({ t, title, look, setting, lines, remarks }: WorkedSpecification): string {
  const { label, result, isLong } = columnsOf(lines);
  const name = `Step ${t} of ${title} in numbers`;
  const head =
    `<p class="w-head"><strong class="w-step">Step ${t}</strong>${look === undefined ? "" : sampleSvg(look)}` +
    `<strong>${escapeHtml(title)}</strong><span class="w-setting">${lettersHtml(setting)}</span></p>`;
  const rows = lines.map((line) => rowHtml(line, t)).join("");
  const below = remarks.map((remark) => `<p class="w-besides">${lettersHtml(remark)}</p>`).join("");
  return (
    `<div class="${CLASS}" style="--label:${rounded(label)}ch;--result:${rounded(result)}ch">${head}` +
    `<div class="w-rows${isLong ? " w-long" : ""}" role="group" tabindex="0" aria-label="${escapeHtml(name)}">${rows}</div>${below}</div>`
  );
}

const rounded = (width: number): number => Number(width.toFixed(1));

/** Letters with their marks as HTML: lone letters in italics, words upright, indices lowered, exponents raised. */
export function lettersHtml(letters: string): string {
  return letters
    .split(/([_^]\{[^}]*\})/)
    .map((piece) => {
      const [, mark, inner] = /^([_^])\{([^}]*)\}$/.exec(piece) ?? [];
      if (mark === undefined) return italic(piece);
      return mark === "_" ? `<sub>${italic(inner!)}</sub>` : `<sup>${italic(inner!)}</sup>`;
    })
    .join("");
}

const italic = (text: string): string =>
  escapeHtml(text).replaceAll(/(?<![\p{L}\p{M}&'’])\p{L}\p{M}*(?![\p{L}\p{M}])/gu, "<i>$&</i>");

function rowHtml(line: WorkedLine, t: number): string {
  const { sentence, remark, result } = line;
  const says = [escapeHtml(sentence), lettersHtml(remark)].filter((text) => text !== "");
  return (
    `<div class="w-row" data-line="${escapeHtml(line.name)}"><p class="w-says">${says.map((text) => `<span>${text}</span>`).join(" ")}</p>` +
    `<table aria-label="${escapeHtml(`step ${t}: ${sentence}, ${lettersText(result.letter)}`)}">` +
    `<colgroup><col class="w-labels"><col class="w-results"></colgroup>` +
    `<thead>${lettersRow(line)}</thead>${bodyHtml(line)}${marksHtml(line)}</table></div>`
  );
}

/** Classes of its own, so that no style of a page around it means them. */
const classes = (kinds: string): string => kinds.replaceAll(/(?<=^| )(?=\w)/g, "w-");

const td = (content: string, kinds: string, rest = ""): string =>
  `<td class="${classes(kinds)}"${rest}>${content}</td>`;

function lettersRow({ result, parts }: WorkedLine): string {
  const cells = parts.map((part) =>
    part.kind === "cell"
      ? `<th scope="col" class="${classes(`letter ${part.hue}`)}">${lettersHtml(part.letter)}</th>`
      : td(signHtml(part.text), `sign${kindOfSign(part.text)}`),
  );
  return (
    `<tr>${td("", "label")}<th scope="col" class="${classes(`result ${result.hue}`)}">${lettersHtml(result.letter)}</th>` +
    `${td("=", "sign equals")}${cells.join("")}</tr>`
  );
}

/** A sign between terms has more room. */
const kindOfSign = (text: string): string => (/^ [+−] $/.test(text) ? " between" : "");

const signHtml = (text: string): string => lettersHtml(text.trim());

function bodyHtml(line: WorkedLine): string {
  const { result, labels, parts, relation } = line;
  if (result.texts.length === 0) return "";
  const isWhole = parts.some((part) => part.kind === "cell" && part.isWhole);
  const count = labels.length;
  const isPlace = parts[0]?.kind === "sign" && /^(at|near) $/.test(parts[0].below);
  const rows = labels.map((label, i) => {
    /** What is said once for all rows stands beside them all. */
    const once = (content: string, kinds: string): string =>
      !isWhole ? td(content, kinds) : i > 0 ? "" : td(content, kinds, ` rowspan="${count}"`);
    const cells = parts.map((part, k) => {
      if (part.kind === "sign") return once(signHtml(part.below), `sign${kindOfSign(part.below)}`);
      const text = numberText(part, i, parts[k - 1], parts[k + 1]);
      const kinds = `number ${part.hue}${text.startsWith("(") ? " bracketed" : ""}`;
      if (isWhole && part.texts.length < 2)
        return once(part.texts.length === 0 ? "" : escapeHtml(text), kinds);
      return part.texts.length === 0
        ? td("", kinds)
        : td(
            escapeHtml(part.isWhole ? (part.texts[i] ?? "") : text),
            `${kinds}${part.isWhole ? wholeKind(i, count) : ""}`,
          );
    });
    const own =
      result.texts.length < count
        ? once(escapeHtml(result.texts[0]!), `result ${result.hue}`)
        : td(escapeHtml(result.texts[i]!), `result ${result.hue}`);
    return `<tr><th scope="row" class="w-label">${lettersHtml(label)}</th>${own}${once(isPlace ? "" : relation, "sign equals")}${cells.join("")}</tr>`;
  });
  return `<tbody>${rows.join("")}</tbody>`;
}

/** The brackets of a vector or a matrix close above its first and below its last row. */
const wholeKind = (i: number, count: number): string =>
  ` whole${i === 0 ? " top" : ""}${i === count - 1 ? " bottom" : ""}`;

/** The row under the numbers: which arrow of the step's picture the terms are. */
function marksHtml({ marks, parts }: WorkedLine): string {
  if (marks.length === 0) return "";
  const own = marks.find(({ span }) => span === undefined);
  const cells: string[] = [];
  for (let k = 0; k < parts.length;) {
    const mark = marks.find(({ span }) => span?.[0] === k);
    const to = mark?.span?.[1] ?? k + 1;
    cells.push(
      mark === undefined ? "<td></td>" : td(markHtml(mark), `mark ${mark.hue}`, ` colspan="${to - k}"`),
    );
    k = to;
  }
  const result = own === undefined ? "<td></td>" : td(markHtml(own), `mark own ${own.hue}`);
  return `<tfoot><tr><td></td>${result}<td></td>${cells.join("")}</tr></tfoot>`;
}

const markHtml = ({ number, name }: Mark): string => `<b>${number}</b> ${escapeHtml(name)}`;
