import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "../../system/process.js";
import type { Progress } from "../../system/progress.js";
import { ensureInstalled } from "./installed.ts";

const ON_PATH = [
  "chromium",
  "google-chrome",
  "google-chrome-stable",
  "chromium-browser",
  "chrome",
  "microsoft-edge",
];

const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];

const WINDOWS_PROGRAMS = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

/** An installed Chrome or Chromium that runs, if there is one. CHROME_PATH names one before all others. */
export async function findChromium(environment = process.env): Promise<string | undefined> {
  for (const path of places(environment).filter((place) => existsSync(place))) {
    // On Windows the question would open a window.
    if (process.platform === "win32") return path;
    const { code, output } = await run(path, ["--version"], { env: environment });
    if (code === 0 && /\d+\.\d+/.test(output)) return path;
  }
  return undefined;
}

function places(environment: NodeJS.ProcessEnv): string[] {
  const chosen = environment["CHROME_PATH"] ? [environment["CHROME_PATH"]] : [];
  if (process.platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
      (name) => environment[name] ?? [],
    );
    return [...chosen, ...WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => join(root, program)))];
  }
  const apps =
    process.platform === "darwin"
      ? MAC_APPS.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
      : [];
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [...chosen, ...apps, ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

/** A Chrome or Chromium for the tests: the one installed, else Debian's where it can be installed. */
export function ensureChromium(projectDir: string, progress: Progress): Promise<string> {
  return ensureInstalled(projectDir, progress, {
    title: "Chromium",
    called: "Chrome or Chromium",
    package: "chromium",
    variable: "CHROME_PATH",
    find: () => findChromium(),
  });
}
