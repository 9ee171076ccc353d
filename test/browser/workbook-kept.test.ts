import { buffer } from "node:stream/consumers";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage } from "./harness/browser.ts";
import { onPaper } from "./harness/paper.ts";
import { sharedPage } from "./harness/shared.ts";
import { Desk } from "./workbook/desk.ts";
import { CELLS, NAME, useSmallSite } from "./workbook/small.ts";

const small = useSmallSite();

interface Opening {
  /** A tab that it stands beside. */
  readonly beside?: Desk;
  /** Whether cells are run, and what is loaded is kept: both take long, and what is only written wants neither. */
  readonly runs?: boolean;
  readonly before?: (page: Page) => Promise<unknown>;
}

/** Opens the lesson, where nothing has been kept yet but in a tab that it stands beside. */
async function open({ beside, runs = false, before }: Opening = {}): Promise<Desk> {
  const page = await pageFor(beside, runs);
  if (!runs) await page.addInitScript(neverBegin);
  await before?.(page);
  await page.goto(small.lesson);
  return new Desk(page);
}

async function pageFor(beside: Desk | undefined, runs: boolean): Promise<Page> {
  if (beside) return beside.page.context().newPage();
  if (runs) return (await openPage(small.browser)).page;
  return (await sharedPage({ serviceWorkers: "block" })).page;
}

/** In the page: workers say nothing. */
function neverBegin(): void {
  Object.assign(window, { Worker: class extends EventTarget { postMessage() {} } }); // prettier-ignore
}

const textOf = (desk: Desk, id: string) => expect.poll(() => desk.text(id));

describe("what is written", () => {
  test("is there again after the page was left, the last letters too, and is not run by itself", async () => {
    const desk = await open();
    await desk.write("mine", "const answer = 1;");
    await desk.kept();
    await desk.page.keyboard.insertText(" // the last letters");
    await desk.page.reload();
    await textOf(desk, "mine").toBe("const answer = 1; // the last letters");
    expect(await desk.said()).toBe("");
  });

  test("is in other tabs at once; what two tabs write at the same time is kept of both", async () => {
    const one = await open();
    const two = await open({ beside: one });
    await one.write("mine", "const answer = 1;");
    await textOf(two, "mine").toBe("const answer = 1;");
    await two.write("last", "2");
    await textOf(one, "last").toBe("2");
    // A tab that hears nothing of the other, as one that sleeps.
    const deaf = await open({
      beside: one,
      before: (page) =>
        page.addInitScript(() =>
          Object.defineProperty(BroadcastChannel.prototype, "onmessage", { set: () => undefined }),
        ),
    });
    await textOf(deaf, "mine").toBe("const answer = 1;");
    await one.write("mine", "const answer = 11;");
    await one.kept();
    await deaf.write("mine", "const answer = 12;");
    await deaf.kept();
    await textOf(one, "mine").toBe("const answer = 12;");
    const beside = one.cell("mine").locator(".work-earlier");
    await beside.locator("summary").click();
    expect(await beside.innerText()).toMatch(/before what was written in another tab.*\n*const answer = 11;/);
    for (const { page } of [two, deaf]) await page.close();
  });

  test("is put aside by a reset, of a cell and of the lesson, and comes back when it is wanted", async () => {
    const desk = await open();
    await desk.write("mine", "const answer = 1;");
    await desk.kept();
    await desk.press("mine", "Reset this cell");
    await textOf(desk, "mine").toBe(CELLS.mine);
    await desk.cell("mine").locator(".work-earlier summary").click();
    await desk.press("mine", "Put it back");
    await textOf(desk, "mine").toBe("const answer = 1;");
    await expect.poll(() => desk.cell("mine").locator(".work-earlier").count()).toBe(0);
    await desk.write("last", "2");
    await desk.bar("My work");
    await desk.page.getByRole("button", { name: "Reset this lesson" }).click();
    await textOf(desk, "mine").toBe(CELLS.mine);
    await textOf(desk, "last").toBe(CELLS.last);
    await desk.page.getByRole("button", { name: "Close" }).click();
    const aside = desk.page.locator(".work-earlier pre");
    expect((await aside.allTextContents()).sort()).toEqual(["2", "const answer = 1;"]);
    await desk.cell("last").locator(".work-earlier summary").click();
    await desk.press("last", "Throw it away");
    await expect.poll(() => aside.count()).toBe(1);
  });

  test("stays with the cells that are the same when the lesson has changed, and stands beside the others", async () => {
    const desk = await open();
    for (const id of ["path", "mine", "last"]) await desk.write(id, `"of ${id}"`);
    await desk.kept();
    await small.site.make({ first: CELLS.first, path: CELLS.path, mine: "const answer = 43;", more: "1" });
    try {
      await desk.page.reload();
      await textOf(desk, "path").toBe('"of path"');
      await textOf(desk, "mine").toBe("const answer = 43;");
      await desk.cell("mine").locator(".work-earlier").waitFor();
      expect(await desk.cell("mine").locator(".work-earlier").textContent()).toMatch(
        /^Your earlier text of this cell, from before the lesson was changed.*"of mine"/,
      );
      expect(await desk.page.locator("main > .work-besides").textContent()).toMatch(
        /^Your text of a cell that this lesson no longer has.*"of last"/,
      );
    } finally {
      await small.site.make();
    }
    await desk.page.reload();
    await textOf(desk, "mine").toBe('"of mine"');
  });
});

