import { existsSync } from "node:fs";
import type { Progress } from "../../src/system/progress.js";
import { ensureInstalled, placesOf } from "./installed.ts";

const VARIABLE = "WEBKIT_DRIVER_PATH";

/** What WebKitGTK is driven with. */
export interface WebKit {
  /** Its driver, which starts its browser. */
  readonly driver: string;
  /** A display without a screen: this browser has no mode without a window. */
  readonly display: string;
}

/** The driver and the display that are installed, if both are. WEBKIT_DRIVER_PATH names a driver before all others. */
export function findWebKit(environment = process.env): WebKit | undefined {
  const first = (variable: string, command: string): string | undefined =>
    placesOf(environment, variable, { commands: [command], apps: [], programs: [] }).find((place) =>
      existsSync(place),
    );
  const driver = first(VARIABLE, "WebKitWebDriver");
  const display = first("XVFB_PATH", "Xvfb");
  return driver && display ? { driver, display } : undefined;
}

/** A WebKitGTK for the long tests: the one installed, else Debian's where it can be installed. It is made for Linux alone. */
export async function ensureWebKit(projectDir: string, progress: Progress): Promise<void> {
  if (process.platform !== "linux") {
    progress.line("WebKitGTK is there for Linux alone: what is tried in it is left out here");
    return;
  }
  await ensureInstalled(projectDir, progress, {
    title: "WebKitGTK",
    called: "the driver of WebKitGTK, and Xvfb",
    packages: ["webkit2gtk-driver", "xvfb"],
    variable: VARIABLE,
    find: () => Promise.resolve(findWebKit()),
  });
}
