import { mkdir, readFile } from "node:fs/promises";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { writeIfChanged } from "./changed.ts";
import { buildKernelTypes } from "./kernel-types.ts";

const out = "dist/kernel";

/** The kernel: its protocol, its session (tslab and the compiler inside) and the session's control thread. */
export async function buildKernel(): Promise<void> {
  await mkdir(out, { recursive: true });
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  const common: BuildOptions = {
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
    minify: true,
    external: ["zeromq"],
    define: {
      FALL_LINE_VERSION: JSON.stringify(version),
    },
  };
  await Promise.all([
    bundle("src/kernel/node/protocol/main.ts", "main.js", common),
    bundle("src/kernel/node/session/main.ts", "session.js", { ...common, plugins: [compilerSeam] }),
    bundle("src/kernel/node/control/main.ts", "control.js", common),
    buildKernelTypes(`${out}/types`),
    writeIfChanged(`${out}/package.json`, '{ "type": "commonjs" }\n'),
  ]);
}

async function bundle(entry: string, name: string, options: BuildOptions): Promise<void> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
    outfile: `${out}/${name}`,
    write: false,
  });
  await writeIfChanged(`${out}/${name}`, outputFiles[0]!.text);
}

/** Where tslab asks for its compiler, it gets the one with our seams. */
const compilerSeam: Plugin = {
  name: "compiler-seam",
  setup(builder) {
    const seam = "tslab-compiler";
    builder.onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, ({ importer }) =>
      importer.includes("/node_modules/tslab/") ? { path: seam, namespace: seam } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: seam }, () => ({
      contents: `module.exports = require("./src/kernel/core/compiler/facade.ts").compilerForTslab;`,
      resolveDir: process.cwd(),
    }));
  },
};
