import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { platform } from "../../platform.ts";
import { mistyped } from "../mistyped.ts";
import { isKind, misfit } from "./kinds.ts";
import { nodeAt, quoted, type Scene, type Words } from "./scene.ts";

const maxListed = 8;

/** What stands before a property is repeated up to this length. */
const longOwner = 30;

/** What lists and texts have in other languages, and how it is called here. */
const methodsOfPython: Readonly<Record<string, string>> = {
  append: "push(x)",
  add: "push(x)",
  remove: "filter((x) => x !== y)",
  contains: "includes(x)",
  len: "length",
  size: "length",
  count: "length",
  shape: "length",
  sum: "reduce((total, x) => total + x, 0)",
  print: "log(x)",
  println: "log(x)",
  extend: "push(...others)",
  index: "indexOf(x)",
  insert: "splice(index, 0, x)",
  upper: "toUpperCase()",
  lower: "toLowerCase()",
  strip: "trim()",
  startswith: "startsWith(text)",
  endswith: "endsWith(text)",
  find: "indexOf(text)",
};

/** A name that nothing in sight has. */
export function nameWords(scene: Scene): Words {
  const { program, diagnostic, message, library, failed } = scene;
  const name = quoted(message)[0] ?? "";
  const reason = `there is no \`${name}\` here`;
  const cell = failed.get(name);
  if (cell !== undefined)
    return { reason, help: `cell ${String(cell)} did not run to its end: mend it and run it again` };
  const { file, start = 0 } = diagnostic;
  if (file && /^[\w$]+\s*<-\s/.test(file.text.slice(start)))
    return {
      reason: "`<-` is written so in other languages, not in TypeScript",
      help: `write: let ${name} = ...`,
    };
  const exported = valuesOf(program, library).map((value) => value.name);
  const otherName = rulesElsewhere[name.toLowerCase()];
  if (otherName !== undefined && !exported.includes(name))
    return { reason, help: `the lesson library calls it ${otherName}` };
  const ofMath = ofMathWords(name, diagnostic);
  if (ofMath !== undefined && !exported.includes(name)) return { reason, help: ofMath };
  if (typesOf(program, library).includes(name))
    return {
      reason,
      help: `it is a type of the lesson library: import { type ${name} } from "fall-line"`,
      ...coveredValue(diagnostic),
    };
  if (exported.includes(name))
    return { reason, help: `it is in the lesson library: import { ${name} } from "fall-line"` };
  const node = nodeAt(diagnostic);
  const inScope = node
    ? program
        .getTypeChecker()
        .getSymbolsInScope(node, ts.SymbolFlags.Value)
        .map((symbol) => symbol.name)
    : [];
  const loop = node?.parent;
  if (loop && ts.isForOfStatement(loop) && loop.initializer === node)
    return { reason, help: `to declare it, write: for (const ${name} of ...)` };
  const near = mistyped(name, inScope) ?? mistyped(name, exported);
  const isGiven =
    node !== undefined &&
    ts.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (isGiven && ts.isCallExpression(node.parent.parent))
    return {
      reason: `\`${name} = ...\` in a call is written so in Python, not in TypeScript`,
      help: `values with a name are given in an object: { ${name}: ... }`,
      covers: { start: node.getStart(), length: node.parent.getWidth() },
    };
  const other = isGiven
    ? `to declare it, write: let ${name} = ...`
    : "if another cell declares it, run that cell first";
  return { reason, help: near ? `did you mean \`${near}\`?` : other };
}

/** What is given to a name of an unknown type: nothing of it is certain. */
function coveredValue(diagnostic: Scene["diagnostic"]): Pick<Words, "covers"> {
  const declared = ts.findAncestor(nodeAt(diagnostic), ts.isVariableDeclaration)?.initializer;
  return declared ? { covers: { start: declared.getStart(), length: declared.getWidth() } } : {};
}

/** Rules by their names in other libraries. */
const rulesElsewhere: Readonly<Record<string, string>> = {
  sgd: "gradientDescent",
  gd: "gradientDescent",
  nag: "nesterov",
};

