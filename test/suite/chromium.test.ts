import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findChromium } from "./chromium.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chromium-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe("the browser for the tests", () => {
  it("is one on the PATH that runs, and not a stand-in that tells to install one", async () => {
    put("chromium", "echo 'Command requires the chromium snap to be installed'; exit 10");
    const chrome = put("google-chrome", "echo Google Chrome 140.0.7339.80");
    expect(await findChromium({ PATH: folder })).toBe(chrome);
  });

  it("is the one that CHROME_PATH names, before all others", async () => {
    put("chromium", "echo Chromium 140.0");
    const mine = put("my-browser", "echo Chromium 139.0");
    expect(await findChromium({ PATH: folder, CHROME_PATH: mine })).toBe(mine);
  });

  it("is none that fails, or that names no version", async () => {
    put("chromium", "echo Chromium 140.0; exit 1");
    put("google-chrome", "echo Chromium 140");
    expect(await findChromium({ PATH: folder })).toBeUndefined();
    const edge = put("microsoft-edge", "echo Microsoft Edge 140.1");
    expect(await findChromium({ PATH: folder, CHROME_PATH: join(folder, "gone") })).toBe(edge);
  });

  it("is the shell where both are there", async () => {
    put("chromium", "echo Chromium 140.0");
    const shell = put("chromium-headless-shell", "echo Chromium 140.0");
    expect(await findChromium({ PATH: folder })).toBe(shell);
  });

  it.each([
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "chrome",
    "microsoft-edge",
  ])("may be called %s, and is asked for its version in the environment that it will have", async (name) => {
    const path = put(name, 'if [ "$1$MINE" = --versionyes ]; then echo Chromium 140.0; fi');
    expect(await findChromium({ PATH: folder, MINE: "yes" })).toBe(path);
    expect(await findChromium({ PATH: folder })).toBeUndefined();
  });

  it("is missed when there is none", async () => {
    expect(await findChromium({ PATH: folder })).toBeUndefined();
  });
});
