import { existsSync, readFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { nearest } from "../../nearest.js";
import { isFileName, notHandedOut } from "../core/errors/words/modules.ts";
import type { PlaceWords } from "../core/platform.ts";

/** Packages of use in a notebook that are what their names say. Of any other the name may be a slip, or a stranger's. */
const KNOWN = ["mathjs", "d3", "d3-array", "lodash", "ml-matrix", "simple-statistics"];

/** What may be meant by a name that is one slip off; of shorter ones there are too many. */
const names = (): string[] => [...KNOWN, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
const SHORT = 4;

/** A package, or a part of one. */
const PACKAGE = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*(?:\/.*)?$/;

const FILE = /^[^:@/]+\.(?:[cm]?[jt]sx?|json)$/;

/** What an installed package hands out, as its `exports` name it; nothing where that is all that is in it. */
function partsHandedOut(name: string): string[] | undefined {
  const [, owner] = /^((?:@[^/]+\/)?[^/]+)\/.+$/.exec(name) ?? [];
  if (owner === undefined) return undefined;
  const folders = createRequire(join(process.cwd(), "cell.js")).resolve.paths(owner) ?? [];
  const about = folders.map((folder) => join(folder, owner, "package.json")).find((path) => existsSync(path));
  const { exports } = JSON.parse(about ? readFileSync(about, "utf8") : "{}") as { exports?: unknown };
  if (!exports) return undefined;
  const parts = Object.keys(exports).filter((key) => /^\.(\/[^*.]*)?$/.test(key));
  return parts.length === 0 ? ["."] : parts.slice(0, 4);
}

/** The Node that runs the cells: its major version. */
export function nodeVersion(): number {
  return Number(process.versions.node.split(".")[0]);
}

/** What is told of Node, and of the folder that notebooks lie in. */
export const wordsOfNode: PlaceWords = {
  whyAbsent: () => "cells run in Node, not in a page",
  missingModule(name) {
    if (isFileName(name))
      return {
        help: name.startsWith(".")
          ? "is this its name? It is looked for from the folder of the notebook"
          : "is this where it lies?",
      };
    if (KNOWN.includes(name))
      return { help: `to install it in the folder of the notebook: npm install ${name}` };
    const near = name.length < SHORT ? undefined : nearest(name, names(), 1);
    if (near !== undefined) return { help: `did you mean "${near}"?` };
    if (name.startsWith("node:"))
      return {
        reason: `Node ${nodeVersion()} has no module "${name}"`,
        help: "a newer Node may have it; see https://nodejs.org/api",
      };
    if (FILE.test(name)) return { help: `a file beside the notebook is named so: "./${name}"` };
    const parts = partsHandedOut(name);
    if (parts !== undefined) return notHandedOut(name, parts);
    if (!PACKAGE.test(name))
      return { help: 'name a package by its name alone, or a file beside the notebook: "./name.ts"' };
    return {
      help: "is this its name, and is it installed in the folder of the notebook? Install only what you know",
    };
  },
  moduleOf: (name) => (builtinModules.includes(name) ? `node:${name}` : undefined),
  newer: (name, since) => ({
    reason: `Node ${nodeVersion()} has no \`${name}\``,
    help: `Node ${Math.max(since, nodeVersion() + 1)} and later have it`,
  }),
  keepingOutput:
    'to keep all of it, write it to a file: require("node:fs").appendFileSync("output.txt", text)',
};
