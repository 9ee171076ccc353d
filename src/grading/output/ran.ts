import { escapeHtml } from "../../escape.ts";
import type { ExecutedCell, Output } from "../../pages/executed.ts";
import type { Ran } from "../whole/whole-notebooks.ts";
import { plain } from "./plain.ts";

/** Longer texts of one output are cut. */
const LONGEST = 20_000;

/** A whole notebook as it ran, for a teacher to read: its code, and what that printed and drew; nothing of it can act. */
export function ranToHtml({ name, cells, fault }: Ran): string {
  const shown = cells.map(cellToHtml).join("\n");
  return `<article>
<h2>${safe(name)}, the whole notebook <span class="soft">to be read</span></h2>
${fault === undefined ? "" : `<p class="outcome stopped">${safe(fault)}</p>`}
${shown}
</article>`;
}

function cellToHtml({ source, outputs }: ExecutedCell): string {
  return `<pre>${safe(source)}</pre>\n${outputs.map(outputToHtml).join("\n")}`;
}

function outputToHtml(output: Output): string {
  if (output.output_type === "stream") return printed(output.text);
  if (output.output_type === "error") return printed(`${output.ename}: ${output.evalue}`);
  const { data } = output;
  const [svg, png, text] = ["image/svg+xml", "image/png", "text/plain"].map((mime) => data[mime]);
  const words = typeof text === "string" ? text : "";
  // As an image markup runs no script and fetches nothing.
  if (typeof svg === "string") return picture(`data:image/svg+xml,${encodeURIComponent(svg)}`, words);
  if (typeof png === "string") return picture(`data:image/png;base64,${png.replace(/[^\w+/=]/g, "")}`, words);
  return printed(words);
}

const printed = (text: string): string => {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n... ${text.length - LONGEST} more` : text;
  return cut.trim() === "" ? "" : `<pre class="printed">${safe(cut)}</pre>`;
};

const picture = (source: string, words: string): string =>
  `<img src="${source}" alt="${safe(words.slice(0, 500))}">`;

const safe = (text: string): string => escapeHtml(plain(text));
