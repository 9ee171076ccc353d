import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
  vi,
} from "vitest";
import { kernel } from "../../src/cli/kernel.ts";
import overrides from "../../src/jupyter/overrides.json";
import { LESSON_HEADER } from "../../src/notebook/lesson.ts";
import { snapshotPath } from "../../src/kernel/node/snapshot.ts";
import { typedIn } from "./session.ts";
import { type StandIn, standIn } from "./stand-in.ts";

const project = standIn();
const { callerDir, projectDir } = project;
project.write("dist/installed.js", "// installed");
project.write("dist/kernel/main.js", "// main");
project.write("dist/kernel/snapshot-0.blob", "");
afterAll(() => project.end());

/** Makes a lesson whole; its notebook is built when something is installed. */
function writeLesson({ write }: StandIn, name: string, cell: string): void {
  const about = { title: name, short: name, minutes: 10, learn: "it." };
  write(`lessons/${name}/about.ts`, `export const about = ${JSON.stringify(about)};`);
  write(`lessons/${name}/lesson.ts`, `${LESSON_HEADER}\n// %% ${cell}\n`);
}

beforeAll(async () => {
  for (const name of ["11-waves", "12-tides"]) writeLesson(project, name, "[markdown]\n// They rise.");
  await run("install", "--prefix", "before", "--no-snapshot");
});

const run = (...line: string[]) => typedIn(project, kernel, "kernel", ...line);
const here = (...parts: string[]): string => join(callerDir, "here", ...parts);
const json = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
const write = (path: string, text: string, mode = 0o644): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
};
const config = here("etc/jupyter/jupyter_server_config.json");
const releases = (): string[] => readdirSync(here("share/jupyter/fall-line/releases"));
/** What the program leads to that Jupyter starts. */
const leadsTo = (): string => readFileSync(here("share/jupyter/fall-line/main.js"), "utf8");
const argv = (): string[] => json(here("share/jupyter/kernels/fall-line/kernel.json"))["argv"] as string[];
const change = (text: string): string => project.write("dist/installed.js", text);

beforeEach(() => {
  rmSync(here(), { recursive: true, force: true });
  change("// installed");
});
afterEach(() => {
  vi.unstubAllEnvs();
});
const install = (...more: string[]) => run("install", "--prefix", "here", "--no-snapshot", ...more);

