/** README's picture: the race that the site opens with, as the explorer saves its film, and its still picture. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { SPECIFICATION } from "../../src/mime.ts";
import { raceOfAll } from "../../src/pages/race.ts";
import { openStand } from "../browser/harness/stand.ts";

const folder = resolve(import.meta.dirname, "../../lessons");

/** Writes them beside the lessons where `readme` is named: films for light pages and for dark ones. */
export async function takeReadme(browser: Browser, wanted: readonly string[]): Promise<void> {
  if (!wanted.includes("readme")) return;
  const { [SPECIFICATION]: race, "image/svg+xml": still } = await raceOfAll();
  writeFileSync(join(folder, "race.svg"), still as string);
  for (const dark of [false, true]) {
    const stand = await openStand(browser, race, {
      dark,
      viewport: { width: 860, height: 900 },
      reducedMotion: "reduce",
    });
    const { page, figure } = stand;
    await figure.getByText("Share").click();
    const [film] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: "Save film" }).click(),
    ]);
    await film.saveAs(join(folder, `race-${dark ? "dark" : "light"}.gif`));
    if (stand.errors.length > 0) throw new Error(stand.errors.join("\n"));
    await page.context().close();
  }
}
