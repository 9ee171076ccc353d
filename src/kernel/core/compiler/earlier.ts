import { localsOf, ts, type TS } from "./typescript.ts";
import { declaredNames } from "../cell/declarations.ts";
import { platform } from "../platform.ts";
import { nameOf } from "./paths.ts";

/**
 * What earlier cells declared: a file of declarations for each, parsed once. A name is looked up in the latest first, and
 * from there in the one before, as each is the parent of the next.
 */
export class EarlierCells {
  #files: readonly TS.SourceFile[] = [];
  #byPath: ReadonlyMap<string, TS.SourceFile> = new Map();
  #made = 0;

  /** The file of the latest cell. */
  get latest(): TS.SourceFile | undefined {
    return this.#files.at(-1);
  }

  get paths(): string[] {
    return [...this.#byPath.keys()];
  }

  /** All names that the cells have declared. */
  get names(): string[] {
    return this.#files.flatMap((file) => [...localsOf(file).keys()].map(String));
  }

  file(path: string): TS.SourceFile | undefined {
    return this.#byPath.get(path);
  }

  /** Takes the declarations that a cell has left. */
  add(declarations: string, target: TS.ScriptTarget): void {
    const path = `${platform.folder()}/__cell${String(++this.#made)}__.d.ts`;
    // Exported, so that a later cell can speak of a type that has been declared anew since.
    const names = declaredNames(declarations).join(", ");
    const file = ts.createSourceFile(path, `${declarations}\nexport { ${names} };\n`, target);
    ts.bindSourceFile(file, {});
    this.#files = [
      ...this.#files.filter((one, i) => !isHidden(one, [...this.#files.slice(i + 1), file])),
      file,
    ];
    this.#byPath = new Map(this.#files.map((one) => [one.fileName, one]));
    this.#files.forEach((one, i) => Object.assign(one, { parent: this.#files[i - 1] }));
  }

  /** True for a name that an earlier cell declared at its top. */
  declares(symbol: TS.Symbol): boolean {
    const file = symbol.declarations?.[0]?.getSourceFile();
    return (
      file !== undefined &&
      this.#byPath.has(file.fileName) &&
      localsOf(file).get(symbol.escapedName) === symbol
    );
  }
}

/** True for a file of which the latest declares all names anew, if none in between speaks of them. */
function isHidden(file: TS.SourceFile, later: readonly TS.SourceFile[]): boolean {
  const names = [...localsOf(file).keys()];
  const path = nameOf(file.fileName).replace(/\.d\.ts$/, "");
  return (
    names.every((name) => localsOf(later.at(-1)!).has(name)) &&
    later.every(
      (one) =>
        !one.text.includes(path) &&
        names.every((name) => localsOf(one).has(name) || !identifiersOf(one).has(String(name))),
    )
  );
}

/** All names in a file. */
function identifiersOf(file: TS.SourceFile): ReadonlyMap<string, string> {
  return (file as TS.SourceFile & { identifiers: ReadonlyMap<string, string> }).identifiers;
}
