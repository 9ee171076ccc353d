import { readFile } from "node:fs/promises";
import type { BuildOptions } from "esbuild";
import { bundle } from "./bundle.ts";
import { writeIfChanged } from "../../system/whole-file.js";
import { buildKernelTypes, OWN_GLOBALS } from "./kernel-types.ts";
import { LESSON_CONFIG, lessonOptions } from "./lesson-options.ts";
import { type Made, together } from "./made.ts";
import { buildSources } from "./sources.ts";
import { tslabCompiler, tslabRuns } from "./tslab.ts";
import { version } from "./version.ts";

const out = "dist/kernel";

/** The kernel: its protocol, its session (tslab and the compiler inside) and the session's control thread. */
export async function make(): Promise<Made> {
  const { lib } = await lessonOptions();
  const protocol = { ...common, define: { FALL_LINE_VERSION: await version() } };
  writeIfChanged(`${out}/package.json`, '{ "type": "commonjs" }\n');
  writeIfChanged(`${out}/types/tslab.d.ts`, await readFile("node_modules/tslab/dist/public.d.ts", "utf8"));
  return together([
    bundle("src/kernel/node/protocol/main.ts", `${out}/main.js`, protocol),
    bundle("src/kernel/node/session/main.ts", `${out}/session.js`, await sessionBuild()),
    bundle("src/kernel/node/control/main.ts", `${out}/control.js`, common),
    buildSources("src/index.ts", `${out}/sources.json`),
    buildKernelTypes(`${out}/types`, lib).then(() => ({
      inputs: [LESSON_CONFIG, OWN_GLOBALS],
      products: [`${out}/package.json`, `${out}/types`],
    })),
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
