import type * as TS from "@tslab/typescript-for-tslab";
import { folderOf } from "./paths.ts";

type Resolved = TS.ResolvedModuleWithFailedLookupLocations;

/**
 * Finds the modules that files import. What installed packages import is looked up once; what cells and the student's
 * own files import is looked up anew for each cell, so that a file or package that has come since is found.
 */
export class Resolution {
  readonly #ts: typeof TS;
  readonly #options: TS.CompilerOptions;
  readonly #lasting: TS.ModuleResolutionCache;
  readonly #imports = new WeakMap<TS.SourceFile, string[]>();

  readonly #nodeTypes: string;

  constructor(ts: typeof TS, options: TS.CompilerOptions, cwd: string, nodeTypes: string) {
    this.#nodeTypes = nodeTypes;
    this.#ts = ts;
    this.#options = options;
    this.#lasting = ts.createModuleResolutionCache(cwd, (path) => path, options);
  }

  resolve(
    literals: readonly TS.StringLiteralLike[],
    path: string,
    file: TS.SourceFile,
    host: TS.ModuleResolutionHost,
    isLasting: boolean,
  ): Resolved[] {
    const resolved = literals.map((literal) => this.#resolveOne(literal.text, path, host, isLasting));
    const imports = resolved.flatMap(({ resolvedModule }) => resolvedModule?.resolvedFileName ?? []);
    this.#imports.set(file, imports);
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
      if (name !== "node") return this.#ts.resolveTypeReferenceDirective(name, path, this.#options, host);
      const resolvedTypeReferenceDirective = {
        primary: true,
        resolvedFileName: this.#nodeTypes,
        isExternalLibraryImport: true,
      };
      return { resolvedTypeReferenceDirective, failedLookupLocations: [] };
    });
  }

  /** The files that a file of the program imports. */
  importsOf(file: TS.SourceFile): string[] {
    return this.#imports.get(file) ?? [];
  }

  #resolveOne(name: string, path: string, host: TS.ModuleResolutionHost, isLasting: boolean): Resolved {
    if (!isLasting) return this.#ts.resolveModuleName(name, path, this.#options, host);
    const known = this.#lasting.getOrCreateCacheForDirectory(folderOf(path)).get(name, undefined);
    return known ?? this.#ts.resolveModuleName(name, path, this.#options, host, this.#lasting);
  }
}
