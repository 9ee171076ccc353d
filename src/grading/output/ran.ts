import { svgAddress } from "../../svg-address.ts";
import { safe } from "./plain.ts";

/** What a notebook did when it was run from its first cell to the first that failed. */
export interface Ran {
  readonly name: string;
  readonly cells: readonly { readonly source: string; readonly shown: readonly Shown[] }[];
  /** Why it did not come to an end, in a sentence. */
  readonly fault?: string;
}

/** What a cell showed: words, and in their place a picture where there is one. */
interface Shown {
  readonly words: string;
  /** The address of an image: as that, markup runs no script and fetches nothing. */
  readonly picture?: string;
}

/** An output of a cell, as nbformat stores it. */
type Output =
  | { readonly output_type: "stream"; readonly text: string }
  | { readonly output_type: "error"; readonly ename: string; readonly evalue: string }
  | {
      readonly output_type: "display_data" | "execute_result";
      readonly data: Readonly<Record<string, unknown>>;
    };

export function shownOf(output: Output): Shown {
  if (output.output_type === "stream") return { words: output.text };
  if (output.output_type === "error") return { words: `${output.ename}: ${output.evalue}` };
  const [svg, png, text] = ["image/svg+xml", "image/png", "text/plain"].map((mime) => output.data[mime]);
  const words = typeof text === "string" ? text : "";
  if (typeof svg === "string") return { words, picture: svgAddress(svg) };
  if (typeof png === "string")
    return { words, picture: `data:image/png;base64,${png.replace(/[^\w+/=]/g, "")}` };
  return { words };
}

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

function cellToHtml({ source, shown }: Ran["cells"][number]): string {
  return `<pre>${safe(source)}</pre>\n${shown.map(shownToHtml).join("\n")}`;
}

const shownToHtml = ({ words, picture }: Shown): string =>
  picture === undefined ? printed(words) : `<img src="${picture}" alt="${safe(words.slice(0, 500))}">`;

const printed = (text: string): string => {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n... ${text.length - LONGEST} more` : text;
  return cut.trim() === "" ? "" : `<pre class="printed">${safe(cut)}</pre>`;
};
