import { buildScript, DRAWING } from "./script.ts";
import { version } from "./kernel.ts";

/**
 * The scripts of an exported page: `dist/page.js`, which makes figures, explorers and cards live, or `dist/workbook.js`, by
 * which cells can be changed and run besides, with the editor; that of the map of the course; `dist/site.js`, which is small
 * and lies in each page's head; and what opens pages without a network.
 */
export async function buildPage(): Promise<void> {
  const define = { FALL_LINE_VERSION: await version() };
  const workbook = { ...DRAWING, define };
  await Promise.all([
    buildScript("src/pages/page/page.ts", "dist/page.js"),
    buildScript("src/pages/page/site.ts", "dist/site.js"),
    buildScript("src/pages/workbook/main.ts", "dist/workbook.js", workbook),
    buildScript("src/pages/workbook/home.ts", "dist/home.js", workbook),
    buildScript("src/pages/workbook/editor.ts", "dist/editor.js"),
    buildScript("src/pages/workbook/service-worker.ts", "dist/service-worker.js"),
  ]);
}
