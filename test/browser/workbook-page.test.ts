import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
/** What the kernel was asked, in order. */
declare const asked: string[];

let page: Page;
const PARTS = { worker: "", code: "the library", types: "" };

useParts(async (opened) => {
  page = opened;
  await page.route("**/editor.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.route("**/kernel.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: `fallLineKernel(${JSON.stringify(PARTS)})` }),
  );
});

const CELLS = { a: "A", b: "B", c: "fails", d: "holds" };
const SPECIFICATION = "application/vnd.fall-line+json";
const question = (id: string, hides?: string) => ({ kind: "card-none", id, hides });

/** A page with a lesson of four cells, one above another, each of a screen's height. */
async function open({
  built = [],
  before = () => undefined,
}: { built?: readonly object[]; before?: () => unknown } = {}): Promise<void> {
  const cells = Object.entries(CELLS);
  await page.goto(page.url());
  await page.evaluate(`(${before.toString()})()`);
  const sections = cells.map(([id, text]) => `<section data-cell="${id}" style="margin-bottom: 900px"><pre class="code"><code>${text}</code></pre></section>`); // prettier-ignore
  const places = built.map((data) => `<div data-fall-line="${SPECIFICATION}"><script type="application/json">${JSON.stringify(data)}</script></div>`); // prettier-ignore
  const data = {
    lesson: "01-a",
    title: "A",
    notebook: {
      cells: cells.map(([id, source]) => ({ id, cell_type: "code", source, metadata: id === "b" ? {} : { title: `The cell ${id}` } })), // prettier-ignore
    },
    formerNames: { "old/zero": "momentum/zero" },
    kernelSize: 100,
  };
  const html = `<script type="application/json" id="fall-line-lesson">${JSON.stringify(data)}</script><main>${sections.join("")}${places.join("")}</main>`;
  await page.evaluate(async (body) => {
    document.body.innerHTML = body;
    await parts.loadWorkbook();
  }, html);
}

const cell = (id: string) => page.locator(`section[data-cell="${id}"]`);
const bar = (button: string) =>
  page.locator(".work-bar").getByRole("button", { name: button, exact: true }).click();
const said = () => page.locator(".work-said").textContent();
const settled = (words: RegExp | string = "Ready") => expect.poll(said).toMatch(words);
/** What the kernel was asked since it was looked at last. */
const taken = () => page.evaluate(() => asked.splice(0));
const last = () => page.evaluate(() => asked.at(-1));
const kept = () => page.locator(".work-kept").textContent();
const code = (id: string) => cell(id).locator("pre.code");
/** How far a cell is from the middle of the window, in pixels. */
const fromMiddle = (id: string) =>
  cell(id).evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return Math.abs((top + bottom) / 2 - innerHeight / 2);
  });
const focused = () =>
  page.evaluate(() => document.activeElement!.closest<HTMLElement>("section")?.dataset["cell"]);
const write = async (id: string, text: string): Promise<void> => {
  await cell(id).locator("pre.code, .cm-content").first().click();
  await cell(id).locator(".cm-content").waitFor();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
};
const textOf = (id: string) => cell(id).locator("pre.code, .cm-content").first().textContent();

beforeEach(async () => {
  await page.evaluate(async () => {
    sessionStorage.clear();
    for (const name of ["fall-line-work", "fall-line-progress"])
      await new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onblocked = done;
      });
  });
});

