import { build } from "esbuild";
import { writeIfChanged } from "./changed.ts";

/**
 * The scripts of a page without Jupyter, each a classic one: `dist/page.js`, which makes figures, explorers and cards
 * live, and `dist/site.js`, which is small and lies in each page's head.
 */
export async function buildPage(): Promise<void> {
  await Promise.all([bundle("page"), bundle("site")]);
}

async function bundle(name: "page" | "site"): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [`src/frontend/${name}.ts`],
    outfile: `dist/${name}.js`,
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    logLevel: "warning",
  });
  await writeIfChanged(`dist/${name}.js`, outputFiles[0]!.text);
}
