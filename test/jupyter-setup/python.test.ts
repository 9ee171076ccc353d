import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPython } from "../../src/jupyter/python.js";
import { UserError } from "../../src/system/user-error.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "python-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(program: string, name = "python3"): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${program}\n`, { mode: 0o755 });
}

/** A program that answers as a Python does. */
function put(name: string, version: string, venv: "yes" | "no" = "yes"): void {
  write(`printf '%s' '/fake/${name}|${version}|${venv}'`, name);
}

async function trouble(): Promise<string> {
  const error: unknown = await findPython({ PATH: folder }).catch((reason: unknown) => reason);
  return error instanceof UserError ? `${error.message}. ${error.cure}` : String(error);
}

describe("the Python for the project's Jupyter", () => {
  it("is the usual one when it will do", async () => {
    put("python3", "3.10.0");
    put("python3.13", "3.13.1");
    expect(await findPython({ PATH: folder })).toMatchObject({
      executable: "/fake/python3",
      version: "3.10.0",
    });
  });

  it("is another one when the usual one is too old or has no venv", async () => {
    put("python3", "3.9.18");
    put("python", "3.11.2", "no");
    put("python3.12", "3.12.4");
    expect(await findPython({ PATH: folder })).toMatchObject({ version: "3.12.4" });
  });

  it.each<[string, [string, string], [string, string], string]>([
    ["the usual name before the short one", ["python", "3.13.0"], ["python3", "3.11.0"], "3.11.0"],
    ["any name before one with a version", ["python3.14", "3.14.0"], ["python", "3.11.0"], "3.11.0"],
    ["the newest of those with a version", ["python3.11", "3.11.0"], ["python3.15", "3.15.0"], "3.15.0"],
    ["the oldest that will do", ["python3", "3.9.0"], ["python3.10", "3.10.0"], "3.10.0"],
    ["a Python 4", ["python3", "2.11.0"], ["python", "4.0.0"], "4.0.0"],
  ])("is %s", async (_, one, other, version) => {
    put(...one);
    put(...other);
    expect((await findPython({ PATH: folder })).version).toBe(version);
  });

  it("is understood below what else it says, a warning or a greeting", async () => {
    write("printf 'welcome|1|no\\n/fake/python3|3.12.0|yes\\n'");
    expect(await findPython({ PATH: folder })).toMatchObject({ executable: "/fake/python3" });
  });

  it("is python, the launcher or python3 on Windows, in this order", async () => {
    const found = async () => (await findPython({ PATH: folder }, true, "win32")).executable;
    put("python3.12", "3.12.0");
    await expect(found()).rejects.toThrow("Python was not found");
    put("python3", "3.12.0");
    expect(await found()).toBe("/fake/python3");
    write(`[ "$1" = -3 ] && printf '/fake/py|3.12.0|yes'`, "py");
    expect(await found()).toBe("/fake/py");
    put("python", "3.12.0");
    expect(await found()).toBe("/fake/python");
  });

  it.each<[NodeJS.Platform, string]>([
    ["win32", "from https://www.python.org, with 'Add python.exe to PATH' ticked"],
    ["darwin", "from https://www.python.org, or: brew install python"],
    [
      "linux",
      "on Debian and Ubuntu: sudo apt install python3 python3-venv; else from https://www.python.org",
    ],
  ])("is installed on %s as it is told", async (platform, how) => {
    const none = { cure: `Install it (${how}) and run the command again.` };
    await expect(findPython({ PATH: folder }, true, platform)).rejects.toMatchObject(none);
    put("python", "3.9.0");
    const newer = { cure: `Install a newer Python (${how}) and run the command again.` };
    await expect(findPython({ PATH: folder }, true, platform)).rejects.toMatchObject(newer);
  });

  it("needs no venv module where uv makes the environment", async () => {
    put("python3", "3.12.1", "no");
    expect(await findPython({ PATH: folder }, false)).toMatchObject({ version: "3.12.1" });
  });

  it("is really found on this machine", async () => {
    const { version } = await findPython();
    expect(Number(version.split(".")[1])).toBeGreaterThanOrEqual(10);
  });

  it("is missed in one sentence, with the cure", async () => {
    expect(await trouble()).toMatch(/Python was not found.*3\.10 or newer.*[Ii]nstall.*python/s);
  });

  it("is named when it is too old, also when it is Python 2", async () => {
    put("python3", "3.9.18");
    expect(await trouble()).toContain(
      "Python 3.10 or newer is needed, and the one found is Python 3.9.18 (/fake/python3)",
    );
    put("python", "2.7.18");
    expect(await trouble()).toContain("the one found is Python 3.9.18");
    rmSync(join(folder, "python3"));
    expect(await trouble()).toContain("the one found is Python 2.7.18");
  });

  it("is named when its venv module is missing, with the package that brings it", async () => {
    put("python3", "3.12.1", "no");
    expect(await trouble()).toContain("Python 3.12.1 (/fake/python3) has no venv module");
    put("python", "3.13.1", "no");
    put("python3.10", "3.9.1");
    expect(await trouble()).toMatch(/^Python 3\.12\.1 .*sudo apt install python3\.12-venv/);
  });

  it.each([
    ["fails", "echo 'Python was not found; run without arguments'\nexit 9"],
    ["fails after its answer", "echo '/fake/python3|3.12.0|yes'\nexit 1"],
    ["does not know where it is", "echo '|3.12.0|yes'"],
    ["says something else", "echo hello"],
  ])("is not a program that %s", async (_, program) => {
    write(program);
    expect(await trouble()).toContain("Python was not found in any of the 1 folders of the PATH");
  });
});
