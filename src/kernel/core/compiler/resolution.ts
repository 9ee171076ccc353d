import type * as TS from "typescript";
import { folderOf } from "./paths.ts";
import { ts } from "./typescript.ts";

/**
 * Finds the modules that files import. What installed packages import is looked up once; what cells and the student's
 * own files import is looked up anew for each cell, so that a file or package that has come since is found.
 */
export class Resolution {
  readonly #options: TS.CompilerOptions;
  readonly #lasting: TS.ModuleResolutionCache;
  readonly #nodeTypes: string;

  constructor(options: TS.CompilerOptions, cwd: string, nodeTypes: string) {
    this.#options = options;
    this.#nodeTypes = nodeTypes;
    this.#lasting = ts.createModuleResolutionCache(cwd, (path) => path, options);
  }

  resolve(
    name: string,
    path: string,
    host: TS.ModuleResolutionHost,
    isLasting: boolean,
  ): TS.ResolvedModuleWithFailedLookupLocations {
    if (!isLasting) return ts.resolveModuleName(name, path, this.#options, host);
    const known = this.#lasting.getOrCreateCacheForDirectory(folderOf(path)).get(name, undefined);
    return known ?? ts.resolveModuleName(name, path, this.#options, host, this.#lasting);
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
