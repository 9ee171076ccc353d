import { enumerated } from "../../../../enumerated.ts";
import { counted } from "../../../../counted.ts";
import { ts, type TS } from "../../compiler/typescript.ts";
import { inWords } from "./kinds.ts";
import { sameWords } from "./same.ts";
import { nodeAt, quoted, type Scene, stretchOf, type Words } from "./scene.ts";

/** A parameter without a type. */
export function parameterWords({ diagnostic, message }: Scene): Words {
  const [name = "x"] = quoted(message);
  if (name === "self")
    return {
      reason: "`self` is written so in Python, not in TypeScript",
      help: "leave it out: a method knows its object as `this`",
    };
  const parameter = ts.findAncestor(nodeAt(diagnostic), ts.isParameter);
  const of = parameter?.parent;
  const untyped = of?.parameters.filter(({ type, initializer }) => !type && !initializer) ?? [];
  const names = untyped.length > 1 ? untyped.map((one) => one.name.getText()) : [name];
  const written = names.map((one) => `${one}: ${of ? typeByUse(of, one) : "number"}`).join(", ");
  const [reason, rest] =
    names.length > 1
      ? [`the parameters ${enumerated(names.map((one) => `\`${one}\``))} have no types`, "they are"]
      : [`the parameter \`${name}\` has no type`, `${name} is`];
  return {
    cause: "untyped parameters",
    reason,
    help: `write ${of && ts.isArrowFunction(of) ? `(${written}) => ...` : written}, or what else ${rest}`,
  };
}

/** What a parameter seems to be by what is done with it: called, asked for an entry, or computed with. */
function typeByUse(of: TS.Node, name: string): string {
  const text = of.getText();
  if (new RegExp(String.raw`(?<![.\w$])${name}\(`).test(text)) return "(x: number) => number";
  return new RegExp(String.raw`(?<![.\w$])${name}(\[|\.(map|length|reduce|filter|slice)\b)`).test(text)
    ? "number[]"
    : "number";
}

