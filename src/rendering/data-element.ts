import { gzipSync } from "node:zlib";
import { escapeHtml } from "../escape.ts";
import { type ScriptPart, partId } from "./page/part-names.ts";

/** JSON for a script of the page. Without `<`, nothing in it can end the element or begin another. */
export function dataElement(json: string, id?: string): string {
  const name = id === undefined ? "" : ` id="${escapeHtml(id)}"`;
  return `<script type="application/json"${name}>${json.replaceAll("<", "\\u003c")}</script>`;
}

/** A part of a page that is one file: a script, packed, which the page unpacks when it is wanted. */
export function partElement(part: ScriptPart, script: string): string {
  const packed = gzipSync(script, { level: 9 }).toString("base64");
  return `<script type="application/gzip" id="${partId(part)}">${packed}</script>`;
}
