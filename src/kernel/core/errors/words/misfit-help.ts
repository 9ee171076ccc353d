import { ts, type TS } from "../../compiler/typescript.ts";
import { valuesOf } from "./exported.ts";
import { isListOf } from "./in-one-list.ts";
import { isIterable, isKind, isListType, partsOf } from "./kinds.ts";
import type { Scene } from "./scene.ts";

const maxNamed = 4;

/** What to write where a value of one kind stands and another is wanted: what makes the one of the other, or what there is of it. */
export function helpFor(scene: Scene, given: TS.Expression, wanted: TS.Type): string | undefined {
  const checker = scene.program.getTypeChecker();
  const type = checker.getTypeAtLocation(given);
  const text = given.getText();
  const parts = partsOf(wanted);
  const isNothing = (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0;
  if (isNothing) return `give it a value, or let its type say that it may have none: number | ${text}`;
  const isText = parts.some(({ flags }) => flags & ts.TypeFlags.String);
  if (isText && type.flags & ts.TypeFlags.NumberLike) return `String(${text}) makes a text of it`;
  if (isText && ts.isFunctionLike(given)) {
    const isEquation = parts.some((part) => part.getSymbol()?.name === "Equation");
    return `what is computed is written as a text, as in: "${isEquation ? "w - 0.1*g" : "x^2 + y^2"}"`;
  }
  if (isSpreadMissing(checker, given, type)) return `write: ...${text}`;
  if (ts.isPropertyAccessExpression(given) && parts.some((part) => isListOf(checker, part, given.expression)))
    return `write: [${given.expression.getText()}]`;
  const boxed = parts
    .map((part) => part.getSymbol()?.name ?? "")
    .find((name) => /^(Number|String|Boolean)$/.test(name));
  if (boxed !== undefined) return `write the type with a small letter: ${boxed.toLowerCase()}`;
  const isFloats = parts.some((part) => part.getSymbol()?.name === "Float64Array");
  if (isFloats && checker.isArrayLikeType(type)) return `write: Float64Array.from(${text})`;
  const [signature] = type.getCallSignatures();
  const returned = signature && checker.getReturnTypeOfSignature(signature);
  if (returned && checker.isTypeAssignableTo(returned, wanted) && isName(given))
    return `call it: ${text}(${signature.parameters.length > 0 ? "..." : ""})`;
  if (ts.isNumericLiteral(given) && parts.some((part) => isNumbers(checker, part) || isIterable(part))) {
    const all = numbersGiven(given);
    return `write: ${isFloats ? `Float64Array.of(${all})` : `[${all}]`}`;
  }
  const fitting = fittingOf(scene, type, wanted);
  if (isName(given) && fitting.length > 0)
    return `a number of it is meant: ${fitting.map((name) => `${text}.${name}`).join(", ")}`;
  const made = makersOf(scene, parts);
  if (ts.isIdentifier(given) && made.includes(text))
    return `\`${text}\` of the lesson library is one, but a cell has given the name to something else; to have it back: import { ${text} } from "fall-line"`;
  if (ts.isStringLiteralLike(given) && made.includes("objective(...)")) return `write: objective(${text})`;
  if (ts.isStringLiteralLike(given) && made.includes(given.text))
    return `write it without quotes: ${given.text}`;
  const named = ts.isStringLiteralLike(given) && made.find((call) => call.endsWith(`.${given.text}(...)`));
  if (named) return `write: ${named}`;
  if (made.length > 0) return `as in: ${made.slice(0, maxNamed).join(", ")}`;
  const allowed = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  if (allowed.includes(text)) return `write it between quotes: "${text}"`;
  const shapes = parts
    .filter(({ flags }) => flags & ts.TypeFlags.Object)
    .flatMap((part) => shapeOf(checker, part) ?? []);
  return shapes.length === 0 || shapes.length > 2 ? undefined : `write: ${shapes.join(", or ")}`;
}

/** Lists of numbers, and what is handed over in their place. */
function isNumbers(checker: TS.TypeChecker, type: TS.Type): boolean {
  if (!isListType(checker, type) || checker.isTupleType(type)) return false;
  const entry = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return entry !== undefined && (entry.flags & ts.TypeFlags.NumberLike) !== 0;
}

/** The numbers of a call that is given nothing else, as in quadratic(1, 10); else the one. */
function numbersGiven(given: TS.NumericLiteral): string {
  const { parent } = given;
  const isAll = ts.isCallExpression(parent) && parent.arguments.every(ts.isNumericLiteral);
  return isAll ? parent.arguments.map((one) => one.getText()).join(", ") : given.getText();
}

/** The numbers that something of the library's holds, where a number is wanted. */
function fittingOf(scene: Scene, given: TS.Type, wanted: TS.Type): string[] {
  const isNumber = partsOf(wanted).some(({ flags }) => flags & ts.TypeFlags.Number);
  if (!isNumber || !isOfLibrary(scene, given)) return [];
  const checker = scene.program.getTypeChecker();
  return given
    .getProperties()
    .filter((property) => checker.getTypeOfSymbol(property).flags & ts.TypeFlags.Number)
    .slice(0, maxNamed)
    .map(({ name }) => name);
}

/** `Math.max(w)`: a list, where each value stands for itself. */
function isSpreadMissing(checker: TS.TypeChecker, given: TS.Expression, type: TS.Type): boolean {
  const { parent } = given;
  if (!ts.isCallExpression(parent) || !checker.isArrayLikeType(type)) return false;
  const last = checker.getResolvedSignature(parent)?.getDeclaration().parameters.at(-1);
  return last?.dotDotDotToken !== undefined && parent.arguments.length === 1;
}

function isName(node: TS.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

/** What the library has of a kind that it gives a name: values, and calls that make them. */
function makersOf(scene: Scene, wanted: readonly TS.Type[]): string[] {
  const { program, library } = scene;
  const checker = program.getTypeChecker();
  const kinds = wanted.filter((type) => isOfLibrary(scene, type));
  if (kinds.length === 0) return [];
  const isOfKind = (type: TS.Type) =>
    type.getSymbol() !== undefined && kinds.some((kind) => checker.isTypeAssignableTo(type, kind));
  const makes = (type: TS.Type) =>
    type.getCallSignatures().some((signature) => isOfKind(checker.getReturnTypeOfSignature(signature)));
  const values: string[] = [];
  const calls: string[] = [];
  for (const value of valuesOf(program, library)) {
    const type = checker.getTypeOfSymbol(value);
    if (isOfKind(type)) values.push(value.name);
    else if (makes(type)) calls.push(`${value.name}(...)`);
    else if (type.getSymbol()?.name.startsWith("__"))
      for (const member of type.getProperties())
        if (makes(checker.getTypeOfSymbol(member))) calls.push(`${value.name}.${member.name}(...)`);
  }
  const isFormula = values.includes("parabola") && wanted.some(({ flags }) => flags & ts.TypeFlags.String);
  return [...(isFormula ? ['"x^2 + y^2"'] : []), ...values, ...calls];
}

/** A kind of value that the library names. */
function isOfLibrary({ library }: Scene, type: TS.Type): boolean {
  const symbol = type.getSymbol();
  const isDeclared = symbol?.declarations?.[0]?.getSourceFile().fileName === library;
  return symbol !== undefined && isDeclared && isKind(symbol.name);
}

/** What a list, a function or an object of a type looks like, as it is written. */
function shapeOf(checker: TS.TypeChecker, type: TS.Type): string | undefined {
  if (isListType(checker, type)) {
    const entry = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return entry && entry.flags & ts.TypeFlags.NumberLike ? "[1, 2]" : "[a, b]";
  }
  if (type.getSymbol()?.name === "Function") return "(x: number) => ...";
  const [signature] = type.getCallSignatures();
  if (signature) return `(${parametersOf(signature).join(", ")}) => ...`;
  const symbol = type.getSymbol();
  if (symbol && symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Variable))
    return `new ${symbol.name}(...)`;
  const properties = type.getProperties().filter(({ name }) => !name.startsWith("__"));
  const needed = properties.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional));
  const shown = (needed.length > 0 ? needed : properties).slice(0, maxNamed);
  if (shown.length === 0) return undefined;
  return `{ ${shown.map(({ name }) => `${name}: ...`).join(", ")} }`;
}

function parametersOf({ parameters }: TS.Signature): string[] {
  const isRest = ({ valueDeclaration: at }: TS.Symbol) => at && ts.isParameter(at) && at.dotDotDotToken;
  return parameters.filter((parameter) => !isRest(parameter)).map(({ name }) => name);
}
