import { join } from "node:path";
import ts from "typescript";
import type { Imports } from "./imports.ts";

/** The options of the project's `tsconfig.json`, with all files that it names. */
export function configOf(folder: string): ts.ParsedCommandLine {
  const path = join(folder, "tsconfig.json");
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, folder);
}

/** What the compiler says of a file that is changed, and of those that import it. */
export class Compiler {
  readonly #folder: string;
  readonly #imports: Imports;
  readonly #config: ts.ParsedCommandLine;
  readonly #host: ts.CompilerHost;
  #changed = { path: "", text: "" };

  constructor(folder: string, imports: Imports) {
    this.#folder = folder;
    this.#imports = imports;
    this.#config = configOf(folder);
    this.#host = this.#hostThatKeeps();
  }

  /** What is wrong with a file of this text, in the compiler's words: undefined where nothing is. */
  refusal(file: string, text: string): string | undefined {
    const pathOf = (name: string): string => join(this.#folder, name);
    this.#changed = { path: pathOf(file), text };
    const checked = [file, ...this.#imports.importersOf(file)].map(pathOf);
    const ambient = this.#config.fileNames.filter((name) => name.endsWith(".d.ts"));
    const program = ts.createProgram([...checked, ...ambient], this.#config.options, this.#host);
    for (const path of checked) {
      const source = program.getSourceFile(path);
      const [error] = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      if (error !== undefined) return ts.flattenDiagnosticMessageText(error.messageText, " ");
    }
    return undefined;
  }

  /** A host that reads a file once, and the changed one as it is changed. */
  #hostThatKeeps(): ts.CompilerHost {
    const host = ts.createCompilerHost(this.#config.options, true);
    const kept = new Map<string, ts.SourceFile | undefined>();
    const disk = { ...host };
    host.readFile = (path) => (path === this.#changed.path ? this.#changed.text : disk.readFile(path));
    host.getSourceFile = (path, ...how) => {
      if (path === this.#changed.path) return disk.getSourceFile(path, ...how);
      if (!kept.has(path)) kept.set(path, disk.getSourceFile(path, ...how));
      return kept.get(path);
    };
    return host;
  }
}
