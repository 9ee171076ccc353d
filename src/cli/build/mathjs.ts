import type { Plugin } from "esbuild";

/** What the project uses of mathjs, and the files that have it. */
const ENTRY = `
export { create } from "./core/create.js";
export { derivativeDependencies } from "./entry/dependenciesNumber/dependenciesDerivative.generated.js";
export { parseDependencies } from "./entry/dependenciesNumber/dependenciesParse.generated.js";
export { simplifyCoreDependencies } from "./entry/dependenciesNumber/dependenciesSimplifyCore.generated.js";`;

/**
 * mathjs without the functions that nobody calls. Its own entry makes all of them, and esbuild can leave them out only of a
 * program that runs from top to bottom: not of one with parts that run when they are first imported.
 */
export const leanMathjs: Plugin = {
  name: "lean mathjs",
  setup(build) {
    build.onLoad({ filter: /mathjs[\\/]lib[\\/]esm[\\/]number\.js$/ }, () => ({ contents: ENTRY }));
  },
};
