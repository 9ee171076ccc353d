import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishing } from "../../src/pages/publishing.ts";
import { firstUnlessLong, isLong } from "../long.ts";
import { faultsOf } from "./harness/axe.ts";
import { openPage, type Watched } from "./harness/browser.ts";
import { fileUrl } from "./harness/pages.ts";
import { onPaper } from "./harness/paper.ts";
import { STUCK } from "./page-kernel/hostile.ts";
import { Desk } from "./workbook/desk.ts";
import { CELLS, NAME, useSmallSite } from "./workbook/small.ts";

const small = useSmallSite(leastPolicy());

/** The least that a server's own policy must allow, as the site's README says. */
function leastPolicy(): string {
  const [, policy] = /at least `([^`]*)`/.exec(publishing())!;
  return policy!.replaceAll(/\s+/g, " ");
}

async function open(options: Parameters<typeof openPage>[1] = {}): Promise<Watched & { desk: Desk }> {
  const watched = await openPage(small.browser, options);
  await watched.page.goto(small.lesson);
  return { ...watched, desk: new Desk(watched.page) };
}

describe("a lesson in a page, served from a sub-folder", () => {
  let watched: Awaited<ReturnType<typeof open>>;
  let desk: Desk;
  const files: string[] = [];

  beforeAll(async () => {
    watched = await open();
    desk = watched.desk;
    watched.page.on("request", (request) => files.push(new URL(request.url()).pathname));
    await watched.page.reload({ waitUntil: "networkidle" });
  });

  test("is read without an editor and without a kernel, with what it showed when it was built", async () => {
    expect(await desk.shown("path")).toContain("as it was built");
    expect(files.filter((file) => /(kernel|editor)\.js$/.test(file))).toEqual([]);
  });

  test("is on paper what is read: no bar, no way to elsewhere, no buttons of its cells", async () => {
    const { pressed, read } = await onPaper(watched.page);
    expect(pressed).toEqual([]);
    for (const words of ["A small lesson", "const answer = 41", "as it was built"])
      expect(read).toContain(words);
    for (const words of ["Light or dark", "Skip to the text", "My work"]) expect(read).not.toContain(words);
  });

  test("runs a cell that was changed, after those above it, and says what it does meanwhile", async () => {
    const said: string[] = [];
    await watched.page.exposeFunction("heard", (words: string) => said.push(words));
    await watched.page.evaluate(() => {
      const bar = document.querySelector(".work-said")!;
      const { heard } = window as unknown as { heard: (words: string) => void };
      new MutationObserver(() => heard(bar.textContent)).observe(bar, { childList: true });
    });
    await desk.write("mine", "const answer = 6;\nanswer * 7 + 0 * small.path.length");
    await watched.page.keyboard.press("Shift+Enter");
    expect(await desk.cell("mine").getAttribute("data-work")).toMatch(/waiting|running/);
    await desk.rest();
    expect(await desk.shown("mine")).toBe("42");
    // What was only run for its variables stands as it was.
    expect(await desk.shown("path")).toContain("as it was built");
    expect(said.join("; ")).toMatch(/Getting the kernel: \d+ %.*Starting.*Running; 2 to go.*Running.*Ready/);
    const focused = await watched.page.evaluate(
      () => document.activeElement?.closest<HTMLElement>("section")?.dataset["cell"],
    );
    expect(focused).toBe("last");
  });

  test("says when what stands below a cell is of the text before", async () => {
    await desk.write("mine", "const answer = 7;");
    expect(await desk.cell("mine").textContent()).toContain("what is shown is of the text before");
    await desk.run("mine");
    expect(await desk.cell("mine").textContent()).not.toContain("of the text before");
  });

  test("tells a type error and a run-time error with line and caret", async () => {
    const typed = await desk.run("mine", "const one = 1;\nconst two: number = 'two';");
    expect(typed).toContain("2 | const two: number = 'two';\n    |                     ^^^^^");
    const thrown = await desk.run("mine", "const nothing: any = undefined;\nnothing.here;");
    expect(thrown).toContain("  2 | nothing.here;\n    |         ^");
    const number = /^cell \d+$/m.exec(await desk.cell("mine").locator(".work-row").innerText())?.[0];
    expect(number).toBeDefined();
    expect(thrown).toContain(number);
  });

  test("completes and explains names, those of cells above too", async () => {
    const { page } = watched;
    await desk.write("mine", "small.pa");
    await page.keyboard.press("Tab");
    await page.locator(".cm-tooltip-autocomplete").getByText("path", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await desk.write("mine", "descend");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => page.locator(".fall-line-tip").textContent()).toContain("descend");
  });

  test("draws figures and cards as in Jupyter, and keeps an answer", async () => {
    await desk.run(
      "mine",
      'display(landscape([descend("x^2 + y^2", momentum, { start: [2, 1], steps: 5 })])); display(ask("momentum/constant"));',
    );
    await desk.cell("mine").locator(".fall-line-chart .main-svg").first().waitFor();
    const card = desk.cell("mine").locator(".fall-line-card");
    await card.locator(".fall-line-option").first().click();
    await card.getByText("Recorded.").waitFor();
    await card.locator(".katex").first().waitFor();
    // Those who listen hear the formula, and not its TeX beside it.
    expect(await card.locator(".katex-mathml math").first().textContent()).not.toMatch(/[\\{]/);
    expect(await desk.run("mine", "showProgress().done")).toBe("1");
  });

  // `page-kernel` has it without a lesson around it.
  if (isLong)
    test("tells of an answer without an end, given to check", async () => {
      await desk.run(
        "mine",
        'display(check("momentum/rule", (({ w }: any) => { while (true) {} return { w } }) as any));',
      );
      await desk.cell("mine").locator('[data-outcome="took too long"]').waitFor();
    });

  test("runs no script of an output, and sends nothing to another place", async () => {
    const html =
      "<img src='data:,' onerror='window.taken = true'><script>window.taken = true</script><b>bold</b>";
    await desk.run(
      "mine",
      `display({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": ${JSON.stringify(html)} }) });`,
    );
    await desk.cell("mine").locator("b", { hasText: "bold" }).waitFor();
    expect(await watched.page.evaluate(() => "taken" in window)).toBe(false);
    expect(await desk.run("mine", 'await (globalThis as any).fetch("https://example.org/?answer")')).toMatch(
      /fetch/i,
    );
    expect(watched.abroad).toEqual([]);
  });

  test("stops a loop without an end; variables are kept", async () => {
    await desk.run("last", "const kept = 41;");
    await desk.write("mine", "console.log('begun'); while (true) {}");
    await desk.press("mine", "Run");
    await desk.cell("mine").locator(".outputs").getByText("begun").waitFor();
    await desk.bar("Stop");
    await desk.cell("mine").getByText("the cell was stopped").waitFor();
    expect(await desk.run("last", "kept + 1")).toBe("42");
  });

  // `workbook-page` has both with a kernel that stands in, `page-kernel` the kernel without a lesson around it.
  if (isLong) {
    test("says why where variables are lost, and goes on with the cells above", async () => {
      await desk.write("mine", `console.log('begun'); ${STUCK}`);
      await desk.press("mine", "Run");
      await desk.cell("mine").locator(".outputs").getByText("begun").waitFor();
      await desk.bar("Stop");
      await desk
        .cell("mine")
        .getByText(/all variables are gone/)
        .waitFor();
      await expect.poll(() => desk.said()).toMatch(/as the cell says.*those above it are run first/);
      expect(await desk.run("mine", "small.path.length")).toBe("4");
    });

    test("begins anew; shows a cell above that fails, and does not run the rest; runs all", async () => {
      await desk.write("path", "const small: number = 'x';");
      await desk.write("last", "small.path.length + 1");
      await desk.bar("Restart");
      await expect.poll(() => desk.said()).toMatch(/^Begun anew/);
      await desk.press("last", "Run");
      await desk.cell("path").getByText("TypeScriptError").first().waitFor();
      await expect.poll(() => desk.said()).toMatch(/A cell above has failed/);
      await desk.write("path", CELLS.path);
      await desk.bar("Run all");
      await desk.rest();
      expect([await desk.shown("path"), await desk.shown("last")]).toEqual(["built", "5"]);
    });
  }

  test("has nothing that axe-core finds fault with, in a dark and in a light room", async () => {
    const parts = '.work-bar, [data-cell="path"], [data-cell="mine"]';
    for (const colorScheme of firstUnlessLong(["dark", "light"] as const)) {
      await watched.page.emulateMedia({ colorScheme });
      expect(await faultsOf(watched.page, parts), colorScheme).toEqual([]);
    }
  });

  test("leaves nothing untold", () => {
    const refused = /example\.org|Content Security Policy|fetch/;
    expect(watched.errors.filter((error) => !refused.test(error))).toEqual([]);
  });
});

