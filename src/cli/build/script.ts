import { build, type BuildOptions } from "esbuild";
import { inAscii } from "../../course/in-ascii.ts";
import { writeIfChanged } from "./changed.ts";
import { guardedPlotly } from "./plotly.ts";

/** What draws, plotly.js with it. */
const DRAWING: Options = { plugins: [guardedPlotly] };

type Options = Pick<BuildOptions, "define" | "plugins">;

/** A classic script for a page without Jupyter, or for its worker, with all that it needs in it. */
export async function buildScript(entry: string, outfile: string, options = DRAWING): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    logLevel: "warning",
    ...options,
  });
  await writeIfChanged(outfile, inAscii(outputFiles[0]!.text));
}
