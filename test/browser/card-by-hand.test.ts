import { exercise, gradientDescent, momentum, ravine } from "fall-line/library";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { Card } from "../../src/exercises/card.ts";
import type { CardExercise } from "../../src/exercises/exercise.ts";
import { faultsOf } from "./harness/axe.ts";
import { onPaper } from "./harness/paper.ts";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

const about = { title: "T", prompt: "P?", hints: ["h"] as [string], because: "So it is." };

const lines = exercise.order({
  ...about,
  rule: momentum,
  wrong: { back: { line: "w = w - m", what: "the step goes back" } },
});

const start = [-8, 1.5];
const map = exercise.place({
  ...about,
  on: ravine,
  view: [
    [-9, 3],
    [-2, 3],
  ],
  known: [{ rule: gradientDescent, start, steps: 50, hyper: { lambda: 0.1 }, name: "plain descent" }],
  ball: { rule: momentum, start, steps: 50, hyper: { lambda: 0.1, alpha: 0.9 }, name: "the heavy ball" },
  asks: "x",
  at: "largest",
  within: 0.4,
  right: "it rolls past the bottom",
});

const curve = exercise.sketch({
  ...about,
  on: ravine,
  view: [0.001, 10],
  known: [{ rule: gradientDescent, start, steps: 50, hyper: { lambda: 0.1 }, name: "plain descent" }],
  ball: { rule: momentum, start, steps: 50, hyper: { lambda: 0.1, alpha: 0.9 }, name: "the heavy ball" },
  options: {
    falls: { text: "It falls.", reason: "R.", right: true, shape: [[0, 5], [50, 0.02]] }, // prettier-ignore
    stays: { text: "It stays.", reason: "S.", shape: [[0, 5], [50, 5]] }, // prettier-ignore
  },
});

async function drawn(one: CardExercise, width = 700): Promise<void> {
  const specification = JSON.parse(JSON.stringify(new Card("a/b", one).specification())) as object;
  await page.evaluate(
    async ([data, wide]) => {
      document.body.innerHTML = `<main style="width:${String(wide)}px"><h1>T</h1><h2>U</h2><div id="card"></div></main>`;
      await parts.draw(document.querySelector<HTMLElement>("#card")!, data, true);
    },
    [specification, width] as const,
  );
}

const orderNow = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".fall-line-sort > *")].map(
      (row) => row.dataset["line"] ?? "|",
    ),
  );

const answer = (): Promise<string> => page.locator(".fall-line-answer").innerText();

/** Drags a line by its middle, or by its grip, to below another. */
async function drag(name: string, below: string): Promise<void> {
  const from = (await page.locator(`[data-line="${name}"]`).boundingBox())!;
  const to = (await page.locator(below).boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, to.y + to.height - 2);
  await page.mouse.up();
}

test("lines are put in order by mouse and by keys, and run as they were put", async () => {
  await drawn(lines);
  const first = await orderNow();
  expect(first.at(-1)).toBe("|");
  await drag("back", ".fall-line-left-out");
  expect((await orderNow()).slice(-2)).toEqual(["|", "back"]);
  await drag("g", ".fall-line-left-out");
  await drag("g", '[data-line="back"]');
  await page.locator('[data-line="g"] .fall-line-words').focus();
  await page.keyboard.press("Enter");
  for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowUp");
  expect((await orderNow())[0]).toBe("g");
  await page.keyboard.press("Escape");
  expect((await orderNow()).indexOf("g")).toBeGreaterThan((await orderNow()).indexOf("|"));
  await page.getByRole("button", { name: "That is my order" }).click();
  expect(await answer()).toContain("a line is missing: g = gradient at w");
  await page.locator('[data-line="g"] .fall-line-words').press("Space");
  expect((await onPaper(page, "#card")).read).not.toMatch(/[Dd]rag |⠿|[↑↓]/);
  for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowUp");
  await page.locator('[data-line="w"] .fall-line-words').press("Space");
  for (let k = 0; k < 2; k++) await page.keyboard.press("ArrowDown");
  const put = await orderNow();
  if (put.indexOf("w") > put.indexOf("|")) await page.keyboard.press("ArrowUp");
  expect((await orderNow()).slice(0, 4)).toEqual(["g", "m", "w", "|"]);
  await page.getByRole("button", { name: "That is my order" }).click();
  expect(await answer()).toMatch(/^Right\./);
  expect(await page.locator(".fall-line-sort button:enabled").count()).toBe(0);
  expect(await faultsOf(page, "#card")).toEqual([]);
});

test("a place is pressed, moved by keys and typed; then what happens is run over it", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await drawn(map);
  await page.getByRole("button", { name: "Roll it" }).click();
  expect(await page.locator("[role=status]").first().innerText()).toContain("Press the map first");
  const x = page.locator('input[name="x"]');
  const spot = () => page.getByRole("slider").getAttribute("aria-valuetext");
  await x.fill("1");
  expect(await spot(), "halfway up").toBe("1, 0.5");
  const box = (await page.locator(".fall-line-place").boundingBox())!;
  // A third of the way: x = −5.
  await page.mouse.click(box.x + box.width / 3, box.y + box.height / 2);
  const number = async (): Promise<number> => Number((await x.inputValue()).replace("−", "-"));
  const pressed = await number();
  expect(pressed).toBeCloseTo(-5, 1);
  await page.keyboard.press("Shift+ArrowRight");
  expect(await number()).toBeCloseTo(pressed + (30 / box.width) * 12, 1);
  await x.fill("-1.5");
  expect(await spot()).toMatch(/^−1\.5, /);
  await x.press("Enter");
  expect(await answer()).toContain("It is 2.73 away");
  const words = page.locator(".fall-line-place > svg");
  expect(await words.locator("text").allTextContents()).toEqual(
    expect.arrayContaining(["x = 1.23", "2.73 off"]),
  );
  expect(await words.getAttribute("aria-label")).toMatch(
    /the heavy ball: from \(−8, 1\.5\).*Your guess: x = −1\.5/,
  );
  expect(await faultsOf(page, "#card")).toEqual([]);
});

