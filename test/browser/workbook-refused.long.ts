import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { Desk } from "./workbook/desk.ts";
import { useSmallSite } from "./workbook/small.ts";

const small = useSmallSite();

/** Opens the lesson in a page that is prepared. */
async function open(prepare: (page: Page) => Promise<unknown>): Promise<Desk> {
  const page = await (await small.browser.newContext()).newPage();
  await prepare(page);
  await page.goto(small.lesson);
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
