import { remembered } from "../../../remembered.ts";
import type { Places } from "../platform.ts";
import { folderOf, moduleFile } from "./paths.ts";
import { ts, type TS } from "./typescript.ts";

type Resolved = TS.ResolvedModuleWithFailedLookupLocations;

/**
 * Finds the modules that files import. What installed packages and earlier cells import is looked up once; what the cell
 * and the student's own files import is looked up anew for each cell, so that a file or package that has come since is found.
 */
export class Resolution {
  readonly #options: TS.CompilerOptions;
  readonly #lasting: TS.ModuleResolutionCache;
  readonly #nodeTypes: Places["types"];
  readonly #ofCells = new WeakMap<TS.SourceFile, Map<string, Resolved>>();

  constructor(options: TS.CompilerOptions, cwd: string, nodeTypes: Places["types"]) {
    this.#options = options;
    this.#nodeTypes = nodeTypes;
    this.#lasting = ts.createModuleResolutionCache(cwd, (path) => path, options);
  }

  /** True for a file of ours that declares a module of Node's. */
  isOfNode(path: string): boolean {
    return path.startsWith(`${this.#nodeTypes.modules}/`);
  }

  resolve(name: string, path: string, host: TS.ModuleResolutionHost, isLasting: boolean): Resolved {
    // What is global needs no module that is not declared with it: it names all that there are.
    if (path === this.#nodeTypes.globals) return { resolvedModule: undefined };
    const file = this.#fileOfNode(name, host);
    if (file !== undefined) return { resolvedModule: ofPackage(file) };
    if (!isLasting) return withTypes(ts.resolveModuleName(name, path, this.#options, host));
    const known = this.#lasting.getOrCreateCacheForDirectory(folderOf(path)).get(name, undefined);
    return known ?? withTypes(ts.resolveModuleName(name, path, this.#options, host, this.#lasting));
  }

  /** The files of the modules that a text asks for without an import. */
  filesAskedFor(text: string, host: TS.ModuleResolutionHost): string[] {
    const asked = text.matchAll(/\bgetBuiltinModule\(\s*["'`]([^"'`]+)/g);
    return [...asked].flatMap(([, name]) => this.#fileOfNode(name!, host) ?? []);
  }

  /** What an earlier cell imports. */
  resolveOfCell(name: string, cell: TS.SourceFile, host: TS.ModuleResolutionHost): Resolved {
    const known = remembered(this.#ofCells, cell, () => new Map<string, Resolved>());
    return remembered(known, name, () => this.resolve(name, cell.fileName, host, false));
  }

  /** The file of a module of Node's; none has what is declared with what is global. */
  #fileOfNode(name: string, host: TS.ModuleResolutionHost): string | undefined {
    const file = `${this.#nodeTypes.modules}/${moduleFile(name)}`;
    return !ts.isExternalModuleNameRelative(name) && host.fileExists(file) ? file : undefined;
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
      return { resolvedTypeReferenceDirective: { primary: true, ...ofPackage(this.#nodeTypes.globals) } };
    });
  }
}

/** Declarations that a package has beside what it exports, which its `exports` do not name. */
function withTypes(resolved: Resolved): Resolved {
  const { alternateResult } = resolved as { alternateResult?: string };
  return alternateResult === undefined
    ? resolved
    : { ...resolved, resolvedModule: ofPackage(alternateResult) };
}

/** A file of declarations, found as that of an installed package would be. */
function ofPackage(resolvedFileName: string): TS.ResolvedModuleFull {
  return { resolvedFileName, extension: ts.Extension.Dts, isExternalLibraryImport: true };
}
