import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Progress } from "../../system/progress.js";
import { ensureInstalled } from "./installed.ts";

const MAC_APP = "/Applications/Firefox.app/Contents/MacOS/firefox";

const WINDOWS_PROGRAM = "Mozilla Firefox/firefox.exe";

/** An installed Firefox, if there is one. FIREFOX_PATH names one before all others. */
export function findFirefox(environment = process.env): string | undefined {
  const { FIREFOX_PATH: chosen, PATH = "" } = environment;
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)"].flatMap((name) => environment[name] ?? []);
  const folders = PATH.split(delimiter).filter((folder) => folder !== "");
  const places = [
    ...(chosen ? [chosen] : []),
    ...["firefox", "firefox-esr"].flatMap((name) => folders.map((folder) => join(folder, name))),
    MAC_APP,
    ...roots.map((root) => join(root, WINDOWS_PROGRAM)),
  ];
  return places.find((place) => existsSync(place));
}

/** A Firefox for the tests: the one installed, else Debian's where it can be installed. */
export function ensureFirefox(projectDir: string, progress: Progress): Promise<string> {
  return ensureInstalled(projectDir, progress, {
    title: "Firefox",
    called: "Firefox",
    package: "firefox-esr",
    variable: "FIREFOX_PATH",
    find: () => Promise.resolve(findFirefox()),
  });
}