/** `sqrt(2)`, `max(list)`, `pi`: what Math has. */
function ofMathWords(name: string, diagnostic: Scene["diagnostic"]): string | undefined {
  const found = Object.hasOwn(Math, name)
    ? name
    : Object.hasOwn(Math, name.toUpperCase())
      ? name.toUpperCase()
      : "";
  if (found === "" || found.length < 2) return undefined;
  const call = nodeAt(diagnostic)?.parent;
  const isOfList =
    /^(max|min)$/.test(name) && call && ts.isCallExpression(call) && call.arguments.length === 1;
  return `write: Math.${found}${isOfList ? `(...${call.arguments[0]!.getText()})` : ""}`;
}

/** A property that is not there. */
export function propertyWords({ program, diagnostic, message }: Scene): Words | undefined {
  const name = /Property '([^']+)'/.exec(message)?.[1] ?? "";
  const node = nodeAt(diagnostic);
  if (!node) return undefined;
  const checker = program.getTypeChecker();
  const { parent } = node;
  if (ts.isBindingElement(parent)) {
    const value = ts.findAncestor(parent, ts.isVariableDeclaration)?.initializer;
    if (!value) return undefined;
    const others = checker
      .getTypeAtLocation(value)
      .getProperties()
      .map((property) => property.name);
    return {
      reason: `nothing here is called \`${name}\``,
      ...helpAmong(
        name,
        others.filter((other) => other !== name),
      ),
      covers: { start: value.getStart(), length: value.getWidth() },
    };
  }
  const byKey = ts.findAncestor(node, ts.isElementAccessExpression);
  if (name === "" && byKey) return keyWords(checker, byKey);
  const access = ts.isPropertyAccessExpression(parent)
    ? parent
    : ts.findAncestor(node, ts.isElementAccessExpression);
  if (access === undefined) return undefined;
  const type = checker.getTypeAtLocation(access.expression);
  const owner = access.expression.getText();
  const kind = calledOf(checker, type);
  const called = kind?.endsWith(` ${owner}`) ? undefined : kind;
  const names = type
    .getProperties()
    .map((property) => property.name)
    .filter((property) => !/^(__|#)/.test(property));
  const has = (one: TS.Type): boolean => checker.getPropertyOfType(one, name) !== undefined;
  const lacking = type.isUnion() && type.types.some(has) ? type.types.find((one) => !has(one)) : undefined;
  const maybe = lacking && calledOf(checker, lacking);
  if (maybe !== undefined)
    return {
      reason: `this may be ${maybe}, which has no \`${name}\``,
      help: "ask first what it is, with typeof or Array.isArray",
    };
  const isLong = owner.length > longOwner || owner.includes("\n");
  const reason = isLong
    ? `${called ?? "this"} has no \`${name}\``
    : `\`${owner}\` has no \`${name}\`${called === undefined ? "" : `: it is ${called}`}`;
  const isThis = access.expression.kind === ts.SyntaxKind.ThisKeyword;
  if (isThis)
    return {
      reason: `the class has no \`${name}\``,
      help: `declare it at the top of the class: ${name}: number;`,
    };
  if (type.getConstructSignatures().length > 0 && instanceHas(checker, type, name))
    return {
      reason: `the class has no \`${name}\`: the objects made with it have`,
      help: `write: new ${owner}(...).${name}`,
    };
  const isReadonly = checker.isArrayType(type) && !checker.getPropertyOfType(type, "push");
  if (isReadonly && /^(push|pop|shift|unshift|splice|sort|reverse|fill)$/.test(name))
    return {
      reason: `\`${owner}\` is a list that cannot be changed`,
      help: `make a list of your own: const copy = [...${owner}]`,
    };
  if (isGivenAValue(access) && names.length < maxListed)
    return {
      reason,
      help: `an object gets no new properties; write it where the object is made: { ${name}: ... }`,
    };
  const written = methodsOfPython[name];
  if (written !== undefined && names.includes(written.replace(/\(.*/, "")))
    return { reason, help: `\`${name}\` is written .${written} here` };
  const among = helpAmong(name, names);
  const inner = checker.isArrayLikeType(type) || isLong ? undefined : furtherIn(checker, type, name);
  if (inner !== undefined && !/^did you/.test(among.help ?? ""))
    return { reason, help: `further in there is ${owner}.${inner}.${name}` };
  return { reason, ...among };
}

/** The property that has a property of this name. */
function furtherIn(checker: TS.TypeChecker, type: TS.Type, name: string): string | undefined {
  if (!isKind(type.getSymbol()?.name ?? "__")) return undefined;
  return type.getProperties().find((property) => {
    const inner = checker.getTypeOfSymbol(property);
    const isPlain = inner.getCallSignatures().length === 0 && !checker.isArrayLikeType(inner);
    return (
      isPlain && inner.flags & ts.TypeFlags.Object && checker.getPropertyOfType(inner, name) !== undefined
    );
  })?.name;
}

/** `o[k]`, where k may be any text. */
function keyWords(
  checker: TS.TypeChecker,
  { expression, argumentExpression }: TS.ElementAccessExpression,
): Words {
  const names = checker.getTypeAtLocation(expression).getProperties().slice(0, maxListed);
  const listed = names.map(({ name }) => `\`${name}\``).join(", ");
  const owner = expression.getText();
  return {
    reason: `\`${argumentExpression.getText()}\` may be any text, and \`${owner}\` has ${listed === "" ? "nothing" : `only ${listed}`}`,
    help: `let the type of ${owner} say what any text leads to: const ${owner}: Record<string, number> = ...`,
  };
}

function instanceHas(checker: TS.TypeChecker, type: TS.Type, name: string): boolean {
  return type
    .getConstructSignatures()
    .some((made) => checker.getPropertyOfType(checker.getReturnTypeOfSignature(made), name) !== undefined);
}

function isGivenAValue(access: TS.Expression): boolean {
  const { parent } = access;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === access &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** What nearly everything has, and nobody looks for. */
const ofEverything = new Set(["toString", "toLocaleString", "valueOf", "constructor", "prototype"]);

/** What lists, and things that hold lists, are mostly asked for. */
const usual = [
  "path",
  "losses",
  "end",
  "at",
  "worked",
  "steps",
  "length",
  "map",
  "reduce",
  "filter",
  "slice",
  "push",
];

/** The name that is meant, or the first of those that there are. */
function helpAmong(name: string, names: readonly string[]): Words {
  const near = mistyped(name, names) ?? names.find((one) => name.length > 2 && one.startsWith(name));
  if (near) return { help: `did you mean \`${near}\`?` };
  const own = names.filter((one) => !ofEverything.has(one));
  const known = usual.filter((one) => own.includes(one));
  const order = [...known, ...own.filter((one) => !known.includes(one))];
  if (names.length === 0) return {};
  const listed = order.slice(0, maxListed).map((property) => `\`${property}\``);
  return { help: `what is there: ${listed.join(", ")}${order.length > maxListed ? ", ..." : ""}` };
}

/** A name that a module does not have. */
export function importWords({ message }: Scene): Words | undefined {
  const [, module, name] = /"(.+?)"' has no exported member (?:named )?'?(\w+)/.exec(message) ?? [];
  if (module === undefined || name === undefined) return undefined;
  const shown = module.startsWith("/") ? module.replace(/.*\//, "") : module;
  const near = /Did you mean '(\w+)'/.exec(message)?.[1];
  return {
    reason: `"${shown}" has no \`${name}\``,
    ...(near !== undefined && { help: `did you mean \`${near}\`?` }),
  };
}

/** A type in a word or two; undefined for those that are best told as the compiler does. */
export function calledOf(checker: TS.TypeChecker, type: TS.Type): string | undefined {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "a list";
  if (type.flags & ts.TypeFlags.NumberLike) return "a number";
  if (type.flags & ts.TypeFlags.StringLike) return "a text";
  const name = (type.aliasSymbol ?? type.getSymbol())?.name;
  if (name === undefined || !/^(?!__)[\w$]+$/.test(name)) return undefined;
  return `${/^[aeio]/i.test(name) ? "an" : "a"} ${name}`;
}

/** A property that must be there, or one that must not. */
export function optionWords(scene: Scene): Words | undefined {
  const { program, diagnostic, message } = scene;
  const missing = /Property '([^']+)' is missing in type/.exec(message)?.[1];
  if (missing !== undefined && !ts.isObjectLiteralExpression(misfit(scene)?.given ?? nodeAt(diagnostic)!))
    return undefined;
  const several = /is missing the following properties from type '.*': ([\w, ]+)$/.exec(message)?.[1];
  if (several !== undefined && ts.isObjectLiteralExpression(misfit(scene)?.given ?? nodeAt(diagnostic)!)) {
    const names = several.split(", ");
    return {
      reason: `${names.map((name) => `\`${name}\``).join(" and ")} are missing here`,
      help: `add them: { ${names.map((name) => `${name}: ...`).join(", ")} }`,
    };
  }
  if (missing !== undefined)
    return { reason: `\`${missing}\` is missing here`, help: `add it: { ${missing}: ... }` };
  const extra = / '([^']+)' does not exist in type/.exec(message)?.[1];
  const literal = ts.findAncestor(nodeAt(diagnostic), ts.isObjectLiteralExpression);
  const wanted = literal && program.getTypeChecker().getContextualType(literal);
  if (extra === undefined || !wanted) return undefined;
  const checker = program.getTypeChecker();
  if (checker.getIndexTypeOfType(wanted, ts.IndexKind.Number) && literal.properties.length > 0)
    return {
      reason: "a list is wanted here, and this is an object",
      help: "write: [1, 2]",
      place: { start: literal.getStart(), length: literal.getWidth() },
    };
  const names = wanted.getProperties().map(({ name }) => name);
  const inside = placeInside(checker, wanted, extra);
  if (inside !== undefined) return { reason: `nothing here is called \`${extra}\``, help: inside };
  const near = mistyped(extra, names);
  const guess = near === undefined ? "" : `did you mean \`${near}\`? `;
  return {
    reason: `nothing here is called \`${extra}\``,
    help: `${guess}allowed: ${names.slice(0, maxListed).join(", ")}${names.length > maxListed ? ", ..." : ""}`,
  };
}

