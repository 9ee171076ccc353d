import { existsSync } from "node:fs";
import { run } from "../../src/system/process.js";
import type { Progress } from "../../src/system/progress.js";
import { ensureInstalled, type Names, placesOf } from "./installed.ts";

const VARIABLE = "CHROME_PATH";

/** The shell, which has the engine without the windows, opens a page for a third of the processor time. */
const NAMES: Names = {
  commands: [
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
  ],
  apps: [
    ["Google Chrome", "Google Chrome"],
    ["Chromium", "Chromium"],
    ["Microsoft Edge", "Microsoft Edge"],
  ],
  programs: ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"],
};

/** An installed Chrome or Chromium that runs, if there is one. CHROME_PATH names one before all others. */
export async function findChromium(environment = process.env): Promise<string | undefined> {
  for (const path of placesOf(environment, VARIABLE, NAMES).filter((place) => existsSync(place))) {
    // On Windows the question would open a window.
    if (process.platform === "win32") return path;
    const { code, output } = await run(path, ["--version"], { env: environment });
    if (code === 0 && /\d+\.\d+/.test(output)) return path;
  }
  return undefined;
}

/** A Chrome or Chromium for the tests: the one installed, else Debian's shell where it can be installed. */
export function ensureChromium(projectDir: string, progress: Progress): Promise<string> {
  return ensureInstalled(projectDir, progress, {
    title: "Chromium",
    called: "Chrome or Chromium",
    packages: ["chromium-headless-shell"],
    variable: VARIABLE,
    find: () => findChromium(),
  });
}
