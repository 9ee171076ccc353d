import { ts, type TS } from "../compiler/typescript.ts";
import { isAssigned } from "../errors/words/scene.ts";
import { type Accepted, isNumber, isOf, methodCall, type Question, shortText } from "./question.ts";

const bitwise: ReadonlySet<TS.SyntaxKind> = new Set([
  ts.SyntaxKind.BarToken,
  ts.SyntaxKind.AmpersandToken,
  ts.SyntaxKind.LessThanLessThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  ts.SyntaxKind.TildeToken,
  ts.SyntaxKind.BarEqualsToken,
  ts.SyntaxKind.AmpersandEqualsToken,
  ts.SyntaxKind.CaretEqualsToken,
]);

/** `x^2`: no power here. */
export const power: Question = (node, cell) => {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.CaretToken) return undefined;
  // `1 + x^2 + 3` is read as `(1 + x)^(2 + 3)`: what stands next to the sign is meant.
  const [left, right] = [besideSign(node.left, "right"), besideSign(node.right, "left")];
  const [base, exponent] = [left.getText(cell.file), right.getText(cell.file)];
  const looksLikePower =
    /^-?(\d*\.\d+|\d+)$/.test(exponent) && !isMask(Number(exponent)) ? true : /^(2|10|Math\.E)$/.test(base);
  if (!looksLikePower || /^0[xbo]/i.test(base) || !isNumber(cell, left) || isAmongBits(node))
    return undefined;
  return `\`${base}^${exponent}\` is no power: ^ works on whole numbers bit by bit; a power is written ${base} ** ${exponent}`;
};

function besideSign(node: TS.Expression, side: "left" | "right"): TS.Expression {
  return ts.isBinaryExpression(node) ? besideSign(node[side], side) : node;
}

/** 0, 1, 7, 15, ...: bits side by side, as masks have them; 3 is a power more often. */
function isMask(value: number): boolean {
  return value !== 3 && Number.isInteger(value) && (value & (value + 1)) === 0;
}

/** Whether the code around works on bits in other ways too. */
function isAmongBits(node: TS.Node): boolean {
  const around = ts.findAncestor(node, (one) => ts.isFunctionLike(one) || ts.isSourceFile(one.parent));
  const worksOnBits = (one: TS.Node): boolean =>
    bitwise.has(one.kind) ||
    (ts.isPrefixUnaryExpression(one) && bitwise.has(one.operator)) ||
    (ts.forEachChild(one, worksOnBits) ?? false);
  return around !== undefined && worksOnBits(around);
}

/** `7 // 2`: Python's division, and a comment here. */
export const dividedByComment: Question = (node, cell) => {
  const { file } = cell;
  if (!ts.isStatement(node) || file.text[node.end - 1] === ";") return undefined;
  const [, comment, by, more] =
    /^[ \t]*(\/\/[ \t]*([\w.$]+)[ \t]*(;[^\n]*)?)(?:\n|$)/.exec(file.text.slice(node.end)) ?? [];
  const divided = dividedIn(node, cell, by);
  if (!comment || !by || !divided || (more === undefined && !/^\d+$/.test(by))) return undefined;
  return `\`${comment.trim()}\` is a comment and divides nothing; to divide and round down, write: Math.floor(${divided.getText(file)} / ${by})`;
};

/** The number or the name that a statement gives to another name, or shows; a comment may say what it is. */
function dividedIn(statement: TS.Statement, cell: Accepted, by?: string): TS.Expression | undefined {
  if (ts.isVariableStatement(statement))
    return ifPlain(statement.declarationList.declarations.at(-1)?.initializer);
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (isAssigned(expression)) return ifPlain(expression.right);
  const type = cell.checker.getTypeAtLocation(expression);
  const isKnown = ifPlain(expression) !== undefined && type.isNumberLiteral();
  return isKnown && type.value !== Number(by) ? expression : undefined;
}

function ifPlain(value: TS.Expression | undefined): TS.Expression | undefined {
  const isPlain =
    value && (ts.isNumericLiteral(value) || ts.isIdentifier(value) || ts.isPropertyAccessExpression(value));
  return isPlain ? value : undefined;
}

/** `"2" + x`: digits in a text are joined, not added. */
export const joinedTexts: Question = (node, cell) => {
  if (!isSum(node) || isSum(node.parent)) return undefined;
  const parts = partsOf(node);
  const types = parts.map((part) => cell.checker.getTypeAtLocation(part));
  const texts = parts.filter((_, i) => !isOf(types[i]!, ts.TypeFlags.NumberLike));
  const areNumbers = texts.every((text) => {
    const type = cell.checker.getTypeAtLocation(text);
    return type.isStringLiteral() && /^-?\d+(\.\d+)?$/.test(type.value);
  });
  const whole = shortText(node, cell);
  const [text] = texts;
  if (!text || texts.length === parts.length || !areNumbers || whole === undefined) return undefined;
  return `\`${whole}\` joins texts and adds nothing; Number(${text.getText(cell.file)}) makes a number of a text`;
};

function isSum(node: TS.Node): node is TS.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function partsOf(node: TS.Expression): TS.Expression[] {
  return isSum(node) ? [...partsOf(node.left), ...partsOf(node.right)] : [node];
}

/** `==`: converts before it compares; the one use that is meant is `x == null`. */
export const looseEquality: Question = (node, { file }) => {
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, operatorToken, right } = node;
  const sign = operatorToken.getText(file);
  const isMeant = [left, right].some((side) => /^(null|undefined)$|^typeof\b/.test(side.getText(file)));
  if ((sign !== "==" && sign !== "!=") || isMeant) return undefined;
  const example = sign === "==" ? '1 == "1" is true' : '1 != "1" is false';
  return `\`${sign}\` converts what it compares: ${example}; write \`${sign}=\`, which compares values as they are`;
};

/** `[10, 9].sort()`: lists are sorted as texts. */
export const sortedAsTexts: Question = (node, cell) => {
  const { call, owner, name } = methodCall(node) ?? {};
  if (!call || call.arguments.length > 0 || !/^(sort|toSorted)$/.test(name!)) return undefined;
  const type = cell.checker.getTypeAtLocation(owner!);
  const entry =
    cell.checker.isArrayLikeType(type) && cell.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const isTyped = type.getSymbol()?.name.endsWith("Array") === true && !cell.checker.isArrayType(type);
  if (!entry || isTyped || !isOf(entry, ts.TypeFlags.NumberLike | ts.TypeFlags.Undefined)) return undefined;
  const list = shortText(owner!, cell) ?? "list";
  return `\`${name!}()\` sorts numbers as texts, 10 before 9; by size: ${list}.${name!}((a, b) => a - b)`;
};
