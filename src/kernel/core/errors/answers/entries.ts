import { ts, type TS } from "../../compiler/typescript.ts";
import { keyWords } from "../words/properties.ts";
import { nodeAt, type Scene, stretchOf, type Words } from "../words/scene.ts";
import { answerAt } from "./answer.ts";
import { isListType, nodeSpanning } from "../words/kinds.ts";

/** `x - lambda * g` where the coordinates are gone through already: of the list one entry is meant. */
export function entryWords({ program, diagnostic }: Scene): Words | undefined {
  const checker = program.getTypeChecker();
  const at = nodeSpanning(diagnostic);
  const around = throughCoordinates(at);
  const list = around && wholeListIn(checker, at);
  if (!list) return undefined;
  const name = list.getText();
  const index = around.index ?? "i";
  const help =
    around.index === undefined
      ? `take its entry with the index: (${around.first}, i) => ... ${name}[i]`
      : `take its entry: ${name}[${index}]`;
  return {
    reason: `\`${name}\` is a list, and here one number is wanted`,
    help,
    place: stretchOf(list),
  };
}

interface Through {
  /** What a coordinate is called, and its index where it has a name. */
  readonly first: string;
  readonly index: string | undefined;
}

/** The function of a `map`, or the loop over an index, around a place. */
function throughCoordinates(at: TS.Node | undefined): Through | undefined {
  for (let node = at; node; node = node.parent) {
    if (ts.isForStatement(node) && node.initializer && ts.isVariableDeclarationList(node.initializer))
      return { first: "", index: node.initializer.declarations[0]?.name.getText() ?? "i" };
    if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) continue;
    const isMapped =
      ts.isCallExpression(node.parent) && ts.isPropertyAccessExpression(node.parent.expression);
    if (!isMapped) return undefined;
    const [first, second] = node.parameters.map(({ name }) => name.getText());
    return { first: first ?? "x", index: second };
  }
  return undefined;
}

/** A list as a whole in the arithmetic around a place, the last one: what is called with it is its own matter. */
function wholeListIn(checker: TS.TypeChecker, at: TS.Node | undefined): TS.Node | undefined {
  let outer = at;
  while (outer?.parent && isArithmetic(outer.parent)) outer = outer.parent;
  const found: TS.Node[] = [];
  const visit = (node: TS.Node): void => {
    if (isArithmetic(node)) ts.forEachChild(node, visit);
    else if (ts.isExpression(node) && isListType(checker, checker.getTypeAtLocation(node))) found.push(node);
  };
  if (outer) visit(outer);
  return found.at(-1);
}

function isArithmetic(node: TS.Node): boolean {
  return (
    ts.isBinaryExpression(node) || ts.isParenthesizedExpression(node) || ts.isPrefixUnaryExpression(node)
  );
}

/** `g["i"]`: the entries of a list are counted. */
export function textIndexWords({ program, diagnostic }: Scene): Words | undefined {
  const access = ts.findAncestor(nodeAt(diagnostic), ts.isElementAccessExpression);
  if (!access) return undefined;
  const index = access.argumentExpression;
  const list = access.expression.getText();
  const checker = program.getTypeChecker();
  const entry = checker.getIndexTypeOfType(checker.getTypeAtLocation(access.expression), ts.IndexKind.Number);
  const hasId = entry !== undefined && checker.getPropertyOfType(entry, "id") !== undefined;
  if (hasId)
    return {
      reason: "the entries of a list are counted, and have no names",
      help: `write: ${list}.find((one) => one.id === ${index.getText()})`,
    };
  return {
    reason: `\`${index.getText()}\` is a text, and the entries of a list are counted`,
    help: ts.isStringLiteralLike(index)
      ? `write: ${list}[${index.text}]`
      : `take a number: for (let i = 0; i < ${list}.length; i++) ... ${list}[i]`,
  };
}

/** `p[i]`, where p is a number, a function that was not called, or has properties and i may be any text. */
export function noEntriesWords({ program, diagnostic }: Scene): Words | undefined {
  const access = ts.findAncestor(nodeAt(diagnostic), ts.isElementAccessExpression);
  if (!access) return undefined;
  const checker = program.getTypeChecker();
  const [owner, key] = [access.expression.getText(), access.argumentExpression.getText()];
  const type = checker.getTypeAtLocation(access.expression);
  if (type.getCallSignatures().length > 0)
    return { reason: `\`${owner}\` is a function, and has no entries`, help: "call it first" };
  const isNumber = (type.flags & ts.TypeFlags.NumberLike) !== 0;
  if (isNumber) return { reason: `\`${owner}\` is a number, and has no entries` };
  const isText = checker.getTypeAtLocation(access.argumentExpression).flags & ts.TypeFlags.String;
  return isText && answerAt(checker, access)
    ? {
        ...keyWords(checker, access),
        help: `say that it is one of these: ${owner}[${key} as keyof typeof ${owner}]`,
      }
    : undefined;
}
