import type * as TS from "typescript";
import { folderOf } from "./paths.ts";
import { ts } from "./typescript.ts";

type Resolved = TS.ResolvedModuleWithFailedLookupLocations;

/**
 * Finds the modules that files import. What installed packages and earlier cells import is looked up once; what the cell
 * and the student's own files import is looked up anew for each cell, so that a file or package that has come since is found.
 */
export class Resolution {
  readonly #options: TS.CompilerOptions;
  readonly #lasting: TS.ModuleResolutionCache;
  readonly #nodeTypes: string;
  readonly #ofCells = new WeakMap<TS.SourceFile, Map<string, Resolved>>();

  constructor(options: TS.CompilerOptions, cwd: string, nodeTypes: string) {
    this.#options = options;
    this.#nodeTypes = nodeTypes;
    this.#lasting = ts.createModuleResolutionCache(cwd, (path) => path, options);
  }

  resolve(name: string, path: string, host: TS.ModuleResolutionHost, isLasting: boolean): Resolved {
    if (!isLasting) return ts.resolveModuleName(name, path, this.#options, host);
    const known = this.#lasting.getOrCreateCacheForDirectory(folderOf(path)).get(name, undefined);
    return known ?? ts.resolveModuleName(name, path, this.#options, host, this.#lasting);
  }

  /** What an earlier cell imports. */
  resolveOfCell(name: string, cell: TS.SourceFile, host: TS.ModuleResolutionHost): Resolved {
    const known = this.#ofCells.get(cell) ?? new Map<string, Resolved>();
    this.#ofCells.set(cell, known);
    const resolved = known.get(name) ?? this.resolve(name, cell.fileName, host, false);
    known.set(name, resolved);
    return resolved;
  }

  /** Finds what `/// <reference types="..." />` asks for. Node's types are there already, in a file of ours. */
  resolveTypes(
    references: readonly (TS.FileReference | string)[],
    path: string,
    host: TS.ModuleResolutionHost,
  ): TS.ResolvedTypeReferenceDirectiveWithFailedLookupLocations[] {
    return references.map((reference) => {
      const name = typeof reference === "string" ? reference : reference.fileName;
      if (name !== "node") return ts.resolveTypeReferenceDirective(name, path, this.#options, host);
      const resolvedTypeReferenceDirective = {
        primary: true,
        resolvedFileName: this.#nodeTypes,
        isExternalLibraryImport: true,
      };
      return { resolvedTypeReferenceDirective };
    });
  }
}
