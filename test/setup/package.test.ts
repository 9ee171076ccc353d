import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { root, workbench } from "./project.ts";

const bench = workbench();
afterAll(() => bench.end());

const PROGRAM = `
import { descend, momentum } from "fall-line";
import { exercise } from "fall-line/library";
import { bundleOf } from "fall-line/tools";
const path = descend("0.05*x^2 + y^2", momentum, { start: [-8, 1.5], steps: 1, hyper: { lambda: 0.1, alpha: 0.9 } });
console.log([...path.at(1).w].join(), typeof exercise, typeof bundleOf);
`;

it("the library is packed as a package that needs no other, and is installed without a network", async () => {
  const folder = bench.folder();
  const npm = async (...args: string[]): Promise<void> => {
    const program = bench.program("npm", [...args, "--offline", "--no-audit"], { cwd: folder });
    expect(await program.ended, program.output).toBe(0);
  };
  await npm("pack", join(root, "dist"));
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  await npm("install", `./${tarball!}`);
  writeFileSync(join(folder, "program.js"), PROGRAM);
  const program = bench.program(process.execPath, ["program.js"], { cwd: folder });
  expect(await program.ended, program.output).toBe(0);
  expect(program.output).toBe("-7.92,1.2 object function\n");
  expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "fall-line",
  ]);
});

it("the project itself is not packed: the sentence says what is", async () => {
  const program = bench.program("npm", ["pack", "--dry-run"], { cwd: root });
  expect(await program.ended).not.toBe(0);
  expect(program.output).toContain("npm pack ./dist");
});
