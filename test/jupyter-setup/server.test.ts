/** How JupyterLab is started, with a stand-in for its Python. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startServer } from "../../src/jupyter/server.ts";
import { endAll } from "../../src/system/process.js";

let place = "";
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "server-")));
  mkdirSync(join(place, "course"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endAll();
  rmSync(place, { recursive: true });
});

interface Start {
  readonly args: string[];
  readonly cwd: string;
  readonly token: string;
  readonly path: string;
  readonly input: boolean;
}

/** A program that notes how it was started, and then goes on in a way of its own, knowing how often it was before. */
function python(...lines: string[]): string {
  const program = join(place, "python");
  const text = `#!${process.execPath}
const fs = require("node:fs");
const { JUPYTER_TOKEN: token, JUPYTER_PATH: path } = process.env;
const args = process.argv.slice(2);
const port = Number(/port=(\\d+)/.exec(args.join(" "))[1]);
const starts = ${JSON.stringify(join(place, "starts"))};
const before = fs.existsSync(starts) ? fs.readFileSync(starts, "utf8").split("\\n").length - 1 : 0;
const input = !fs.fstatSync(0).isCharacterDevice();
fs.appendFileSync(starts, JSON.stringify({ args, cwd: process.cwd(), token, path, input }) + "\\n");
const end = (said) => { console.error(said); process.exit(1); };
const serve = (answer) => require("node:http")
  .createServer((question, reply) => {
    if (question.url === "/end") process.exit(0);
    reply.writeHead(question.url === "/api/status?token=" + token ? answer() : 403).end("{}");
  })
  .on("error", () => end(\`The port \${port} is already in use.\`))
  .listen(port, "127.0.0.1");
`;
  writeFileSync(program, text + lines.join("\n"), { mode: 0o755 });
  return program;
}

const starts = (): Start[] =>
  readFileSync(join(place, "starts"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Start);
const portOf = ({ args }: Start): string => /port=(\d+)/.exec(args.join(" "))![1]!;

const start = (program: string, asked?: string, kernels?: string) =>
  startServer({
    projectDir: place,
    ...{ python: program, folder: join(place, "course"), lessons: join(place, "notebooks"), kernels, asked },
  });
const log = (): string => join(place, ".fall-line/logs/jupyter.log");

describe.skipIf(process.platform === "win32")("the server", () => {
  it("serves the folder on this machine alone, behind a token, and writes all it says into the log", async () => {
    const program = python(`console.log("out"); console.error("error"); serve(() => 200);`);
    mkdirSync(join(place, ".fall-line/logs"), { recursive: true });
    writeFileSync(log(), "of an earlier start");
    const { urlOf, ended } = await start(program, undefined, join(place, "kernels"));
    const last = starts().at(-1)!;
    const { args, cwd, token, path, input } = last;
    const port = portOf(last);
    expect(args).toEqual([
      join(place, "src/jupyter/serve.py"),
      `--ServerApp.root_dir=${join(place, "course")}`,
      "--ServerApp.ip=127.0.0.1",
      `--ServerApp.port=${port}`,
      "--ServerApp.port_retries=0",
      "--ServerApp.open_browser=False",
    ]);
    expect([cwd, input]).toEqual([join(place, "course"), true]);
    expect(path).toBe([join(place, "kernels"), join(place, ".fall-line/jupyter/path")].join(delimiter));
    expect(token).toMatch(/^[0-9a-f]{48}$/);
    expect([urlOf(""), urlOf("50 % é#1.ipynb")]).toEqual([
      `http://127.0.0.1:${port}/lab?token=${token}`,
      `http://127.0.0.1:${port}/lab/tree/50%20%25%20%C3%A9%231.ipynb?token=${token}`,
    ]);
    expect(readFileSync(log(), "utf8")).toBe("out\nerror\n");
    const modes = [log(), join(log(), ".."), join(place, ".fall-line")].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o700, 0o700]);
    await fetch(`http://127.0.0.1:${port}/end`).catch(() => undefined);
    await ended;
  });

  it("answers to the names that it is told of, and JupyterLab to no others", async () => {
    const hosts = ["lessons.example"];
    const folders = { projectDir: place, folder: join(place, "course"), lessons: join(place, "notebooks") };
    const options = { ...folders, asked: undefined, hosts };
    await startServer({ ...options, python: python("serve(() => 200);") });
    expect(starts().at(-1)!.args).toContain(`--ServerApp.local_hostnames=["localhost","lessons.example"]`);
  });

  it("is there when it lets us in, and not before", async () => {
    const program = python(`
      let asked = 0;
      serve(() => { fs.writeFileSync(${JSON.stringify(join(place, "asked"))}, String(++asked)); return asked < 3 ? 503 : 200; });`);
    await start(program);
    expect(readFileSync(join(place, "asked"), "utf8")).toBe("3");
  });

  it.each(["The port 8888 is already in use.", "ERROR: port 8888 is not available"])(
    "takes the next free port when another program was quicker: %s",
    async (said) => {
      const program = python(`if (before < 2) end(${JSON.stringify(said)}); else serve(() => 200);`);
      const { urlOf } = await start(program);
      expect(starts().length).toBeGreaterThanOrEqual(3);
      const last = starts().at(-1)!;
      expect(urlOf("")).toContain(`:${portOf(last)}/lab?token=${last.token}`);
    },
  );

  it.each([
    ["when every port is refused", "The port 8888 is already in use.", undefined, 5],
    ["when the port that was asked for is refused", "The port 18917 is already in use.", "18917", 1],
    ["when it ends for another reason", "no such module", undefined, 1],
  ])("tells that it did not start %s", async (_, said, asked, count) => {
    await expect(start(python(`end(${JSON.stringify(said)});`), asked)).rejects.toMatchObject({
      message: "JupyterLab did not start",
      cure: `Its whole output is in ${log()}.`,
      detail: said,
    });
    expect(starts()).toHaveLength(count);
    if (asked !== undefined) expect(portOf(starts()[0]!)).toBe(asked);
  });

  it("tells so too when there is no such program", async () => {
    await expect(start(join(place, "none"))).rejects.toThrow("JupyterLab did not start");
  });

  it("ends a program that lets nobody in for a minute", async () => {
    const program = python(`serve(() => { fs.writeFileSync(${JSON.stringify(join(place, "asked"))}, ""); return 403; });`); // prettier-ignore
    const began = Date.now();
    const now = vi.spyOn(Date, "now").mockReturnValue(began);
    const starting = start(program).catch((error: unknown) => error);
    await expect.poll(() => readIfThere(join(place, "asked"))).toBe("");
    now.mockReturnValue(began + 60_000);
    expect(await starting).toMatchObject({ message: "JupyterLab did not start" });
    await expect(fetch(`http://127.0.0.1:${portOf(starts().at(-1)!)}/api/status`)).rejects.toThrow();
  });
});

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
