import { build } from "esbuild";
import { writeIfChanged } from "./changed.ts";

/** What makes figures, explorers and cards live in a page without Jupyter: `dist/page.js`, one classic script. */
export async function buildPage(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ["src/frontend/page.ts"],
    outfile: "dist/page.js",
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    logLevel: "warning",
  });
  await writeIfChanged("dist/page.js", outputFiles[0]!.text);
}
