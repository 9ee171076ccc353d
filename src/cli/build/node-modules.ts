import ts from "typescript";

/** Node's declarations, divided. */
interface Divided {
  /** What is global, and the modules that it speaks of. */
  globals: string;
  /** Each other module, by its name. */
  modules: ReadonlyMap<string, string>;
}

/** Divides declarations into what is global, with all modules that it speaks of, and the other modules. */
export function divideModules(text: string): Divided {
  const { statements } = ts.createSourceFile("node.d.ts", text, ts.ScriptTarget.Latest, true);
  const needed = new Set<string>();
  const need = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    statements
      .filter((one) => nameOf(one) === name)
      .flatMap(importsOf)
      .forEach(need);
  };
  statements.filter(isGlobal).map(nameOf).forEach(need);

  const globals: string[] = [];
  const modules = new Map<string, string>();
  for (const statement of statements) {
    const declared = declaredName(statement);
    const text = statement.getFullText();
    if (declared === undefined || needed.has(nameOf(statement))) globals.push(text);
    else modules.set(declared, `${modules.get(declared) ?? ""}${text}\n`);
  }
  return { globals: globals.join("\n"), modules };
}

/** True for what declares something global, be it in a module. */
function isGlobal(statement: ts.Statement): boolean {
  if (declaredName(statement) === undefined) return true;
  const { body } = statement as ts.ModuleDeclaration;
  return body !== undefined && ts.isModuleBlock(body) && body.statements.some(isGlobalBlock);
}

function isGlobalBlock(statement: ts.Statement): boolean {
  return (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** The name of the module that a statement declares. */
function declaredName(statement: ts.Statement): string | undefined {
  return ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name)
    ? statement.name.text
    : undefined;
}

/** The name of a module without "node:", which says nothing of which one it is; empty for what is none. */
function nameOf(statement: ts.Statement): string {
  return withoutPrefix(declaredName(statement) ?? "");
}

function withoutPrefix(name: string): string {
  return name.replace(/^node:/, "");
}

/** The modules that a declaration speaks of, without those that it only lists. */
function importsOf(node: ts.Node): string[] {
  // What `process.getBuiltinModule` may give: every module there is.
  if (ts.isInterfaceDeclaration(node) && node.name.text === "BuiltInModule") return [];
  const names: string[] = [];
  if (ts.isStringLiteral(node) && isSpecifier(node)) names.push(withoutPrefix(node.text));
  ts.forEachChild(node, (child) => {
    names.push(...importsOf(child));
  });
  return names;
}

function isSpecifier({ parent }: ts.StringLiteral): boolean {
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent))
  );
}
