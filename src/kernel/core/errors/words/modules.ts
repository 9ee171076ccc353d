import { enumerated } from "../../../../enumerated.ts";
import { nearest } from "../../../../nearest.js";
import { ts } from "../../compiler/typescript.ts";
import { platform } from "../../platform.ts";
import { nodeAt, quoted, type Scene, type Words } from "./scene.ts";

/** A module that the compiler does not find. */
export function moduleWords({ message, diagnostic }: Scene): Words {
  const node = nodeAt(diagnostic);
  const statement = node?.parent;
  if (statement && ts.isImportDeclaration(statement) && !ts.isSourceFile(statement.parent)) return atTopWords;
  const name = node && ts.isStringLiteralLike(node) ? node.text : (quoted(message)[0] ?? "");
  return madeHere(name, diagnostic) ?? missingModule(name);
}

/** A module that the cell itself writes to a file, further up. */
function madeHere(name: string, { file, start = 0 }: Scene["diagnostic"]): Words | undefined {
  const path = `/${name.replace(/^\.\//, "")}`;
  const texts = file?.text.slice(0, start).matchAll(/(["'`])(.*?)\1/g) ?? [];
  const isWritten = [...texts].some(([, , text]) =>
    `/${text!}`.replace(/\.\w+$/, "").endsWith(path.replace(/\.\w+$/, "")),
  );
  if (!isWritten) return undefined;
  return {
    reason: `there is no "${name}" yet: what a cell imports is looked for before the cell runs`,
    help: "write the file in a cell of its own, above this one",
  };
}

/** An import within braces, where the compiler finds nothing. */
export const atTopWords: Words = {
  reason: "`import` stands within `{ }`, and must stand outside of all",
  help: "move it to the top of the cell; what is to be loaded only now and then: await import(...)",
};

/**
 * What to do about a module that is not there. Nobody is sent to install what may be a slip of the hand, or not what its name
 * says: the name is anybody's.
 */
export function missingModule(name: string): Words {
  const reason = `there is no ${isFileName(name) ? "file" : "module"} "${name}"`;
  return moduleOfPython(name) ?? { reason, ...(libraryWords(name) ?? platform.words.missingModule(name)) };
}

/** A part of an installed package that its `exports` keep to itself. */
export function notHandedOut(name: string, parts: readonly string[] = []): Words & { help: string } {
  const [, owner = name] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? [];
  const others = parts.map((part) => `"${part.replace(/^\./, owner)}"`);
  return {
    reason: `"${owner}" is installed, and keeps "${name}" to itself`,
    help: `import what it hands out: ${others.length === 0 ? `"${owner}", or what its page names` : enumerated(others, "or")}`,
  };
}

/** What there is in the place of a module of Python's. */
export function moduleOfPython(name: string): Words | undefined {
  const instead = modulesOfPython.get(name);
  return instead === undefined ? undefined : { reason: `"${name}" is a module of Python`, help: instead };
}

const LIBRARY = "fall-line";

/** What is meant to be the lesson library, which no one installs. */
function libraryWords(name: string): Words | undefined {
  if (name === LIBRARY)
    return { help: `every notebook has it: at the top of a cell write import { descend } from "${LIBRARY}"` };
  const letters = (text: string): string => text.toLowerCase().replace(/\.[jt]s$|[^a-z]/g, "");
  const [first = ""] = name.replace(/^(npm:|@)/, "").split("/");
  if (nearest(letters(first), [letters(LIBRARY)], 2) === undefined) return undefined;
  return {
    reason: `there is no package "${name}"`,
    help: `the lesson library is called "${LIBRARY}", and all of it is there: import { ... } from "${LIBRARY}"`,
  };
}

/** Whether a module is named as a file, and not as a package. */
export function isFileName(name: string): boolean {
  return /^(\.{0,2}([/\\]|$)|~|file:|[a-z]:[/\\])/i.test(name);
}

/** What there is in the place of Python's modules. */
const modulesOfPython: ReadonlyMap<string, string> = new Map([
  ["math", "Math is there without an import: Math.sqrt(2)"],
  ["time", "performance.now() is there without an import, in milliseconds"],
  ["random", "Math is there without an import: Math.random()"],
  ["numpy", "lists of numbers are written [1, 2], and worked on with map and reduce"],
  ["pandas", "a list of objects, [{ a: 1, b: 2 }], is shown as a table"],
  ["matplotlib", "display(curves([run])) draws the losses of a descent, landscape([run]) its path"],
  ["torch", 'rules and objectives are in the lesson library: import { adam, descend } from "fall-line"'],
]);