const rate = /^(lr|eta|lambda|.*rate)$/i;

/** Where an option stands that is one level further in, as a hyperparameter, or what the learning rate is called. */
function placeInside(checker: TS.TypeChecker, wanted: TS.Type, name: string): string | undefined {
  const rateAmong = (type: TS.Type) =>
    type.getProperties().find((one) => /^(lambda|eta)$/.test(one.name))?.name;
  const here = rateAmong(wanted);
  if (here !== undefined && rate.test(name)) return `the learning rate is called ${here} here`;
  for (const option of wanted.getProperties()) {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(option));
    const found =
      checker.getPropertyOfType(type, name)?.name ?? (rate.test(name) ? rateAmong(type) : undefined);
    const isObject = type.flags & ts.TypeFlags.Object && !checker.isArrayLikeType(type);
    if (isObject && found !== undefined && option.name === "hyper")
      return `it stands further in: hyper: { ${found}: ... }`;
  }
  return undefined;
}

/** A module that is not found. */
export function moduleWords({ message }: Scene): Words {
  const name = quoted(message)[0] ?? "";
  const instead = modulesOfPython[name];
  if (instead !== undefined) return { reason: `"${name}" is a module of Python`, help: instead };
  return platform.words.missingModule(name);
}

/** What there is in the place of Python's modules. */
const modulesOfPython: Readonly<Record<string, string>> = {
  math: "Math is there without an import: Math.sqrt(2)",
  random: "Math is there without an import: Math.random()",
  numpy: 'lists of numbers are written [1, 2]; for matrices: import * as math from "mathjs"',
};

