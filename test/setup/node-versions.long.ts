import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { jupyterEnvironment } from "../../src/jupyter/environment.js";
import { pythonOf } from "../../src/jupyter/venv.js";
import { kernelSpec } from "../../src/kernel/node/spec.ts";
import { root } from "./project.ts";

const nodes = join(root, ".fall-line", "nodes");

/** A Node from npm, where npm's package `node` gets it from too. */
function nodeOf(version: string): string {
  const folder = join(nodes, version);
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `${platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node"}-${platform}-${process.arch}`;
  mkdirSync(folder, { recursive: true });
  const install = [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--prefix",
    folder,
    `${name}@${version}`,
  ];
  execFileSync("npm", install, { shell: process.platform === "win32", stdio: "pipe" });
  const bin = join(folder, "node_modules", name, "bin");
  return join(bin, process.platform === "win32" ? "node.exe" : "node");
}

/** The project as it is built, prepared for a Node: beside the one that is in use, whose start-up snapshot stays. */
function prepare(node: string, version: string): string {
  const folder = join(nodes, version, "project");
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["package.json", "dist"])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  const kernelDir = join(folder, "dist", "kernel");
  const snapshot = pathToFileURL(join(root, "src", "kernel", "node", "snapshot.ts")).href;
  const build = `const { buildSnapshot } = await import(${JSON.stringify(snapshot)}); await buildSnapshot(${JSON.stringify(kernelDir)});`;
  execFileSync(node, ["--import", "tsx", "--input-type=module", "--eval", build], { cwd: root });
  const kernels = join(folder, "jupyter");
  const spec = join(kernels, "kernels", "fall-line");
  mkdirSync(spec, { recursive: true });
  writeFileSync(join(spec, "kernel.json"), JSON.stringify(kernelSpec({ node, kernelDir })));
  return kernels;
}

const behaviours = [
  "values",
  "display",
  "modules",
  "errors",
  "words",
  "help",
  "stopping",
  "protocol",
  "lifecycle",
];

it.each(["20.20.2", "22.23.3", "24.21.0", "26.10.0"])(
  "the kernel starts, behaves and runs a lesson on Node %s",
  { timeout: 1_800_000 },
  (version) => {
    const node = nodeOf(version);
    expect(execFileSync(node, ["--version"], { encoding: "utf8" })).toBe(`v${version}\n`);
    const environment = jupyterEnvironment(root, { kernels: prepare(node, version) });
    const python = pythonOf(join(root, ".fall-line", "venv"));
    const pytest = (...tests: string[]): string => {
      const args = ["-m", "pytest", "-q", "-p", "no:warnings", ...tests];
      const { status, stdout, stderr } = spawnSync(python, args, {
        cwd: root,
        env: environment,
        encoding: "utf8",
      });
      expect(status, stdout + stderr).toBe(0);
      return stdout;
    };
    expect(pytest(...behaviours.map((name) => `test/jupyter/test_${name}.py`))).not.toContain("failed");
    expect(pytest("test/jupyter/test_lessons.py", "-k", "momentum")).toMatch(/\d passed/);
  },
);
