import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, workbench } from "./project.ts";

const bench = workbench();
const folder = bench.folder();
const typescript = createRequire(import.meta.url).resolve("typescript/bin/tsc");

const PROGRAM = `
import { adam, descend } from "fall-line";
const path = descend("0.05*x^2 + y^2", adam, { start: [-8, 1.5], steps: 1, hyper: { eta: 0.5 } });
console.log([...path.at(1).w].map((x) => x.toFixed(3)).join(), path.at(1).m.length);
`;

/** What the compiler takes only if it knows the rule's numbers and states. */
const TYPED = `
import { adam, descend } from "fall-line";
export const m: Float64Array = descend("x^2", adam, { start: [1], steps: 1, hyper: { eta: 0.5 } }).at(1).m;
// @ts-expect-error
descend("x^2", adam, { start: [1], steps: 1, hyper: { etta: 0.5 } });
`;

async function does(command: string, ...args: string[]): Promise<string> {
  const program = bench.program(command, args, { cwd: folder });
  expect(await program.ended, program.output).toBe(0);
  return program.output;
}

/** An empty project, in which the library has been installed from its tarball without a network. */
beforeAll(async () => {
  await does("npm", "pack", join(root, "dist/package"), "--offline");
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  await does("npm", "install", `./${tarball!}`, "--offline", "--no-audit");
  writeFileSync(join(folder, "program.ts"), PROGRAM);
});

afterAll(() => bench.end());

describe("the library as a package", () => {
  it("needs no other, says what it is and what has changed", () => {
    const installed = join(folder, "node_modules");
    expect(readdirSync(installed).filter((name) => !name.startsWith("."))).toEqual(["fall-line"]);
    const files = readdirSync(join(installed, "fall-line"));
    expect(files).toEqual(expect.arrayContaining(["README.md", "CHANGELOG.md", "LICENSE", "index.js.map"]));
  });

  it("runs in Node, and a line of it that fails is no longer than a screen", async () => {
    writeFileSync(join(folder, "program.js"), PROGRAM);
    expect(await does(process.execPath, "program.js")).toBe("-7.500,1.000 2\n");
    const library = join(folder, "node_modules/fall-line");
    const modules = readdirSync(library, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".js"),
    );
    const longest = modules.flatMap((file) => readFileSync(join(library, file), "utf8").split("\n"));
    expect(Math.max(...longest.map(({ length }) => length))).toBeLessThan(20_000);
  });

  it("is taken by a bundler as far as it is used: at most 330 kB, 110 gzipped", async () => {
    const made = await build({
      root: folder,
      logLevel: "warn",
      configFile: false,
      // Of a library in modules it would keep the blanks.
      build: {
        write: false,
        lib: { entry: join(folder, "program.ts"), formats: ["iife"], name: "program" },
        minify: true,
      },
    });
    const [{ output }] = made as unknown as [{ output: readonly { code: string }[] }];
    const code = output.map((chunk) => chunk.code).join("");
    expect(code.length).toBeLessThan(330_000);
    expect(gzipSync(code).length).toBeLessThan(110_000);
    mkdirSync(join(folder, "built"));
    writeFileSync(join(folder, "built/program.js"), code);
    expect(await does(process.execPath, "built/program.js")).toBe("-7.500,1.000 2\n");
  });

  it.each([
    ["Bundler", "ESNext"],
    ["NodeNext", "NodeNext"],
  ])("has types for resolution %s, none of them skipped", async (resolution, module) => {
    const options = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      // TypeScript's own are its authors' to check.
      skipDefaultLibCheck: true,
      module,
      moduleResolution: resolution,
      target: "ES2022",
      lib: ["ES2022"],
      types: [],
    };
    writeFileSync(join(folder, "types.ts"), TYPED);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["types.ts"] }),
    );
    await does(process.execPath, typescript, "-p", ".");
  });
});

it("the project itself is not packed: the sentence says what is", async () => {
  const program = bench.program("npm", ["pack", "--dry-run"], { cwd: root });
  expect(await program.ended).not.toBe(0);
  expect(program.output).toContain("npm pack ./dist/package");
});