/** What is newer of the language than what every place has. */
export function newerWords({ message }: Scene): Words {
  const [name = ""] = quoted(message);
  return platform.words.newer(name, /'(es2024|es2025)'/.test(message) ? 22 : 24);
}

/** A name that is global elsewhere. */
export function absentWords({ message }: Scene): Words {
  const [name = ""] = quoted(message);
  return { reason: `there is no \`${name}\` here: ${platform.words.whyAbsent(name)}` };
}

/** What a module exports of values. */
export function valuesOf(program: TS.Program, path: string): TS.Symbol[] {
  const checker = program.getTypeChecker();
  return exportsOf(program, path).filter(
    (one) => (skipAlias(checker, one).flags & ts.SymbolFlags.Value) !== 0,
  );
}

/** The names of what a module exports of types alone. */
function typesOf(program: TS.Program, path: string): string[] {
  const checker = program.getTypeChecker();
  return exportsOf(program, path)
    .filter((one) => (skipAlias(checker, one).flags & ts.SymbolFlags.Value) === 0)
    .map(({ name }) => name);
}

function exportsOf(program: TS.Program, path: string): TS.Symbol[] {
  const file = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = file && checker.getSymbolAtLocation(file);
  return symbol ? checker.getExportsOfModule(symbol) : [];
}

function skipAlias(checker: TS.TypeChecker, symbol: TS.Symbol): TS.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
