import { ts, type TS } from "../../compiler/typescript.ts";
import { nodeAt, type Scene, type Words } from "./scene.ts";

const arithmetic = new Set<TS.SyntaxKind>([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
]);

/** Arithmetic on lists: they are taken entry by entry. */
export function listWords({ program, diagnostic }: Scene): Words | undefined {
  const checker = program.getTypeChecker();
  const outer = outermost(nodeAt(diagnostic));
  const file = diagnostic.file;
  if (!outer || !file) return undefined;
  const lists: TS.Expression[] = [];
  const collect = (node: TS.Node): void => {
    const isName =
      ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isArrayLiteralExpression(node);
    if (isName && isList(checker, checker.getTypeAtLocation(node))) lists.push(node);
    else if (
      ts.isBinaryExpression(node) ||
      ts.isParenthesizedExpression(node) ||
      ts.isPrefixUnaryExpression(node)
    )
      ts.forEachChild(node, collect);
  };
  collect(outer);
  const [base, ...others] = lists.map((list) => list.getText(file));
  if (base === undefined) return undefined;
  const whole = outer.getText(file);
  const [one, at] = [freeName(["x", "y", "z", "v"], whole), freeName(["i", "j", "k", "n"], whole)];
  const parameters = others.some((other) => other !== base) ? `(${one}, ${at})` : `(${one})`;
  let entry = whole;
  const start = outer.getStart(file);
  for (const list of lists.toReversed()) {
    const from = list.getStart(file) - start;
    const text = list.getText(file);
    entry = `${entry.slice(0, from)}${text === base ? one : `${text}[${at}]`}${entry.slice(from + text.length)}`;
  }
  const isBoth = outer.operatorToken.kind === ts.SyntaxKind.PlusToken && lists.length === 2;
  const joined =
    isBoth && lists[0] === outer.left && lists[1] === outer.right
      ? `; one list of both: [...${base}, ...${outer.right.getText(file)}]`
      : "";
  return {
    reason: `\`${base}\` is a list, and ${outer.operatorToken.getText()} works on one number at a time`,
    help:
      repeatedHelp(outer) ?? `take the entries one by one: ${base}.map(${parameters} => ${entry})${joined}`,
    place: { start, length: outer.end - start },
  };
}

/** `[0] * 10`: as Python makes a list of ten zeros. */
function repeatedHelp({ left, right, operatorToken }: TS.BinaryExpression): string | undefined {
  const isTimes = operatorToken.kind === ts.SyntaxKind.AsteriskToken;
  if (!isTimes || !ts.isArrayLiteralExpression(left) || left.elements.length !== 1) return undefined;
  return `write: Array(${right.getText()}).fill(${left.elements[0]!.getText()})`;
}

/** The first of a few names that does not stand in a text. */
function freeName(names: readonly string[], text: string): string {
  return names.find((name) => !new RegExp(`\\b${name}\\b`).test(text)) ?? names[0]!;
}

function isList(checker: TS.TypeChecker, type: TS.Type): boolean {
  return (
    checker.isArrayLikeType(type) ||
    /^(Float|Int|Uint|BigInt|BigUint)\w*Array/.test(type.getSymbol()?.name ?? "")
  );
}

/** The largest arithmetic expression around a node. */
function outermost(node: TS.Node | undefined): TS.BinaryExpression | undefined {
  let found: TS.BinaryExpression | undefined;
  for (let at = node; at; at = at.parent) {
    if (ts.isBinaryExpression(at) && arithmetic.has(at.operatorToken.kind)) found = at;
    else if (found && !ts.isParenthesizedExpression(at)) break;
  }
  return found;
}
