import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { descend, explore, gradientDescent, momentum, ravine, rmsprop, saddle, type Rule } from "fall-line";
import { formatNumber } from "../../src/math/tex.ts";
import { launchBrowser, openPage, picture } from "./harness/browser.ts";
import { type Jupyter, startJupyter } from "./harness/jupyter.ts";
import { code, command, goWithoutKernel, NO_KERNEL, notebook, specified } from "./harness/notebook.ts";

let jupyter: Jupyter;
let browser: Browser;
let page: Page;
let explorer: Locator;
let errors: string[];
let abroad: string[];

const rules: [Rule, Record<string, number>][] = [
  [gradientDescent, { lambda: 0.3 }],
  [momentum, { lambda: 0.1, alpha: 0.9 }],
  [rmsprop, { lambda: 0.2 }],
];
const made = explore({
  objective: ravine,
  rules: rules.map(([rule, hyper]) => ({ rule, hyper })),
  start: [-8, 1.5],
  steps: 40,
});

beforeAll(async () => {
  [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  jupyter.write(
    "explorer.ipynb",
    notebook([code("explore(...)", [specified(made.specification!)])], NO_KERNEL),
  );
  ({ page, errors, abroad } = await openPage(browser, { viewport: { width: 1400, height: 1100 } }));
  await page.goto(jupyter.url("lab/tree/explorer.ipynb"));
  await goWithoutKernel(page);
  explorer = page.locator(".fall-line-explorer");
  await explorer.waitFor();
});

afterAll(async () => {
  await browser.close();
  await jupyter.stop();
});

/** The losses that the map's words say, one of each rule. */
async function shown(): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const words = (await explorer.locator(".map").getAttribute("aria-label"))!;
  return [...words.matchAll(/ loss (\S+?)[;.](?= |$)/g)].map(([, loss]) => loss!);
}

/** The same numbers, computed here. */
function computed(
  t: number,
  start = [-8, 1.5],
  changed: Record<string, Record<string, number>> = {},
): string[] {
  return rules.map(([rule, hyper]) => {
    const trace = descend(ravine, rule, { start, steps: 40, hyper: { ...hyper, ...changed[rule.id] } });
    return formatNumber(trace.at(t).loss);
  });
}

const start = (): Promise<number[]> =>
  explorer
    .locator(".start")
    .evaluate((handle) => handle.getAttribute("aria-valuetext")!.split(", ").map(Number));

