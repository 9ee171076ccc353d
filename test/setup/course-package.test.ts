import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanEnvironment, copyByLinks, root, workbench } from "./project.ts";

const bench = workbench();
const folder = bench.folder();
const course = join(folder, "node_modules", "fall-line-course");

/** The package among those that it says it needs, and no others. */
beforeAll(() => {
  copyByLinks(join(root, "dist", "course-package"), course);
  const about = readFileSync(join(course, "package.json"), "utf8");
  for (const name of Object.keys((JSON.parse(about) as { dependencies: object }).dependencies)) {
    const place = join(folder, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, "node_modules", name), place, "junction");
  }
});
afterAll(() => bench.end());

const bootstrap = join(course, "src", "cli", "bootstrap.cjs");

const fallLine = (...args: string[]) =>
  bench.program(process.execPath, [bootstrap, ...args], { cwd: folder, env: cleanEnvironment() });

async function says(...args: string[]): Promise<string> {
  const program = fallLine(...args);
  expect(await program.ended, program.output).toBe(0);
  return program.output;
}

describe("the course as a package", () => {
  it("traces a rule, and writes nothing for that", async () => {
    expect(await says("trace", "adam", "--objective", "x^2", "--start", "1", "--steps", "1")).toMatch(
      /^1 +0\.998001 +0\.999 /m,
    );
    expect(readdirSync(folder)).toEqual(["node_modules"]);
  });

  it("lays the lessons into work/ where one stands, and stays as it was", async () => {
    const before = readdirSync(course, { recursive: true });
    expect(await says("lessons")).toContain(join(folder, "work"));
    expect(existsSync(join(folder, "work", "03-momentum.ipynb"))).toBe(true);
    expect(await says("progress")).toMatch(/03 Momentum .* 0 of \d+/);
    expect(readdirSync(course, { recursive: true })).toEqual(before);
  });

  it("takes no lesson into itself, and does not offer what only the project can do", async () => {
    const program = fallLine("new", "lesson", "waves");
    expect(await program.ended).toBe(1);
    expect(program.output).toContain("new lesson waves --course DIR");
    expect(await says("--help")).not.toMatch(/^ {2}(build|test) /m);
  });

  it("holds neither tests nor the sources of what is built", () => {
    const files = readdirSync(course, { recursive: true, encoding: "utf8" });
    expect(files).not.toContain("test");
    expect(files.filter((file) => /^src\/(kernel|frontend|pages|cli)\/.*\.ts$/.test(file))).toEqual([]);
  });
});
