import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jupyterFolders } from "../../src/jupyter/environment.js";
import { pythonOf } from "../../src/jupyter/venv.js";
import { buildSnapshot } from "../../src/kernel/node/snapshot.ts";
import { kernelSpec } from "../../src/kernel/node/spec.ts";

interface Measured {
  info: number;
  first: number;
  chart: number;
  cell: number;
  memory: number;
}

/** A kernel whose endless loops can be stopped; tslab's cannot. */
interface Stoppable extends Measured {
  stopping: number;
}

/** How many times as long, or as much, as early in a session or in a function. */
interface Grown {
  declaring: number;
  trivial: number;
  memory: number;
  loop: number;
}

/** Measures the kernel beside stock tslab and ipykernel, in turns, and prints medians and ratios. */
export async function benchKernel(): Promise<boolean> {
  const projectDir = process.cwd();
  const kernelDir = join(projectDir, "dist", "kernel");
  await buildSnapshot(kernelDir);
  const path = mkdtempSync(join(tmpdir(), "fall-line-bench-"));
  register(path, "fall-line", kernelSpec({ node: process.execPath, kernelDir }));
  const tslab = join(projectDir, "node_modules", "tslab", "bin", "tslab");
  register(path, "tslab", {
    argv: [process.execPath, tslab, "kernel", "--config-path={connection_file}"],
    display_name: "tslab",
    language: "typescript",
  });
  const python = process.env["BENCH_PYTHON"] ?? pythonOf(jupyterFolders(projectDir).venv);
  const text = execFileSync(python, [join(projectDir, "test", "bench", "kernel.py"), projectDir], {
    env: { ...process.env, JUPYTER_PATH: path },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { ours, stock, ipykernel, grown } = JSON.parse(text) as {
    ours: Stoppable;
    stock: Measured;
    ipykernel: Stoppable;
    grown: Grown;
  };
  return [
    goal("kernel_info, s", ours.info, "tslab", stock.info, 0.15),
    goal("first type-checked cell, s", ours.first, "tslab", stock.first, 0.25),
    goal("first chart, s", ours.chart, "tslab: mathjs, a derivative", stock.chart, 0.33),
    goal("first chart, s", ours.chart, "ipykernel: numpy, plotly", ipykernel.chart, 1),
    goal("trivial cell, s", ours.cell, "tslab", stock.cell, 0.45),
    goal("endless loop stopped, s", ours.stopping, "ipykernel", ipykernel.stopping, 10),
    goal("memory, MB", ours.memory, "tslab", stock.memory, 1),
    ratio("a declaring cell, the 200th by the 5th", grown.declaring, 1.5),
    ratio("a trivial cell, the 200th by the 5th", grown.trivial, 1.5),
    ratio("memory after 1000 cells by that before", grown.memory, 1.2),
    ratio("a loop at the top of a cell by one in a function", grown.loop, 1.5),
  ].every(Boolean);
}

function register(path: string, name: string, spec: object): void {
  const folder = join(path, "kernels", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec));
}

function goal(what: string, ours: number, other: string, theirs: number, atMost: number): boolean {
  return ratio(`${what}: ${ours.toFixed(4)} by ${other}'s ${theirs.toFixed(4)}`, ours / theirs, atMost);
}

function ratio(what: string, value: number, atMost: number): boolean {
  const met = value <= atMost;
  console.log(`${what}: ${value.toFixed(2)}, at most ${String(atMost)} ${met ? "met" : "MISSED"}`);
  return met;
}