describe("a lesson that is worked in", () => {
  test("has a bar with what can be done, and cells by their names", async () => {
    await open({ before: () => (document.documentElement.dataset["theme"] = "dark") });
    const buttons = page.locator(".work-buttons button");
    expect(await buttons.allTextContents()).toEqual(["Run above", "Run all", "Stop", "Restart", "My work"]);
    expect(await buttons.evaluateAll((all) => [0, 4].map((k) => all[k]!.getAttribute("title")))).toEqual([
      "Run all cells above the one you are in",
      "Download, restore, reset",
    ]);
    const names = await page.locator("pre.code").evaluateAll((all) => all.map((one) => one.ariaLabel!));
    expect(names.map((name) => name.split(".")[0])).toEqual(
      ["The cell a", "cell 2", "The cell c", "The cell d"].map((name) => `Code: ${name}`),
    );
    expect(await page.evaluate(() => document.body.dataset["jpThemeLight"])).toBe("false");

    await bar("Run above");
    expect(await taken()).toEqual([]);
    await code("a").focus();
    await page.keyboard.press("Shift+Enter");
    expect(await focused()).toBe("b");
    await settled();
    expect(await taken()).toEqual(["begun with the library", 'complete "" 0', "execute A"]);
    await page.keyboard.press("Control+Enter");
    await cell("b").getByText("ran B").waitFor();
    expect([await focused(), await taken()]).toEqual(["b", ["execute B"]]);
  });

  test("runs all cells, those above one, and one; stops what runs, shows what fails, and begins anew", async () => {
    await open();
    await bar("Run all");
    await settled(/^A cell above has failed/);
    expect(await taken()).toEqual(["begun with the library", 'complete "" 0', "execute A", "execute B", "execute fails"]); // prettier-ignore
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByRole("button", { name: "Show it" }).click();
    expect(await fromMiddle("c")).toBeLessThan(2);

    await code("d").focus();
    await code("c").focus();
    await bar("Run above");
    await settled();
    expect(await taken()).toEqual(["execute A", "execute B"]);

    await code("d").focus();
    await page.keyboard.press("Shift+Enter");
    await cell("d").getByText("ran holds").waitFor();
    expect(await focused()).toBe("d");
    await bar("Stop");
    await settled();
    expect(await taken()).toEqual(["execute holds", "interrupt"]);
    await bar("Restart");
    await settled(/^Begun anew/);
    expect(await taken()).toEqual(["restart"]);
  });

  test("says that variables are gone, and runs the cells above again", async () => {
    await open();
    const executed = async (): Promise<unknown> => {
      await cell("b").getByRole("button", { name: "Run", exact: true }).click();
      await settled();
      return page.evaluate(() => asked.splice(0).filter((one) => one.startsWith("execute")));
    };
    expect([await executed(), await executed()]).toEqual([["execute A", "execute B"], ["execute B"]]);
    const gone = "All variables are gone; when you run a cell, those above it are run first.";
    await bar("Restart");
    await settled(`Begun anew. ${gone}`);
    expect(await executed()).toEqual(["execute A", "execute B"]);
    await write("b", "breaks");
    await page.keyboard.press("Control+Enter");
    await settled(`The session has ended, as the cell says. ${gone}`);
    await write("b", "B");
    expect(await executed()).toEqual(["execute breaks", "execute A", "execute B"]);
  });

  test("gets its kernel when something is written, and keeps that before it is run", async () => {
    await open();
    await write("b", "na");
    await settled();
    expect(await page.evaluate(() => asked.slice(0, 2))).toEqual(["begun with the library", 'complete "" 0']);
    const wasAsked = (what: string) => page.evaluate((one) => asked.includes(one), what);
    await page.keyboard.press("Control+Space");
    await expect.poll(() => wasAsked('complete "A\\n;na" 5')).toBe(true);
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => wasAsked('inspect "A\\n;na" 5')).toBe(true);
    await expect.poll(kept).toBe("Kept in this browser");

    await page.evaluate(() => {
      const own = window.setTimeout.bind(window);
      // The pause after the last letter has no end.
      const other = (work: () => void, time?: number) => (time === 400 ? 0 : own(work, time));
      Object.assign(window, { setTimeout: other });
    });
    await page.keyboard.insertText("!");
    expect(await kept()).toBe("");
    await page.keyboard.press("Control+Enter");
    await expect.poll(kept).toBe("Kept in this browser");
    await page.keyboard.insertText("?");
    await bar("My work");
    await page.getByRole("button", { name: "Download my work" }).click();
    await expect.poll(kept).toBe("Kept in this browser");

    await open();
    await expect.poll(() => textOf("b")).toBe("na!?");
    await write("c", "too");
    await cell("b").getByRole("button", { name: "Reset this cell" }).click();
    await expect.poll(() => textOf("b")).toBe("B");
    expect(await textOf("c")).toBe("too");
    await bar("My work");
    await page.getByRole("button", { name: "Reset this lesson" }).click();
    await expect.poll(() => textOf("c")).toBe("fails");
  });

  test("says which cell ran when it broke down, and warns where nothing is kept", async () => {
    await open({
      before: () => {
        parts.noteRunning("b");
        IDBFactory.prototype.open = () => {
          throw new DOMException("forbidden", "SecurityError");
        };
      },
    });
    expect(await said()).toBe(
      "The page broke down while a cell ran; it may have wanted more memory than there is. What you wrote and answered is kept. Show it",
    );
    await page.evaluate(() => scrollTo(0, 9999));
    await page.getByRole("button", { name: "Show it" }).click();
    expect(await fromMiddle("b")).toBeLessThan(2);
    const reason = "the browser's storage refuses: forbidden";
    await expect
      .poll(() => page.locator(".work-warnings p").allTextContents())
      .toEqual([
        `This browser does not keep your work: ${reason}. What you write here is lost when the page is closed, so download it before (My work).`,
      ]);
  });
});

