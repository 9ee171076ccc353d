import { join } from "node:path";
import type { Plugin } from "rollup";
import ts from "typescript";
import { packageSources, pathsOf } from "./package-sources.ts";

/** The declarations of sources, each made when it is asked for: what several libraries have in common is read once. */
export class Declarations {
  readonly #compiler: ts.LanguageService;
  readonly #resolve: (name: string, importer: string) => ts.ResolvedModuleFull | undefined;

  constructor(projectDir: string, entries: readonly string[]) {
    const read = (path: string): string | undefined => ts.sys.readFile(path);
    const { config } = ts.readConfigFile(join(projectDir, "tsconfig.json"), read) as { config: unknown };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, projectDir);
    const paths = pathsOf(packageSources(projectDir));
    // The library knows neither Node nor a page: to read what those declare would take as long as the rest.
    const lib = ["lib.es2023.d.ts"];
    const settings = { ...options, lib, types: [], paths, declaration: true, noEmit: false };
    const known = ts.createModuleResolutionCache(projectDir, (path) => path, settings);
    this.#resolve = (name, importer) => {
      const { resolvedModule } = ts.resolveModuleName(name, importer, settings, ts.sys, known);
      return resolvedModule && { ...resolvedModule, isExternalLibraryImport: isForeign(resolvedModule) };
    };
    // What is installed as a package lies itself among packages, whose sources the compiler takes for foreign.
    const own = projectDir.replaceAll("\\", "/");
    const isForeign = ({ resolvedFileName: file }: ts.ResolvedModuleFull): boolean =>
      file.replace(own, "").includes("/node_modules/");
    this.#compiler = ts.createLanguageService({
      fileExists: (path) => ts.sys.fileExists(path),
      readFile: read,
      getCurrentDirectory: () => projectDir,
      getDefaultLibFileName: (all) => ts.getDefaultLibFilePath(all),
      getCompilationSettings: () => settings,
      resolveModuleNameLiterals: (names, importer) =>
        names.map(({ text }) => ({ resolvedModule: this.#resolve(text, importer) })),
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
      resolveId: (id, importer) => {
        if (importer === undefined) return id;
        const found = this.#resolve(id, importer);
        return found?.isExternalLibraryImport === false ? found.resolvedFileName : undefined;
      },
      load: (id) => {
        const source = sourceOf(id);
        return source && this.#compiler.getEmitOutput(source.fileName, true, true).outputFiles[0]!.text;
      },
    };
  }
}
