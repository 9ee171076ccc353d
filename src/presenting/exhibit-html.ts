/** Exhibits as HTML, each in a stage of known size. */
import { escapeHtml } from "../escape.ts";
import { codeBlock } from "../rendering/highlight.ts";
import { outputToHtml } from "../rendering/output.ts";
import type { Exhibit } from "./exhibit.ts";
import { isLongOutput } from "./worked.ts";
import type { Marked } from "../notebook/cell-options.ts";

/** A place for a figure, in pixels of a slide. */
export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** What stands below a figure takes this of its height. */
const BELOW = 180;

/** Exhibits one below another, the figures among them as large as the stage allows. */
export function exhibitsToHtml(exhibits: readonly Exhibit[], stage: Stage): string {
  const figures = exhibits.filter(isDrawn).length;
  const below = BELOW * (exhibits.length - figures);
  const each = { ...stage, height: Math.floor((stage.height - below) / figures) };
  return exhibits.map((exhibit) => exhibitToHtml(exhibit, each)).join("");
}

function isDrawn({ kind }: Exhibit): boolean {
  return kind === "figure" || kind === "explorer";
}

function exhibitToHtml(exhibit: Exhibit, { width, height }: Stage): string {
  const html = contentOf(exhibit);
  const isSized = isDrawn(exhibit);
  const size = isSized ? ` data-width="${width}" data-height="${height}"` : "";
  const style = isSized ? ` style="width:${width}px;height:${height}px"` : "";
  const isLong = exhibit.kind === "worked" && isLongOutput(exhibit.output);
  const kinds = [exhibit.kind, ...(isSized ? ["stage"] : []), ...(isLong ? ["long-rows"] : [])];
  const cell = exhibit.kind === "code" ? ` data-code-of="${escapeHtml(exhibit.id)}"` : "";
  return `<div class="exhibit ${kinds.join(" ")}"${size}${style}${cell}>${html}</div>`;
}

function contentOf(exhibit: Exhibit): string {
  if (exhibit.kind === "code") return codeBlock(exhibit.source, "typescript");
  const html = outputToHtml(exhibit.output);
  return exhibit.marked === undefined ? html : mark(html, exhibit.marked);
}

/** Marks what carries the finding: a row of a table's body, or one cell of it. */
function mark(html: string, [row, column]: Marked): string {
  let at = 0;
  return html.replace(/<tr>(?=<td)([^]*?)<\/tr>/g, (whole: string, cells: string) => {
    at += 1;
    if (at !== row) return whole;
    let place = 0;
    const marked = cells.replace(/<td/g, () => {
      place += 1;
      return place === column ? '<td class="found"' : "<td";
    });
    return `<tr class="finding${column === undefined ? " found" : ""}">${marked}</tr>`;
  });
}
