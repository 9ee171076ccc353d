import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { beale, descend, explore, gradientDescent, momentum, nesterov, ravine, tune } from "fall-line";
import { useStand } from "./harness/stand.ts";

const { show } = useStand({ viewport: { width: 1180, height: 900 } });
let page: Page;
let figure: Locator;

const start = [-8, 1.5];
const of = (lambda: number, steps = 50): unknown =>
  explore({
    objective: ravine,
    rules: [
      { rule: gradientDescent, hyper: { lambda } },
      { rule: momentum, hyper: { lambda: 0.3 } },
      { rule: nesterov, hyper: { lambda: 0.3 } },
    ],
    start,
    steps,
  }).specification;

async function open(lambda: number): Promise<void> {
  ({ page, figure } = await show(of(lambda)));
}

const step = (): Promise<string | null> => figure.locator("output").textContent();
const words = (rule: string): Locator =>
  figure
    .locator(".standing")
    .filter({ has: page.getByText(rule, { exact: true }) })
    .locator(".words");
const choose = (rule: string): Promise<void> =>
  figure.getByRole("button", { name: rule, exact: true }).click();
const lossOf = (rule: string): Locator => words(rule).locator("+ .loss");
const goTo = (t: number): Promise<void> => figure.getByLabel("step", { exact: true }).fill(String(t));
const startNow = async (): Promise<number[]> =>
  (await figure.locator(".start").getAttribute("aria-valuetext"))!.split(", ").map(Number);

async function boxOf(selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await figure.locator(selector).boundingBox())!;
}

