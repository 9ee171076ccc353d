import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { platform } from "../../platform.ts";
import { mistyped } from "../mistyped.ts";
import { nodeAt, quoted, type Scene, type Words } from "./scene.ts";

const maxListed = 8;

/** What stands before a property is repeated up to this length. */
const longOwner = 30;

/** Methods of Python's lists and texts, and how they are called here. */
const methodsOfPython: Readonly<Record<string, string>> = {
  append: "push(x)",
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
  const exported = valuesOf(program, library).map((value) => value.name);
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
  const access = ts.isPropertyAccessExpression(parent)
    ? parent
    : ts.findAncestor(node, ts.isElementAccessExpression);
  if (access === undefined) return undefined;
  const type = checker.getTypeAtLocation(access.expression);
  const called = calledOf(checker, type);
  const names = type
    .getProperties()
    .map((property) => property.name)
    .filter((property) => !/^(__|#)/.test(property));
  const owner = access.expression.getText();
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
  const written = methodsOfPython[name];
  if (written !== undefined && names.includes(written.replace(/\(.*/, "")))
    return { reason, help: `Python's \`${name}\` is written .${written} here` };
  return { reason, ...helpAmong(name, names) };
}

/** The name that is meant, or the first of those that there are. */
function helpAmong(name: string, names: readonly string[]): Words {
  const near = mistyped(name, names);
  if (near) return { help: `did you mean \`${near}\`?` };
  if (names.length === 0) return {};
  const listed = names.slice(0, maxListed).map((property) => `\`${property}\``);
  return { help: `what is there: ${listed.join(", ")}${names.length > maxListed ? ", ..." : ""}` };
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
  if (name === undefined || name.startsWith("__")) return undefined;
  return `${/^[aeio]/i.test(name) ? "an" : "a"} ${name}`;
}

/** A property that must be there, or one that must not. */
export function optionWords({ program, diagnostic, message }: Scene): Words | undefined {
  const missing = /Property '([^']+)' is missing in type/.exec(message)?.[1];
  if (missing !== undefined)
    return { reason: `\`${missing}\` is missing here`, help: `add it: { ${missing}: ... }` };
  const extra = / '([^']+)' does not exist in type/.exec(message)?.[1];
  const literal = ts.findAncestor(nodeAt(diagnostic), ts.isObjectLiteralExpression);
  const wanted = literal && program.getTypeChecker().getContextualType(literal);
  if (extra === undefined || !wanted) return undefined;
  const names = wanted.getProperties().map(({ name }) => name);
  const near = mistyped(extra, names);
  const guess = near === undefined ? "" : `did you mean \`${near}\`? `;
  return {
    reason: `nothing here is called \`${extra}\``,
    help: `${guess}allowed: ${names.slice(0, maxListed).join(", ")}${names.length > maxListed ? ", ..." : ""}`,
  };
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
  const file = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) return [];
  return checker
    .getExportsOfModule(symbol)
    .filter((one) => (skipAlias(checker, one).flags & ts.SymbolFlags.Value) !== 0);
}

function skipAlias(checker: TS.TypeChecker, symbol: TS.Symbol): TS.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
