import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { launchBrowser, openPage } from "../browser/harness/browser.ts";
import { copyByLinks, root, workbench } from "./project.ts";

const bench = workbench();
const folder = bench.folder();

/** The page of the package's README, by which any folder of files is served. */
const [, PAGE = ""] = /```html\n([^]*?)```/.exec(readFileSync(join(root, "dist/package/README.md"), "utf8"))!;

const server = createServer(({ url = "/" }, response) => {
  const file = url === "/" ? "index.html" : url;
  response.setHeader("content-type", file.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
  return response.end(readFileSync(join(folder, file)));
});
afterAll(async () => {
  server.close();
  await bench.end();
});

it("a plain page takes the library from its folder, without a bundler", async () => {
  copyByLinks(join(root, "dist/package"), join(folder, "node_modules/fall-line"));
  writeFileSync(join(folder, "index.html"), PAGE);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await launchBrowser();
  try {
    const { page, errors, abroad } = await openPage(browser);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await expect.poll(() => page.locator("p").textContent()).toBe("After 20 steps the loss is 0.06.");
    await expect.poll(() => page.locator("#map > svg").count()).toBe(1);
    expect(errors).toEqual([]);
    expect(abroad).toEqual([]);
  } finally {
    await browser.close();
  }
});
