import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startServer } from "../../src/jupyter/server.ts";
import { pythonOf } from "../../src/jupyter/venv.ts";
import { endAll } from "../../src/system/process.js";
import { root, workbench } from "./project.ts";

const bench = workbench();
afterAll(async () => {
  await endAll();
  await bench.end();
});

/** A program in JupyterLab's place; it finds its port in its arguments. */
function server(...lines: string[]): string {
  const program = join(bench.folder(), "python");
  const port = `const port = Number(process.argv.join(" ").match(/port=(\\d+)/)[1]);`;
  writeFileSync(program, [`#!${process.execPath}`, port, ...lines].join("\n"), { mode: 0o755 });
  return program;
}

const TAKEN = `console.error(\`The port \${port} is already in use.\`); process.exit(1);`;

/** Lines of a program that answers every request in one way, and says so when its port is taken. */
const answering = (status: number): string =>
  `require("node:http").createServer((_, answer) => answer.writeHead(${status}).end("{}")).on("error", () => { ${TAKEN} }).listen(port, "127.0.0.1");`;

describe("the server", () => {
  it("takes the next port when another program was quicker", async () => {
    const once = JSON.stringify(join(bench.folder(), "once"));
    const python = server(
      `const fs = require("node:fs");`,
      `if (fs.existsSync(${once})) ${answering(200)}`,
      `else { fs.writeFileSync(${once}, ""); ${answering(403)} setTimeout(() => { ${TAKEN} }, 500); }`,
    );
    const folder = bench.folder();
    const { urlOf } = await startServer({ projectDir: folder, python, folder, asked: undefined });
    expect((await fetch(urlOf(""))).ok).toBe(true);
  });

  it("tells that it did not start when every port is refused, and when it ends for another reason", async () => {
    const folder = bench.folder();
    for (const [program, reason] of [
      [server(TAKEN), "already in use"],
      [server(`console.error("no such module"); process.exit(1);`), "no such module"],
    ] as const) {
      const starting = startServer({ projectDir: folder, python: program, folder, asked: undefined });
      await expect(starting).rejects.toMatchObject({
        message: "JupyterLab did not start",
        detail: expect.stringContaining(reason) as string,
      });
    }
  });

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