describe("a download of one's work", () => {
  let desk: Desk;
  let zip: Buffer;

  beforeAll(async () => {
    desk = await open({ runs: true });
    await desk.run("mine", 'const answer = 1;\ndisplay(ask("momentum/truth"));');
    const card = desk.cell("mine").locator(".fall-line-card");
    await card.locator(".fall-line-option").first().click();
    await card.getByText("Recorded.").waitFor();
    await desk.write("last", '"put aside"');
    await desk.kept();
    await desk.press("last", "Reset this cell");
    await desk.cell("last").locator(".work-earlier").waitFor();
    await desk.bar("My work");
    await desk.page.getByText("Last download: never").waitFor();
    const coming = desk.page.waitForEvent("download");
    await desk.page.getByRole("button", { name: "Download my work" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/^fall-line-work-\d{4}-\d\d-\d\d\.zip$/);
    zip = await buffer(await download.createReadStream());
    await desk.page.getByRole("button", { name: "Close" }).click();
  });

  afterAll(() => desk.page.context().close());

  async function restore(into: Desk, content: Uint8Array): Promise<string> {
    await into.bar("My work");
    await into.page
      .locator('input[type="file"]')
      .setInputFiles({ name: "work.zip", mimeType: "application/zip", buffer: Buffer.from(content) });
    const said = into.page.locator(".work-panel [role=status]");
    await expect.poll(() => said.textContent()).not.toBe("");
    const words = (await said.textContent())!;
    await into.page.getByRole("button", { name: "Close" }).click();
    return words;
  }

  const textFile = (name: string): string => Buffer.from(unzipSync(zip)[name]!).toString();

  test("is not what is printed, nor is what was put aside", async () => {
    expect(await desk.page.locator(".work-earlier").isVisible()).toBe(true);
    expect((await onPaper(desk.page)).read).not.toMatch(/put aside/);
  });

  test("says when it was made", async () => {
    expect(await desk.page.locator(".work-date").textContent()).not.toContain("never");
  });

  test("holds the notebook as ours, with what was written, and the answers", () => {
    const notebook = JSON.parse(textFile(`${NAME}.ipynb`)) as {
      nbformat: number;
      metadata: { kernelspec: { name: string } };
      cells: { id: string; source: string | string[]; metadata: unknown; outputs?: unknown[] }[];
    };
    expect([notebook.nbformat, notebook.metadata.kernelspec.name]).toEqual([4, "fall-line"]);
    const mine = notebook.cells.find(({ id }) => id === "mine")!;
    expect(mine).toMatchObject({
      source: ["const answer = 1;\n", 'display(ask("momentum/truth"));'],
      metadata: { title: "The cell mine" },
      outputs: [],
    });
    const [line] = textFile("fall-line-progress.jsonl").trim().split("\n");
    expect(JSON.parse(line!)).toMatchObject({
      v: 2,
      lesson: "momentum",
      exercise: "truth",
      event: "attempt",
    });
  });

  test("brings all of it back in another browser, and runs nothing", async () => {
    const other = await open();
    await other.write("mine", "// what was here before");
    await other.kept();
    expect(await restore(other, zip)).toBe("Restored: 1 cell in 1 lesson, 1 answer. Nothing was run.");
    await textOf(other, "mine").toContain("const answer = 1;");
    expect(await other.shown("mine")).toBe("");
    const aside = async (): Promise<string[]> =>
      (await other.page.locator(".work-earlier pre").allTextContents()).sort();
    expect(await aside()).toEqual(['"put aside"', "// what was here before"]);
    // The same once more changes nothing.
    expect(await restore(other, zip)).toMatch(/ 0 answers/);
    expect(await aside()).toHaveLength(2);
  });

  test("that is damaged is not taken, and says so", async () => {
    expect(await restore(desk, zip.subarray(0, 200))).toContain("no zip file, or it was cut short");
  });

  test("holds what the map of the course shows as done", async () => {
    await desk.page.goto(small.course);
    const done = desk.page.locator(`.lessons [data-done-of="${NAME}"]`);
    await expect.poll(() => done.textContent()).toMatch(/^[01] of 2 exercises done$/);
    await desk.page.locator(`.course-map [data-done-of="${NAME}"]`).waitFor();
    await desk.page.getByText(/^Last download: (?!never)/).waitFor();
  });

  test("is shown on the map as soon as another tab adds to it", async () => {
    const done = desk.page.locator(`.lessons [data-done-of="${NAME}"]`);
    await expect.poll(() => done.textContent()).toMatch(/^[01] of 2 exercises done$/);
    await desk.page.evaluate(() => {
      const tab = new BroadcastChannel("fall-line-progress");
      const attempt = {
        v: 2,
        time: "2026-11-26T10:00:00Z",
        lesson: "momentum",
        event: "attempt",
        right: true,
      };
      for (const exercise of ["zero", "truth"]) tab.postMessage(JSON.stringify({ ...attempt, exercise }));
    });
    await expect.poll(() => done.textContent()).toBe("2 of 2 exercises done");
  });
});
