import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { typefaces } from "../../rendering/styles.ts";
import type { Made } from "./made.ts";
import { leanMathjs } from "./mathjs.ts";
import { guardedPlotly } from "./plotly.ts";

const out = "dist/labextension";
/** Where JupyterLab looks for what can be set, a file for each plugin. */
const SCHEMAS = "schemas/fall-line";
const SETTINGS = "src/frontend/running/settings.json";
const KATEX = "node_modules/katex/dist";
/** By this line V8 compiles all functions of a script in the background while it is fetched, and none when the first figure waits. */
const COMPILED_AHEAD = "//# allFunctionsCalledOnLoad";

/**
 * The front-end extension, as JupyterLab and Notebook find it: a small entry, and what draws (plotly.js inside) with
 * the style of formulas and the typeface of headings, which a page loads when its first figure comes.
 */
export async function make(): Promise<Made> {
  const fresh = `${out}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(`${fresh}/static`, { recursive: true });
  await mkdir(`${fresh}/${SCHEMAS}`, { recursive: true });
  const { version, description, license } = JSON.parse(await readFile("package.json", "utf8")) as Package;
  const _build = {
    load: "static/remoteEntry.js",
    extension: "./extension",
    mimeExtension: "./mimeExtension",
  };
  const about = {
    name: "fall-line",
    version,
    description,
    license,
    jupyterlab: { extension: true, mimeExtension: true, _build },
  };
  const common: BuildOptions = {
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    metafile: true,
    plugins: [guardedPlotly, leanMathjs],
    logLevel: "warning",
  };
  const bundles = await Promise.all([
    build({
      ...common,
      entryPoints: ["src/frontend/remote-entry.ts"],
      outfile: `${fresh}/static/remoteEntry.js`,
      format: "iife",
    }),
    build({
      ...common,
      entryPoints: ["src/frontend/drawing.ts"],
      outfile: `${fresh}/static/drawing.js`,
      format: "esm",
      banner: { js: COMPILED_AHEAD },
    }),
  ]);
  await Promise.all([
    copyKatexStyle(`${fresh}/static/katex`),
    copyTypeface(`${fresh}/static/type`),
    cp(SETTINGS, `${fresh}/${SCHEMAS}/running.json`),
    writeFile(`${fresh}/package.json`, `${JSON.stringify(about, undefined, 2)}\n`),
  ]);
  await rm(out, { recursive: true, force: true });
  await rename(fresh, out);
  return {
    inputs: [SETTINGS, ...bundles.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))],
    products: [out],
  };
}

/** KaTeX's style sheet, with its fonts in the format that every browser of today reads. */
async function copyKatexStyle(to: string): Promise<void> {
  await cp(`${KATEX}/katex.min.css`, `${to}/katex.min.css`);
  for (const font of await readdir(`${KATEX}/fonts`)) {
    if (font.endsWith(".woff2")) await cp(`${KATEX}/fonts/${font}`, `${to}/fonts/${font}`);
  }
}

/** The typeface of headings, with its fonts beside its sheet. */
export async function copyTypeface(to: string): Promise<void> {
  const fonts: string[] = [];
  const sheet = typefaces(".", (path) => {
    fonts.push(path);
    return basename(path);
  });
  await mkdir(to);
  await Promise.all([
    writeFile(`${to}/type.css`, sheet),
    ...fonts.map((font) => cp(font, `${to}/${basename(font)}`)),
  ]);
}

interface Package {
  readonly version: string;
  readonly description: string;
  readonly license: string;
}
