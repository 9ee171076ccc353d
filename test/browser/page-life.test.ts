import type { Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { ask } from "fall-line";
import { bundleOf } from "fall-line/tools";
import { SPECIFICATION } from "../../src/mime.ts";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

/** Two places far below what is seen, one above the other, each for a card. */
beforeEach(async () => {
  const bundle = JSON.parse(JSON.stringify(await bundleOf(ask("momentum/winner")))) as Record<
    string,
    unknown
  >;
  await page.evaluate(
    ([type, card]) => {
      scrollTo(0, 0);
      const space = document.createElement("div");
      space.style.height = "4000px";
      document.body.replaceChildren(space, ...[1, 2].map(() => parts.pageLife.place(type, card)));
    },
    [SPECIFICATION, bundle[SPECIFICATION]] as const,
  );
});

const places = () => page.locator(`[data-fall-line="${SPECIFICATION}"]`);
const options = (place: number) => places().nth(place).locator("[data-option]").count();
const state = (place: number) => places().nth(place).getAttribute("data-state");
const end = (place: number) =>
  places()
    .nth(place)
    .evaluate((node) => {
      const around = document.createElement("div");
      node.before(around);
      around.append(node);
      parts.pageLife.end(around);
    });

test("a card comes to life as it comes near, and nothing of it goes on when its life is ended", async () => {
  expect([await state(0), await options(0)]).toEqual([null, 0]);
  await places().nth(0).scrollIntoViewIfNeeded();
  await expect.poll(() => state(0)).toBe("live");
  expect(await options(0)).toBeGreaterThan(1);
  await end(0);
  expect(await options(0)).toBe(0);
  await expect.poll(() => options(1)).toBeGreaterThan(1);
});

test("a card whose life is ended before it comes near is never drawn", async () => {
  await end(0);
  await places().nth(1).scrollIntoViewIfNeeded();
  await expect.poll(() => state(1)).toBe("live");
  expect([await state(0), await options(0)]).toEqual([null, 0]);
});
