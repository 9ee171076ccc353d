/** Pictures of the states of a card, of the magnifier and of worked steps, at three widths, to be laid beside the drawn ones. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import {
  adam,
  beale,
  descend,
  explore,
  gradientDescent,
  momentum,
  nesterov,
  ravine,
  type Rule,
} from "fall-line";
import { openStand } from "../browser/harness/stand.ts";
import { CARD_STATES, openStates } from "./cards.ts";

const WIDTHS = [390, 760, 1180];
const isPhone = (width: number): boolean => width < 640;

type TakePicture = (browser: Browser, path: string, width: number, dark: boolean) => Promise<void>;

const cardIn =
  (state: string): TakePicture =>
  async (browser, path, width, dark) => {
    const folder = mkdtempSync(join(tmpdir(), "fall-line-pictures-"));
    const page = await openStates(browser, folder, [state], { width, dark });
    await page.locator("main").screenshot({ path });
    await page.context().close();
    rmSync(folder, { recursive: true });
  };

const standAt = (width: number, dark: boolean) => ({
  dark,
  viewport: { width, height: 900 },
  padding: isPhone(width) ? 0 : 16,
  deviceScaleFactor: 2,
});

interface Magnified {
  readonly objective: typeof ravine;
  readonly rule: Rule;
  readonly hyper?: Readonly<Record<string, number>>;
  readonly start: readonly [number, number];
  readonly step: number;
}

/** The map of an explorer with its magnifier. */
const magnified =
  ({ objective, rule, hyper = {}, start, step }: Magnified): TakePicture =>
  async (browser, path, width, dark) => {
    const { specification } = explore({ objective, rules: [{ rule, hyper }], start, steps: 20 });
    const { page, figure } = await openStand(browser, specification, standAt(width, dark));
    await figure.getByLabel("step", { exact: true }).fill(String(step - 1));
    await figure.getByRole("button", { name: "one step forward" }).click();
    await figure.locator(".lens").waitFor();
    await figure.locator(".step-numbers").screenshot({ path });
    await page.context().close();
  };

const worked =
  (specification: unknown): TakePicture =>
  async (browser, path, width, dark) => {
    const { page } = await openStand(browser, specification, standAt(width, dark));
    await page.locator("#figure").screenshot({ path });
    await page.context().close();
  };

const onRavine = { objective: ravine, start: [-8, 1.5] } as const;

const SCENES: Readonly<Record<string, TakePicture>> = {
  ...Object.fromEntries(
    Object.keys(CARD_STATES).map((state) => [`card-four-states-${state}`, cardIn(state)]),
  ),
  "explorer-magnifier-arrows-nesterov": magnified({
    ...onRavine,
    rule: nesterov,
    hyper: { lambda: 0.3 },
    step: 4,
  }),
  "explorer-magnifier-arrows-momentum": magnified({
    ...onRavine,
    rule: momentum,
    hyper: { lambda: 0.3 },
    step: 5,
  }),
  "explorer-magnifier-arrows-descent": magnified({
    ...onRavine,
    rule: gradientDescent,
    hyper: { lambda: 0.3 },
    step: 2,
  }),
  "explorer-magnifier-arrows-adam": magnified({
    objective: beale,
    start: [1, 1],
    rule: adam,
    hyper: { eta: 0.1 },
    step: 9,
  }),
  "worked-step-momentum": worked(
    descend(ravine, momentum, { start: [-8, 1.5], steps: 6, hyper: { lambda: 0.1 } }).worked(6).specification,
  ),
  "worked-step-adam": worked(
    descend(beale, adam, { start: [1, 1], steps: 6, hyper: { eta: 0.1 } }).worked(6).specification,
  ),
};

/** Takes those whose names begin with one of the wanted; all where none is given. */
export async function cardScenes(
  browser: Browser,
  folder: string,
  wanted: readonly string[] = [],
): Promise<void> {
  for (const [name, take] of Object.entries(SCENES)) {
    if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
    for (const width of WIDTHS)
      for (const dark of [false, true]) {
        const path = join(folder, `${name}-${width}-${dark ? "dark" : "light"}.png`);
        await take(browser, path, width, dark);
        console.log(path);
      }
  }
}
