import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstUnlessLong, isLong } from "../long.ts";
import { ours, picture } from "./harness/browser.ts";
import { type Jupyter, sharedJupyter } from "./harness/jupyter.ts";
import { code, command, goWithoutKernel, NO_KERNEL, notebook, text } from "./harness/notebook.ts";
import { sharedPage } from "./harness/shared.ts";

const LESSON = "03-momentum.ipynb";
const ALL = "all.ipynb";
const ANSWER = "03-momentum-exercise-2-your-answer";
/** What the student still has of the lesson: a question, what it needs, what it does not need, and an answer. */
const CELLS = [
  ...[
    "why-does-the-ball-crawl",
    "the-opening",
    "your-guess-how-far",
    "a-ball-on-the-parabola",
    "two-steps-worked",
  ],
  ...["your-guess-a-lasting-slope", "your-guess-flipping-slope", "exercise-2-your-answer"],
].map((id) => `03-momentum-${id}`);

interface Saved {
  cells: { id: string; source: string | string[]; metadata: { "fall-line"?: { kept?: string[] } } }[];
}

const notebooks = resolve(import.meta.dirname, "../../notebooks");
const original = JSON.parse(readFileSync(join(notebooks, LESSON), "utf8")) as Saved;

const textOf = (notebook: Saved, id: string): string =>
  [notebook.cells.find((cell) => cell.id === id)!.source].flat().join("");

let jupyter: Jupyter;
let page: Page;
let errors: string[];

beforeAll(async () => {
  jupyter = await sharedJupyter();
  const mine = structuredClone(original);
  mine.cells = mine.cells.filter(({ id }) => CELLS.includes(id));
  mine.cells.find(({ id }) => id === ANSWER)!.source = "// my own work";
  mine.cells.push({ ...mine.cells[0]!, id: "mine-alone", source: "# My notes" });
  jupyter.write(LESSON, mine);
  await jupyter.trust(LESSON);
  jupyter.write(
    ALL,
    notebook(["const one = 1;", "const two = one + 1;", "two + 1"].map((text) => code(text))),
  );
  ({ page, errors } = await sharedPage());
  await page.goto(jupyter.url(`lab/tree/${LESSON}`));
  await page.getByRole("heading", { name: "Why does the ball crawl?" }).waitFor();
});

afterAll(() => jupyter.stop());

const saved = (name = LESSON): Saved => JSON.parse(readFileSync(join(jupyter.folder, name), "utf8")) as Saved;

/** Chooses a cell by what it says, as a click does. */
async function choose(text: string): Promise<Locator> {
  const cell = page.locator(".jp-Cell", { hasText: text }).last();
  await cell.scrollIntoViewIfNeeded();
  await cell.click();
  await page.keyboard.press("Escape");
  return cell;
}

async function fromMenu(item: string): Promise<void> {
  await page.getByRole("menuitem", { name: "Lesson", exact: true }).click();
  await page.locator(".lm-Menu-item", { hasText: item }).click();
}

const save = (): Promise<void> => command(page, "docmanager:save");

