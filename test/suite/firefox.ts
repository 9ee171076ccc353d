import { existsSync } from "node:fs";
import type { Progress } from "../../src/system/progress.js";
import { ensureInstalled, type Names, placesOf } from "./installed.ts";

const VARIABLE = "FIREFOX_PATH";

const NAMES: Names = {
  commands: ["firefox", "firefox-esr"],
  apps: [["Firefox", "firefox"]],
  programs: ["Mozilla Firefox/firefox.exe"],
};

/** An installed Firefox, if there is one. FIREFOX_PATH names one before all others. */
export function findFirefox(environment = process.env): string | undefined {
  return placesOf(environment, VARIABLE, NAMES).find((place) => existsSync(place));
}

/** A Firefox for the tests: the one installed, else Debian's where it can be installed. */
export function ensureFirefox(projectDir: string, progress: Progress): Promise<string> {
  return ensureInstalled(projectDir, progress, {
    title: "Firefox",
    called: "Firefox",
    packages: ["firefox-esr"],
    variable: VARIABLE,
    find: () => Promise.resolve(findFirefox()),
  });
}
