import { readFile } from "node:fs/promises";

/** This version, as it stands in code. */
export async function version(): Promise<string> {
  const { version: text } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  return JSON.stringify(text);
}
