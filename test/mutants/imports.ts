import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** Which of the project's files import which. Files are named from the project's folder on. */
export class Imports {
  /** Those that import a file, by its name. */
  readonly #importers = new Map<string, string[]>();

  constructor(folder: string, files: readonly string[], options: ts.CompilerOptions) {
    const kept = ts.createModuleResolutionCache(folder, (name) => name, options);
    for (const file of files) {
      const path = join(folder, file);
      for (const { fileName } of ts.preProcessFile(readFileSync(path, "utf8")).importedFiles) {
        const { resolvedModule } = ts.resolveModuleName(fileName, path, options, ts.sys, kept);
        if (resolvedModule === undefined || resolvedModule.isExternalLibraryImport) continue;
        const imported = relative(folder, resolvedModule.resolvedFileName).replaceAll("\\", "/");
        this.#importers.set(imported, [...(this.#importers.get(imported) ?? []), file]);
      }
    }
  }

  importersOf(file: string): readonly string[] {
    return this.#importers.get(file) ?? [];
  }

  /** All files that come to a file through imports, with over how many. */
  distancesTo(file: string): ReadonlyMap<string, number> {
    const distances = new Map([[file, 0]]);
    for (const [reached, distance] of distances)
      for (const next of this.importersOf(reached))
        if (!distances.has(next)) distances.set(next, distance + 1);
    return distances;
  }
}
