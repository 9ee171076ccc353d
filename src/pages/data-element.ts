import { escapeHtml } from "../escape.ts";

/** JSON for a script of the page. Without `<`, nothing in it can end the element or begin another. */
export function dataElement(json: string, id?: string): string {
  const name = id === undefined ? "" : ` id="${escapeHtml(id)}"`;
  return `<script type="application/json"${name}>${json.replaceAll("<", "\\u003c")}</script>`;
}
