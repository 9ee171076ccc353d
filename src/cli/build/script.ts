import type { BuildOptions } from "esbuild";
import { bundle } from "./bundle.ts";
import type { Made } from "./made.ts";
import { leanMathjs } from "./mathjs.ts";
import { guardedPlotly } from "./plotly.ts";

/** What draws, plotly.js with it. */
const DRAWING: Options = { plugins: [guardedPlotly, leanMathjs] };

type Options = Pick<BuildOptions, "define" | "plugins">;

/** A classic script for a page without Jupyter, or for its worker, with all that it needs in it. */
export const buildScript = (entry: string, outfile: string, options = DRAWING): Promise<Made> =>
  bundle(entry, outfile, {
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    ...options,
  });
