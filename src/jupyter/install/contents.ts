/** What is to be copied: where each file comes from, by its name there. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export type Contents = ReadonlyMap<string, string>;

/** The files in a folder, to be copied into another. */
export function filesIn(
  folder: string,
  to: string,
  take: (name: string) => boolean = () => true,
): [name: string, from: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(take)
    .sort()
    .map((name) => [to === "" ? name : `${to}/${name}`, join(folder, name)]);
}

/** A name for contents: the same for the same files, whenever and wherever they were built. */
export function nameOf(contents: Contents): string {
  const hash = createHash("sha256");
  for (const [name, from] of contents) {
    const content = readFileSync(from);
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return hash.digest("hex").slice(0, 12);
}
