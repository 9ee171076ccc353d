import { build } from "esbuild";
import { writeIfChanged } from "./changed.ts";
import { guardedPlotly } from "./plotly.ts";

/** A classic script for a page without Jupyter, with all that it needs in it. */
export async function buildScript(entry: string, outfile: string): Promise<void> {
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
    plugins: [guardedPlotly],
    logLevel: "warning",
  });
  await writeIfChanged(outfile, outputFiles[0]!.text);
}
