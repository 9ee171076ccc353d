/** Every kind of figure, live and still, for people to look at: `npm run pictures`. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import {
  adagrad,
  adam,
  beale,
  curves,
  descend,
  errorByDirection,
  type Figure,
  type Rule,
  gradientDescent,
  intervals,
  landscape,
  momentum,
  nesterov,
  nesterovPicture,
  newton,
  polarPicture,
  rateMap,
  rateSensitivity,
  ravine,
  rmsprop,
  rosenbrock,
  stepPicture,
  surface,
} from "../../src/index.ts";
import { draw, openStand } from "../browser/harness/stand.ts";

const run = { start: [-8, 1.5], steps: 40 };
const plain = descend(ravine, gradientDescent, { ...run, hyper: { lambda: 0.3 } });
const heavy = descend(ravine, momentum, { ...run, hyper: { lambda: 0.3 } });
const looking = descend(ravine, nesterov, { ...run, hyper: { lambda: 0.3 } });
const wild = descend(ravine, gradientDescent, { ...run, hyper: { lambda: 1.15 } });
const own = descend(ravine, adagrad, { ...run, hyper: { lambda: 1 } });
const second = descend(rosenbrock, newton, { start: [-1.2, 1], steps: 6 });
const six: readonly Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
const ofRosenbrock = six.map((rule) => descend(rosenbrock, rule, { start: [-1.2, 1], steps: 60 }));

const figures: Readonly<Record<string, Figure>> = {
  landscape: landscape([plain, heavy, looking]),
  runaway: landscape([wild, heavy]),
  rosenbrock: landscape(ofRosenbrock),
  curve: landscape(
    descend("x^4 - 3*x^3 + 2", gradientDescent, { start: [0.5], steps: 30, hyper: { lambda: 0.02 } }),
  ),
  curves: curves([plain, heavy, looking]),
  "curves-runaway": curves([wild, heavy]),
  "curves-coordinates": curves(own, { of: "effectiveRate" }),
  surface: surface(descend(beale, momentum, { start: [1, 1], steps: 60, hyper: { lambda: 0.01 } })),
  nesterov: nesterovPicture(looking, 3),
  step: stepPicture(heavy, 3),
  "step-squares": stepPicture(own, 3),
  "step-model": stepPicture(second, 2),
  map: rateMap([0.1, 2], { rule: momentum }),
  directions: errorByDirection([0.1, 2], { rule: momentum }),
  intervals: intervals({ "told apart": [0.3, 0.2, 0.4, 0.3], "not told apart": [0.2, -0.1, 0.3, -0.2] }),
  polar: polarPicture([3, 0, 4, 5]),
  "polar-flat": polarPicture([3, 0, 4, 0.001], { after: [0, 5] }),
  sensitivity: rateSensitivity(ravine, [gradientDescent, momentum, adam], { budget: 40 }),
};

const WIDTHS = [390, 760, 1180];

/** Takes pictures of all figures, or of those that are named. */
export async function takeFigures(
  browser: Browser,
  folder: string,
  wanted: readonly string[],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const chosen = Object.entries(figures).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) return;
  for (const dark of [false, true]) {
    for (const width of WIDTHS) {
      const stand = await openStand(browser, chosen[0]![1].specification, {
        dark,
        viewport: { width, height: 900 },
        padding: width < 640 ? 0 : 16,
      });
      const { page } = stand;
      const take = async (name: string): Promise<void> => {
        const path = join(folder, `figure-${name}-${dark ? "dark" : "light"}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(path);
      };
      for (const [name, figure] of chosen) {
        await page.locator("#figure").evaluate((node) => {
          const next = node.cloneNode() as HTMLElement;
          node.removeAttribute("id");
          node.replaceWith(next, node);
          (node as HTMLElement).hidden = true;
        });
        await draw(stand, figure.specification);
        await take(`${name}-${width}`);
        if (width !== 760) continue;
        await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
        await page.locator("#figure").evaluate((node, svg) => (node.innerHTML = svg), figure.svg);
        await take(`${name}-still`);
      }
      if (stand.errors.length > 0) throw new Error(stand.errors.join("\n"));
      await page.context().close();
    }
  }
}
