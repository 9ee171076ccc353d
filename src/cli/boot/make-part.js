// @ts-check
// Makes a part of dist/: `node make-part.js PART` in the project's folder.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { acquire } from "../../system/lock.js";
import { state, stateFolder } from "../../system/state.js";
import { noting, stale } from "./parts.js";

/** @typedef {{ make: (projectDir: string) => Promise<import("../build/made.ts").Made> }} Part */

const projectDir = process.cwd();
const [part = ""] = process.argv.slice(2);

await takeTurn();
if (stale(projectDir, [part]).length > 0) await make();

/** Only one makes it at a time. A start that was killed may have left one behind, still writing. */
async function takeTurn() {
  const folder = stateFolder(projectDir, "locks");
  for (;;) {
    const { holder } = await acquire(folder, `building-${part}`);
    if (holder === undefined) return;
    await holder.gone;
  }
}

/** What makes it is written in TypeScript, and bundled first: that is read sooner than its many files. */
async function make() {
  const outdir = state(projectDir, "making", part);
  const { metafile } = await build({
    entryPoints: { part: `src/cli/build/${part}.ts`, stopped: "src/cli/build/stopped.ts" },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    metafile: true,
    sourcemap: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  });
  const bundled = (/** @type {string} */ name) => import(pathToFileURL(path.join(outdir, name)).href);
  const { wrongSource } = /** @type {typeof import("../build/stopped.ts")} */ (await bundled("stopped.mjs"));
  try {
    await noting(projectDir, part, async () => {
      // It runs the library too, so it is loaded where a mistake in that can be told.
      const { make } = /** @type {Part} */ (await bundled("part.mjs"));
      const { inputs, products } = await make(projectDir);
      return { inputs: [...Object.keys(metafile.inputs), ...inputs], products };
    });
  } catch (error) {
    console.error(wrongSource(error, projectDir) ?? (error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
}
