import type * as TS from "@tslab/typescript-for-tslab";

/** In a module beside the notebook, `import ... from "../../cell/other.ts"` asks for what the other one is compiled to. */
export function specifierTransformer(ts: typeof TS): TS.TransformerFactory<TS.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const statements = file.statements.map((node) => {
      if (ts.isImportDeclaration(node)) {
        const to = compiled(node.moduleSpecifier);
        return to
          ? factory.updateImportDeclaration(node, node.modifiers, node.importClause, to, node.assertClause)
          : node;
      }
      if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
        const to = compiled(node.moduleSpecifier);
        const { modifiers, isTypeOnly, exportClause, assertClause } = node;
        return to
          ? factory.updateExportDeclaration(node, modifiers, isTypeOnly, exportClause, to, assertClause)
          : node;
      }
      return node;
    });
    return factory.updateSourceFile(file, statements);

    function compiled(specifier: TS.Expression): TS.StringLiteral | undefined {
      const path = ts.isStringLiteral(specifier)
        ? /^(\.{1,2}\/.*)\.ts$/.exec(specifier.text)?.[1]
        : undefined;
      return path === undefined ? undefined : factory.createStringLiteral(path);
    }
  };
}
