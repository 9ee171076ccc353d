import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { pythonOf } from "../../src/jupyter/venv.js";
import { root, workbench } from "./project.ts";

const bench = workbench();
afterAll(() => bench.end());

describe("the server", () => {
  it("keeps the line on which it hears that we are gone from the programs that it starts", async () => {
    const packages = bench.folder();
    const program = `import subprocess, sys
class LabApp:
    def launch_instance(args):
        reading = [sys.executable, "-c", "import sys; print('read to the end:', repr(sys.stdin.read()))"]
        subprocess.run(reading, timeout=30, check=True)
class ServerApp:
    pass
`;
    for (const [folder, module] of [
      ["jupyterlab", "labapp"],
      ["jupyter_server", "serverapp"],
    ] as const) {
      mkdirSync(join(packages, folder));
      writeFileSync(join(packages, folder, "__init__.py"), "");
      writeFileSync(join(packages, folder, `${module}.py`), program);
    }
    const python = pythonOf(join(root, ".fall-line", "venv"));
    const child = spawn(python, [join(root, "src", "jupyter", "serve.py")], {
      env: { ...process.env, PYTHONPATH: packages },
      stdio: ["pipe", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    await new Promise((ended) => child.once("close", ended));
    expect(output).toBe("read to the end: ''\n");
  });
});
