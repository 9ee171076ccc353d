import { factory, ts, type TS } from "../compiler/typescript.ts";
import { unreadWords } from "../errors/type-errors.ts";
import { awaitsAtTop } from "./prepare.ts";

/** What stands for `import.meta` and for `import()` in a compiled module. */
export const moduleMeta = "__meta";
export const moduleLoad = "__load";

/** A module beside the notebook, ready to run as a function. */
export interface CompiledModule {
  code: string;
  /** The mappings from the code to the source. */
  mappings: string;
  /** What it imports, as it names it. */
  imports: string[];
  /** True when it awaits something outside of its functions. */
  awaits: boolean;
}

/** Compiles a module beside the notebook; its types have been checked with the cell that imports it. */
export function compileModule(path: string, text: string, options: TS.CompilerOptions): CompiledModule {
  const file = ts.createSourceFile(path, text, options.target!, true);
  const fault = unreadWords(file);
  if (fault !== undefined) throw new SyntaxError(fault);
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    // Whatever its name says, it becomes a function.
    fileName: path.replace(/\.[mc](?=[jt]s$)/, "."),
    compilerOptions: {
      ...options,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
      declaration: false,
      sourceMap: true,
    },
    transformers: { before: [metaTransformer] },
  });
  return {
    code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ""),
    mappings: (JSON.parse(sourceMapText!) as { mappings: string }).mappings,
    imports: file.statements.flatMap((node) =>
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
        ? [node.moduleSpecifier.text]
        : [],
    ),
    awaits: awaitsAtTop(file),
  };
}

/** A function knows neither `import.meta` nor, where it comes from a start-up snapshot, `import()`. */
const metaTransformer: TS.TransformerFactory<TS.SourceFile> = (context) => (file) => {
  const visit = (node: TS.Node): TS.Node => {
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      return factory.createIdentifier(moduleMeta);
    const visited = ts.visitEachChild(node, visit, context);
    return ts.isCallExpression(visited) && visited.expression.kind === ts.SyntaxKind.ImportKeyword
      ? factory.updateCallExpression(
          visited,
          factory.createIdentifier(moduleLoad),
          undefined,
          visited.arguments,
        )
      : visited;
  };
  return ts.visitEachChild(file, visit, context);
};
