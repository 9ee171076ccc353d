import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ownProduct } from "../../src/course/product.ts";
import { install, uninstall } from "../../src/jupyter/install/install.ts";
import { nodeFor } from "../../src/jupyter/install/node.ts";
import { closedToOthers } from "../../src/jupyter/install/others.ts";
import { prefixPlaces } from "../../src/jupyter/install/places.ts";
import { root, workbench } from "./project.ts";

const bench = workbench();
afterEach(() => bench.end());

const node = { path: process.execPath, version: process.version };

/** An installation of the project as it is built, and what to do with it. */
function installation(prefix = join(bench.folder(), "shared")) {
  const places = prefixPlaces(prefix);
  let product = ownProduct(root);
  return {
    places,
    prefix,
    install: (snapshot = false) => install({ projectDir: root, product, places, node, snapshot }),
    /** As if a lesson had been written again. */
    writeLesson(text: string): void {
      const notebooks = join(bench.folder(), "notebooks");
      cpSync(product.notebooks, notebooks, { recursive: true });
      writeFileSync(join(notebooks, "03-momentum.ipynb"), text);
      product = { ...product, notebooks };
    },
    /** Where the kernel lies that Jupyter starts now. */
    kernelDir(): string {
      const spec = readFileSync(join(places.data, "kernels", "fall-line", "kernel.json"), "utf8");
      const program = (JSON.parse(spec) as { argv: string[] }).argv.at(-2)!;
      const [, release] = /^require\("(.+)"\);\n$/.exec(readFileSync(program, "utf8"))!;
      return dirname(createRequire(program).resolve(release!));
    },
    releases: () => readdirSync(join(places.data, "fall-line", "releases")),
  };
}

/** Everything below a folder, with what tells whether it was touched. */
function tree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => {
      const { ino, mtimeMs, mode } = lstatSync(join(folder, name));
      return `${name} ${ino} ${mtimeMs} ${mode.toString(8)}`;
    })
    .sort();
}

