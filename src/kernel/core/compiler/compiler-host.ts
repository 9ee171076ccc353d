import type { EarlierCells } from "./earlier.ts";
import type { Resolution } from "./resolution.ts";
import { ts, type TS } from "./typescript.ts";

/** What a compiler's host is made of. */
interface HostParts {
  readonly system: TS.System;
  readonly earlier: EarlierCells;
  readonly resolution: Resolution;
  /** The parsed file of a path. */
  readonly getSourceFile: (path: string) => TS.SourceFile | undefined;
  /** Whether a file stays as it is for good. */
  readonly isLasting: (path: string) => boolean;
}

/** The files and modules of a program as the compiler asks for them; what it makes is written nowhere. */
export function compilerHostOf({
  system,
  earlier,
  resolution,
  getSourceFile,
  isLasting,
}: HostParts): TS.CompilerHost {
  const cwd = system.getCurrentDirectory();
  const host: TS.CompilerHost = {
    getSourceFile: (path) => getSourceFile(path),
    getDefaultLibFileName: ts.getDefaultLibFileName,
    getCurrentDirectory: () => cwd,
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => undefined,
    fileExists: (path) => earlier.file(path) !== undefined || system.fileExists(path),
    readFile: (path) => system.readFile(path),
    directoryExists: (path) => system.directoryExists(path),
    getDirectories: (path) => system.getDirectories(path),
    readDirectory: (path, ...rest) => system.readDirectory(path, ...rest),
    ...(system.realpath ? { realpath: (path: string) => system.realpath!(path) } : {}),
    resolveModuleNameLiterals(literals, path) {
      const cell = earlier.file(path);
      return literals.map(({ text }) =>
        cell
          ? resolution.resolveOfCell(text, cell, host)
          : resolution.resolve(text, path, host, isLasting(path)),
      );
    },
    resolveTypeReferenceDirectiveReferences: (references, file) =>
      resolution.resolveTypes(references, file, host),
    // What an earlier cell imports is found once, as what lasts.
    hasInvalidatedResolutions: (path) => !isLasting(path) && earlier.file(path) === undefined,
  };
  return host;
}
