import type * as TS from "typescript";
import { nearest } from "./nearest.ts";

/** Where a type error is, and what can be asked about it. */
export interface Scene {
  ts: typeof TS;
  program: TS.Program;
  diagnostic: TS.Diagnostic;
  message: string;
  /** The file with the lesson library's types. */
  library: string;
}

const forgotAwait = 2773;
const argumentMissing = 6210;
const maxListed = 8;

/** Advice for the errors that students meet most; undefined when there is none. */
export function helpFor(scene: Scene): string | undefined {
  const { diagnostic, message } = scene;
  const related = diagnostic.relatedInformation ?? [];
  if (related.some(({ code }) => code === forgotAwait))
    return "a promise is not yet its value: write `await` before it";
  switch (diagnostic.code) {
    case 2304:
    case 18004:
      return helpForName(scene, quoted(message)[0] ?? "");
    case 2339:
      return helpForProperty(scene, quoted(message)[0] ?? "");
    case 2307:
      return helpForModule(quoted(message)[0] ?? "");
    case 2322:
    case 2345:
      return /^(Type|Argument of type) 'Promise</.test(message)
        ? "a promise is not yet its value: write `await` before it"
        : undefined;
    case 2554:
    case 2555: {
      const missing = related.find(({ code }) => code === argumentMissing);
      return missing
        ? lowerFirst(scene.ts.flattenDiagnosticMessageText(missing.messageText, " "))
        : undefined;
    }
    case 2588:
      return `to change \`${quoted(message)[0] ?? ""}\`, declare it with \`let\` instead of \`const\``;
    default:
      return undefined;
  }
}

function helpForName(scene: Scene, name: string): string | undefined {
  const { ts, program, diagnostic, library } = scene;
  const checker = program.getTypeChecker();
  const exported = exportsOf(program, library);
  if (exported.includes(name)) return `it is in the lesson library: import { ${name} } from "fall-line"`;
  const node = nodeAt(ts, diagnostic);
  const inScope = node
    ? checker.getSymbolsInScope(node, ts.SymbolFlags.Value).map((symbol) => symbol.name)
    : [];
  const near = nearest(name, inScope) ?? nearest(name, exported);
  return near ? `did you mean \`${near}\`?` : "if another cell declares it, run that cell first";
}

function helpForProperty(scene: Scene, name: string): string | undefined {
  const { ts, program, diagnostic } = scene;
  const node = nodeAt(ts, diagnostic);
  if (!node || !ts.isPropertyAccessExpression(node.parent)) return undefined;
  const type = program.getTypeChecker().getTypeAtLocation(node.parent.expression);
  const names = type
    .getProperties()
    .map((property) => property.name)
    .filter((property) => !property.startsWith("__"));
  const near = nearest(name, names);
  if (near) return `did you mean \`${near}\`?`;
  if (names.length === 0) return undefined;
  const listed = names.slice(0, maxListed).map((property) => `\`${property}\``);
  return `what is there: ${listed.join(", ")}${names.length > maxListed ? ", ..." : ""}`;
}

function helpForModule(name: string): string {
  if (/^\.{0,2}\//.test(name)) return "there is no such file beside the notebook";
  return `to install it in the folder of the notebook: npm install ${name}`;
}

function exportsOf(program: TS.Program, path: string): string[] {
  const file = program.getSourceFile(path);
  const checker = program.getTypeChecker();
  const symbol = file && checker.getSymbolAtLocation(file);
  return symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : [];
}

/** The innermost node where the error is. */
function nodeAt(ts: typeof TS, { file, start }: TS.Diagnostic): TS.Node | undefined {
  if (!file || start === undefined) return undefined;
  const find = (node: TS.Node): TS.Node | undefined => {
    if (start < node.getStart(file) || start >= node.end) return undefined;
    return ts.forEachChild(node, find) ?? node;
  };
  return find(file);
}

function quoted(message: string): string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text!);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
