import { enumerated } from "../../../../enumerated.ts";
import { counted } from "../../../../counted.ts";
import { nodesIn, ts, type TS } from "../../compiler/typescript.ts";
import { nodeAt, type Scene } from "./scene.ts";

const maxNamed = 4;

/** A type as a student calls it: "a number", "a list of numbers", "a Rule"; undefined where nothing short is true. */
export function inWords(checker: TS.TypeChecker, type: TS.Type): string | undefined {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never)) return undefined;
  if (flags & ts.TypeFlags.BooleanLike) return "true or false";
  if (type.isUnion()) return unionInWords(checker, type);
  if (flags & ts.TypeFlags.NumberLike) return "a number";
  if (flags & ts.TypeFlags.StringLike) return "a text";
  if (flags & ts.TypeFlags.Null) return "null";
  if (flags & ts.TypeFlags.Undefined) return "undefined";
  if (!(flags & ts.TypeFlags.Object)) return undefined;
  const name = type.getSymbol()?.name ?? "__type";
  if (isListType(checker, type)) return listInWords(checker, type);
  if (type.getConstructSignatures().length > 0 && !name.startsWith("__")) return `the class ${name}`;
  if (type.getCallSignatures().length > 0 || name === "Function") return "a function";
  if (isIterable(type)) return "a list";
  if (!isKind(name)) return "an object";
  return `${/^[aeio]/i.test(name) ? "an" : "a"} ${name}`;
}

/** True for the name of a type that says something to a student. */
export function isKind(name: string): boolean {
  return /^\w+$/.test(name) && !/^__|Options$|Declaration$|^(Object|Function)$/.test(name);
}

/** What can be gone through, whatever it is. */
export function isIterable(type: TS.Type): boolean {
  return /^(Async)?Iterable$/.test(type.getSymbol()?.name ?? "");
}

/** A list, or what can be read like one. */
export function isListType(checker: TS.TypeChecker, type: TS.Type): boolean {
  return checker.isArrayLikeType(type) || type.getSymbol()?.name === "ArrayLike";
}

function unionInWords(checker: TS.TypeChecker, { types }: TS.UnionType): string | undefined {
  const given = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  const texts = given.filter((one) => one.isStringLiteral());
  const told = (one: TS.Type) =>
    one.isStringLiteral() && texts.length < maxNamed ? JSON.stringify(one.value) : inWords(checker, one);
  const named = [...new Set(given.map(told))];
  if (named.includes(undefined) || named.length > maxNamed) return undefined;
  return named.length === 0 ? undefined : enumerated(named as string[], "or");
}

function listInWords(checker: TS.TypeChecker, type: TS.Type): string {
  const entry = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  const of = entry && /^an? ([^ ]+)(?: of .*)?$/.exec(inWords(checker, entry) ?? "")?.[1];
  if (of === undefined) return "a list";
  return checker.isTupleType(type)
    ? `a list of ${counted(checker.getTypeArguments(type as TS.TypeReference).length, of)}`
    : `a list of ${of}s`;
}

/** The parts of a type that a value may be of, without "no value". */
export function partsOf(type: TS.Type): readonly TS.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** What a value is given to: the expression that does not fit, and the type that is wanted. */
export function misfit({
  program,
  diagnostic,
}: Scene): { given: TS.Expression; wanted: TS.Type } | undefined {
  const checker = program.getTypeChecker();
  const at = nodeSpanning(diagnostic) ?? nodeAt(diagnostic);
  const given = at && valueOf(at);
  const wanted = given && checker.getContextualType(given);
  return given && wanted && { given, wanted };
}

/** The largest node that begins and ends where the error does. */
export function nodeSpanning({ file, start, length = 0 }: TS.Diagnostic): TS.Node | undefined {
  if (!file || start === undefined) return undefined;
  const found = nodesIn(file).find(
    (node) => node !== file && node.getStart(file) === start && node.end === start + length,
  );
  return found && ts.isExpressionStatement(found) ? found.expression : found;
}

function valueOf(node: TS.Node): TS.Expression | undefined {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent))
    return parent.initializer;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return parent.right;
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isExpression(node) ? node : undefined;
}

/** A type in a word or two; undefined for those that are best told as the compiler does. */
export function calledOf(checker: TS.TypeChecker, type: TS.Type): string | undefined {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "a list";
  if (type.flags & ts.TypeFlags.NumberLike) return "a number";
  if (type.flags & ts.TypeFlags.StringLike) return "a text";
  const names = [type.getSymbol(), type.aliasSymbol].map((symbol) => symbol?.name ?? "");
  const name = names.find((one) => /^(?!__)[\w$]+$/.test(one));
  if (name === undefined) return undefined;
  if (/^(Readonly|Record|Partial)$/.test(name)) return "an object";
  return `${/^[aeio]/i.test(name) ? "an" : "a"} ${name}`;
}
