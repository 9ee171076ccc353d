/** How the teacher's browser comes by the key: from a file that nobody else can read, and by no address. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../escape.ts";
import { stateFolder } from "../system/state.js";

/** A file that opens the deck when a browser opens it. */
export function doorFile(projectDir: string, address: string, key: string): string {
  const file = join(stateFolder(projectDir, "room"), `deck-${new URL(address).port}.html`);
  rmSync(file, { force: true });
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