declare const Application: () => { shell: { widgets(): Panel[] } };

interface Panel {
  readonly node: HTMLElement;
  readonly content: {
    readonly rendermime: {
      preferredMimeType(bundle: object): string;
      createModel(of: { data: object }): unknown;
      createRenderer(): { node: HTMLElement; renderModel(model: unknown): Promise<void>; dispose(): void };
    };
    readonly model: { readonly cells: readonly { readonly outputs: { length: number; get(k: number): { data: object } } }[] }; // prettier-ignore
  };
  readonly sessionContext: { readonly session: { readonly kernel: { createComm(target: string): { onMsg: (message: { content: { data: unknown } }) => void; open(data: unknown): { done: Promise<void> } } } } }; // prettier-ignore
}

describe("the cards of a page", () => {
  /** What is answered to something that a card says. */
  const tell = (message: object): Promise<unknown> =>
    page.evaluate(async (data) => {
      const [panel] = Application().shell.widgets();
      const comm = panel!.sessionContext.session.kernel.createComm("fall-line.exercises");
      return new Promise((answered) => {
        comm.onMsg = ({ content }) => answered(content.data);
        void comm.open(data).done;
      });
    }, message);
  const openWithCards = async (more?: Parameters<typeof open>[0]): Promise<void> => {
    await open(more);
    await page.evaluate(() => {
      const key = Symbol.for("fall-line.application");
      Object.assign(window, { Application: () => (window as unknown as Record<symbol, object>)[key] });
    });
  };
  const RIGHT = {
    type: "record",
    event: { id: "old/zero", event: "attempt", outcome: "right", right: true },
  };

  test("keep with it what happens with them, and draw in it what they reveal", async () => {
    const built = [
      question("momentum/truth"),
      question("momentum/constant", "outcome"),
      question("momentum/zero", "outcome"),
    ];
    await openWithCards({ built });
    const opened = () => page.evaluate(() => document.documentElement.dataset["fallLineOpen"]);
    expect(await opened()).toBe("2");
    const stored = await page.evaluate((mime) => {
      const { outputs } = Application().shell.widgets()[0]!.content.model.cells[0]!;
      return [outputs.length, (outputs.get(1).data as Record<string, object>)[mime]];
    }, SPECIFICATION);
    expect(stored).toEqual([2, built[2]]);

    const status = { type: "status", id: "momentum/zero" };
    expect(await tell(status)).toMatchObject({ status: { state: "new" } });
    await bar("Run all");
    await settled(/failed/);
    expect(await tell(RIGHT)).toMatchObject({ status: { id: "momentum/zero", state: "done" } });
    const [line] = await page.evaluate(() => new parts.DatabaseProgress().read());
    expect(JSON.parse(line!)).toMatchObject({ lesson: "momentum", exercise: "zero", library: "1.2.3" });
    expect(await last()).toBe(`progress ${line}`);

    const drawn = await page.evaluate(async (mime) => {
      const { node, content } = Application().shell.widgets()[0]!;
      const { rendermime } = content;
      const renderer = rendermime.createRenderer();
      document.body.append(renderer.node);
      const shows: string[] = [];
      for (const data of [
        { "text/plain": "p" },
        { "text/html": "<b>h</b>", "text/plain": "p" },
        { [mime]: {} },
      ]) {
        await renderer.renderModel(rendermime.createModel({ data }));
        shows.push(`${rendermime.preferredMimeType(data)}: ${renderer.node.innerHTML.slice(0, 34)}`);
      }
      renderer.dispose();
      return [node === document.documentElement, ...shows, renderer.node.innerHTML];
    }, SPECIFICATION);
    expect(drawn).toEqual([
      true,
      'text/plain: <pre class="terminal result" tabin',
      'text/html: <div class="wide"><b>h</b></div>',
      `${SPECIFICATION}: <div class="live" data-fall-line="`,
      "",
    ]);

    await page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("", "QuotaExceededError");
      };
    });
    const message = "the browser's storage for this site is full";
    expect(await tell(RIGHT)).toEqual({ type: "failed", message });

    await openWithCards({ built });
    expect(await tell(status)).toMatchObject({ status: { state: "done" } });
    await expect.poll(opened).toBe("1");
  });
});
