import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pythonOfChosen } from "../../src/jupyter/chosen.ts";
import { UserError } from "../../src/system/user-error.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chosen-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** An environment with a Python that tells which JupyterLab it has. */
function environment(version: string | undefined): { python: string; jupyter: string } {
  const answer =
    version === undefined ? "exit 1" : `test "$PYTHONNOUSERSITE" = 1 && echo JupyterLab ${version}`;
  const python = put("env/bin/python", `#!/bin/sh\n${answer}\n`);
  return { python, jupyter: put("env/bin/jupyter", `#!${python}\n`) };
}

async function trouble(path: string): Promise<string> {
  const error: unknown = await pythonOfChosen(path, folder).catch((reason: unknown) => reason);
  return error instanceof UserError ? `${error.message}. ${error.cure}` : String(error);
}

describe("a Jupyter that the user chose", () => {
  it("can be given as its folder, its Python, its command, or a link to that", async () => {
    const { python, jupyter } = environment("4.2.5");
    const link = join(folder, "jupyter");
    symlinkSync(jupyter, link);
    for (const path of [join(folder, "env"), python, jupyter, link]) {
      expect(await pythonOfChosen(path, folder)).toBe(python);
    }
  });

  it("is found beside a command that is no Python script", async () => {
    const { python } = environment("4.0.0rc1");
    const command = put("env/bin/jupyter-lab", "#!/bin/sh\nexec something\n");
    const link = join(folder, "jupyter-lab");
    symlinkSync(command, link);
    for (const path of [command, link]) expect(await pythonOfChosen(path, folder)).toBe(python);
    renameSync(python, `${python}3`);
    expect(await pythonOfChosen(command, folder)).toBe(`${python}3`);
  });

  it("is the Python that was given, whatever that is a link to", async () => {
    const { python } = environment("4.99.0");
    renameSync(python, join(folder, "interpreter"));
    for (const name of [python, `${python}3.11`]) {
      symlinkSync(join(folder, "interpreter"), name);
      expect(await pythonOfChosen(name, folder)).toBe(name);
      expect(await pythonOfChosen(put("commands/jupyter", `#!${name}\n`), folder)).toBe(name);
    }
  });

  it.each(["3.6.8", "2.3.2", "5.0.0", "5.0.1", "10.4.0", "40.0.0"])(
    "is refused when it has JupyterLab %s, which is named",
    async (version) => {
      const { jupyter } = environment(version);
      expect(await trouble(jupyter)).toContain(
        `JupyterLab 4 is needed, and ${jupyter} has JupyterLab ${version}`,
      );
      expect(await trouble(jupyter)).toContain("leave --jupyter out");
    },
  );

  it("is refused when there is no JupyterLab, no Python, or nothing at all", async () => {
    const { python } = environment(undefined);
    expect(await trouble(python)).toContain(`there is no JupyterLab in ${python}`);
    const empty = join(folder, "empty");
    mkdirSync(empty);
    expect(await trouble(empty)).toContain(`there is no JupyterLab in ${empty}`);
    expect(await trouble(join(folder, "none"))).toContain(`there is nothing at ${join(folder, "none")}`);
  });
});
