import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import {
  curves,
  descend,
  type Figure,
  gradientDescent,
  landscape,
  momentum,
  nesterov,
  nesterovPicture,
  rateMap,
  rateSensitivity,
  ravine,
  saddle,
  stepPicture,
  surface,
} from "fall-line";
import { firstUnlessLong } from "../long.ts";
import { picture } from "./harness/browser.ts";
import { type Stand, useStand } from "./harness/stand.ts";

const onStand = useStand();
let stand: Stand;

const settings = { start: [-8, 1.5], steps: 40, hyper: { lambda: 0.1 } };
const heavy = descend(ravine, momentum, settings);
const looking = descend(ravine, nesterov, settings);
const figures: Record<string, Figure> = {
  landscape: landscape([heavy, looking], { title: "Two paths" }),
  curve: landscape(
    descend("x^4 - 3*x^3 + 2", gradientDescent, { start: [0.5], steps: 30, hyper: { lambda: 0.02 } }),
  ),
  curves: curves([heavy, looking]),
  surface: surface(
    descend(saddle, gradientDescent, { start: [1, 0.01], steps: 30, hyper: { lambda: 0.05 } }),
  ),
  nesterov: nesterovPicture(looking, 3),
  step: stepPicture(heavy, 3),
  film: landscape([heavy, looking], { plays: true }),
  map: rateMap([0.1, 2], { rule: momentum }),
  sensitivity: rateSensitivity(ravine, [gradientDescent, momentum], { budget: 40 }),
};

/** One of each way of drawing comes first: a map, a surface of WebGL, a film. */
const names = ["landscape", "surface", "film", "step", "curve", "curves", "nesterov", "map", "sensitivity"];
const onDarkToo = firstUnlessLong(names, 1);

const chart = (): Locator => stand.page.locator(".fall-line-chart");

/** As it stands in a notebook. */
const specificationOf = (name: string): unknown => JSON.parse(JSON.stringify(figures[name]!.specification));

async function show(name: string): Promise<void> {
  stand = await onStand.show(specificationOf(name));
  await chart().locator(".main-svg").first().waitFor();
}

const turn = (dark: boolean): Promise<void> =>
  stand.page.evaluate((isDark) => {
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
    document.body.dataset["jpThemeLight"] = String(!isDark);
  }, dark);

/** By how many pixels plotly.js has widened the room for numbers and names, at the left and below. */
const roomLacking = (): Promise<number> =>
  chart().evaluate((element) => {
    type Room = Readonly<Record<"l" | "b", number>>;
    const { _fullLayout } = element as unknown as { _fullLayout: { _size: Room; margin: Room } };
    const { _size: drawn, margin: given } = _fullLayout;
    return Math.max(drawn.l - given.l, drawn.b - given.b);
  });

/** Draws one and looks at it on a light page. */
async function seeInLight(name: string): Promise<void> {
  await show(name);
  expect(await chart().locator("canvas").count()).toBe(name === "surface" ? 1 : 0);
  expect(await roomLacking(), "with too little room beside its axes it is drawn twice").toBeLessThanOrEqual(
    1,
  );
  await picture(stand.page, `gallery-${name}-light`);
}

test.each(onDarkToo)("%s is drawn, on light and dark pages", async (name) => {
  await seeInLight(name);
  const words = (): Promise<string> =>
    chart().evaluate((element) => {
      const { _fullLayout } = element as unknown as { _fullLayout: { font: { color: string } } };
      return _fullLayout.font.color;
    });
  const before = await words();
  await turn(true);
  await expect.poll(words).not.toBe(before);
  await picture(stand.page, `gallery-${name}-dark`);
  await turn(false);
  await expect.poll(words).toBe(before);
});

test.each(firstUnlessLong(names, 3).filter((name) => !onDarkToo.includes(name)))("%s is drawn", seeInLight);