/** What may be missing where it is used. */
export function missingWords({ diagnostic, message }: Scene): Words | undefined {
  if (nodeAt(diagnostic)?.kind === ts.SyntaxKind.ThisKeyword) return sameWords[2683];
  const at = nodeAt(diagnostic);
  const nothings = ["null", "undefined"].filter((one) => message.includes(`'${one}'`));
  const is = nothings.length > 1 ? "!= null" : `!== ${nothings.join()}`;
  const name = named(message);
  return {
    reason: `${name ? `\`${name}\`` : "this"} may be ${nothings.join(" or ")}: it may have no value`,
    help: askFirst(name, is),
    ...(at && lastCall(at, diagnostic)),
  };
}

/** Of a chain of calls the last one, which gives what may be missing. */
function lastCall(at: TS.Node, { start = 0, length = 0 }: TS.Diagnostic): Pick<Words, "place"> {
  const end = start + length;
  const isChain = (node: TS.Node): node is TS.CallExpression => ts.isCallExpression(node) && node.end === end;
  const call = ts.findAncestor(at, isChain);
  if (!call || !ts.isPropertyAccessExpression(call.expression)) return {};
  const from = call.expression.name.getStart();
  return { place: { start: from, length: end - from } };
}

/** What was caught, of which nothing is known. */
export function caughtWords({ message }: Scene): Words {
  const name = named(message);
  return {
    reason: `nothing is known of ${name ? `\`${name}\`` : "this"}: it may be anything`,
    help: askFirst(name, "instanceof Error"),
  };
}

/** The name that a message begins with; "Object is possibly 'undefined'" speaks of something that has none. */
function named(message: string): string | undefined {
  return /^'([^']*)' is/.exec(message)?.[1];
}

function askFirst(name: string | undefined, is: string): string {
  const naming = name === undefined ? "give it a name and ask first: const x = ...;" : "ask first:";
  return `${naming} if (${name ?? "x"} ${is}) { ... }`;
}

/** A value where a function is wanted: often the function was called that was to be handed over. */
export function functionWantedWords({ diagnostic, message }: Scene): Words | undefined {
  const [, given] =
    /of type '(number|string|boolean|void)' is not assignable to parameter of type '\(.*=>/.exec(message) ??
    [];
  const called = {
    number: "a number",
    string: "a text",
    boolean: "true or false",
    void: "a call that has run by then",
  }[given ?? ""];
  if (called === undefined) return undefined;
  const assigned = ts.findAncestor(nodeAt(diagnostic), ts.isBinaryExpression);
  if (assigned && ts.isParenthesizedExpression(assigned.left))
    return {
      reason: "a function is written with =>, not with =",
      help: `write: ${assigned.left.getText()} => ${assigned.right.getText()}`,
      covers: stretchOf(assigned),
    };
  const call = ts.findAncestor(nodeAt(diagnostic), ts.isCallExpression);
  const reason = `a function is wanted here, and this is ${called}`;
  if (call === undefined || call.getStart() !== diagnostic.start) return { reason };
  const { start, length = 0 } = diagnostic;
  const help =
    call.arguments.length > 0
      ? `write: () => ${call.getText()}`
      : `leave the brackets out: ${call.expression.getText()}`;
  return { reason, help, covers: { start: start, length } };
}

/** Too many arguments, or too few. */
export function argumentWords({ program, diagnostic, message }: Scene): Words | undefined {
  const counts = /^Expected (at least )?(\d+)(?:-(\d+))? arguments?, but got (\d+)/.exec(message);
  const call = ts.findAncestor(nodeAt(diagnostic), ts.isCallOrNewExpression);
  if (!counts || !call) return undefined;
  const [, least, few, many, got] = counts;
  const or = Number(many) === Number(few) + 1 ? "or" : "to";
  const wanted = many === undefined ? counted(Number(few), "value") : `${few!} ${or} ${many} values`;
  const given = got === "0" ? "none is" : got === "1" ? "1 is" : `${got!} are`;
  const reason = `\`${call.expression.getText()}\` takes ${least ?? ""}${wanted}, and ${given} given`;
  const missing = missingParameter(diagnostic);
  const lacking = Number(few) - Number(got);
  if (missing && lacking > 1) {
    const names = missing.parent.parameters.filter((one) => !one.questionToken && !one.dotDotDotToken);
    const shape = names.map((one) => one.name.getText()).join(", ");
    return { reason, help: `it is called so: ${call.expression.getText()}(${shape})` };
  }
  if (!missing) return { reason, help: `leave out what is too many${calledSo(program, call)}` };
  const fields = program
    .getTypeChecker()
    .getTypeAtLocation(missing)
    .getProperties()
    .filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
    .map(({ name }) => `${name}: ...`);
  const name = missing.name.getText();
  const isOptions = missing.type !== undefined && name === "options" && fields.length > 0;
  const where = got === "0" ? "between the brackets" : "after what stands there";
  return {
    reason,
    help: `add ${isOptions ? `{ ${fields.join(", ")} }` : `\`${name}\`${kindOf(program, missing)}`} ${where}`,
  };
}

/** What is to be given for a parameter, as far as that is short. */
function kindOf(program: TS.Program, parameter: TS.ParameterDeclaration): string {
  const checker = program.getTypeChecker();
  const kind = inWords(checker, checker.getTypeAtLocation(parameter));
  return kind === undefined ? "" : `, ${kind},`;
}

/** How a function is called that takes something. */
function calledSo(program: TS.Program, call: TS.CallExpression | TS.NewExpression): string {
  const checker = program.getTypeChecker();
  const declaration = checker.getResolvedSignature(call)?.declaration;
  // A class without a constructor has none.
  const parameters = ts.isFunctionLike(declaration) ? declaration.parameters : [];
  if (parameters.length === 0) return "";
  const shapes = parameters.map((one) => {
    const type = checker.getTypeAtLocation(one);
    const isShape = type.flags & ts.TypeFlags.Object && !checker.isArrayLikeType(type);
    const needed = isShape
      ? type.getProperties().filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
      : [];
    return needed.length === 0 || needed.length > 4 || type.getCallSignatures().length > 0
      ? one.name.getText()
      : `{ ${needed.map(({ name }) => `${name}: ...`).join(", ")} }`;
  });
  const word = ts.isNewExpression(call) ? "new " : "";
  return `; it is called so: ${word}${call.expression.getText()}(${shapes.join(", ")})`;
}

/** The parameter for which the compiler misses an argument. */
function missingParameter(diagnostic: TS.Diagnostic): TS.ParameterDeclaration | undefined {
  const argumentMissing = 6210;
  const missing = diagnostic.relatedInformation?.find(({ code }) => code === argumentMissing);
  if (missing?.file === undefined || missing.start === undefined) return undefined;
  return ts.findAncestor(nodeAt(missing), ts.isParameter);
}
