import { sourceIn } from "../cell/source.ts";
import { type Places, platform } from "../platform.ts";
import { ts, type TS } from "./typescript.ts";

/** The declaration of each name of the library, and the file that it stands in. */
export type LibrarySources = Readonly<Record<string, { readonly file: string; readonly text: string }>>;

const LIBRARY = "fall-line";

/** How names were declared: in cells, in files beside the notebook, in the library. */
export class Sources {
  /** The cell that declared a name last, as it was written. */
  readonly #written = new Map<string, { readonly code: string; readonly count: number }>();

  constructor(private readonly library: Places["library"]) {}

  /** A cell has declared a name. */
  take(name: string, code: string, count: number): void {
    this.#written.set(name, { code, count });
  }

  /** How a name, or one of a whole module as in `library.adam`, was declared, as it was written there. */
  of(path: string): string | undefined {
    const [name = "", member] = path.split(".");
    const written = this.#written.get(name);
    if (!written) return member === undefined ? this.#inLibrary(name) : undefined;
    const statement = sourceIn(written.code, name);
    const { module, exported = member } = importedBy(statement, name) ?? {};
    const elsewhere = module !== undefined && exported !== undefined && this.#inModule(module, exported);
    if (elsewhere) return elsewhere;
    return member === undefined ? `cell ${String(written.count)}:\n${statement}` : undefined;
  }

  #inModule(module: string, name: string): string | undefined {
    if (module === LIBRARY) return this.#inLibrary(name);
    if (!module.startsWith(".")) return undefined;
    const texts = [module, `${module}.ts`, module.replace(/\.js$/, ".ts")].map((path) =>
      ts.sys.readFile(`${platform.folder()}/${path}`),
    );
    const source = sourceIn(texts.find((text) => text !== undefined) ?? "", name);
    return source && `${module}:\n${source}`;
  }

  #inLibrary(name: string): string | undefined {
    const text = this.library.sources === undefined ? undefined : ts.sys.readFile(this.library.sources);
    const all = JSON.parse(text ?? "{}") as LibrarySources;
    return Object.hasOwn(all, name) ? `${all[name]!.file}:\n${all[name]!.text}` : undefined;
  }
}

/** The module that a name is imported from, and its name there; none for the whole of a module. */
function importedBy(statement: string, name: string): { module: string; exported?: string } | undefined {
  const file = ts.createSourceFile("cell.ts", statement, ts.ScriptTarget.Latest);
  const [first] = file.statements;
  if (!first || !ts.isImportDeclaration(first)) return undefined;
  const module = (first.moduleSpecifier as TS.StringLiteral).text;
  const bindings = first.importClause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  const found = named.find((element) => element.name.text === name);
  return found ? { module, exported: (found.propertyName ?? found.name).text } : { module };
}