describe("the explorer, without a kernel", () => {
  test("shows the numbers that the library computes", async () => {
    expect(await shown()).toEqual(computed(40));
    expect(await explorer.locator(".map .path").count()).toBe(3);
    await picture(page, "explorer-light");
  });

  test("shows the numbers that the real kernel computes, and gives it a line that makes the same explorer", async () => {
    const steps = [1, 2, 17, 40];
    const source = `import { descend, gradientDescent, momentum, ravine, rmsprop } from "fall-line";
      const racers = [[gradientDescent, { lambda: 0.3 }], [momentum, { lambda: 0.1, alpha: 0.9 }], [rmsprop, { lambda: 0.2 }]] as const;
      const traces = racers.map(([rule, hyper]) => descend(ravine, rule as any, { start: [-8, 1.5], steps: 40, hyper }));
      console.log(JSON.stringify(${JSON.stringify(steps)}.map((t) => traces.map((trace) => trace.at(t).loss))));`;
    const line = await explorer.getByLabel("these settings as TypeScript").inputValue();
    jupyter.write("same.ipynb", notebook([code(source), code(line)]));
    const [printed, drawn] = await jupyter.run("same.ipynb");
    expect(drawn![0]!.data!["application/vnd.fall-line+json"]).toEqual(made.specification);
    const said = JSON.parse([printed![0]!.text!].flat().join("")) as number[][];
    for (const [k, t] of steps.entries()) {
      await explorer.getByLabel("step", { exact: true }).fill(String(t));
      expect(await shown()).toEqual(said[k]!.map(formatNumber));
    }
  });

  test("steps back and forward by buttons, keys and slider", async () => {
    await explorer.getByRole("button", { name: "one step back" }).click();
    expect(await shown()).toEqual(computed(39));
    await explorer.focus();
    await page.keyboard.press("Home");
    for (let k = 0; k < 3; k++) await page.keyboard.press("ArrowRight");
    expect(await shown()).toEqual(computed(3));
    await page.keyboard.press("ArrowLeft");
    expect(await shown()).toEqual(computed(2));
    expect(await explorer.locator("output").textContent()).toBe("step 2 of 40");
    await explorer.getByLabel("step", { exact: true }).fill("17");
    expect(await shown()).toEqual(computed(17));
  });

  test("plays and pauses by the space bar", async () => {
    await explorer.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    const step = async (): Promise<number> =>
      Number((await explorer.locator("output").textContent())!.split(" ")[1]);
    await expect.poll(step).toBeGreaterThan(2);
    await page.keyboard.press("Space");
    const before = await step();
    await page.waitForTimeout(400);
    expect(await step()).toBe(before);
  });

  test("follows the start as it is dragged, and as arrow keys move it", async () => {
    await explorer.focus();
    await page.keyboard.press("End");
    const handle = (await explorer.locator(".start .target").boundingBox())!;
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(0, 0, { steps: 3 });
    const [left, top] = await start();
    expect(left).toBeLessThan(-8);
    expect(left).toBeGreaterThan(-12);
    expect(top).toBeLessThan(3);
    await page.mouse.move(x + 120, y + 60, { steps: 8 });
    await page.mouse.up();
    const dragged = await start();
    expect(dragged[0]).toBeGreaterThan(-7);
    expect(dragged[1]).toBeLessThan(1.4);
    expect(await shown()).toEqual(computed(40, dragged));
    await explorer.locator(".start").focus();
    await page.keyboard.press("ArrowLeft");
    const moved = await start();
    expect(moved[0]).toBeLessThan(dragged[0]!);
    expect(await shown()).toEqual(computed(40, moved));
  });

  test("takes hyperparameters by slider and by field, and says in the field what is wrong with one", async () => {
    await explorer.getByRole("button", { name: "reset" }).click();
    expect(await shown()).toEqual(computed(40));
    const field = explorer.getByLabel("Momentum, alpha", { exact: true });
    await field.fill("0.5");
    await field.press("Enter");
    expect(await shown()).toEqual(computed(40, undefined, { momentum: { alpha: 0.5 } }));
    await field.fill("1.5");
    await field.press("Enter");
    expect(await explorer.locator(".number .problem").allTextContents()).toContain(
      "alpha must be in [0, 1), got 1.5",
    );
    expect(await shown()).toEqual(computed(40, undefined, { momentum: { alpha: 0.5 } }));
    await explorer.getByLabel("Gradient descent, lambda, slider").fill("80");
    const rate = Number(await explorer.getByLabel("Gradient descent, lambda", { exact: true }).inputValue());
    expect(rate).toBeLessThan(0.3);
    expect(await shown()).toEqual(
      computed(40, undefined, { momentum: { alpha: 0.5 }, gd: { lambda: rate } }),
    );
  });

  test("switches rules off and on", async () => {
    await explorer.getByLabel("RMSProp takes part").uncheck();
    expect(await shown()).toHaveLength(2);
    expect(await explorer.locator(".map .path").count()).toBe(2);
    await explorer.getByLabel("RMSProp takes part").check();
    expect(await shown()).toHaveLength(3);
  });

  test("takes another surface or a formula of one's own; a bad one is explained and the picture stays", async () => {
    await explorer.getByRole("button", { name: "reset" }).click();
    await explorer.getByLabel("surface").selectOption("saddle");
    const trace = descend(saddle, gradientDescent, { steps: 40, hyper: { lambda: 0.3 } });
    const numbers = await shown();
    expect(numbers[0]).toBe(formatNumber(trace.end.loss));
    const field = explorer.getByLabel("formula");
    for (const [bad, word] of [
      ["x^2 + ", "x^2"],
      ["x^2", "two variables"],
      ['x.constructor("alert(1)") + y', "constructor"],
    ] as const) {
      await field.fill(bad);
      expect(await explorer.locator("pre.problem").textContent()).toContain(word);
      expect(await shown()).toEqual(numbers);
    }
    await explorer.getByLabel("surface").selectOption("bowl");
    expect(await explorer.locator("pre.problem").textContent()).toBe("");
    await field.fill("x^2 + 3*y^2");
    expect(await explorer.locator("pre.problem").textContent()).toBe("");
    expect(await shown()).not.toEqual(numbers);
  });

  test("gives its settings as a line of TypeScript", async () => {
    await explorer.getByRole("button", { name: "reset" }).click();
    await explorer.getByLabel("RMSProp takes part").uncheck();
    expect(await explorer.getByLabel("these settings as TypeScript").inputValue()).toBe(
      'import { display, explore, gradientDescent, momentum, ravine } from "fall-line"; ' +
        "display(explore({ objective: ravine, rules: [{ rule: gradientDescent, hyper: { lambda: 0.3 } }, " +
        "{ rule: momentum, hyper: { lambda: 0.1, alpha: 0.9 } }], start: [-8, 1.5], steps: 40 }));",
    );
    await explorer.getByLabel("RMSProp takes part").check();
  });

  test("is readable on a dark page, begins anew when that is loaded again, and made no error and no request abroad", async () => {
    await explorer.getByRole("button", { name: "reset" }).click();
    await explorer.getByLabel("step", { exact: true }).fill("6");
    await command(page, "apputils:change-theme", { theme: "JupyterLab Dark" });
    const last = explorer.locator(".map .path").last().locator("path").first();
    await expect
      .poll(() => last.evaluate((path) => getComputedStyle(path).stroke))
      .toBe("rgb(242, 242, 242)");
    await picture(page, "explorer-dark");
    await page.reload();
    await explorer.waitFor();
    await expect.poll(shown).toEqual(computed(40));
    expect(errors).toEqual([]);
    expect(abroad).toEqual([]);
  });
});
