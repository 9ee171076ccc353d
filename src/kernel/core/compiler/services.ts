import { ts, type TS } from "./typescript.ts";

const notCancelled: TS.CancellationToken = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested: () => undefined,
};

/** All that the compiler has to say against some files of a program. */
export function diagnosticsOf(program: TS.Program, files: readonly TS.SourceFile[]): TS.Diagnostic[] {
  const found = [
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
  return [...ts.sortAndDeduplicateDiagnostics(found)];
}

/**
 * What is no fault in a cell: "Import assignment cannot be used when targeting ECMAScript modules", and a package that
 * has no types.
 */
const allowed = new Set([1202, 7016]);

/** What the compiler has against cells. */
export function faultsIn(program: TS.Program, cells: readonly TS.SourceFile[]): TS.Diagnostic[] {
  return diagnosticsOf(program, cells).filter(
    (one) => one.file !== undefined && !allowed.has(one.code) && !mayBeMade(one),
  );
}

/** A file beside the notebook that is loaded when the cell runs: the cell may have written it by then. */
function mayBeMade({ file, start = 0, length = 0, code }: TS.Diagnostic): boolean {
  const noModule = 2307;
  if (code !== noModule || !/^["'`]\.\.?\//.test(file!.text.slice(start, start + length))) return false;
  return /\bimport\s*\(\s*$/.test(file!.text.slice(0, start));
}

/** What is known of the name at a position. */
export function quickInfoAt(
  file: TS.SourceFile,
  checker: TS.TypeChecker,
  position: number,
): TS.QuickInfo | undefined {
  const node = ts.getTouchingPropertyName(file, position);
  const symbol =
    node === file
      ? undefined
      : (optionNamed(checker, node) ?? checker.getSymbolAtLocation(node) ?? typeNamed(checker, node));
  if (!symbol) return undefined;
  const { symbolKind, ...shown } = ts.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
    checker,
    symbol,
    file,
    undefined,
    node,
  );
  const textSpan = ts.createTextSpanFromBounds(node.getStart(file), node.end);
  const meaning = shown.documentation?.length ? undefined : meaningIn(checker, node);
  const declared = symbol.declarations?.find(
    (one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one),
  );
  const displayParts = declared
    ? [textPart(declared.getText().replace(/^(export |declare )+/, ""))]
    : shown.displayParts;
  return {
    kind: symbolKind,
    kindModifiers: "",
    textSpan,
    ...shown,
    ...(displayParts ? { displayParts } : {}),
    ...(meaning !== undefined && { documentation: [textPart(meaning)] }),
  };
}

/** What the name of an option means to the function that it is given to. */
function optionNamed(checker: TS.TypeChecker, node: TS.Node): TS.Symbol | undefined {
  const { parent } = node;
  const isOption =
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) && parent.name === node;
  if (!isOption || !ts.isObjectLiteralExpression(parent.parent)) return undefined;
  return checker.getContextualType(parent.parent)?.getProperty(parent.name.getText());
}

/** What the name of a hyperparameter means to the rule in the same call, of which the rule's own words have a line. */
function meaningIn(checker: TS.TypeChecker, node: TS.Node): string | undefined {
  const given = ts.findAncestor(node, ts.isCallExpression)?.arguments ?? [];
  const told = given.flatMap((one) => {
    const symbol = checker.getSymbolAtLocation(one);
    const declared =
      symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return declared ? [ts.displayPartsToString(declared.getDocumentationComment(checker))] : [];
  });
  const line = `- \`${node.getText()}\`: `;
  const found = told.flatMap((text) => text.split("\n")).find((one) => one.startsWith(line));
  return found?.slice(line.length);
}

/** A type whose name stands where a value would. */
function typeNamed(checker: TS.TypeChecker, node: TS.Node): TS.Symbol | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  return checker.getSymbolsInScope(node, ts.SymbolFlags.Type).find(({ name }) => name === node.text);
}

function textPart(text: string): TS.SymbolDisplayPart {
  return { kind: "text", text };
}

/** What can stand at a position; `modules` are those that can be imported besides those that the program knows. */
export function completionsAt(
  program: TS.Program,
  host: TS.CompilerHost,
  file: TS.SourceFile,
  position: number,
  modules: () => string[],
): TS.CompletionInfo | undefined {
  const checker = program.getTypeChecker();
  const getAmbientModules = () => [
    ...checker.getAmbientModules(),
    ...modules().map((name) => ({ name: JSON.stringify(name) })),
  ];
  return ts.Completions.getCompletionsAtPosition(
    { ...host, getCompilationSettings: () => program.getCompilerOptions() },
    { ...program, getTypeChecker: () => ({ ...checker, getAmbientModules }) },
    () => undefined,
    file,
    position,
    {},
    undefined,
    ts.CompletionTriggerKind.Invoked,
    notCancelled,
  );
}

/** The function that is called around a position, with the argument one is at in bold. */
export function signatureAt(
  program: TS.Program,
  file: TS.SourceFile,
  position: number,
): TS.QuickInfo | undefined {
  const found = ts.SignatureHelp.getSignatureHelpItems(program, file, position, undefined, notCancelled);
  const item = found?.items[found.selectedItemIndex];
  if (!found || !item) return undefined;
  const parameters = item.parameters.map(({ displayParts }, i) => {
    const text = ts.displayPartsToString(displayParts);
    return i === found.argumentIndex ? `\u001b[1m${text}\u001b[22m` : text;
  });
  const current = item.parameters[found.argumentIndex]?.documentation ?? [];
  return {
    kind: ts.ScriptElementKind.functionElement,
    kindModifiers: "",
    textSpan: found.applicableSpan,
    displayParts: [
      ...item.prefixDisplayParts,
      textPart(parameters.join(ts.displayPartsToString(item.separatorDisplayParts))),
      ...item.suffixDisplayParts,
    ],
    documentation:
      current.length > 0 ? [...item.documentation, textPart("\n"), ...current] : item.documentation,
  };
}