describe("Reset This Cell", () => {
  test("puts the lesson's text in; the student's is kept in the file, comes back by undo and by a command", async () => {
    await choose("// my own work");
    await page.getByRole("menuitem", { name: "Lesson", exact: true }).click();
    await picture(page, "lesson-menu");
    await page.locator(".lm-Menu-item", { hasText: "Reset This Cell" }).click();
    const cell = page.locator(".jp-Cell.jp-mod-active");
    await expect.poll(() => cell.textContent()).toContain("your answer here");
    await picture(page, "lesson-reset");
    await save();
    await expect.poll(() => textOf(saved(), ANSWER)).toBe(textOf(original, ANSWER));
    const kept = saved().cells.find(({ id }) => id === ANSWER)!.metadata["fall-line"]!.kept;
    expect(kept).toEqual(["// my own work"]);

    await cell.locator(".cm-content").click();
    await page.keyboard.press("Control+z");
    await expect.poll(() => cell.textContent()).toContain("// my own work");
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => cell.textContent()).toContain("your answer here");
    await page.keyboard.press("Escape");
    await fromMenu("Bring Back My Text");
    await expect.poll(() => cell.textContent()).toContain("// my own work");
    await save();
    await expect.poll(() => textOf(saved(), ANSWER)).toBe("// my own work");
  });

  test("says so where a cell is the lesson's already, and is not to be had on a cell of one's own", async () => {
    await choose("const nineTenths =");
    await fromMenu("Reset This Cell");
    await page.getByText("This cell is as the lesson has it.").waitFor();
    await choose("My notes");
    await page.getByRole("menuitem", { name: "Lesson", exact: true }).click();
    const item = page.locator(".lm-Menu-item", { hasText: "Reset This Cell" });
    await item.waitFor();
    expect(await item.getAttribute("aria-disabled")).toBe("true");
    await page.keyboard.press("Escape");
  });

  test("stands in the menu of a cell and in the palette too", async () => {
    const cell = await choose("// my own work");
    await cell.locator(".jp-InputPrompt").click({ button: "right" });
    await page.locator(".lm-Menu-item", { hasText: "Reset This Cell" }).waitFor();
    await page.keyboard.press("Escape");
    await command(page, "apputils:activate-command-palette");
    await page.locator(".lm-CommandPalette input").fill("fresh copy");
    await page.locator(".lm-CommandPalette-item", { hasText: "Open a Fresh Copy of This Lesson" }).waitFor();
    await page.keyboard.press("Escape");
  });
});

describe("Open a Fresh Copy of This Lesson", () => {
  test("lays the lesson beside the student's, under a name that is free, and opens it", async () => {
    const before = readFileSync(join(jupyter.folder, LESSON), "utf8");
    const taken = "03-momentum-fresh.ipynb";
    jupyter.write(taken, original);
    const name = "03-momentum-fresh2.ipynb";
    await command(page, "fall-line:fresh-copy");
    await page.getByRole("tab", { name, exact: true }).waitFor();
    expect(saved(name).cells.map(({ id }) => id)).toEqual(original.cells.map(({ id }) => id));
    expect(textOf(saved(name), ANSWER)).toBe(textOf(original, ANSWER));
    await picture(page, "lesson-fresh-copy");
    expect(readFileSync(join(jupyter.folder, LESSON), "utf8")).toBe(before);
    expect(
      readdirSync(jupyter.folder)
        .filter((one) => one.startsWith("03"))
        .sort(),
    ).toEqual([taken, name, LESSON].sort());
  });
});

test("A newer version that was laid beside a lesson is told as one goes to the lesson, and opened from there", async () => {
  const newer = "03-momentum-new.ipynb";
  jupyter.write(newer, notebook([text("# Newer")], NO_KERNEL));
  await command(page, "docmanager:open", { path: LESSON });
  await page.getByText(`03-momentum has a newer version: ${newer}.`).waitFor();
  await picture(page, "newer-lesson");
  await page.getByRole("button", { name: "Open It" }).click();
  await page.getByRole("tab", { name: newer, exact: true }).waitFor();
  await goWithoutKernel(page);
});

describe("A card that is answered before its cell has run", () => {
  const numberOf = (id: string): Promise<unknown> =>
    page.evaluate((wanted) => {
      const { jupyterapp } = window as unknown as { jupyterapp: { shell: { currentWidget: { content: { widgets: { model: { id: string; executionCount: unknown } }[] } } } } }; // prettier-ignore
      return jupyterapp.shell.currentWidget.content.widgets.find(({ model }) => model.id === wanted)!.model.executionCount; // prettier-ignore
    }, id);

  test("brings its evidence: the cell is run, those that it needs first, and no others", async () => {
    await command(page, "docmanager:open", { path: LESSON });
    const card = page.locator('.fall-line-card[aria-label="A slope that flips"]:visible');
    await card.locator('[data-option="longer"]').click();
    await card.locator(".fall-line-evidence table").waitFor();
    expect(await card.locator(".fall-line-answer").textContent()).toContain("Its steps are longer");
    await picture(page, "card-brings-evidence");
    const ran = ["the-opening", "your-guess-flipping-slope"];
    for (const id of ran) expect(await numberOf(`03-momentum-${id}`)).toBeGreaterThan(0);
    expect(await numberOf("03-momentum-two-steps-worked")).toBeNull();
  });
});

