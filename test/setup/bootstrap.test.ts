import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { firstUnlessLong, isLong } from "../long.ts";
import { eventually, root, withoutNetwork, withUv, workbench, workersIn } from "./project.ts";

const bench = workbench();
afterEach(() => bench.end());

const lasting = workbench();
afterAll(() => lasting.end());
let clone: string | undefined;

/** The project as it is before anything is installed; copied once, and cleared of what a test left in it. */
function bare(): string {
  clone ??= lasting.project({ built: false, installed: false });
  for (const made of [".fall-line", "node_modules"])
    rmSync(join(clone, made), { recursive: true, force: true });
  return clone;
}

const bootstrap = join(root, "src", "cli", "bootstrap.cjs");

describe("the first file that Node reads", () => {
  it("parses as ES5, which every Node knows", () => {
    const text = readFileSync(bootstrap, "utf8");
    expect(() => parse(text, { ecmaVersion: 5, sourceType: "script", allowHashBang: true })).not.toThrow();
  });

  it.each(firstUnlessLong(["20.18.3", "18.20.4", "8.17.0"]))(
    "tells Node %s what is needed",
    async (version) => {
      const pretence = join(bench.folder(), "pretence.cjs");
      const versions = JSON.stringify({ ...process.versions, node: version });
      writeFileSync(pretence, `Object.defineProperty(process, "versions", { value: ${versions} });`);
      const program = bench.program(process.execPath, ["--require", pretence, bootstrap, "start"], {});
      expect(await program.ended).toBe(1);
      expect(program.output).toContain(`needs Node 20.19 or newer, and this is Node ${version}`);
      expect(program.output).toContain("https://nodejs.org");
    },
  );

  it("gives help and names mistakes before anything is installed", async () => {
    const project = bare();
    const help = bench.fallLine(project, ["--help"]);
    expect(await help.ended).toBe(0);
    expect(help.output).toContain("Usage: npx fall-line COMMAND");
    const mistake = bench.fallLine(project, ["strat"]);
    expect(await mistake.ended).toBe(1);
    expect(mistake.output).toContain("Did you mean start?");
    expect(existsSync(join(project, ".fall-line"))).toBe(false);
  });

  it.each(
    firstUnlessLong(["trace adam --set lamda=1", "rules adma", "trace adma", "trace adam --objective beal"]),
  )("tells a slip in sentences, as it is built: fall-line %s", async (line) => {
    const program = bench.fallLine(root, line.split(" "));
    expect(await program.ended).toBe(1);
    expect(program.output.replace(/\s+/g, " ")).toMatch(
      /^fall-line (rules|trace): .*(did you mean|allowed:) \w/,
    );
    expect(program.output).not.toContain("    at ");
  });

  it("has commands that carry what else would be read from hundreds of small files", () => {
    const dist = join(root, "dist");
    const read = readdirSync(dist)
      .filter((name) => /^(cli|grading-thread).*\.js$/.test(name))
      .flatMap(
        (name) => readFileSync(join(dist, name), "utf8").match(/\bfrom "(mathjs|d3-|valibot)[^"]*"/g) ?? [],
      );
    expect(read).toEqual([]);
  });

  it("says in one sentence that the first start needs the network", async () => {
    const project = bare();
    const program = bench.fallLine(project, ["start"], {
      ...withoutNetwork(bench.folder()),
      PATH: withUv(),
    });
    expect(await program.ended).toBe(1);
    expect(program.output).toMatch(/(npm|pip) could not reach the (package registry|Python package index)/);
    expect(program.output).toContain("Connect to the internet");
    expect(program.output).not.toContain("    at ");
    expect(existsSync(join(project, "node_modules"))).toBe(false);
  });

  it("says in one sentence that the folder cannot be written to", async () => {
    const project = bare();
    // A folder where .fall-line is a file refuses everyone, the superuser too.
    writeFileSync(join(project, ".fall-line"), "");
    const refused = bench.fallLine(project, ["start"]);
    expect(await refused.ended).toBe(1);
    expect(refused.output).toMatch(/A file is where a folder is needed: .*\.fall-line/);
  });

  it("builds again when a source has changed, and only then", async () => {
    const project = bench.project();
    const uninstall = () =>
      bench.fallLine(project, ["kernel", "uninstall"], { JUPYTER_DATA_DIR: join(project, "none") });
    const asBuilt = uninstall();
    expect(await asBuilt.ended).toBe(0);
    expect(asBuilt.output).toBe("The kernel is not installed.\n");
    const source = join(project, "src", "cli", "kernel.ts");
    writeFileSync(source, `${readFileSync(source, "utf8")}// More.\n`);
    const changed = uninstall();
    await changed.says(/fall-line: building/);
  });

  if (isLong)
    it("shows the end of the build's output when the build fails", async () => {
      const project = bench.project();
      writeFileSync(join(project, "src", "index.ts"), "this is not TypeScript\n");
      const program = bench.fallLine(project, ["kernel", "uninstall"]);
      expect(await program.ended).toBe(1);
      expect(program.output).toContain("The build failed");
      expect(program.output).toContain("src/index.ts:1:5");
      expect(program.output).toContain("build.log");
    });
});

describe("an installation that is interrupted", () => {
  it("ends at Ctrl-C with one line, and takes npm with it", async () => {
    const project = bare();
    const program = bench.fallLine(project, ["start"]);
    await program.says(/npm packages: installing/);
    const aside = join(realpathSync(project), ".fall-line", "aside");
    await eventually(() => workersIn(aside) !== 0);
    program.kill("SIGINT");
    expect(await program.ended).toBe(130);
    expect(program.output).toMatch(
      /^npm packages: installing \.\.\.\nJupyter: installing \.\.\.\n\nStopped\. .*\n$/,
    );
    expect(workersIn(aside) ?? 0).toBe(0);
  });
});

describe("a read-only project folder", () => {
  it("is named, with the cure", async () => {
    const project = bare();
    // Permissions do not hold the superuser back, so he becomes someone else.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    chmodSync(join(project, ".."), 0o755);
    chmodSync(project, 0o555);
    const program = bench.program(process.execPath, [join(project, "src", "cli", "bootstrap.cjs"), "start"], {
      cwd: project,
      ...nobody,
    });
    const code = await program.ended;
    chmodSync(project, 0o755);
    expect(code).toBe(1);
    expect(program.output).toContain(`The folder cannot be written to: ${project}`);
    expect(program.output).toContain("permissions");
  });
});
