import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { platform } from "../../platform.ts";
import { mistyped } from "../mistyped.ts";
import { typesOf, valuesOf } from "./exported.ts";
import { nodeAt, quoted, type Scene, type Words } from "./scene.ts";

/** A name that nothing in sight has. */
export function nameWords(scene: Scene): Words {
  const { program, diagnostic, message, library, failed } = scene;
  const name = quoted(message)[0] ?? "";
  const reason = `there is no \`${name}\` here`;
  const { file, start = 0 } = diagnostic;
  const statement = ts.findAncestor(nodeAt(diagnostic), ts.isStatement);
  if (file && statement && /^[\w$]+\s*<-\s/.test(file.text.slice(start)))
    return {
      reason: "`<-` is written so in other languages, not in TypeScript",
      help: `write: let ${name} = ...`,
      covers: { start, length: statement.end - start },
    };
  const cell = failed.get(name);
  if (cell !== undefined)
    return { reason, help: `cell ${String(cell)} did not run to its end: mend it and run it again` };
  if (file && /(^|\n)\s*!$/.test(file.text.slice(0, start)))
    return {
      reason: `\`!${name}\` is a command of Python's notebooks, and unknown here`,
      help: "a cell holds TypeScript alone; what is for a terminal is typed in a terminal",
    };
  const exported = valuesOf(program, library).map((value) => value.name);
  const otherName = rulesElsewhere.get(name.toLowerCase());
  if (otherName !== undefined) return { reason, help: `the lesson library calls it ${otherName}` };
  const ofMath = ofMathWords(name, diagnostic);
  if (ofMath !== undefined) return { reason, help: ofMath };
  if (typesOf(program, library).includes(name))
    return {
      reason,
      help: `it is a type of the lesson library: import { type ${name} } from "fall-line"`,
      ...coveredValue(diagnostic),
    };
  if (exported.includes(name))
    return {
      reason,
      help: `it is in the lesson library: import { ${name} } from "fall-line"`,
      lacks: name,
      isExported: true,
    };
  const node = nodeAt(diagnostic);
  const inScope = node
    ? program
        .getTypeChecker()
        .getSymbolsInScope(node, ts.SymbolFlags.Value)
        .filter(({ declarations = [] }) => !declarations.some((one) => one.pos <= start && start < one.end))
        .map((symbol) => symbol.name)
    : [];
  const loop = node?.parent;
  if (loop && ts.isForOfStatement(loop) && loop.initializer === node)
    return { reason, help: `to declare it, write: for (const ${name} of ...)` };
  const near = mistyped(name, inScope) ?? mistyped(name, exported);
  const isGiven = node !== undefined && isAssigned(node.parent) && node.parent.left === node;
  if (isGiven && ts.isCallExpression(node.parent.parent))
    return namedArguments(name, node, node.parent.parent);
  const other = isGiven
    ? `to declare it, write: let ${name} = ...`
    : "if another cell declares it, run that cell first";
  if (near) return { reason, help: `did you mean \`${near}\`?` };
  return { reason, help: other, lacks: isGiven ? undefined : name };
}

/** `f(steps=5)`: one message for all that is given so. */
function namedArguments(name: string, first: TS.Node, call: TS.CallExpression): Words {
  const given = call.arguments
    .filter(isAssigned)
    .map(({ left, right }) => `${left.getText()}: ${right.getText()}`);
  const all = `{ ${given.join(", ")} }`;
  return {
    reason: `\`${name} = ...\` in a call is written so in Python, not in TypeScript`,
    help: `values with a name are given in an object: ${all.length > longestHelp ? `{ ${name}: ... }` : all}`,
    covers: { start: first.getStart(), length: call.end - first.getStart() },
  };
}

const longestHelp = 80;

function isAssigned(node: TS.Node): node is TS.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** What is given to a name of an unknown type: nothing of it is certain. */
function coveredValue(diagnostic: Scene["diagnostic"]): Pick<Words, "covers"> {
  const declared = ts.findAncestor(nodeAt(diagnostic), ts.isVariableDeclaration)?.initializer;
  return declared ? { covers: { start: declared.getStart(), length: declared.getWidth() } } : {};
}

/** Rules by their names in other libraries. */
const rulesElsewhere: ReadonlyMap<string, string> = new Map([
  ["sgd", "gradientDescent"],
  ["gd", "gradientDescent"],
  ["nag", "nesterov"],
]);

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
