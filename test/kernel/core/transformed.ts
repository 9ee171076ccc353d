import type * as TS from "typescript";
import { assignedInFunctions } from "../../../src/kernel/core/cell/loops.ts";
import { SharedNames } from "../../../src/kernel/core/cell/scope.ts";
import { SharedScope } from "../../../src/kernel/core/cell/shared-scope.ts";
import { cellTransformer } from "../../../src/kernel/core/cell/transform.ts";
import { localsOf, ts } from "../../../src/kernel/core/compiler/typescript.ts";

/** What a cell becomes, when earlier cells have left some declarations. */
export function transformed(code: string, earlier = "", scope = new SharedScope()): string {
  const texts = new Map([
    ["cell.ts", `export {};\n${code}`],
    ["earlier.d.ts", `export {};\n${earlier}`],
  ]);
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    noLib: true,
    noResolve: true,
  };
  const files = new Map(
    [...texts].map(([name, text]) => [name, ts.createSourceFile(name, text, options.target, true)]),
  );
  let output = "";
  const program = ts.createProgram([...texts.keys()], options, {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => files.get(name),
    writeFile: (_name, text) => (output = text),
  });
  const [cell, before] = [program.getSourceFile("cell.ts")!, program.getSourceFile("earlier.d.ts")!];
  // Names are looked up in the cell, then in what earlier cells declared, as tslab arranges it.
  program.getTypeChecker();
  Object.assign(cell, { parent: before });
  const earlierCells = {
    declares: (symbol: TS.Symbol) => localsOf(before).get(symbol.escapedName) === symbol,
  };
  const names = new SharedNames(program.getTypeChecker(), cell, earlierCells, scope);
  for (const name of assignedInFunctions(names, cell)) scope.changing.add(name);
  program.emit(cell, undefined, undefined, false, { before: [cellTransformer(names)] });
  return output.replace(/export \{\};\s*$/, "").trim();
}
