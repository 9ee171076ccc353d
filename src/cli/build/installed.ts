import { bundle } from "./bundle.ts";
import type { Made } from "./made.ts";

/** The commands of an installation: one file, without packages. */
export const make = (): Promise<Made> =>
  bundle("src/cli/installed.ts", "dist/installed.js", {
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
  });
