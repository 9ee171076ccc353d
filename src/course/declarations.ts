import { join } from "node:path";
import type { Plugin } from "rollup";
import ts from "typescript";
import { packageSources, pathsOf } from "./package-sources.ts";

/** The declarations of sources, each made when it is asked for: what several libraries have in common is read once. */
export class Declarations {
  readonly #compiler: ts.LanguageService;

  constructor(projectDir: string, entries: readonly string[]) {
    const read = (path: string): string | undefined => ts.sys.readFile(path);
    const { config } = ts.readConfigFile(join(projectDir, "tsconfig.json"), read) as { config: unknown };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectDir);
    const paths = pathsOf(packageSources(projectDir));
    const lib = ["lib.es2023.d.ts"];
    this.#compiler = ts.createLanguageService({
      fileExists: (path) => ts.sys.fileExists(path),
      readFile: read,
      getCurrentDirectory: () => projectDir,
      getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
      // The library knows neither Node nor a page: to read what those declare would take as long as the rest.
      getCompilationSettings: () => ({ ...options, lib, types: [], paths, declaration: true, noEmit: false }),
      getScriptFileNames: () => [...entries],
      getScriptVersion: () => "as it was read",
      getScriptSnapshot: (path) => ts.ScriptSnapshot.fromString(read(path) ?? ""),
    });
  }

  /** The files that they are made from. */
  get files(): string[] {
    return (this.#compiler.getProgram()?.getSourceFiles() ?? []).map(({ fileName }) => fileName);
  }

  /** Where rollup asks for a source, or for an entry by the name of its declarations, it gets the declarations. */
  get plugin(): Plugin {
    const program = this.#compiler.getProgram();
    const sourceOf = (id: string) => program?.getSourceFile(id.replace(/\.d\.ts$/, ".ts"));
    return {
      name: "declarations of sources",
      resolveId: (id) => (sourceOf(id) === undefined ? undefined : id),
      load: (id) => {
        const source = sourceOf(id);
        return source && this.#compiler.getEmitOutput(source.fileName, true, true).outputFiles[0]!.text;
      },
    };
  }
}
