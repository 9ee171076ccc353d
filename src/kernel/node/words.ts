import type { PlaceWords } from "../core/platform.ts";

/** The Node that runs the cells: its major version. */
export function nodeVersion(): number {
  return Number(process.versions.node.split(".")[0]);
}

/** What is told of Node, and of the folder that notebooks lie in. */
export const wordsOfNode: PlaceWords = {
  whyAbsent: () => "cells run in Node, not in a page",
  missingModule(name) {
    if (/^\.{0,2}\//.test(name)) return { help: "there is no such file beside the notebook" };
    if (name.startsWith("node:"))
      return {
        reason: `Node ${nodeVersion()} has no module "${name}"`,
        help: "a newer Node may have it; see https://nodejs.org/api",
      };
    return { help: `to install it in the folder of the notebook: npm install ${name}` };
  },
  newer: (name, since) => ({
    reason: `Node ${nodeVersion()} has no \`${name}\``,
    help: `Node ${Math.max(since, nodeVersion() + 1)} and later have it`,
  }),
  keepingOutput:
    'to keep all of it, write it to a file: require("node:fs").appendFileSync("output.txt", text)',
};
