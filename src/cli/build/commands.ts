import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { LESSON_CONFIG, lessonOptions } from "./lesson-options.ts";
import { bundle } from "./bundle.ts";
import { type Made, together } from "./made.ts";

/** What is a file of its own: what runs before the build runs from source, and the library is built beside. */
const shared: Plugin = {
  name: "shared",
  setup(builder) {
    builder.onResolve({ filter: /\/system\/[\w-]+\.js$/ }, ({ path }) => ({
      path: `../src/system/${basename(path)}`,
      external: true,
    }));
    builder.onResolve({ filter: /^\.\.\/index\.ts$/ }, () => ({ path: "./library.js", external: true }));
    builder.onResolve({ filter: /^\.\.\/tools\.ts$/ }, () => ({ path: "./tools.js", external: true }));
  },
};

/** What lies in hundreds of small files, each of which takes its time to be found and read when a command starts. */
const INSIDE = ["mathjs", "d3-array", "d3-contour", "valibot"];

/** All other packages are read where they lie. */
async function outside(): Promise<string[]> {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8")) as { dependencies: object };
  return Object.keys(dependencies).filter((name) => !INSIDE.includes(name));
}

/** The command line, and what runs in homes as their owners: one file, without packages. */
export const make = (): Promise<Made> =>
  together([
    commandLine(),
    bundle("src/hub/homes/in-home/main.ts", "dist/in-home.js", {
      format: "cjs",
      platform: "node",
      target: "node20.19",
    }),
  ]);

/** `dist/cli.js`, beside it a file for each command, loaded when it is asked for, and the threads that grade. */
async function commandLine(): Promise<Made> {
  const { outputFiles, metafile } = await build({
    entryPoints: { cli: "src/cli/main.ts", "grading-thread": "src/grading/thread.ts" },
    outdir: "dist",
    chunkNames: "cli-[name]-[hash]",
    splitting: true,
    bundle: true,
    metafile: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20.19",
    external: await outside(),
    define: { LESSON_OPTIONS: JSON.stringify(await lessonOptions()) },
    plugins: [shared],
    logLevel: "warning",
  });
  await mkdir("dist", { recursive: true });
  for (const { path, contents } of outputFiles) await writeFile(`${path}.new`, contents);
  for (const { path } of outputFiles) await rename(`${path}.new`, path);
  const current = new Set(outputFiles.map(({ path }) => basename(path)));
  const folder = dirname(outputFiles[0]!.path);
  const stale = (await readdir(folder)).filter((name) => /^cli-.*\.js$/.test(name) && !current.has(name));
  await Promise.all(stale.map((name) => rm(join(folder, name))));
  return {
    inputs: [LESSON_CONFIG, ...Object.keys(metafile.inputs)],
    products: outputFiles.map(({ path }) => path),
  };
}
