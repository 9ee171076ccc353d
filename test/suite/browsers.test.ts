import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findFirefox } from "./firefox.ts";
import { ensureInstalled, placesOf } from "./installed.ts";
import { ensureWebKit, findWebKit } from "./webkit.ts";
import type { Progress } from "../../src/system/progress.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "browsers-"));
});
const { platform } = process;
const on = (system: string): void => {
  Object.defineProperty(process, "platform", { value: system });
};
afterEach(() => {
  on(platform);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const put = (name: string, script = ""): string => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
};

describe("where a browser may lie", () => {
  const names = {
    commands: ["one", "two"],
    apps: [["My Browser", "browser"]] as const,
    programs: ["My/Browser.exe", "Other.exe"],
  };
  const environment = {
    PATH: "/a::/b",
    PROGRAMFILES: "C:",
    "PROGRAMFILES(X86)": "X:",
    LOCALAPPDATA: "D:",
    MINE: "/mine",
    NONE: "",
  };

  test.each([
    ["linux", ["/mine", "/a/one", "/b/one", "/a/two", "/b/two"]],
    [
      "darwin",
      [
        "/mine",
        "/Applications/My Browser.app/Contents/MacOS/browser",
        "/a/one",
        "/b/one",
        "/a/two",
        "/b/two",
      ],
    ],
    [
      "win32",
      [
        "/mine",
        "C:/My/Browser.exe",
        "X:/My/Browser.exe",
        "D:/My/Browser.exe",
        "C:/Other.exe",
        "X:/Other.exe",
        "D:/Other.exe",
      ],
    ],
  ])("on %s, the chosen one first", (system, places) => {
    on(system);
    expect(placesOf(environment, "MINE", names)).toEqual(places);
    expect(placesOf(environment, "NONE", names)).toEqual(places.slice(1));
    expect(placesOf({}, "MINE", names).filter((place) => !place.startsWith("/Applications"))).toEqual([]);
  });
});

test("Firefox is found under either of its names, the chosen one first", () => {
  expect(findFirefox({ PATH: folder })).toBeUndefined();
  const esr = put("firefox-esr");
  expect(findFirefox({ PATH: folder })).toBe(esr);
  const plain = put("firefox");
  expect(findFirefox({ PATH: folder })).toBe(plain);
  expect(findFirefox({ PATH: folder, FIREFOX_PATH: esr })).toBe(esr);
  expect(findFirefox({ PATH: folder, FIREFOX_PATH: join(folder, "gone") })).toBe(plain);
});

test("WebKit is found with its display, and not without", () => {
  const driver = put("WebKitWebDriver");
  expect(findWebKit({ PATH: folder })).toBeUndefined();
  const display = put("Xvfb");
  expect(findWebKit({ PATH: folder })).toEqual({ driver, display });
  const [otherDriver, otherDisplay] = [put("other/driver"), put("other/display")];
  expect(findWebKit({ PATH: folder, WEBKIT_DRIVER_PATH: otherDriver, XVFB_PATH: otherDisplay })).toEqual({
    driver: otherDriver,
    display: otherDisplay,
  });
  rmSync(driver);
  expect(findWebKit({ PATH: folder })).toBeUndefined();
});

describe("a browser for the tests", () => {
  const said: string[] = [];
  const progress = {
    line: (text: string) => said.push(text),
    during: (title: string, doing: string, act: (stage: object) => unknown) => {
      said.push(`${title}: ${doing}`);
      return act({ note: (line: string) => said.push(line) });
    },
  } as unknown as Progress;
  beforeEach(() => void (said.length = 0));
  const wanted = (find: () => string | undefined) =>
    ensureInstalled(folder, progress, {
      title: "Browser",
      called: "a browser",
      packages: ["browser-esr", "screen"],
      variable: "BROWSER_PATH",
      find: () => Promise.resolve(find()),
    });
  const missing = {
    message: "The tests need a browser, and none was found",
    cure: "Install one (on Debian: sudo apt install browser-esr screen), or name one in BROWSER_PATH, and run the command again.",
  };

  test("is the one that is there, without any work", async () => {
    expect(await wanted(() => "/here")).toBe("/here");
    expect(said).toEqual([]);
  });

  test("is asked for where one may not install", async () => {
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    await expect(wanted(() => undefined)).rejects.toMatchObject(missing);
    expect(said).toEqual([]);
  });

  describe.skipIf(!existsSync("/etc/debian_version") || !existsSync("/usr/bin/apt-get"))("on Debian", () => {
    /** Debian's installer, which notes what it was asked and installs one, or not. */
    const installer = (script: string): (() => string[]) => {
      vi.spyOn(process, "getuid").mockReturnValue(0);
      put("apt-get", `echo "$DEBIAN_FRONTEND $@" >> "${folder}/asked"\n${script}`);
      vi.stubEnv("PATH", `${folder}:${process.env["PATH"]!}`);
      return () => readFileSync(join(folder, "asked"), "utf8").trimEnd().split("\n");
    };

    test("is Debian's, where one may install it", async () => {
      const asked = installer(`if [ $1 = install ]; then echo now; touch "${folder}/there"; fi`);
      expect(await wanted(() => (existsSync(join(folder, "there")) ? "/there" : undefined))).toBe("/there");
      expect(asked()).toEqual([
        "noninteractive update",
        "noninteractive install -y --no-install-recommends browser-esr screen",
      ]);
      expect(said).toEqual(["Browser: installing Debian's", "now"]);
    });

    test("is told when Debian has none, with the end of what it said", async () => {
      installer("seq 20; exit 100");
      await expect(wanted(() => undefined)).rejects.toMatchObject({
        message: "Browser could not be installed",
        cure: `Its whole output is in ${join(folder, ".fall-line/logs/apt.log")}.`,
        detail: Array.from({ length: 12 }, (_, k) => k + 9).join("\n"),
      });
    });

    test("is missing when what was installed is none", async () => {
      installer("");
      await expect(wanted(() => undefined)).rejects.toMatchObject(missing);
    });
  });

  test("is left out, in words, where WebKit has none", async () => {
    on("darwin");
    await ensureWebKit(folder, progress);
    expect(said).toEqual(["WebKitGTK is there for Linux alone: what is tried in it is left out here"]);
  });

  test("of WebKit is its driver and a display", async () => {
    on("linux");
    vi.spyOn(process, "getuid").mockReturnValue(1000);
    vi.stubEnv("PATH", folder);
    await expect(ensureWebKit(folder, progress)).rejects.toMatchObject({
      message: "The tests need the driver of WebKitGTK, and Xvfb, and none was found",
      cure: expect.stringContaining(
        "apt install webkit2gtk-driver xvfb), or name one in WEBKIT_DRIVER_PATH",
      ) as string,
    });
    put("WebKitWebDriver");
    put("Xvfb");
    await ensureWebKit(folder, progress);
    expect(said).toEqual([]);
  });
});