describe("Run All", () => {
  const places = [
    [
      "JupyterLab",
      async () => {
        await command(page, "docmanager:open", { path: ALL });
        await page.locator(".lm-DockPanel-tabBar .lm-mod-current", { hasText: ALL }).waitFor();
      },
    ],
    ["Notebook", () => page.goto(jupyter.url(`notebooks/${ALL}`))],
  ] as const;

  test.each(firstUnlessLong(places))(
    "runs all in %s, pressed before there is a kernel, and asks for none",
    async (_, open) => {
      await open();
      await page.locator(".jp-Notebook:visible").waitFor();
      await page.getByRole("menuitem", { name: "Run", exact: true }).click();
      await page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click();
      const last = page.locator(".jp-CodeCell:visible").last();
      await expect.poll(() => last.locator(".jp-OutputArea").textContent()).toContain("3");
      expect(await page.locator(".jp-Dialog").count()).toBe(0);
    },
  );
});

describe("A kernel that the server has just stopped", () => {
  beforeAll(async () => {
    // The long suite has left JupyterLab for Notebook.
    if (isLong) await page.goto(jupyter.url(`lab/tree/${ALL}`));
    await page.locator(".jp-Notebook:visible").waitFor();
  });

  const sessions = async () =>
    (await (await fetch(jupyter.url("api/sessions"))).json()) as { path: string; kernel: { id: string } }[];
  const stopAll = async () => {
    for (const { kernel } of await sessions())
      await fetch(jupyter.url(`api/kernels/${kernel.id}`), { method: "DELETE" });
  };
  const runAll = async () => {
    await command(page, "notebook:run-all-cells");
    const last = page.locator(".jp-CodeCell:visible").last();
    await expect.poll(() => last.locator(".jp-OutputArea").textContent()).toContain("3");
  };

  test("is begun anew by the next cell, before the page knows of it; what is gone is said", async () => {
    await runAll();
    await command(page, "notebook:clear-all-cell-outputs");
    await stopAll();
    // It is gone again after some seconds, whether all cells have been run or not.
    const told = page.getByText("was started anew: the variables of cells that ran before are gone.");
    await Promise.all([told.waitFor().then(() => picture(page, "kernel-begun-anew")), runAll()]);
    expect((await sessions()).filter(({ path }) => path === ALL)).toHaveLength(1);
  });

  test("is not, but found again, where the page takes a kernel for dead that lives", async () => {
    await page.evaluate(() => {
      const { jupyterapp } = window as unknown as { jupyterapp: { shell: { currentWidget: { sessionContext: { session: { kernel: { handleShutdown(): void } } } } } } }; // prettier-ignore
      jupyterapp.shell.currentWidget.sessionContext.session.kernel.handleShutdown();
    });
    await page.locator(".jp-CodeCell:visible").last().click();
    await command(page, "notebook:run-cell");
    await expect.poll(() => page.locator(".jp-InputPrompt:visible").last().textContent()).toBe("[4]:");
    expect(await page.locator(".jp-OutputArea:visible").last().textContent()).toContain("3");
  });

  if (isLong)
    test("is begun anew once, where a list of kernels that was asked for before comes after", async () => {
      await command(page, "notebook:clear-all-cell-outputs");
      const isBegun = page.waitForEvent("websocket");
      const isAnswered = new Promise<void>((resolve) => {
        const late = async (route: Route): Promise<void> => {
          const response = await route.fetch();
          resolve();
          await isBegun;
          await route.fulfill({ response });
        };
        void page.route((url) => url.pathname.endsWith("/api/kernels"), late, { times: 1 });
      });
      await page.evaluate(() => {
        const { jupyterapp } = window as unknown as { jupyterapp: { serviceManager: { kernels: { refreshRunning(): Promise<void> } } } }; // prettier-ignore
        void jupyterapp.serviceManager.kernels.refreshRunning();
      });
      await isAnswered;
      await stopAll();
      await runAll();
      const numbers = page.locator(".jp-InputPrompt:visible");
      expect(await numbers.allTextContents()).toEqual(["[1]:", "[2]:", "[3]:"]);
    });
});

test("nothing of it goes wrong in the page", () => expect(ours(errors)).toEqual([]));
