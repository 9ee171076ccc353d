import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jupyterFolders } from "../../src/jupyter/environment.ts";
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
  const venv = jupyterFolders(projectDir).venv;
  const python =
    process.env["BENCH_PYTHON"] ??
    join(venv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const text = execFileSync(python, [join(projectDir, "test", "bench", "kernel.py"), projectDir], {
    env: { ...process.env, JUPYTER_PATH: path },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { ours, stock, ipykernel } = JSON.parse(text) as {
    ours: Stoppable;
    stock: Measured;
    ipykernel: Stoppable;
  };
  return [
    goal("kernel_info, s", ours.info, "tslab", stock.info, 0.3),
    goal("first type-checked cell, s", ours.first, "tslab", stock.first, 0.4),
    goal("first chart, s", ours.chart, "tslab: mathjs, a derivative", stock.chart, 0.5),
    goal("first chart, s", ours.chart, "ipykernel: numpy, plotly", ipykernel.chart, 1),
    goal("trivial cell, s", ours.cell, "tslab", stock.cell, 0.5),
    goal("endless loop stopped, s", ours.stopping, "ipykernel", ipykernel.stopping, 10),
    goal("memory, MB", ours.memory, "tslab", stock.memory, 1.1),
  ].every(Boolean);
}

function register(path: string, name: string, spec: object): void {
  const folder = join(path, "kernels", name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec));
}

function goal(what: string, ours: number, other: string, theirs: number, atMost: number): boolean {
  const ratio = ours / theirs;
  const met = ratio <= atMost;
  console.log(
    `${what}: ${ours.toFixed(4)}, ${other} ${theirs.toFixed(4)}: ${ratio.toFixed(2)} of it, at most ${String(atMost)} ${met ? "met" : "MISSED"}`,
  );
  return met;
}
