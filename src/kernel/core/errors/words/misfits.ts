import { ts, type TS } from "../../compiler/typescript.ts";
import { inWords, isKind, isListType, misfit, partsOf } from "./kinds.ts";
import { helpFor } from "./misfit-help.ts";
import { skipAlias, valuesOf } from "./exported.ts";
import { type Scene, stretchOf, type Words, withoutBrackets } from "./scene.ts";
import { sameWords } from "./same.ts";

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
      covers: stretchOf(given),
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
    place: stretchOf(given),
    ...(isMeantOtherwise && { covers: stretchOf(given) }),
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
      place: stretchOf(parameter.type),
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
    covers: stretchOf(given),
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
    place: stretchOf(given),
  };
}
