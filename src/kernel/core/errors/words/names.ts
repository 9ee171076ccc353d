import type * as TS from "typescript";
import { ts } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { nodeAt, quoted, type Scene, type Words } from "./scene.ts";

const maxListed = 8;

/** A name that nothing in sight has. */
export function nameWords(scene: Scene): Words {
  const { program, diagnostic, message, library, failed } = scene;
  const name = quoted(message)[0] ?? "";
  const reason = `there is no \`${name}\` here`;
  const cell = failed.get(name);
  if (cell !== undefined)
    return { reason, help: `cell ${String(cell)} did not run to its end: mend it and run it again` };
  const exported = valuesOf(program, library);
  if (exported.includes(name))
    return { reason, help: `it is in the lesson library: import { ${name} } from "fall-line"` };
  const node = nodeAt(diagnostic);
  const inScope = node
    ? program
        .getTypeChecker()
        .getSymbolsInScope(node, ts.SymbolFlags.Value)
        .map((symbol) => symbol.name)
    : [];
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
  const name = quoted(message)[0] ?? "";
  const node = nodeAt(diagnostic);
  if (!node || !ts.isPropertyAccessExpression(node.parent)) return undefined;
  const type = program.getTypeChecker().getTypeAtLocation(node.parent.expression);
  const names = type
    .getProperties()
    .map((property) => property.name)
    .filter((property) => !/^(__|#)/.test(property));
  const near = mistyped(name, names);
  if (near) return { help: `did you mean \`${near}\`?` };
  if (names.length === 0) return undefined;
  const listed = names.slice(0, maxListed).map((property) => `\`${property}\``);
  return { help: `what is there: ${listed.join(", ")}${names.length > maxListed ? ", ..." : ""}` };
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
export function moduleWords({ message, node }: Scene): Words {
  const name = quoted(message)[0] ?? "";
  if (/^\.{0,2}\//.test(name)) return { help: "there is no such file beside the notebook" };
  if (name.startsWith("node:"))
    return {
      reason: `Node ${String(node)} has no module "${name}"`,
      help: "a newer Node may have it; see https://nodejs.org/api",
    };
  return { help: `to install it in the folder of the notebook: npm install ${name}` };
}

/** What newer Nodes have of the language. */
export function newerWords({ message, node }: Scene): Words {
  const [name = ""] = quoted(message);
  const since = /'(es2024|es2025)'/.test(message) ? 22 : 24;
  return {
    reason: `Node ${String(node)} has no \`${name}\``,
    help: `Node ${String(Math.max(since, node + 1))} and later have it`,
  };
}

/** What a module exports of values. */
function valuesOf(program: TS.Program, path: string): string[] {
  const file = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) return [];
  return checker
    .getExportsOfModule(symbol)
    .filter((one) => (skipAlias(checker, one).flags & ts.SymbolFlags.Value) !== 0)
    .map(({ name }) => name);
}

function skipAlias(checker: TS.TypeChecker, symbol: TS.Symbol): TS.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}
