import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { descend, explore, gradientDescent, momentum, ravine, rmsprop, saddle, type Rule } from "fall-line";
import type { Output } from "../../src/rendering/executed.ts";
import { firstUnlessLong, isLong } from "../long.ts";
import { picture, type Watched } from "./harness/browser.ts";
import { sharedJupyter } from "./harness/jupyter.ts";
import { chooseTheme, code, goWithoutKernel, NO_KERNEL, notebook, specified } from "./harness/notebook.ts";
import { runText } from "./harness/pages.ts";
import { sharedPage } from "./harness/shared.ts";
import { useStand } from "./harness/stand.ts";

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

const viewport = { width: 1400, height: 1100 };
const { show } = useStand({ viewport });

async function inJupyter(): Promise<Watched> {
  const jupyter = await sharedJupyter();
  const cells = [code("explore(...)", [specified(made.specification!)])];
  jupyter.write("explorer.ipynb", notebook(cells, NO_KERNEL));
  const watched = await sharedPage({ viewport });
  await watched.page.goto(jupyter.url("lab/tree/explorer.ipynb"));
  await goWithoutKernel(watched.page);
  return watched;
}

/** What makes dark is each page's own. */
const PLACES = [
  {
    where: "a page",
    open: (): Promise<Watched> => show(made.specification),
    darken: (): Promise<unknown> => page.evaluate(() => (document.body.dataset["jpThemeLight"] = "false")),
  },
  {
    where: "JupyterLab",
    open: inJupyter,
    darken: async (): Promise<void> => {
      await chooseTheme(page, "Dark");
      await page.reload();
      await explorer.waitFor();
      await expect.poll(shown).toEqual(computed(40));
    },
  },
];

type Printed = Extract<Output, { output_type: "stream" }>;
type Drawn = Extract<Output, { output_type: "display_data" | "execute_result" }>;

/** The loss of each rule that is on the map, with all its digits, in the order of the rules. */
function shown(): Promise<number[]> {
  return explorer.locator(".standing").evaluateAll((all) =>
    (all as HTMLElement[])
      .sort((a, b) => Number(a.dataset["place"]) - Number(b.dataset["place"]))
      .flatMap((one) => [...one.querySelectorAll<HTMLDataElement>(".loss")])
      .map(({ value }) => Number(value)),
  );
}

/** The same numbers, computed here. */
function computed(
  t: number,
  start = [-8, 1.5],
  changed: Record<string, Record<string, number>> = {},
): number[] {
  return rules.map(([rule, hyper]) => {
    const options = { start, steps: 40, hyper: { ...hyper, ...changed[rule.id] } };
    return descend(ravine, rule, options).at(t).loss;
  });
}

const reset = (): Promise<void> => explorer.getByRole("button", { name: "reset" }).click();
const stepField = (): Locator => explorer.getByLabel("step", { exact: true });

const start = (): Promise<number[]> =>
  explorer
    .locator(".start")
    .evaluate((handle) => handle.getAttribute("aria-valuetext")!.split(", ").map(Number));

/** What "copy as TypeScript" copies. */
async function typescript(): Promise<string> {
  const menu = explorer.locator(".share");
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Copy as TypeScript" }).click();
  const line = await menu.getByLabel("what was copied").inputValue();
  await page.keyboard.press("Escape");
  return line;
}