test("on a phone a finger moves the pin and the lines, and nothing is wider than the card", async () => {
  for (const one of [map, lines]) {
    await drawn(one, 390);
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWide).toBe(false);
    const touched = page.locator(":is(.pin, .fall-line-grip, .fall-line-act)");
    for (const target of await touched.all()) {
      const { width, height } = (await target.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  }
});

/** A finger on the page: it goes down, moves and goes up. */
async function finger() {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  const touch = async (
    type: "touchStart" | "touchMove" | "touchEnd",
    x?: number,
    y?: number,
  ): Promise<void> => {
    const touchPoints = x === undefined || y === undefined ? [] : [{ x, y }];
    await client.send("Input.dispatchTouchEvent", { type, touchPoints });
  };
  return touch;
}

test("a finger drags a line by its grip, and scrolls by its words", async () => {
  await drawn(lines, 390);
  const touch = await finger();
  const first = await orderNow();
  const dragged = async (part: string): Promise<void> => {
    const from = (await page.locator(`[data-line="back"] ${part}`).boundingBox())!;
    const to = (await page.locator(".fall-line-left-out").boundingBox())!;
    const [x, y] = [from.x + 20, from.y + from.height / 2];
    await touch("touchStart", x, y);
    for (const share of [0.3, 0.7, 1]) await touch("touchMove", x, y + share * (to.y + to.height - 2 - y));
    await touch("touchEnd");
  };
  await dragged(".fall-line-words");
  expect(await orderNow()).toEqual(first);
  await dragged(".fall-line-grip");
  await expect.poll(async () => (await orderNow()).slice(-2)).toEqual(["|", "back"]);
});

test("a finger presses the map, and drags the pin", async () => {
  await drawn(map, 390);
  const touch = await finger();
  const box = (await page.locator(".fall-line-place").boundingBox())!;
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
  const number = async (): Promise<number> =>
    Number((await page.locator('input[name="x"]').inputValue()).replace("−", "-"));
  // Where a machine is busy, a press may last so long that it is none: then it is pressed again.
  const press = async (): Promise<number> => {
    await touch("touchStart", x, y);
    await touch("touchEnd");
    return number();
  };
  await expect.poll(press).toBeCloseTo(-5, 1);
  await touch("touchStart", x, y - 20);
  await touch("touchMove", x + box.width / 3, y - 20);
  await touch("touchEnd");
  await expect.poll(number).toBeCloseTo(-1, 1);
});

test("a finger draws a curve", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await drawn(curve, 390);
  const touch = await finger();
  const box = (await page.locator(".fall-line-sketch").boundingBox())!;
  const y = box.y + box.height / 3;
  await touch("touchStart", box.x + 60, y);
  for (const share of [0.4, 0.7, 1])
    await touch("touchMove", box.x + share * (box.width - 14), y + 40 * share);
  await touch("touchEnd");
  const place = page.getByRole("slider");
  await expect.poll(() => place.getAttribute("aria-valuenow")).toBe("50");
  await page.getByRole("button", { name: "Watch it" }).click();
  await expect.poll(answer).toMatch(/It (stays|falls)/);
});

test("a curve is drawn by mouse and by keys, or said in a word; then what happens is run over it", async () => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await drawn(curve);
  const watch = page.getByRole("button", { name: "Watch it" });
  await watch.click();
  expect(await page.locator("[role=status]").first().innerText()).toContain(
    "Draw the curve to the right edge",
  );
  const { x, y, width, height } = (await page.locator(".fall-line-sketch").boundingBox())!;
  const hand = page.getByRole("slider");
  const now = () => hand.getAttribute("aria-valuetext");
  await page.mouse.move(x + 60, y + 12);
  await page.mouse.down();
  // The upper edge is 10, and the right one step 50.
  await page.mouse.move(x + 60 + (width - 72) / 2, y + 12, { steps: 4 });
  await page.mouse.up();
  expect(await now()).toMatch(/^step (25|28): 10$/);
  await hand.press("End");
  for (let k = 0; k < 10; k++) await page.keyboard.press("ArrowRight");
  expect(await now()).toBe("step 50: 10");
  for (let k = 0; k < 10; k++) await page.keyboard.press("Shift+ArrowDown");
  expect(await now()).toBe("step 50: 0.001");
  await page.getByRole("button", { name: "It stays" }).click();
  expect(await now()).toBe("step 50: 5");
  await watch.click();
  expect(await answer()).toContain("It stays");
  expect(await page.locator(".fall-line-sketch > svg").getAttribute("aria-label")).toContain(
    "the heavy ball: from",
  );
  expect(height).toBeGreaterThan(200);
  expect(await faultsOf(page, "#card")).toEqual([]);
});
