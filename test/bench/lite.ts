import { join } from "node:path";
import { launchBrowser, openPage } from "../browser/harness/browser.ts";
import { freshFolder } from "../browser/harness/pages.ts";
import { liteSite } from "../browser/harness/lite.ts";
import { serveFolder } from "../browser/workbook/server.ts";

/** From the opening of a lesson in a JupyterLite site to the result of its first small cell, in milliseconds; so many times. */
export async function firstCellInLite(times: number): Promise<number[]> {
  const site = freshFolder();
  await liteSite(join(site.folder, "www"));
  const [browser, served] = await Promise.all([launchBrowser(), serveFolder(join(site.folder, "www"))]);
  try {
    const found: number[] = [];
    for (let k = 0; k < times; k++) {
      const { page } = await openPage(browser);
      const began = performance.now();
      await page.goto(`${served.address}lab/index.html?path=00-start-here.ipynb`);
      const cell = page.locator(".jp-CodeCell").filter({ hasText: "display(2 ** 10)" }).first();
      await cell.locator(".cm-content").click({ timeout: 60_000 });
      // A cell that is run before its kernel is there is not run at all.
      await page.getByText("TypeScript (fall-line) | Idle").waitFor({ timeout: 60_000 });
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.insertText("const x: number = 1; x + 1233 // display(2 ** 10)");
      await page.keyboard.press("Shift+Enter");
      await cell.locator(".jp-OutputArea-output", { hasText: "1234" }).waitFor({ timeout: 15_000 });
      found.push(performance.now() - began);
      await page.context().close();
    }
    return found;
  } finally {
    await browser.close();
    served.close();
    site.remove();
  }
}
