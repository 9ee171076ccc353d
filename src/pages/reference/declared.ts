/** What the library declares, with its documentation, as TypeScript's own compiler reads it, of which the tooltips of editors are made too. */
import ts from "typescript";

/** A name of the library, or a member of one. */
export interface Declared {
  readonly name: string;
  /** The comment above it, as Markdown. */
  readonly comment: string;
  /** Its tags in their order: `param`, `throws`, `example`. */
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  /** How it is called or what it holds; nothing where the members say it. */
  readonly signature: string;
  /** What an interface, a class or an object has. */
  readonly members: readonly Declared[];
}

/** All that a declaration file exports, by name. */
export function declaredIn(file: string): ReadonlyMap<string, Declared> {
  const program = ts.createProgram([file], { noLib: true, noResolve: true });
  const checker = program.getTypeChecker();
  const whole = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  const read = (name: string, symbol: ts.Symbol): Declared => {
    const node = followed(symbol.declarations![0]!, checker);
    const members = membersOf(node);
    return {
      name,
      comment: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      tags: symbol.getJsDocTags(checker).map((tag) => ({ name: tag.name, text: textOf(tag.text ?? []) })),
      signature: members.length > 0 ? "" : signatureOf(name, node),
      members: members.flatMap((member) => {
        const own = member.name && checker.getSymbolAtLocation(member.name);
        return own === undefined || !ts.isIdentifier(member.name!) ? [] : [read(own.name, own)];
      }),
    };
  };
  return new Map(
    checker.getExportsOfModule(whole).map((exported) => {
      const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      return [exported.name, read(exported.name, isAlias ? checker.getAliasedSymbol(exported) : exported)];
    }),
  );
}

/** The words of a tag, with the name of a parameter as code. */
function textOf(parts: readonly ts.SymbolDisplayPart[]): string {
  const isName = ({ kind }: ts.SymbolDisplayPart): boolean =>
    kind === ts.SymbolDisplayPartKind[ts.SymbolDisplayPartKind.parameterName];
  return parts.map((part) => (isName(part) ? `\`${part.text}\`` : part.text)).join("");
}

/** What `typeof draw` stands for. */
function followed(node: ts.Declaration, checker: ts.TypeChecker): ts.Declaration {
  if (!ts.isVariableDeclaration(node) || node.type === undefined || !ts.isTypeQueryNode(node.type))
    return node;
  return checker.getSymbolAtLocation(node.type.exprName)?.declarations?.[0] ?? node;
}

function membersOf(node: ts.Declaration): readonly (ts.TypeElement | ts.ClassElement)[] {
  if (ts.isInterfaceDeclaration(node)) return node.members;
  if (ts.isClassDeclaration(node)) {
    const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
    return node.members.filter((member) => (ts.getCombinedModifierFlags(member) & hidden) === 0);
  }
  if (ts.isVariableDeclaration(node) && node.type !== undefined && ts.isTypeLiteralNode(node.type))
    return node.type.members;
  return [];
}

const printer = ts.createPrinter({ removeComments: true });

/** The declaration under the name that it is known by. */
function signatureOf(name: string, node: ts.Declaration): string {
  const text = printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  return text.replace(/^(?:export )?(?:declare )?function \w+/, name).replace(/;$/, "");
}
