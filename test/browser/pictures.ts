/**
 * Pictures of the explorer, cards, worked steps and all figures as they are built, for people to look at: `npm run pictures`, after
 * `npm run build`; `npm run pictures -- 760 race` takes some of them, and `npm run pictures -- readme` makes those that README shows.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { explore, gradientDescent, momentum, nesterov, ravine } from "../../src/index.ts";
import { takeFigures } from "../pictures/figures.ts";
import { takeReadme } from "../pictures/readme.ts";
import { cardScenes } from "../pictures/scenes-cards.ts";
import { launchBrowser } from "./harness/browser.ts";
import { openStand, type Stand, type StandOptions } from "./harness/stand.ts";

const folder = resolve(import.meta.dirname, "../../.fall-line/pictures");

const three = explore({
  objective: ravine,
  rules: [
    { rule: gradientDescent, hyper: { lambda: 0.3 } },
    { rule: momentum, hyper: { lambda: 0.3 } },
    { rule: nesterov, hyper: { lambda: 0.3 } },
  ],
}).specification;

const two = (lambda: number): unknown =>
  explore({
    objective: ravine,
    rules: [
      { rule: gradientDescent, hyper: { lambda } },
      { rule: momentum, hyper: { lambda: 0.3 } },
    ],
  }).specification;

interface Scene {
  readonly name: string;
  readonly shown: unknown;
  readonly width: number;
  readonly act?: (stand: Stand) => Promise<void>;
}

const toStep =
  (step: number, chosen = "Nesterov momentum") =>
  async ({ figure }: Stand): Promise<void> => {
    await figure.getByRole("button", { name: chosen, exact: true }).click();
    await figure.getByLabel("step", { exact: true }).fill(String(step));
  };

const scenes: readonly Scene[] = [
  { name: "1180", shown: three, width: 1180, act: toStep(4) },
  {
    name: "1180-focus",
    shown: three,
    width: 1180,
    act: async (stand) => {
      await toStep(3)(stand);
      await stand.figure.getByRole("button", { name: "play" }).focus();
      await stand.page.keyboard.press("Tab");
      await stand.page.keyboard.press("Enter");
    },
  },
  { name: "760", shown: three, width: 760, act: toStep(4) },
  { name: "760-runaway", shown: two(1.15), width: 760, act: toStep(14, "Gradient descent") },
  {
    name: "760-formula",
    shown: two(0.3),
    width: 760,
    act: async (stand) => {
      await toStep(6, "Momentum")(stand);
      await stand.figure.getByRole("button", { name: "write a formula of your own" }).click();
      await stand.figure.getByLabel("formula", { exact: true }).fill("x^2 + sinn(y)");
    },
  },
  { name: "390", shown: three, width: 390, act: toStep(4) },
  {
    name: "390-dragging",
    shown: three,
    width: 390,
    act: async (stand) => {
      await toStep(30)(stand);
      const { x, y, width, height } = (await stand.figure.locator(".start").boundingBox())!;
      const finger = await stand.page.context().newCDPSession(stand.page);
      const [left, top] = [x + width / 2, y + height / 2];
      const touch = (type: "touchStart" | "touchMove", dx: number, dy: number): Promise<unknown> =>
        finger.send("Input.dispatchTouchEvent", { type, touchPoints: [{ x: left + dx, y: top + dy }] });
      await touch("touchStart", 0, 0);
      await touch("touchMove", 10, 10);
      await touch("touchMove", 48, 52);
    },
  },
  {
    name: "390-sheet",
    shown: three,
    width: 390,
    act: async (stand) => {
      await toStep(30)(stand);
      await stand.figure.getByRole("button", { name: "more settings" }).click();
    },
  },
  { name: "1600", shown: three, width: 1600, act: toStep(20, "Momentum") },
];

async function take(browser: Browser, { name, shown, width, act }: Scene, dark: boolean): Promise<void> {
  const isPhone = width < 640;
  const options: StandOptions = {
    dark,
    viewport: { width, height: isPhone ? 844 : 900 },
    padding: isPhone ? 0 : 16,
    hasTouch: isPhone,
    isMobile: isPhone,
    deviceScaleFactor: isPhone ? 2 : 1,
  };
  const stand = await openStand(browser, shown, options);
  // The type of the design's pictures, wherever they are made.
  await stand.page.addStyleTag({
    content:
      '.fall-line-explorer.fall-line-explorer { --sans: "Liberation Sans", Arial, "DejaVu Sans Condensed", sans-serif }',
  });
  await act?.(stand);
  await stand.page.evaluate(() => new Promise((done) => setTimeout(done, 250)));
  const path = join(folder, `explorer-${name}-${dark ? "dark" : "light"}.png`);
  await stand.page.screenshot({ path, fullPage: name !== "390-sheet" });
  if (stand.errors.length > 0) throw new Error(stand.errors.join("\n"));
  await stand.page.context().close();
  console.log(path);
}

mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const browser = await launchBrowser();
for (const scene of scenes)
  for (const dark of [false, true])
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(browser, scene, dark);
await takeFigures(browser, folder, wanted);
await cardScenes(browser, folder, wanted);
await takeReadme(browser, wanted);
await browser.close();