describe("the start", () => {
  test("goes 4 pixels by arrow key and 20 with Shift, and a double press brings it", async () => {
    await open(0.3);
    const map = await boxOf(".map");
    const place = async (): Promise<number> => (await boxOf(".start")).x;
    const first = await place();
    await figure.locator(".start").focus();
    await page.keyboard.press("ArrowRight");
    expect((await place()) - first).toBeCloseTo(4, 0);
    await page.keyboard.press("Shift+ArrowRight");
    expect((await place()) - first).toBeCloseTo(24, 0);
    const before = await startNow();
    await page.mouse.click(map.x + 300, map.y + 400);
    expect(await startNow()).toEqual(before);
    await page.mouse.dblclick(map.x + 300, map.y + 80);
    const handle = await boxOf(".start");
    expect(handle.x + handle.width / 2 - map.x).toBeCloseTo(300, 0);
    expect(handle.y + handle.height / 2 - map.y).toBeCloseTo(80, 0);
  });

  test("is told to all rules while it is dragged", async () => {
    await open(0.3);
    await goTo(3);
    const { x, y, width, height } = await boxOf(".start");
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 140, y + 90, { steps: 5 });
    const dragged = await startNow();
    const trace = descend(ravine, momentum, { start: dragged, steps: 50, hyper: { lambda: 0.3 } });
    await expect.poll(() => lossOf("Momentum").getAttribute("value")).toBe(String(trace.at(3).loss));
    await page.mouse.up();
  });

  test("changes nothing but map, curve and panel while it is dragged, so that the page is not laid out", async () => {
    ({ page, figure } = await show(
      explore({ objective: beale, rules: [gradientDescent, momentum], start: [1, 1], steps: 50, tuned: true })
        .specification,
    ));
    const { x, y, width, height } = await boxOf(".start");
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await figure.evaluate((root) => {
      const changed: string[] = [];
      Object.assign(globalThis, { changed });
      const place = (node: Node): Element => (node instanceof Element ? node : node.parentElement!);
      const parts = ".map, .curve, .readout, .unseen";
      new MutationObserver((records) => {
        for (const { target } of records)
          changed.push(place(target).closest(parts)?.classList[0] ?? place(target).outerHTML);
      }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    const shown = await lossOf("Momentum").textContent();
    await page.mouse.move(x + 140, y + 90, { steps: 5 });
    await expect.poll(() => lossOf("Momentum").textContent()).not.toBe(shown);
    const changed = (): Promise<string[]> =>
      page.evaluate(() => [...new Set((globalThis as unknown as { changed: string[] }).changed)]);
    await expect.poll(changed).toEqual(expect.arrayContaining(["map", "curve", "readout"]));
    expect((await changed()).filter((part) => part !== "unseen").sort()).toEqual(["curve", "map", "readout"]);
    await page.mouse.up();
  });
});

describe("the steps", () => {
  test("follow buttons, keys, and a press or drag anywhere on the curve", async () => {
    await open(0.3);
    expect(await step()).toBe("step 50 of 50");
    await figure.getByRole("button", { name: "to the start" }).click();
    await figure.getByRole("button", { name: "one step forward" }).click();
    await page.keyboard.press("Shift+ArrowRight");
    expect(await step()).toBe("step 11 of 50");
    await page.keyboard.press("Home");
    expect(await step()).toBe("step 0 of 50");
    const { x, y, width, height } = await boxOf(".knob");
    const at = (t: number): number => x + 10 + ((width - 20) * t) / 50;
    await page.mouse.click(at(20), y - 40);
    expect(await step()).toBe("step 20 of 50");
    await page.mouse.move(at(20), y - 40);
    await page.mouse.down();
    await page.mouse.move(at(31), y - 30, { steps: 4 });
    await page.mouse.up();
    expect(await step()).toBe("step 31 of 50");
    await page.mouse.click(at(40), y + height / 2);
    expect(await step()).toBe("step 40 of 50");
    await page.keyboard.press("ArrowLeft");
    expect(await step()).toBe("step 39 of 50");
  });

  test("are played from the start again when they are at the end, and pause at a touch of any step", async () => {
    await open(0.3);
    // So many that they do not come to their end while the test looks.
    const steps = figure.getByLabel("number of steps");
    await steps.fill("2000");
    await steps.press("Enter");
    await figure.getByRole("button", { name: "to the end" }).click();
    await figure.getByRole("button", { name: "play" }).click();
    await expect.poll(step).toMatch(/^step \d{1,3} of 2000$/);
    await figure.getByRole("button", { name: "one step back" }).click();
    const paused = await step();
    await figure.getByRole("button", { name: "play" }).waitFor();
    expect(await step()).toBe(paused);
  });

  test("are told in words that never run ahead", async () => {
    await open(0.3);
    const trace = descend(ravine, momentum, { start, steps: 50, hyper: { lambda: 0.3 } });
    await goTo(4);
    const away = Math.hypot(...trace.at(4).w).toPrecision(3);
    expect(await words("Momentum").textContent()).toBe(`${away} from the minimum`);
    expect(await lossOf("Momentum").textContent()).toBe(trace.at(4).loss.toPrecision(3));
    await goTo(50);
    expect(await words("Momentum").textContent()).toMatch(/within 0\.1 (from step \d+ on|at step)/);
  });
});

describe("a rule that runs away", () => {
  test("leaves the map with a word, flattens no curve, and finds a way back", async () => {
    await open(1.15);
    await goTo(14);
    expect(await words("Gradient descent").textContent()).toBe("left the map at step 1");
    expect(await figure.locator(".map-words .exit").textContent()).toBe("Gradient descent left at step 1");
    expect(await figure.getByText("off the chart").count()).toBe(1);
    expect(await figure.textContent()).not.toMatch(/NaN|Infinity|e\+/);
    const cure = figure.locator(".cure:visible");
    expect(await cure.locator("> div").textContent()).toBe(
      "This step is 1.3 times as long as the last. On this surface λ has to stay below 1 (2/h, with h = 2).",
    );
    await cure.getByRole("button", { name: "Set λ to 0.9" }).click();
    expect(await cure.count()).toBe(0);
    expect(await words("Gradient descent").textContent()).toMatch(/ from the minimum$/);
  });

  test("is told to stop where its numbers end", async () => {
    await open(1.15);
    const steps = figure.getByLabel("number of steps");
    await steps.fill("2000");
    await steps.press("Enter");
    await figure.getByRole("button", { name: "to the end" }).click();
    expect(await words("Gradient descent").textContent()).toMatch(
      /^left the map at step 1, stopped at step \d+$/,
    );
  });
});

describe("what is typed", () => {
  test("is explained where it is wrong, and the last good picture stays", async () => {
    await open(0.3);
    await goTo(6);
    const good = await words("Momentum").textContent();
    await choose("Momentum");
    const field = figure.getByLabel("Momentum, alpha", { exact: true });
    for (const [bad, said] of [
      ["abc", "“abc” is not a number. α goes from 0 to below 1."],
      ["1.5", "α goes from 0 to below 1."],
    ] as const) {
      await field.fill(bad);
      await field.press("Enter");
      expect(await figure.locator(".slider .problem:visible").textContent()).toBe(said);
    }
    await figure.getByRole("button", { name: "write a formula of your own" }).click();
    const formula = figure.getByLabel("formula", { exact: true });
    await formula.fill("x^2 + sinn(y)");
    const fault = figure.locator(".fault");
    expect(await fault.locator("> span").textContent()).toBe("There is no function sinn. Did you mean ");
    expect(await figure.locator(".marks u").textContent()).toBe("sinn");
    expect(await fault.textContent()).toContain("The map still shows the last good one. Bring it back");
    expect(await words("Momentum").textContent()).toBe(good);
    await fault.getByRole("button", { name: "sin", exact: true }).click();
    expect(await formula.inputValue()).toBe("x^2 + sin(y)");
    expect(await fault.isVisible()).toBe(false);
    await formula.fill("x^2");
    expect(await fault.textContent()).toContain("The map has two axes");
  });

  test("is undone as a whole by reset, and reset by undo", async () => {
    await open(0.3);
    await figure.locator(".start").focus();
    await page.keyboard.press("Shift+ArrowRight");
    const moved = await startNow();
    await figure.getByRole("button", { name: "reset" }).click();
    expect(await startNow()).toEqual(start);
    await figure.getByRole("button", { name: "Undo" }).click();
    expect(await startNow()).toEqual(moved);
    expect(await figure.getByRole("button", { name: "Undo" }).isVisible()).toBe(false);
  });
});

test("a rule of the library joins the others, and a press on a path chooses its rule", async () => {
  await open(0.3);
  await figure.getByLabel("add a rule").selectOption("rmsprop");
  const chosen = figure.locator(".chip.chosen");
  expect(await chosen.textContent()).toBe("RMSProp");
  expect(await figure.locator(".map .path").count()).toBe(4);
  await figure.locator(".targets .target").first().dispatchEvent("click");
  expect(await chosen.textContent()).toBe("Gradient descent");
});

test("a long number is shown short, and nothing of it is lost", async () => {
  await open(0.6557377049180328);
  const rate = figure.getByLabel("Gradient descent, lambda", { exact: true });
  const slider = figure.getByLabel("Gradient descent, lambda, slider");
  const exact = "0.6557377049180328";
  expect(await slider.getAttribute("aria-valuetext")).toBe("0.655738");
  expect(await rate.inputValue()).toBe("0.655738");
  await rate.focus();
  expect(await rate.inputValue()).toBe(exact);
  await rate.press("Enter");
  await rate.press("Tab");
  expect(await rate.inputValue()).toBe("0.655738");
  await rate.focus();
  expect(await rate.inputValue()).toBe(exact);
});

test("a link brings another page to the same settings", async () => {
  await open(0.3);
  await choose("Momentum");
  await figure.getByLabel("Momentum, alpha", { exact: true }).fill("0.5");
  await figure.getByLabel("Momentum, alpha", { exact: true }).press("Enter");
  await figure.locator(".share summary").click();
  await figure.getByRole("button", { name: "Copy link" }).click();
  const link = await figure.getByLabel("what was copied").inputValue();
  await show(of(0.3), { at: link });
  await choose("Momentum");
  expect(await figure.getByLabel("Momentum, alpha", { exact: true }).inputValue()).toBe("0.5");
  await figure.getByRole("button", { name: "reset" }).click();
  await choose("Momentum");
  expect(await figure.getByLabel("Momentum, alpha", { exact: true }).inputValue()).toBe("0.9");
});

test("the map is kept as a picture", async () => {
  await open(0.3);
  await figure.locator(".share summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: "Save picture" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("ravine.png");
  await figure.getByText("Saved.").waitFor();
});

/** How long each frame of a GIF is shown, in hundredths of a second: its blocks are passed one after the other. */
function delaysOf(gif: Buffer): number[] {
  const delays: number[] = [];
  const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(gif[10]!);
  while (gif[at] !== 0x3b) {
    const isImage = gif[at] === 0x2c;
    if (!isImage && gif[at + 1] === 0xf9) delays.push(gif.readUInt16LE(at + 4));
    at += isImage ? 11 + colours(gif[at + 9]!) : 2;
    while (gif[at] !== 0) at += 1 + gif[at]!;
    at += 1;
  }
  return delays;
}

test("the map is kept as a film of six seconds, and what it shows in words", async () => {
  ({ page, figure } = await show(of(0.3, 12)));
  await figure.getByLabel("step", { exact: true }).fill("4");
  await figure.locator(".share summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: "Save film" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("ravine.gif");
  const bytes = Buffer.concat((await (await download.createReadStream()).toArray()) as Buffer[]);
  expect(bytes.length).toBeLessThan(3e6);
  const steps = Number((await figure.locator("output").textContent())!.match(/of (\d+)/)![1]);
  const delays = delaysOf(bytes);
  expect([delays.length, delays.reduce((sum, delay) => sum + delay, 0)]).toEqual([steps + 1, 600]);
  expect(await figure.getByLabel("what it shows, in words").inputValue()).toMatch(
    new RegExp(`^Map of ravine, step ${steps}\\. `),
  );
});

describe("a race of all", () => {
  test("searches the rates again on the surface that is chosen, until they are to stay as they are", async () => {
    const race = explore({
      objective: beale,
      rules: [gradientDescent],
      start: [1, 1],
      steps: 30,
      tuned: true,
    });
    ({ page, figure } = await show(race.specification));
    const loss = (): Promise<number> =>
      figure.locator(".standing .loss").evaluate((shown) => Number((shown as HTMLDataElement).value));
    const best = tune(ravine, gradientDescent, { steps: 30 });
    await figure.getByLabel("surface", { exact: true }).selectOption("ravine");
    await expect.poll(loss).toBe(best.loss);
    await figure.getByLabel("rates of the rules").selectOption("rates as set");
    await figure.getByLabel("number of steps").fill("10");
    await figure.getByLabel("number of steps").press("Enter");
    const same = descend(ravine, gradientDescent, { steps: 10, hyper: { lambda: best.rate } });
    await expect.poll(loss).toBe(same.end.loss);
  });
});
