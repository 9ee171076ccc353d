import { buildScript } from "./script.ts";

/**
 * The scripts of an exported page: `dist/page.js`, which makes figures, explorers and cards live, and `dist/site.js`,
 * which is small and lies in each page's head.
 */
export async function buildPage(): Promise<void> {
  await Promise.all([
    buildScript("src/pages/page/page.ts", "dist/page.js"),
    buildScript("src/pages/page/site.ts", "dist/site.js"),
  ]);
}
