import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, cleanEnvironment, root, workbench } from "./project.ts";

const bench = workbench();
const folder = bench.folder();

const bootstrap = join(folder, "node_modules/fall-line-course/src/cli/bootstrap.cjs");

const fallLine = (args: readonly string[], env = cleanEnvironment()) =>
  bench.program(process.execPath, [bootstrap, ...args], { cwd: folder, env });

async function says(...args: string[]): Promise<string> {
  const program = fallLine(args);
  expect(await program.ended, program.output).toBe(0);
  return program.output;
}

/** An empty folder into which the course has been installed from its tarball. */
beforeAll(async () => {
  for (const args of [
    ["pack", join(root, "dist/course-package")],
    ["init", "--yes"],
    ["install", "./fall-line-course-0.1.0.tgz", "--prefer-offline", "--no-audit"],
  ]) {
    const npm = bench.program("npm", args, { cwd: folder });
    expect(await npm.ended, npm.output).toBe(0);
  }
  expect(readdirSync(join(folder, "node_modules/.bin"))).toContain("fall-line");
});
afterAll(() => bench.end());

describe("the course, installed from its tarball", () => {
  it("opens as pages where there is neither Python nor a Jupyter yet", async () => {
    const program = fallLine(["start", "--no-browser"], { PATH: bench.folder() });
    const [, url] = await program.says(/The lessons are at (http:\/\/127\.0\.0\.1:\d+\/)/);
    expect(await (await fetch(new URL("03-momentum.html", url))).text()).toContain("Momentum");
    program.kill("SIGINT");
    await program.ended;
  });

  it("opens in JupyterLab, with its kernel", async () => {
    const program = fallLine(["start", "--no-browser"]);
    const url = await program.url();
    const { content } = (await ask(url, "/api/contents")) as { content: { name: string }[] };
    expect(content.map(({ name }) => name)).toContain("00-start-here.ipynb");
    expect(await ask(url, "/api/kernelspecs")).toMatchObject({
      kernelspecs: { "fall-line": { spec: { display_name: "TypeScript (fall-line)" } } },
    });
    program.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([".fall-line", "work"]));
  });

  it("makes slides and sites, and grades", async () => {
    await says("deck", "momentum");
    expect(readFileSync(join(folder, "decks", "03-momentum.html"), "utf8")).toContain("<section");
    await says("export", "momentum", "--out", "site");
    expect(readdirSync(join(folder, "site"))).toContain("03-momentum.html");
    mkdirSync(join(folder, "submissions", "anna"), { recursive: true });
    const lesson = readFileSync(join(folder, "work", "03-momentum.ipynb"));
    writeFileSync(join(folder, "submissions", "anna", "03-momentum.ipynb"), lesson);
    await says("grade", "submissions", "--out", "grades.csv");
    expect(readFileSync(join(folder, "grades.csv"), "utf8")).toContain("anna,momentum/rule,0,not written");
  });

  it("builds a course of one's own, with a lesson of its", async () => {
    mkdirSync(join(folder, "mine"));
    writeFileSync(join(folder, "mine", "course.json"), '{ "lessons": ["03-momentum"] }');
    expect(await says("check", "--course", "mine")).toContain("03-momentum: all is well");
    const [built = ""] = readdirSync(join(folder, ".fall-line", "courses"));
    const types = readFileSync(join(folder, ".fall-line", "courses", built, "index.d.ts"), "utf8");
    expect(types).toContain("declare function descend");
    expect(types).not.toMatch(/from ["']fall-line/);
  });
});