describe("fall-line kernel install", () => {
  test("has to be told where, in one place", async () => {
    await expect(run("install")).rejects.toMatchObject({
      message: "kernel install writes outside the project folder, and has to be told where",
      cure: expect.stringMatching(/--user .*\n.*--sys-prefix .*\n.*--prefix DIR /) as string,
    });
    await expect(run("install", "--user", "--prefix", "here")).rejects.toThrow(
      "Only one place at a time, got --user and --prefix",
    );
    await expect(run("uninstall", "--sys-prefix", "--prefix", "here")).rejects.toThrow(
      "got --sys-prefix and --prefix",
    );
    vi.stubEnv("PATH", callerDir);
    await expect(run("install", "--sys-prefix")).rejects.toThrow("there is no jupyter on the PATH");
  });

  test("lays a release and all that points to it below a prefix, and says where and how it is taken out", async () => {
    const { code, said } = await install();
    expect(code).toBe(0);
    const places = [
      here("share/jupyter/kernels/fall-line"),
      here("share/jupyter/labextensions/fall-line"),
      here("share/jupyter/fall-line"),
      here("bin/fall-line"),
    ];
    expect(said[0]!.split("\n")).toEqual([
      `Installed the kernel "TypeScript (fall-line)", run by ${process.execPath} (Node ${process.versions.node}):`,
      ...places.map((path) => `  ${path}`),
      "Kernels start without a snapshot, in less memory; their first cell takes a little longer.",
      "npx fall-line kernel uninstall --prefix here takes it out.",
    ]);
    expect(said[1]).toMatch(/^Nobody but you can reach it: \S+ is closed to others \(permissions 700\)\.$/);
    const [release, ...others] = releases();
    expect([others, release]).toEqual([[], expect.stringMatching(/^\d+\.\d+\.\d+-[0-9a-f]{12}$/)]);
    const folder = here("share/jupyter/fall-line/releases", release!);
    expect(argv()[0]).toBe(process.execPath);
    expect(argv()).toContain(here("share/jupyter/fall-line/main.js"));
    expect(leadsTo()).toContain(`/${release!}/kernel/main.js`);
    expect(readFileSync(here("bin/fall-line"), "utf8")).toContain(`'${join(folder, "fall-line.js")}'`);
    expect(readFileSync(join(folder, "fall-line.js"), "utf8")).toBe("// installed");
    for (const file of [
      "index.js",
      "index.d.ts",
      "former-names.json",
      "notebooks/11-waves.ipynb",
      "kernel/main.js",
    ])
      expect(existsSync(join(folder, file)), file).toBe(true);
    for (const name of ["package.json", "build/loader.js"])
      expect(existsSync(join(folder, "node_modules/cmake-ts", name)), name).toBe(true);
    const zeromq = readdirSync(join(folder, "node_modules/zeromq"), { recursive: true }).map(String);
    expect(zeromq).toContain(`build/${process.platform}/${process.arch}`);
    expect(zeromq.filter((name) => /^build\/\w+$/.test(name))).toEqual([`build/${process.platform}`]);
    expect(zeromq.filter((name) => name.endsWith(".ts") || name.startsWith("src"))).toEqual([]);
    expect(existsSync(join(folder, "kernel/snapshot-0.blob"))).toBe(false);
    expect(json(config)).toEqual({ LanguageServerManager: { autodetect: false } });
    const settings = (section: string): object =>
      json(here("etc/jupyter/labconfig", `${section}.d/fall-line.json`));
    expect(settings("default_setting_overrides")).toEqual(overrides);
    expect(settings("page_config")).toHaveProperty("disabledExtensions");
    expect(existsSync(here("share/jupyter/labextensions/fall-line/static/lessons/11-waves.ipynb"))).toBe(
      true,
    );
  });

  test("changes nothing where it is as it should be", async () => {
    await install();
    const { said } = await install();
    expect(said[0]).toMatch(
      /^The kernel "TypeScript \(fall-line\)" is installed already; nothing was changed:/,
    );
    expect(releases()).toHaveLength(1);
  });

  test("keeps the releases of two weeks, of which kernels may still run, and none before these", async () => {
    const seen: string[] = [];
    for (const text of ["// 1", "// 2", "// 2", "// 3"]) {
      change(text);
      await install();
      seen.push(releases().find((name) => leadsTo().includes(name))!);
    }
    expect(new Set(seen).size).toBe(3);
    expect(releases().sort()).toEqual([...new Set(seen)].sort());
    const note = here("share/jupyter/fall-line/installed.json");
    const daysAgo = (days: number): string => new Date(Date.now() - days * 24 * 3600_000).toISOString();
    write(
      note,
      JSON.stringify({ ...json(note), replaced: { [seen[0]!]: daysAgo(15), [seen[1]!]: daysAgo(13) } }),
    );
    await install();
    expect(releases().sort()).toEqual([seen[1]!, seen[3]!].sort());
    expect(Object.keys(json(note)["replaced"] as object)).toEqual([seen[1]]);
  });

  test("brings a lesson that was edited as it is now; one with a mistake stays as it was, and that is said", async () => {
    const edited = standIn();
    onTestFinished(() => edited.end());
    edited.write("dist/installed.js", "// installed");
    edited.write("dist/kernel/main.js", "// main");
    const again = () => typedIn(edited, kernel, "kernel", "install", "--prefix", "there", "--no-snapshot");
    for (const name of ["11-waves", "12-tides"]) writeLesson(edited, name, "[markdown]\n// They fall.");
    const { said } = await again();
    expect(said[1]).toBe("The notebook of 12-tides was built anew from its lesson.");
    const home = join(edited.callerDir, "there/share/jupyter/fall-line/releases");
    const notebook = join(home, readdirSync(home)[0]!, "notebooks/12-tides.ipynb");
    expect(readFileSync(notebook, "utf8")).toContain("They fall.");
    writeLesson(edited, "12-tides", '[markdown] id="mine"\n// They rise.');
    const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { code, said: of } = await again();
    expect([code, of.at(-1)]).toEqual([
      1,
      "Lessons with mistakes were left as they were. Mend them, and write the same command again.",
    ]);
    expect(stderr).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/12-tides.*unknown key "id"/));
  });

  test("leaves a setting that somebody has made, and says so", async () => {
    write(config, '{ "LanguageServerManager": { "autodetect": true } }');
    const { said } = await install();
    expect(said[0]).toContain(
      `${config} says otherwise of LanguageServerManager.autodetect, and was left so`,
    );
    await run("uninstall", "--prefix", "here");
    expect(json(config)).toEqual({ LanguageServerManager: { autodetect: true } });
  });

  test("refuses where another program has its name, and leaves that as it is", async () => {
    write(here("bin/fall-line"), "#!/bin/sh\n");
    await expect(install()).rejects.toThrow(
      `There is another program in the place of our command: ${here("bin/fall-line")}`,
    );
    expect(existsSync(here("share"))).toBe(false);
    await run("uninstall", "--prefix", "here");
    expect(readFileSync(here("bin/fall-line"), "utf8")).toBe("#!/bin/sh\n");
  });

  test("says that there is no snapshot where this Node cannot start from one", async () => {
    const { said } = await run("install", "--prefix", "here");
    expect(said[0]).toContain("There is no start-up snapshot: this Node cannot start from it.");
  });

  test("opens the snapshot that is wanted to everybody, and takes away one that is not", async () => {
    await install();
    const folder = here("share/jupyter/fall-line/releases", releases()[0]!, "kernel");
    const snapshot = snapshotPath(realpathSync(folder));
    write(snapshot, "", 0o600);
    const { said } = await run("install", "--prefix", "here");
    expect(said[0]).toContain("Kernels start from a snapshot: the first cell runs sooner");
    expect(statSync(snapshot).mode & 0o777).toBe(0o644);
    await install();
    expect(existsSync(snapshot)).toBe(false);
  });

  test("makes the papermill with the same prefix find parameters", async () => {
    write(here("bin/python"), `#!/bin/sh\necho "site-packages ${here("packages")} "\n`, 0o755);
    write(here("bin/papermill"), `#!${here("bin/python")}\n`, 0o755);
    const { said } = await install();
    expect(said[0]).toContain(`  ${here("packages/fall-line.pth")}\n`);
    expect(readFileSync(here("packages/fall-line.pth"), "utf8")).toBe(
      `${here("share/jupyter/fall-line/releases", releases()[0]!, "papermill")}\n`,
    );
    rmSync(here("bin/papermill"));
    await install();
    expect((await run("uninstall", "--prefix", "here")).said[0]).toContain("packages/fall-line.pth");
    expect(readdirSync(here("bin"))).toEqual(["python"]);
    expect(existsSync(here("packages"))).toBe(false);
  });
});

