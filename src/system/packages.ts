import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** The folders of packages that the project runs with: its own node_modules, and where it is a package itself those above it. */
export const packageFolders = (projectDir: string): string[] =>
  createRequire(resolve(projectDir, "package.json")).resolve.paths("a package") ?? [];

/**
 * A file or a folder of a package.
 * @param path from node_modules on, as `katex/dist/katex.min.css`
 */
export function packageFile(projectDir: string, path: string): string {
  const folders = packageFolders(projectDir);
  const found = folders.map((folder) => join(folder, path)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  throw new Error(`${path} is in none of the folders of packages: ${folders.join(", ")}`);
}
