import { ts, type TS } from "../../compiler/typescript.ts";
import { platform } from "../../platform.ts";
import { mistyped } from "../mistyped.ts";
import { wordsElsewhere } from "./elsewhere.ts";
import { typesOf, valuesOf } from "./exported.ts";
import { isAssigned, nodeAt, quoted, type Scene, stretchOf, textBefore, type Words } from "./scene.ts";

/** A name that nothing in sight has. */
export function nameWords(scene: Scene): Words {
  const { program, diagnostic, message, library, failed } = scene;
  const name = quoted(message)[0] ?? "";
  const reason = `there is no \`${name}\` here`;
  const { file, start = 0 } = diagnostic;
  const ofR = ofListInR(scene, name);
  if (ofR !== undefined)
    return { reason: `\`${name}\` is written so in R, not in TypeScript`, help: `write: ${ofR}` };
  const cell = failed.get(name);
  if (cell !== undefined)
    return { reason, help: `cell ${String(cell)} did not run to its end: mend it and run it again` };
  if (file && /(^|\n)\s*!$/.test(textBefore(file.text, start)))
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
  if (loop && (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) && loop.initializer === node)
    return { reason, help: `to declare it, write: for (const ${name} of ...)` };
  const module = platform.words.moduleOf(name);
  if (module !== undefined && isAsked(node))
    return { reason, help: `it is a module: import ${name} from "${module}"` };
  const isGiven = node !== undefined && isAssigned(node.parent) && node.parent.left === node;
  const near = mistyped(name, inScope) ?? (isGiven ? undefined : mistyped(name, exported));
  if (isGiven && ts.isCallExpression(node.parent.parent))
    return namedArguments(name, node, node.parent.parent);
  const declares = isGiven ? `let ${name} = ...` : undefined;
  if (near) return { reason, help: `did you mean \`${near}\`?`, declares };
  if (!isGiven) return { reason, help: "if another cell declares it, run that cell first", lacks: name };
  return { reason, help: `to declare it, write: ${declares!}`, declares };
}

/** `x <- 3`, R's way to give a name a value: to the compiler a comparison with what is below 0. */
export function arrowWords({ program, diagnostic }: Scene): Words | undefined {
  const statement = ts.findAncestor(nodeAt(diagnostic), ts.isExpressionStatement);
  const [, name] = /^([\w$]+)\s*<-\s/.exec(statement?.getText() ?? "") ?? [];
  if (!statement || name === undefined) return undefined;
  const isThere = program
    .getTypeChecker()
    .getSymbolsInScope(statement, ts.SymbolFlags.Value)
    .some((symbol) => symbol.name === name);
  return {
    reason: "`<-` is written so in R, not in TypeScript",
    help: `write: ${isThere ? "" : "let "}${name} = ...`,
    covers: { start: statement.getStart(), length: Infinity },
  };
}

/** `run$losses`: what R's lists hold; a name may have a $ in it here. */
function ofListInR({ program, diagnostic }: Scene, name: string): string | undefined {
  const node = nodeAt(diagnostic);
  const [, owner, entry] = /^(\w+)\$(\w+)/.exec(name) ?? [];
  if (!node || owner === undefined || entry === undefined) return undefined;
  const inScope = program.getTypeChecker().getSymbolsInScope(node, ts.SymbolFlags.Value);
  return inScope.some((symbol) => symbol.name === owner) ? name.replaceAll("$", ".") : undefined;
}

/** `fs.readFile`: something of it is asked for. */
function isAsked(node: TS.Node | undefined): boolean {
  return node !== undefined && ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node;
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

/** What is given to a name of an unknown type: nothing of it is certain. */
function coveredValue(diagnostic: Scene["diagnostic"]): Pick<Words, "covers"> {
  const declared = ts.findAncestor(nodeAt(diagnostic), ts.isVariableDeclaration)?.initializer;
  return declared ? { covers: stretchOf(declared) } : {};
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
  const [given, digits] = call && ts.isCallExpression(call) ? call.arguments : [];
  if (name === "round" && given && digits)
    return `write: (${given.getText()}).toFixed(${digits.getText()}), which gives a text`;
  const isOfList = /^(max|min)$/.test(name) && given && !digits;
  return `write: Math.${found}${isOfList ? `(...${given.getText()})` : ""}`;
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
    ...(near === undefined &&
      module === shown && { help: `all that it has, by one name: import * as ${name} from "${module}"` }),
  };
}

/** What is newer of the language than what every place has. */
export function newerWords({ message }: Scene): Words {
  const [name = ""] = quoted(message);
  return platform.words.newer(name, /'(es2024|es2025)'/.test(message) ? 22 : 24);
}

/** A name that is global elsewhere. */
export function absentWords({ diagnostic }: Scene): Words {
  const name = nodeAt(diagnostic)?.getText() ?? "";
  return (
    wordsElsewhere(name, ".") ?? { reason: `there is no \`${name}\` here: ${platform.words.whyAbsent(name)}` }
  );
}
