import { bundle } from "./bundle.ts";
import type { Made } from "./made.ts";
import { leanMathjs } from "./mathjs.ts";

/** The commands of an installation: one file, without packages. */
export const make = (): Promise<Made> =>
  bundle("src/cli/installed.ts", "dist/installed.js", {
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    plugins: [leanMathjs],
  });