describe("a lesson on a telephone", () => {
  let page: Page;
  let desk: Desk;

  beforeAll(async () => {
    const viewport = { width: 390, height: 780 };
    ({ page, desk } = await open({ viewport, hasTouch: true, isMobile: true }));
  });

  afterAll(() => page.context().close());

  test("has no bar over its text while nothing runs: it stands below the lesson", async () => {
    const [bar, text] = await page.locator(".work-bar, main").evaluateAll((all) => {
      const boxes = all.map((one) => one.getBoundingClientRect());
      return boxes.map(({ top, bottom }) => ({ top, bottom })).sort((a, b) => b.top - a.top);
    });
    expect(bar!.top).toBeGreaterThanOrEqual(text!.bottom);
    const idle = page.locator(".work-bar").getByRole("button", { name: "Stop", includeHidden: true });
    expect(await idle.isVisible()).toBe(false);
  });

  test("has a number in a cell changed and run with fingers", async () => {
    await desk
      .cell("mine")
      .locator("pre.code .hljs-number")
      .first()
      .tap({ position: { x: 1, y: 5 } });
    await desk.cell("mine").locator(".cm-content").waitFor();
    await page.keyboard.press("Delete");
    await page.keyboard.type("5");
    await desk.cell("mine").getByRole("button", { name: "Run", exact: true }).tap();
    await desk.rest();
    expect(await desk.shown("mine")).toBe("52");
    await page.locator(".work-bar").getByRole("button", { name: "My work" }).tap();
    const small = await page
      .locator(":is(.work-bar, .work-row, .work-dialog) button:visible")
      .evaluateAll(
        (all) =>
          all.filter(
            (one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 44,
          ).length,
      );
    expect(small).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Close" }).tap();
  });

  test("opens and runs again without a network", async () => {
    expect(await desk.run("first")).not.toContain("Error");
    const kept = (): Promise<number> =>
      page.evaluate(async () => (await (await caches.open("fall-line-pages")).keys()).length);
    await expect.poll(kept).toBeGreaterThan(5);
    await page.context().setOffline(true);
    await page.reload();
    expect(await desk.run("mine", "2 + 2")).toBe("4");
  });
});

test.each(
  firstUnlessLong([
    ["one file", () => fileUrl(small.site.makeOneFile())],
    ["a site", () => fileUrl(small.site.root, "course", `${NAME}.html`)],
  ] as const),
)("runs from the disk: %s", async (_, address) => {
  const watched = await openPage(small.browser);
  await watched.page.goto(address());
  const desk = new Desk(watched.page);
  expect(await desk.run("mine", "small.path.length * 10")).toBe("40");
  expect(watched.errors).toEqual([]);
  await watched.page.context().close();
});

test("has in its README the ten lines on publishing", () => {
  const readme = readFileSync(`${small.site.root}/course/README.md`, "utf8");
  expect(readme).toBe(publishing());
});
