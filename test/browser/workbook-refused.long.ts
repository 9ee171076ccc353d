import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedBrowser } from "./harness/shared.ts";
import { Desk } from "./workbook/desk.ts";
import { serveFolder, type Served } from "./workbook/server.ts";
import { NAME, SmallSite } from "./workbook/small.ts";

const site = new SmallSite();
let served: Served;
let browser: Browser;

beforeAll(async () => {
  await site.make();
  [browser, served] = await Promise.all([sharedBrowser(), serveFolder(site.root)]);
});

afterAll(async () => {
  await browser.close();
  served.close();
  site.remove();
});

/** Opens the lesson in a page that is prepared. */
async function open(prepare: (page: Page) => Promise<unknown>): Promise<Desk> {
  const page = await (await browser.newContext()).newPage();
  await prepare(page);
  await page.goto(`${served.address}course/${NAME}.html`);
  return new Desk(page);
}

describe("storage that refuses", () => {
  const warning = (desk: Desk) => desk.page.locator(".work-warnings");

  test("is told when it is forbidden, and cells run all the same", async () => {
    const desk = await open((page) =>
      page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("it is forbidden here", "SecurityError");
        };
      }),
    );
    await warning(desk)
      .getByText(/does not keep your work: .*it is forbidden here.*download it before/)
      .first()
      .waitFor();
    expect(await desk.run("mine", "small.path.length + 1")).toBe("5");
    await desk.page.context().close();
  });

  test("is told when it is full, and what was written stays in the page", async () => {
    const desk = await open((page) =>
      page.addInitScript(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("no room", "QuotaExceededError");
        };
      }),
    );
    await desk.write("mine", "1");
    await warning(desk)
      .getByText(/storage for this site is full/)
      .waitFor();
    expect(await desk.page.locator(".work-kept").textContent()).toBe("Not kept");
    expect(await desk.text("mine")).toBe("1");
    await desk.page.context().close();
  });
});
