import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { jupyterEnvironment, jupyterFolders } from "../../src/jupyter/environment.js";
import { pythonOf } from "../../src/jupyter/venv.js";
import { launchBrowser } from "../browser/harness/browser.ts";
import { startJupyter } from "../browser/harness/jupyter.ts";
import { benchDragging } from "./dragging.ts";
import { benchFirstChart, benchFirstPicture } from "./first-picture.ts";
import { goal } from "./goal.ts";

/** Measures figures in the real JupyterLab and a real browser, and the size of lessons saved with their outputs. */
export async function benchBrowser(): Promise<boolean> {
  const [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  const met: boolean[] = [];
  try {
    met.push(...(await benchDragging(jupyter, browser)), ...(await benchFirstChart(jupyter, browser)));
    met.push(await benchFirstPicture(jupyter, browser));
  } finally {
    await browser.close();
    await jupyter.stop();
  }
  return [...met, ...benchSizes()].every(Boolean);
}

/** How large each lesson is, run in the real kernel and saved with all its outputs. */
function benchSizes(): boolean[] {
  const projectDir = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "fall-line-bench-"));
  const run = (lesson: string): number => {
    const saved = join(folder, lesson);
    copyFileSync(join("notebooks", lesson), saved);
    const program = [resolve("src/pages/execute.py"), saved, saved];
    const env = jupyterEnvironment(projectDir);
    execFileSync(pythonOf(jupyterFolders(projectDir).venv), program, { cwd: folder, env, stdio: "ignore" });
    return statSync(saved).size / 1024;
  };
  try {
    return readdirSync("notebooks")
      .filter((file) => file.endsWith(".ipynb"))
      .map((lesson) => goal(`${lesson} saved with its outputs, KB`, run(lesson), 400));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