describe("fall-line kernel uninstall", () => {
  test("takes out all that was put in, folders too, and nothing else", async () => {
    write(here("share/jupyter/kernels/mine/kernel.json"), "{}");
    write(config, '{ "ServerApp": { "port": 9 } }');
    await install();
    await install();
    const { code, said } = await run("uninstall", "--prefix", "here");
    expect(code).toBe(0);
    expect(said[0]).toMatch(/^Removed:\n( {2}\S+\n?){6}$/);
    const left = readdirSync(here(), { recursive: true, withFileTypes: true }).filter(
      (entry) => !entry.isDirectory(),
    );
    expect(left.map(({ name }) => name).sort()).toEqual(["jupyter_server_config.json", "kernel.json"]);
    expect(readdirSync(here()).sort()).toEqual(["etc", "share"]);
    expect(json(config)).toEqual({ ServerApp: { port: 9 } });
    expect((await run("uninstall", "--prefix", "here")).said).toEqual(["The kernel is not installed."]);
  });

  test("takes out what one user has where nothing else is said", async () => {
    vi.stubEnv("JUPYTER_DATA_DIR", here("data"));
    vi.stubEnv("JUPYTER_CONFIG_DIR", here("config"));
    const { said } = await run("install", "--user", "--no-snapshot");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/npx fall-line kernel uninstall --user takes it out\.$/);
    expect(existsSync(here("data/kernels/fall-line/kernel.json"))).toBe(true);
    await run("uninstall");
    expect(existsSync(here())).toBe(false);
  });
});

test("the Node that runs kernels is named from where the user is", async () => {
  await expect(install("--node", "none")).rejects.toThrow(
    `--node: there is no program at ${join(callerDir, "none")}`,
  );
  write(join(callerDir, "node"), "#!/bin/sh\necho version v20.19.0\n", 0o755);
  const { said } = await install("--node", "node");
  expect(said[0]).toContain(`run by ${join(callerDir, "node")} (Node 20.19.0):`);
  expect(argv()[0]).toBe(join(callerDir, "node"));
  expect(existsSync(join(projectDir, "share"))).toBe(false);
});
