import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { inWords, isIterable, isKind, isListType, misfit, partsOf } from "./kinds.ts";
import { skipAlias, valuesOf } from "./exported.ts";
import { isListOf } from "./in-one-list.ts";
import type { Scene, Words } from "./scene.ts";
import { sameWords } from "./same.ts";

const maxNamed = 4;

/** A value of one kind where another is wanted: both in words, and what there is of the wanted kind. */
export function misfitWords(scene: Scene): Words | undefined {
  const checker = scene.program.getTypeChecker();
  const { given, wanted } = misfit(scene) ?? {};
  if (!given || !wanted) return undefined;
  const bare = withoutBrackets(given);
  if (ts.isBinaryExpression(bare) && bare.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return sameWords[2695];
  const takesMore = /too few arguments\. Expected (\d+)(?: or more)?, but got (\d+)/.exec(scene.message);
  if (takesMore)
    return {
      reason: `the function takes ${takesMore[1]!} values, and is given ${takesMore[2]!} here`,
      help: "leave the last of its parameters out",
      covers: { start: given.getStart(), length: given.getWidth() },
    };
  const told =
    templateWords(given, wanted) ??
    secondShownWords(given) ??
    floatsWords(scene, given) ??
    oneOfSeveralWords(scene, given, wanted);
  if (told) return told;
  const kind = inWords(checker, checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(given)));
  const wantedKind = inWords(checker, wanted) ?? textOrElse(wanted);
  if (kind === undefined || wantedKind === undefined) return undefined;
  if (wantedKind.split(", ").some((one) => one.split(" or ").includes(kind)))
    return entryWords(scene, bare, wanted);
  const help = helpFor(scene, bare, wanted) ?? withoutType(given) ?? exampleOf(scene, given);
  const isMeantOtherwise = ts.isFunctionLike(bare) || ts.isBinaryExpression(bare);
  return {
    reason: `${wantedKind} is wanted here, and this is ${kind}`,
    ...(help !== undefined && { help }),
    place: { start: given.getStart(), length: given.getWidth() },
    ...(isMeantOtherwise && { covers: { start: given.getStart(), length: given.getWidth() } }),
  };
}

/** `prose("...")`: what takes its text right behind its name. */
function templateWords({ parent }: TS.Expression, wanted: TS.Type): Words | undefined {
  if (wanted.getSymbol()?.name !== "TemplateStringsArray" || !ts.isCallExpression(parent)) return undefined;
  const called = parent.expression.getText();
  return {
    reason: `\`${called}\` takes its text between backticks, without round brackets`,
    help: `write: ${called}\`...\``,
  };
}

/** `display(a, b)`: two values at once. */
function secondShownWords({ parent }: TS.Expression): Words | undefined {
  const isShown = ts.isCallExpression(parent) && parent.expression.getText() === "display";
  if (!isShown || parent.arguments.slice(1).some(ts.isObjectLiteralExpression)) return undefined;
  const calls = parent.arguments.map((one) => `display(${one.getText()})`);
  return { reason: "`display` shows one value", help: `write it for each: ${calls.join("; ")}` };
}

/** What may be a text, or something that has no short name. */
function textOrElse(wanted: TS.Type): string | undefined {
  const isText = partsOf(wanted).some(({ flags }) => flags & ts.TypeFlags.String);
  return isText ? "a text or something else" : undefined;
}

/** A declaration whose type is another than its value's. */
function withoutType({ parent }: TS.Expression): string | undefined {
  if (!ts.isVariableDeclaration(parent) || !parent.type) return undefined;
  const [word] = parent.parent.getText().split(/\s/);
  return `leave the type out: ${word!} ${parent.name.getText()} = ...`;
}

/** How a function of the library's is called to which a value does not fit: as in its example's first line. */
function exampleOf({ program, library }: Scene, { parent }: TS.Expression): string | undefined {
  const call = ts.isArrayLiteralExpression(parent) ? parent.parent : parent;
  const called = ts.isCallExpression(call) ? call.expression.getText() : "";
  const checker = program.getTypeChecker();
  const value = valuesOf(program, library).find(({ name }) => name === called);
  const tags = value && skipAlias(checker, value).getJsDocTags(checker);
  const example = tags?.find(({ name }) => name === "example")?.text?.[0]?.text ?? "";
  const line = example.replace(/\s*(\/\/|\n)[^]*/, "").replace(/^const \w+ = /, "");
  return value && line.startsWith(`${called}(`) ? `as in: ${line}` : undefined;
}

/** A function that takes a list of numbers, where points are handed over as a Float64Array. */
function floatsWords({ message }: Scene, given: TS.Expression): Words | undefined {
  if (!/'Float64Array\b[^']*' is (missing|not assignable)[^']*type '(readonly )?number\[\]'/.test(message))
    return undefined;
  const parameter = ts.isFunctionLike(given) ? given.parameters.find(({ type }) => type) : undefined;
  return {
    reason: "points are handed over as a Float64Array, and the function takes a `number[]`",
    help: parameter
      ? `leave the type out, (${parameter.name.getText()}) => ..., or write ${parameter.name.getText()}: Float64Array`
      : "where the function is made write: (w: Float64Array) => ...",
    ...(parameter?.type && {
      place: { start: parameter.type.getStart(), length: parameter.type.getWidth() },
    }),
  };
}

/** `[adam, momentum]`, gone through: each is a Rule of its own, and the compiler takes them for one that is all of them. */
function oneOfSeveralWords({ program }: Scene, given: TS.Expression, wanted: TS.Type): Words | undefined {
  const type = program.getTypeChecker().getTypeAtLocation(given);
  const name = wanted.getSymbol()?.name ?? "__";
  if (!type.isUnion() || !isKind(name) || !type.types.every((part) => part.getSymbol()?.name === name))
    return undefined;
  return {
    reason: `\`${given.getText()}\` may be one of several, each a ${name} of its own`,
    help: `say that all are a ${name}: const list: ${name}[] = [...]; the type is imported with { type ${name} }`,
    covers: { start: given.getStart(), length: given.getWidth() },
  };
}

/** A list, where the entries are of another kind than is wanted. */
function entryWords(scene: Scene, given: TS.Expression, wanted: TS.Type): Words | undefined {
  const checker = scene.program.getTypeChecker();
  const entryOf = (type: TS.Type): TS.Type | undefined =>
    partsOf(type)
      .map((part) =>
        isListType(checker, part) ? checker.getIndexTypeOfType(part, ts.IndexKind.Number) : undefined,
      )
      .find((entry) => entry !== undefined);
  const [has, needs] = [entryOf(checker.getTypeAtLocation(given)), entryOf(wanted)];
  const [is, should] = [has, needs].map(
    (entry) => entry && inWords(checker, checker.getBaseTypeOfLiteralType(entry)),
  );
  if (is === undefined || should === undefined || is === should) return undefined;
  return {
    reason: `of this list each entry is to be ${should}, and is ${is}`,
    place: { start: given.getStart(), length: given.getWidth() },
  };
}

function helpFor(scene: Scene, given: TS.Expression, wanted: TS.Type): string | undefined {
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

function withoutBrackets(node: TS.Expression): TS.Expression {
  return ts.isParenthesizedExpression(node) ? withoutBrackets(node.expression) : node;
}
