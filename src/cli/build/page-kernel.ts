import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin } from "esbuild";
import { languageTypes } from "./kernel-types.ts";
import { LESSON_CONFIG, lessonOptions } from "./lesson-options.ts";
import type { Made } from "./made.ts";
import { buildScript } from "./script.ts";
import { isOfTslab, tslabCompiler } from "./tslab.ts";
import { version } from "./version.ts";

const worker = "src/kernel/browser/worker";

/**
 * The kernel of a page: `dist/page-kernel.js`, a classic script for a worker, with the compiler and all declarations but
 * the library's in it.
 */
export async function buildPageKernel(): Promise<Made> {
  const options = await lessonOptions();
  const script = buildScript(`${worker}/main.ts`, "dist/page-kernel.js", {
    define: {
      LESSON_OPTIONS: JSON.stringify(options),
      FALL_LINE_VERSION: await version(),
      __dirname: '"/tslab/dist"',
      "process.version": '"none: this is a page"',
    },
    plugins: [tslabCompiler, tslabInPage, smallCompiler, declarations(options.lib)],
  });
  const { inputs, products } = await script;
  return { inputs: [...inputs, LESSON_CONFIG, `${worker}/globals.d.ts`], products };
}

/** What tslab asks for of Node and of its own kernel is ours. */
const tslabInPage: Plugin = {
  name: "tslab-in-page",
  setup(builder) {
    const parts = resolve(worker, "node-parts.ts");
    builder.onResolve({ filter: /^(path|vm|module|crypto|semver|\.\/jupyter)$/ }, ({ importer }) =>
      isOfTslab(importer) ? { path: parts } : undefined,
    );
    builder.onLoad({ filter: /[\\/]tslab[\\/]dist[\\/]public\.js$/ }, async ({ path }) => ({
      contents: `const { Buffer } = require(${JSON.stringify(parts)});\n${await readFile(path, "utf8")}`,
    }));
    builder.onResolve({ filter: /^tslab\/dist\/jupyter\.js$/ }, () => ({ path: parts }));
  },
};

/** Parts of the compiler that a kernel never asks for: the server of editors, and what mends and rearranges code. */
const UNUSED =
  /^\/\/ src\/(server|jsTyping|services\/codefixes|services\/refactors)\/.*\n[^]*?(?=^\/\/ src\/)/gm;

/** The compiler without these parts, which are a seventh of it. */
const smallCompiler: Plugin = {
  name: "small-compiler",
  setup(builder) {
    builder.onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, async ({ path }) => {
      const whole = await readFile(path, "utf8");
      const contents = whole.replace(UNUSED, "");
      if (whole.length - contents.length > 1e6) return { contents };
      throw new Error("this TypeScript is another one: it is not divided into files as the one before");
    });
  },
};

/** The declarations that are a part of the worker. */
function declarations(libraries: readonly string[]): Plugin {
  const texts: Readonly<Record<string, () => Promise<string>>> = {
    globals: async () =>
      `${await languageTypes(libraries)}\n${await readFile(`${worker}/globals.d.ts`, "utf8")}`,
    tslab: () => readFile("node_modules/tslab/dist/public.d.ts", "utf8"),
  };
  return {
    name: "declarations",
    setup(builder) {
      builder.onResolve({ filter: /^fall-line:/ }, ({ path }) => ({ path, namespace: "declarations" }));
      builder.onLoad({ filter: /.*/, namespace: "declarations" }, async ({ path }) => ({
        contents: await texts[path.slice("fall-line:".length)]!(),
        loader: "text",
      }));
    },
  };
}
