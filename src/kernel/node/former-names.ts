import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FormerNames } from "../../exercises/progress.ts";

const fileBeside = (library: string): string => join(dirname(library), "former-names.json");

/** What lessons and exercises were called before, for what a progress file may hold; kept beside the library that is built of them. */
export function readFormerNames(library: string): FormerNames {
  return JSON.parse(readFileSync(fileBeside(library), "utf8")) as FormerNames;
}

/** Keeps them for the kernel, which is to know them before a cell has loaded the library. */
export function writeFormerNames(library: string, names: FormerNames): void {
  writeFileSync(fileBeside(library), `${JSON.stringify(names)}\n`);
}
