import { resolve } from "node:path";
import type { Plugin } from "esbuild";
import { type Made, together } from "./made.ts";
import { buildPageKernel } from "./page-kernel.ts";
import { buildScript } from "./script.ts";
import { version } from "./version.ts";

/** In the script of a page, charts are a part that is loaded by itself. */
const chartsApart: Plugin = {
  name: "charts apart",
  setup(build) {
    const path = resolve("src/pages/page/charts.ts");
    build.onResolve({ filter: /^\.\/chart\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path } : undefined,
    );
  },
};

/**
 * The scripts of an exported page: `dist/page.js`, which makes figures, explorers and cards live, or `dist/workbook.js`, by
 * which cells can be changed and run besides, with the editor; `dist/charts.js`, which draws charts for both; those of the map of
 * the course, of the page of rules and of the search; `dist/site.js`, which is small and lies in each page's head; what opens pages without a network; and the kernel of a page.
 */
export async function make(): Promise<Made> {
  const define = { FALL_LINE_VERSION: await version() };
  const page = { plugins: [chartsApart], define };
  return together([
    buildScript("src/pages/page/page.ts", "dist/page.js", page),
    buildScript("src/pages/page/charts-script.ts", "dist/charts.js"),
    buildScript("src/pages/page/rules.ts", "dist/rules.js"),
    buildScript("src/pages/page/search.ts", "dist/search.js"),
    buildScript("src/pages/page/site.ts", "dist/site.js"),
    buildScript("src/pages/workbook/main.ts", "dist/workbook.js", page),
    buildScript("src/pages/workbook/home.ts", "dist/home.js", page),
    buildScript("src/rendering/running/editor.ts", "dist/editor.js"),
    buildScript("src/pages/workbook/service-worker.ts", "dist/service-worker.js"),
    buildPageKernel(),
  ]);
}