describe.each(firstUnlessLong(PLACES))(
  "the explorer in $where, without a kernel",
  ({ where, open, darken }) => {
    beforeAll(async () => {
      ({ page, errors, abroad } = await open());
      explorer = page.locator(".fall-line-explorer");
      await explorer.waitFor();
    });

    test("shows the numbers that the library computes", async () => {
      expect(await shown()).toEqual(computed(40));
      expect(await explorer.locator(".map .path").count()).toBe(3);
      await picture(page, `explorer-light-${where}`);
    });

    // `explorer-play`, `explorer-frame` and the tests of its parts have these.
    if (isLong) {
      test("shows the numbers that the real kernel computes, and gives it a line that makes the same explorer", async () => {
        const steps = [1, 2, 17, 40];
        const source = `import { descend, gradientDescent, momentum, ravine, rmsprop } from "fall-line";
      const racers = [[gradientDescent, { lambda: 0.3 }], [momentum, { lambda: 0.1, alpha: 0.9 }], [rmsprop, { lambda: 0.2 }]] as const;
      const traces = racers.map(([rule, hyper]) => descend(ravine, rule as any, { start: [-8, 1.5], steps: 40, hyper }));
      console.log(JSON.stringify(${JSON.stringify(steps)}.map((t) => traces.map((trace) => trace.at(t).loss))));`;
        const line = await typescript();
        const { cells } = await runText("same", JSON.stringify(notebook([code(source), code(line)])));
        const [[printed], [drawn]] = cells.map(({ outputs }) => outputs) as [[Printed], [Drawn]];
        expect(drawn.data["application/vnd.fall-line+json"]).toEqual(made.specification);
        const said = JSON.parse(printed.text) as number[][];
        for (const [k, t] of steps.entries()) {
          await stepField().fill(String(t));
          for (const [row, loss] of (await shown()).entries())
            expect(Math.abs(loss / said[k]![row]! - 1), `${t} ${row}`).toBeLessThanOrEqual(1e-12);
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
        await stepField().fill("17");
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
        await explorer.getByRole("button", { name: "play" }).waitFor();
        const before = await step();
        await page.evaluate(async () => {
          for (let k = 0; k < 30; k++) await new Promise((drawn) => requestAnimationFrame(drawn));
        });
        expect(await step()).toBe(before);
      });

      test("follows the start as it is dragged, and as arrow keys move it", async () => {
        await explorer.focus();
        await page.keyboard.press("End");
        const handle = (await explorer.locator(".start").boundingBox())!;
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
        await reset();
        expect(await shown()).toEqual(computed(40));
        await explorer.getByRole("button", { name: "Momentum", exact: true }).click();
        const field = explorer.getByLabel("Momentum, alpha", { exact: true });
        await field.fill("0.5");
        await field.press("Enter");
        expect(await shown()).toEqual(computed(40, undefined, { momentum: { alpha: 0.5 } }));
        await field.fill("1.5");
        await field.press("Enter");
        expect(await explorer.locator(".slider .problem").allTextContents()).toContain(
          "α goes from 0 to below 1.",
        );
        expect(await shown()).toEqual(computed(40, undefined, { momentum: { alpha: 0.5 } }));
        await explorer.getByRole("button", { name: "Gradient descent" }).click();
        await explorer.getByLabel("Gradient descent, lambda, slider").fill("400");
        const rate = Number(
          await explorer.getByLabel("Gradient descent, lambda", { exact: true }).inputValue(),
        );
        expect(rate).toBeLessThan(0.3);
        expect(await shown()).toEqual(
          computed(40, undefined, { momentum: { alpha: 0.5 }, gd: { lambda: rate } }),
        );
      });

      test("switches rules off and on", async () => {
        await explorer.getByRole("button", { name: "RMSProp" }).click();
        await explorer.getByLabel("RMSProp on the map").uncheck();
        expect(await shown()).toHaveLength(2);
        expect(await explorer.locator(".map .path").count()).toBe(2);
        await explorer.getByLabel("RMSProp on the map").check();
        expect(await shown()).toHaveLength(3);
      });

      test("takes another surface or a formula of one's own", async () => {
        await reset();
        await explorer.getByLabel("surface").selectOption("saddle");
        const trace = descend(saddle, gradientDescent, { steps: 40, hyper: { lambda: 0.3 } });
        await stepField().fill("3");
        expect((await shown())[0]).toBe(trace.at(3).loss);
        await explorer.getByRole("button", { name: "write a formula of your own" }).click();
        await explorer.getByLabel("formula", { exact: true }).fill("x^2 + 3*y^2");
        const own = descend("x^2 + 3*y^2", gradientDescent, {
          start: [1, 0.01],
          steps: 40,
          hyper: { lambda: 0.3 },
        });
        expect((await shown())[0]).toBe(own.at(3).loss);
        await page.keyboard.press("Escape");
      });
    }

    test("gives its settings as a line of TypeScript", async () => {
      await reset();
      await explorer.getByRole("button", { name: "RMSProp" }).click();
      await explorer.getByLabel("RMSProp on the map").uncheck();
      expect(await typescript()).toBe(
        'import { display, explore, gradientDescent, momentum, ravine } from "fall-line"; ' +
          "display(explore({ objective: ravine, rules: [{ rule: gradientDescent, hyper: { lambda: 0.3 } }, " +
          "{ rule: momentum, hyper: { lambda: 0.1, alpha: 0.9 } }], start: [-8, 1.5], steps: 40 }));",
      );
      await explorer.getByLabel("RMSProp on the map").check();
    });

    test("is readable on a dark page, and made no error and no request abroad", async () => {
      await reset();
      await darken();
      const last = explorer
        .locator(".map .path")
        .filter({ has: page.locator("[stroke-dasharray='2 3.2']") })
        .locator(".line:not(.exit)");
      await expect
        .poll(() => last.evaluate((path) => getComputedStyle(path).stroke))
        .toBe("rgb(242, 242, 242)");
      await picture(page, `explorer-dark-${where}`);
      expect(errors).toEqual([]);
      expect(abroad).toEqual([]);
    });
  },
);
