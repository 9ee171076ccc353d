import { resolve } from "node:path";
import type { Plugin } from "esbuild";

/** What runs a cell of tslab's is ours. */
export const tslabRuns: Plugin = {
  name: "tslab-runs",
  setup(builder) {
    builder.onResolve({ filter: /^vm$/ }, ({ importer }) =>
      isOfTslab(importer) ? { path: resolve("src/kernel/node/session/vm.ts") } : undefined,
    );
  },
};

/** Where tslab asks for its own build of the compiler, it gets ours. */
export const tslabCompiler: Plugin = {
  name: "tslab-compiler",
  setup(builder) {
    const seam = "tslab-compiler";
    builder.onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, ({ importer }) =>
      isOfTslab(importer) ? { path: seam, namespace: seam } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: seam }, () => ({
      contents: `module.exports = require("./src/kernel/core/compiler/for-tslab.ts").compilerForTslab;`,
      resolveDir: process.cwd(),
    }));
  },
};

export function isOfTslab(importer: string): boolean {
  return /[\\/]node_modules[\\/]tslab[\\/]/.test(importer);
}
