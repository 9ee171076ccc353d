import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPython } from "../../src/jupyter/python.ts";
import { Trouble } from "../../src/system/trouble.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "python-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that answers as a Python does. */
function put(name: string, version: string, venv: "yes" | "no" = "yes"): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nprintf '%s' '/fake/${name}|${version}|${venv}'\n`);
  chmodSync(path, 0o755);
}

async function trouble(): Promise<string> {
  const error: unknown = await findPython({ PATH: folder }).catch((reason: unknown) => reason);
  return error instanceof Trouble ? `${error.message}. ${error.cure}` : String(error);
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
    rmSync(join(folder, "python3"));
    put("python", "2.7.18");
    expect(await trouble()).toContain("the one found is Python 2.7.18");
  });

  it("is named when its venv module is missing, with the package that brings it", async () => {
    put("python3", "3.12.1", "no");
    expect(await trouble()).toContain("Python 3.12.1 (/fake/python3) has no venv module");
    expect(await trouble()).toContain("sudo apt install python3.12-venv");
  });

  it("is not a program that fails or says something else", async () => {
    writeFileSync(
      join(folder, "python3"),
      "#!/bin/sh\necho 'Python was not found; run without arguments'\nexit 9\n",
    );
    chmodSync(join(folder, "python3"), 0o755);
    expect(await trouble()).toContain("Python was not found");
  });
});
