/** The texts of the functions that exercises show, kept from their files: a build translates the functions themselves. */
import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import ts from "typescript";

/** What an exercise shows as code. */
const SHOWN = new Set(["solution", "given"]);

/** Keeps the texts in the files of these folders. */
export function keepSources(folders: readonly string[]): Plugin {
  return {
    name: "sources",
    setup(builder) {
      builder.onLoad({ filter: /\.ts$/ }, async ({ path }) =>
        folders.some((folder) => path.startsWith(folder))
          ? { contents: withSources(await readFile(path, "utf8")), loader: "ts" }
          : undefined,
      );
    },
  };
}

/** A file of exercises in which each function that is shown has its own text with it, as `source`. */
export function withSources(text: string): string {
  const file = ts.createSourceFile("exercises.ts", text, ts.ScriptTarget.ES2022);
  const functions: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (isShown(node)) functions.push(node.initializer);
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return functions.reduceRight((all, node) => {
    const [start, end] = [node.getStart(file), node.end];
    const own = text.slice(start, end);
    return `${all.slice(0, start)}Object.assign(${own}, { source: ${JSON.stringify(own)} })${all.slice(end)}`;
  }, text);
}

function isShown(node: ts.Node): node is ts.PropertyAssignment {
  return (
    ts.isPropertyAssignment(node) &&
    ts.isIdentifier(node.name) &&
    SHOWN.has(node.name.text) &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))
  );
}
