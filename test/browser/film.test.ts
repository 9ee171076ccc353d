import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { adam, beale, descend, gradientDescent, landscape, momentum } from "fall-line";
import { faultsOf } from "./harness/axe.ts";
import { type SharedOptions, type Stand, useStand } from "./harness/stand.ts";
import { smallTargets } from "./harness/targets.ts";
import { onPaper } from "./harness/paper.ts";
import { isLong } from "../long.ts";

const { show } = useStand();
let stand: Stand;
let room: Locator;

const options = { start: [1, 1], steps: 50 };
const paths = [
  descend(beale, gradientDescent, options),
  descend(beale, momentum, options),
  descend(beale, adam, options),
];
const film = landscape(paths, { plays: true }).specification;

async function open(width: number, options: SharedOptions = {}): Promise<void> {
  stand = await show(film, { viewport: { width, height: 900 }, reducedMotion: "reduce", ...options });
  room = stand.page.locator(".fall-line-room");
}

/** How many points each path has, as the chart holds them. */
const drawn = (): Promise<number[]> =>
  room.locator(".fall-line-chart").evaluate((chart) => {
    const { data } = chart as unknown as { data: { mode?: string; x: unknown[] }[] };
    return data.filter(({ mode }) => mode === "lines+markers").map(({ x }) => x.length);
  });
const moment = async (): Promise<number> => Number((await room.locator("strong").textContent())!);
const press = (key: string): Promise<void> => stand.page.keyboard.press(key);

const WIDTHS = [1180, 760].flatMap((width) => [true, false].map((dark) => ({ width, dark })));

/** Wider than a phone it is tried by the long suite. */
if (isLong)
  test.each(WIDTHS)(
    "is without fault to axe-core at a width of $width, dark: $dark",
    async ({ width, dark }) => {
      await open(760, { dark });
      await stand.page.setViewportSize({ width, height: 900 });
      await expect.poll(() => room.evaluate((node) => node.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await faultsOf(stand.page, ".fall-line-room")).toEqual([]);
    },
  );

test("is on a dark phone without fault to axe-core, and all that a finger can press is 44 pixels high and wide", async () => {
  const viewport = { width: 390, height: 900 };
  const { page } = await show(film, {
    viewport,
    padding: 0,
    dark: true,
    hasTouch: true,
    isMobile: true,
  });
  expect(await faultsOf(page, ".fall-line-room")).toEqual([]);
  const bar = page.locator(".fall-line-room .fall-line-film");
  expect(await smallTargets(bar)).toEqual([]);
  const { x, width } = (await bar.boundingBox())!;
  for (const button of await bar.locator("button:visible").all()) {
    const box = (await button.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(x);
    expect(box.x + box.width).toBeLessThanOrEqual(x + width);
  }
});

test("has the keys of an explorer, wherever in it the focus is", async () => {
  await open(760);
  const [end, whole] = [await moment(), await drawn()];
  await room.locator(".fall-line-chart").focus();
  await press("Home");
  expect(await moment()).toBe(0);
  await expect.poll(drawn).toEqual(whole.map(() => 1));
  await press("ArrowRight");
  const one = await moment();
  expect(one).toBeGreaterThan(0);
  await press("Shift+ArrowRight");
  const eleven = await moment();
  expect(eleven).toBeGreaterThan(one + 5);
  await press("Shift+ArrowLeft");
  expect(await moment()).toBe(one);
  await room.getByRole("button", { name: "one step back" }).focus();
  await press("End");
  expect(await moment()).toBe(end);
  await expect.poll(drawn).toEqual(whole);
});

test("keys that come faster than moments are drawn end at the last of them, without an error", async () => {
  await open(760);
  await room.locator(".fall-line-chart").evaluate((chart) => {
    for (const key of ["Home", "End", "Home", "ArrowRight", "ArrowRight", "Home"])
      chart.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  await expect.poll(drawn).toEqual([1, 1, 1]);
  expect(await moment()).toBe(0);
});

test("Space plays from the start and pauses; the slider says which moment it is", async () => {
  await open(760);
  const last = await moment();
  await room.locator(".fall-line-chart").focus();
  await press(" ");
  await room.getByRole("button", { name: "pause" }).waitFor();
  await expect.poll(moment).toBeGreaterThan(0);
  await press(" ");
  await room.getByRole("button", { name: "play" }).waitFor();
  const slider = room.getByRole("slider");
  const [at, said] = [await moment(), await slider.getAttribute("aria-valuetext")];
  expect(said).toMatch(new RegExp(` ${at} of ${last}$`));
});

test("a figure that plays does so once, whole, and rests; it can be paused, and rests from the first where less motion is asked for", async () => {
  const path = descend(beale, momentum, { start: [1, 1], steps: 12, hyper: { lambda: 0.005 } });
  const opening = landscape(path, { plays: true }).specification;
  const { page } = await show(opening, { reducedMotion: "no-preference" });
  const bar = page.locator(".fall-line-film");
  await bar.getByRole("button", { name: "pause" }).waitFor();
  await bar.getByRole("button", { name: "play" }).waitFor();
  expect(await bar.locator("output").textContent()).toBe("step 12 of 12");
  const still = await show(opening, { reducedMotion: "reduce" });
  await still.page.locator(".fall-line-film").waitFor();
  expect(await still.page.getByRole("button", { name: "pause" }).count()).toBe(0);
  expect(await still.page.locator(".fall-line-film output").textContent()).toBe("step 12 of 12");
});

test("nothing eases where less motion is asked for: each moment is there at once", async () => {
  await open(760);
  await room.locator(".fall-line-chart").focus();
  await press("Home");
  await expect.poll(drawn).toEqual([1, 1, 1]);
  expect(await stand.page.evaluate(() => document.getAnimations().length)).toBe(0);
  const durations = await room
    .locator(".fall-line-film *")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).transitionDuration));
  expect(new Set(durations)).toEqual(new Set(["0s"]));
});

test("stays at its moment when it is drawn anew in another theme", async () => {
  await open(760);
  await room.locator(".fall-line-chart").focus();
  await press("Home");
  await expect.poll(drawn).toEqual([1, 1, 1]);
  await stand.page.evaluate(async () => {
    document.body.dataset.jpThemeLight = "false";
    for (let k = 0; k < 9; k++) await new Promise(requestAnimationFrame);
  });
  await room.locator(".fall-line-chart[data-theme=dark]").waitFor();
  await expect.poll(drawn).toEqual([1, 1, 1]);
});

test("on paper stands its picture, and nothing that plays it", async () => {
  await open(760);
  expect(await room.locator(".fall-line-film").isVisible()).toBe(true);
  expect(await onPaper(stand.page, ".fall-line-film")).toEqual({ pressed: [], read: "" });
});
