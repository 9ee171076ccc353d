import { expect, test } from "vitest";
import { launchBrowser } from "./harness/browser.ts";
import { strangers } from "./strangers/mutate.ts";
import { plotlySchema, watch } from "./strangers/watch.ts";

test("a thousand figures of strangers are drawn or refused in words, and the page answers", async () => {
  const browser = await launchBrowser();
  try {
    const shown = strangers(1000, 20_261_126, await plotlySchema(browser));
    const { troubles, held } = await watch(browser, shown);
    console.log("the page was held longest, in milliseconds, by figure number:", held);
    expect(troubles).toEqual([]);
  } finally {
    await browser.close();
  }
}, 3_600_000);
