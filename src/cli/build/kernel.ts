import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";
import { bundle } from "./bundle.ts";
import { writeIfChanged } from "./changed.ts";
import ts from "typescript";
import { buildKernelTypes } from "./kernel-types.ts";

const out = "dist/kernel";

/** The kernel: its protocol, its session (tslab and the compiler inside) and the session's control thread. */
export async function buildKernel(): Promise<void> {
  await mkdir(`${out}/types`, { recursive: true });
  const { lib } = await lessonOptions();
  const protocol = { ...common, define: { FALL_LINE_VERSION: await version() } };
  await Promise.all([
    bundle("src/kernel/node/protocol/main.ts", `${out}/main.js`, protocol),
    bundle("src/kernel/node/session/main.ts", `${out}/session.js`, await sessionBuild()),
    bundle("src/kernel/node/control/main.ts", `${out}/control.js`, common),
    buildKernelTypes(`${out}/types`, lib),
    readFile("node_modules/tslab/dist/public.d.ts", "utf8").then((text) =>
      writeIfChanged(`${out}/types/tslab.d.ts`, text),
    ),
    writeIfChanged(`${out}/package.json`, '{ "type": "commonjs" }\n'),
  ]);
}

const common: BuildOptions = {
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: true,
  external: ["zeromq"],
};

/** How what contains the compiler is built. */
export async function sessionBuild(): Promise<BuildOptions> {
  const define = {
    LESSON_OPTIONS: JSON.stringify(await lessonOptions()),
    FALL_LINE_VERSION: await version(),
  };
  return { ...common, define, plugins: [tslabCompiler, tslabRuns] };
}

/** This version, as it stands in code. */
export async function version(): Promise<string> {
  const { version: text } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  return JSON.stringify(text);
}

/** The compiler options of the lessons, which are those of cells too. */
export async function lessonOptions(): Promise<{ lib: string[] }> {
  const path = "lessons/tsconfig.json";
  const { config } = ts.parseConfigFileTextToJson(path, await readFile(path, "utf8")) as {
    config: { compilerOptions: { lib: string[] } };
  };
  return config.compilerOptions;
}

/** What runs a cell of tslab's is ours. */
const tslabRuns: Plugin = {
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
  return importer.includes("/node_modules/tslab/");
}
