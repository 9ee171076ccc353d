/** How the teacher's browser comes by the key: from a file that nobody else can read, and by no address. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../escape.ts";

/** A file in a folder that opens the deck when a browser opens it. */
export function doorFile(folder: string, address: string, key: string): string {
  const file = join(folder, "open-the-deck.html");
  writeFileSync(file, doorHtml(address, key), { mode: 0o600 });
  return file;
}

function doorHtml(address: string, key: string): string {
  return `<!doctype html>
<meta charset="utf-8">
<title>To the deck</title>
<form action="${escapeHtml(address)}" method="post"><input type="hidden" name="key" value="${escapeHtml(key)}">
<button>Open the deck</button></form>
<script>document.forms[0].submit();</script>
`;
}
