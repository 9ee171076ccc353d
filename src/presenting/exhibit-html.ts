/** Exhibits as HTML, pictures in a stage of known size. */
import { escapeHtml } from "../escape.ts";
import { outputToHtml } from "../rendering/output.ts";
import type { Exhibit } from "./exhibit.ts";
import { linesToHtml } from "./lines-html.ts";
import { isLongOutput } from "./worked.ts";
import type { Marked } from "../notebook/cell-options.ts";

/** A place for a figure, in pixels of a slide. */
export interface Stage {
  readonly width: number;
  readonly height: number;
}

/** An exhibit; a picture in a stage of this size. */
export function exhibitToHtml(exhibit: Exhibit, stage?: Stage): string {
  const html = contentOf(exhibit);
  const isLong = exhibit.kind === "worked" && isLongOutput(exhibit.output);
  const kinds = [exhibit.kind, ...(stage === undefined ? [] : ["stage"]), ...(isLong ? ["long-rows"] : [])];
  const cell = exhibit.kind === "code" ? ` data-code-of="${escapeHtml(exhibit.id)}"` : "";
  return `<div class="exhibit ${kinds.join(" ")}"${stage === undefined ? "" : sizeOf(stage)}${cell}>${html}</div>`;
}

/** The size of a stage as what draws in it reads it. */
export function sizeOf({ width, height }: Stage): string {
  return ` data-width="${width}" data-height="${height}" style="width:${width}px;height:${height}px"`;
}

function contentOf(exhibit: Exhibit): string {
  if (exhibit.kind === "code") return linesToHtml(exhibit.source.split("\n"));
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