describe("an installation for everybody", () => {
  it("can be read by every user, is whole without the project, and is not touched by a second one", async () => {
    const before = process.umask(0o077);
    try {
      const shared = installation();
      expect(await shared.install(true)).toMatchObject({ changed: true, snapshot: "made" });
      const closed = tree(shared.prefix).filter((line) => !/ (40755|100644|100755)$/.test(line));
      expect(closed).toEqual([]);
      expect(
        readdirSync(shared.prefix, { recursive: true, withFileTypes: true }).some((entry) =>
          entry.isSymbolicLink(),
        ),
      ).toBe(false);
      // What the kernel asks for is found in the installation itself.
      const zeromq = createRequire(join(shared.kernelDir(), "main.js")).resolve("zeromq");
      expect(zeromq.startsWith(shared.prefix)).toBe(true);

      const first = tree(shared.prefix);
      expect(await shared.install(true)).toMatchObject({ changed: false });
      expect(tree(shared.prefix)).toEqual(first);
    } finally {
      process.umask(before);
    }
  });

  it("keeps the releases before when it is updated", async () => {
    const shared = installation();
    await shared.install();
    const first = shared.kernelDir();
    shared.writeLesson("again");
    await shared.install();
    const second = shared.kernelDir();
    expect(second).not.toBe(first);
    expect(existsSync(join(first, "main.js"))).toBe(true);
    const lesson = join("static", "lessons", "03-momentum.ipynb");
    expect(readFileSync(join(shared.places.data, "labextensions", "fall-line", lesson), "utf8")).toBe(
      "again",
    );
    shared.writeLesson("and again");
    await shared.install();
    expect([first, second].map((release) => existsSync(release))).toEqual([true, true]);
    expect(shared.releases()).toHaveLength(3);
    expect(await shared.install()).toMatchObject({ changed: false });
  });

  it("is whole after one that was killed in between", async () => {
    const shared = installation();
    const left = join(shared.places.data, "fall-line", "releases", ".new-1");
    mkdirSync(left, { recursive: true });
    mkdirSync(join(shared.places.data, "fall-line", "labextension"), { recursive: true });
    await shared.install();
    expect(shared.releases()).toHaveLength(1);
    expect(readdirSync(join(shared.places.data, "fall-line")).sort()).toEqual([
      "installed.json",
      "main.js",
      "releases",
    ]);
  });

  it("leaves nothing when it is taken out, and what others have put there as it was", async () => {
    const prefix = join(bench.folder(), "shared");
    const shared = installation(prefix);
    const config = join(shared.places.config, "jupyter_server_config.json");
    const theirs = { ServerApp: { token: "secret" }, LanguageServerManager: { autodetect: true } };
    mkdirSync(dirname(config), { recursive: true });
    for (const [said, isKept] of [
      [undefined, false],
      [{ ServerApp: theirs.ServerApp }, false],
      [theirs, true],
    ] as const) {
      rmSync(config, { force: true });
      if (said !== undefined) writeFileSync(config, JSON.stringify(said), { mode: 0o600 });
      const before = tree(prefix).map((line) => line.split(" ")[0]);
      const { kept } = await shared.install();
      expect(kept).toBe(isKept ? config : undefined);
      const installed = JSON.parse(readFileSync(config, "utf8")) as typeof theirs;
      expect(installed.LanguageServerManager.autodetect).toBe(isKept);
      if (said !== undefined) expect(lstatSync(config).mode & 0o777).toBe(0o600);
      uninstall(shared.places);
      expect(tree(prefix).map((line) => line.split(" ")[0])).toEqual(before);
      if (said !== undefined) expect(JSON.parse(readFileSync(config, "utf8"))).toEqual(said);
    }
    expect(uninstall(shared.places)).toEqual([]);
  });

  it("refuses to write over another program", async () => {
    const shared = installation();
    mkdirSync(shared.places.commands!, { recursive: true });
    writeFileSync(join(shared.places.commands!, "fall-line"), "#!/bin/sh\n");
    await expect(shared.install()).rejects.toThrow("There is another program in the place of our command");
    expect(uninstall(shared.places)).toEqual([]);
    expect(readdirSync(shared.prefix, { recursive: true })).toEqual(["bin", join("bin", "fall-line")]);
  });

  it("brings students the commands for lessons and progress, and writes nothing into itself", async () => {
    const shared = installation();
    await shared.install();
    const before = tree(shared.prefix);
    const home = bench.folder();
    const fallLine = async (...args: string[]) => {
      const program = bench.program(join(shared.places.commands!, "fall-line"), args, { cwd: home });
      return { code: await program.ended, output: program.output };
    };
    expect(await fallLine("lessons", "--dir", "course")).toMatchObject({ code: 0 });
    expect(readdirSync(join(home, "course"))).toContain("03-momentum.ipynb");
    expect((await fallLine("lessons", "--dir", "course", "--quiet", "--open")).output).toBe(
      "00-start-here.ipynb\n",
    );
    const event = { v: 2, time: "2026-01-01T00:00:00Z", lesson: "momentum", exercise: "rule", event: "hint" };
    writeFileSync(join(home, "course", "fall-line-progress.jsonl"), JSON.stringify(event));
    expect((await fallLine("lessons", "--dir", "course", "--quiet", "--open")).output).toBe(
      "03-momentum.ipynb\n",
    );
    const { output } = await fallLine("progress", "--dir", "course");
    expect(output).toContain("03 Momentum");
    expect(output).toContain("◔");
    expect(await fallLine("progres")).toMatchObject({
      code: 1,
      output: expect.stringContaining("Did you mean progress? More: fall-line --help") as string,
    });
    expect(tree(shared.prefix)).toEqual(before);
  });
});

describe("a Node for everybody", () => {
  it("is one that others may run: each folder on the way, and on the way of each link, counts", async () => {
    const folder = bench.folder();
    chmodSync(folder, 0o755);
    const inside = join(folder, "mine");
    mkdirSync(inside, { mode: 0o755 });
    const program = join(inside, "node");
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' "$@"\n`);
    chmodSync(program, 0o755);
    const link = join(folder, "node");
    symlinkSync(program, link);
    expect(closedToOthers(link)).toBeUndefined();
    expect(await nodeFor(link, true)).toEqual({ path: link, version: process.version });

    chmodSync(program, 0o754);
    expect(closedToOthers(link)).toEqual({ path: program, mode: "754" });
    chmodSync(program, 0o755);
    chmodSync(inside, 0o700);
    expect(closedToOthers(link)).toEqual({ path: inside, mode: "700" });
    await expect(nodeFor(link, true)).rejects.toThrow(
      `Other users may not run ${link}: ${inside} is closed to them (permissions 700)`,
    );
    expect((await nodeFor(link, false)).path).toBe(link);
    expect(closedToOthers(program, "win32")).toBeUndefined();
  });

  it("is a Node, and of today", async () => {
    const folder = bench.folder();
    const program = (text: string): string => {
      const file = join(folder, "program");
      writeFileSync(file, `#!/bin/sh\necho ${text}\n`, { mode: 0o755 });
      return file;
    };
    await expect(nodeFor(program("hello"), false)).rejects.toThrow("is no Node that runs");
    await expect(nodeFor(program("version v18.20.0"), false)).rejects.toThrow(
      "Node 20.19 or newer is needed",
    );
    await expect(nodeFor(join(folder, "nothing"), false)).rejects.toThrow("there is no program at");
  });
});
