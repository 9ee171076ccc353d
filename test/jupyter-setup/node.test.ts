import { chmodSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { openBrowser } from "../../src/jupyter/browser.ts";
import { nodeFor } from "../../src/jupyter/install/node.ts";
import { existsSync, readFileSync } from "node:fs";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "node-")));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, script: string, mode = 0o755): string => {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), mode);
  return join(folder, name);
};
const node = (version: string): string => put("node", `echo "version v${version}"`);

describe.skipIf(process.platform === "win32")("the Node for kernels", () => {
  it("is the one that runs this, unless one is named", async () => {
    expect(await nodeFor(undefined, false)).toEqual({ path: process.execPath, version: process.version });
    const path = node("24.1.0");
    expect(await nodeFor(path, true)).toEqual({ path, version: "v24.1.0" });
  });

  it.each(["20.19.0", "20.20.1", "22.0.0"])("is new enough with %s", async (version) => {
    expect(await nodeFor(node(version), false)).toMatchObject({ version: `v${version}` });
  });

  it.each(["20.18.3", "18.20.0", "4.99.0"])("is too old with %s, which is said", async (version) => {
    await expect(nodeFor(node(version), false)).rejects.toThrow(
      `--node: Node 20.19 or newer is needed, and ${join(folder, "node")} is Node ${version}`,
    );
  });

  it("is a program that says so, and is there", async () => {
    await expect(nodeFor(put("other", "echo hello"), false)).rejects.toThrow(
      `--node: ${join(folder, "other")} is no Node that runs`,
    );
    await expect(nodeFor(join(folder, "none"), false)).rejects.toThrow("there is no program at");
  });

  it("is one that others may run, where it is for them", async () => {
    const path = put("own", "echo version v22.1.0", 0o700);
    expect(await nodeFor(path, false)).toMatchObject({ path });
    await expect(nodeFor(path, true)).rejects.toMatchObject({
      message: `Other users may not run ${path}: ${path} is closed to them (permissions 700)`,
      cure: expect.stringMatching(/--node/) as string,
    });
  });
});

describe.skipIf(process.platform === "win32")("the user's browser", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  const opened = join(folder, "opened");
  const url = "http://127.0.0.1:8888/lab?token=a&b";

  it.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ["a Mac", "darwin", {}, `open ${url}`],
    ["Windows", "win32", {}, `rundll32 url.dll,FileProtocolHandler ${url}`],
    ["Linux within Windows", "linux", { WSL_DISTRO_NAME: "Debian" }, `wslview ${url}`],
    ["a screen", "linux", { DISPLAY: ":0" }, `xdg-open ${url}`],
    ["another screen", "linux", { WAYLAND_DISPLAY: "wayland-0" }, `xdg-open ${url}`],
  ])("is opened on %s", async (_, platform, environment, called) => {
    for (const name of ["open", "rundll32", "wslview", "xdg-open"])
      put(name, `echo "${name} $*" > "${opened}.new"; mv "${opened}.new" "${opened}"`);
    vi.stubEnv("PATH", `${folder}:${process.env["PATH"]!}`);
    rmSync(opened, { force: true });
    openBrowser(url, platform, environment);
    await expect.poll(() => existsSync(opened) && readFileSync(opened, "utf8")).toBe(`${called}\n`);
  });

  it("is not looked for without a screen, and that there is none is no trouble", () => {
    vi.stubEnv("PATH", join(folder, "none"));
    expect(() => openBrowser(url, "linux", {})).not.toThrow();
    expect(() => openBrowser(url, "linux", { DISPLAY: ":0" })).not.toThrow();
  });
});
