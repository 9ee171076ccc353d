import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lastLines, run } from "../../system/process.js";
import type { Progress } from "../../system/progress.js";
import { state } from "../../system/state.js";
import { Trouble } from "../../system/trouble.js";

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
export async function ensureChromium(projectDir: string, progress: Progress): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get")) {
    await progress.during("Chromium", "installing Debian's", async ({ note }) => {
      const log = state(projectDir, "logs", "apt.log");
      const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, log, onLine: note };
      await run("apt-get", ["update"], options);
      const { code, output } = await run(
        "apt-get",
        ["install", "-y", "--no-install-recommends", "chromium"],
        options,
      );
      if (code !== 0) {
        throw new Trouble(
          "Chromium could not be installed",
          `Its whole output is in ${log}.`,
          lastLines(output),
        );
      }
    });
    const installed = await findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Trouble(
    "The tests need Chrome or Chromium, and none was found",
    "Install one (on Debian: sudo apt install chromium), or name one in CHROME_PATH, and run the command again.",
  );
}
