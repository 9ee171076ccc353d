import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { adam, beale, curves, descend, explore, gradientDescent, landscape, momentum } from "fall-line";
import { nesterov, rmsprop } from "fall-line";
import { bundleOf } from "../../src/display.ts";
import { jupyterEnvironment, jupyterFolders } from "../../src/jupyter/environment.js";
import { pythonOf } from "../../src/jupyter/venv.js";
import { launchBrowser, openPage } from "../browser/harness/browser.ts";
import { type Jupyter, startJupyter } from "../browser/harness/jupyter.ts";
import {
  code,
  command,
  goWithoutKernel,
  NO_KERNEL,
  notebook,
  specified,
} from "../browser/harness/notebook.ts";

const MOVES = 240;

/** Measures figures in the real JupyterLab and a real browser, and the size of lessons saved with their outputs. */
export async function benchBrowser(): Promise<boolean> {
  const [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  const met: boolean[] = [];
  try {
    met.push(...(await benchDragging(jupyter, browser)), await benchFirstChart(jupyter, browser));
    met.push(await benchFirstPicture(jupyter, browser));
  } finally {
    await browser.close();
    await jupyter.stop();
  }
  return [...met, ...benchSizes()].every(Boolean);
}

/** The start is dragged around with five rules of 200 steps each. */
async function benchDragging(jupyter: Jupyter, browser: Browser): Promise<boolean[]> {
  const rules = [gradientDescent, momentum, nesterov, rmsprop, adam];
  const figure = explore({ objective: beale, rules, start: [1, 1], steps: 200, tuned: true });
  const name = "dragging.ipynb";
  jupyter.write(name, notebook([code("explore(...)", [specified(figure.specification!)])], NO_KERNEL));
  const { page } = await openPage(browser);
  await page.goto(jupyter.url(`lab/tree/${name}`));
  await goWithoutKernel(page);
  const handle = page.locator(".fall-line-explorer .start");
  const { x, y, width, height } = (await handle.boundingBox())!;
  const [left, top] = [x + width / 2, y + height / 2];
  await page.evaluate(watchDragging);
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let k = 0; k < MOVES; k++) await page.mouse.move(...around(left, top, k));
  const { moves, pictures } = await page.evaluate(() => (globalThis as unknown as Watching).dragging);
  const work = await workOfMoves(page, left, top);
  await page.mouse.up();
  await page.context().close();
  console.log(`dragging, 5 rules of 200 steps: ${moves.length} moves, ${pictures.length} pictures`);
  const between = pictures.slice(1).map((at, k) => at - pictures[k]!);
  return [
    goal("computing and drawing a move, median, ms", median(moves), 4),
    goal("all work of the main thread for a move, median, ms", median(work), 12),
    goal("all work of the main thread for a move, 95th percentile, ms", quantile(work, 0.95), 12),
    goal("from one picture to the next, median, ms", median(between), 1000 / 30),
  ];
}

function around(left: number, top: number, k: number): [number, number] {
  const turn = (k / MOVES) * 6 * Math.PI;
  return [left + 90 * Math.sin(turn), top + 60 - 60 * Math.cos(turn)];
}

/** What the main thread does for each move until its picture is there, as the browser counts it: scripts, styles, layout, paint. */
async function workOfMoves(page: Page, left: number, top: number): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
  const times: number[] = [];
  for (let k = 0; k < MOVES; k++) {
    const before = await worked();
    await page.mouse.move(...around(left, top, k));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    times.push((await worked()) - before);
  }
  return times;
}

interface Watching {
  dragging: { moves: number[]; pictures: number[] };
}

/** In the page: how long each move is worked on, and when a picture shows another start. */
function watchDragging(): void {
  const dragging = { moves: [] as number[], pictures: [] as number[] };
  Object.assign(globalThis, { dragging });
  let began = 0;
  addEventListener("pointermove", () => (began = performance.now()), true);
  addEventListener("pointermove", () => dragging.moves.push(performance.now() - began));
  new MutationObserver(() => {
    const picture = document.timeline.currentTime as number;
    if (picture !== dragging.pictures.at(-1)) dragging.pictures.push(picture);
  }).observe(document.querySelector(".fall-line-explorer .start")!, { attributeFilter: ["aria-valuetext"] });
}

/** How long the first chart of a page takes, with plotly.js to be fetched, from its output on. */
async function benchFirstChart(jupyter: Jupyter, browser: Browser): Promise<boolean> {
  const trace = descend(beale, momentum, { steps: 60, hyper: { lambda: 0.005 } });
  const outputs = [await bundleOf(landscape(trace)), await bundleOf(curves(trace))];
  jupyter.write("empty.ipynb", notebook([code("1")], NO_KERNEL));
  jupyter.write(
    "charts.ipynb",
    notebook(
      outputs.map((output) => code("…", [output])),
      NO_KERNEL,
    ),
  );
  const times: number[] = [];
  for (let k = 0; k < 5; k++) {
    const { page } = await openPage(browser);
    await page.goto(jupyter.url("lab/tree/empty.ipynb"));
    await goWithoutKernel(page);
    times.push(await firstChart(page));
    await page.context().close();
  }
  return goal("first chart of a page, from its output on, median of 5, ms", median(times), 1500);
}

/** Opens the notebook with charts and waits for the first. */
async function firstChart(page: Page): Promise<number> {
  const drawn = page.evaluate(
    () =>
      new Promise<number>((done) => {
        let arrived = 0;
        new MutationObserver((_, observer) => {
          if (arrived === 0 && document.querySelector(".fall-line-figure") !== null)
            arrived = performance.now();
          if (document.querySelector(".fall-line-chart .xtick") === null) return;
          observer.disconnect();
          requestAnimationFrame(() => done(performance.now() - arrived));
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
  await command(page, "docmanager:open", { path: "charts.ipynb" });
  return drawn;
}

/** How long after its text a lesson as it is handed out shows its first picture, be it still or live. */
async function benchFirstPicture(jupyter: Jupyter, browser: Browser): Promise<boolean> {
  copyFileSync("notebooks/03-momentum.ipynb", join(jupyter.folder, "lesson.ipynb"));
  const times: number[] = [];
  for (let k = 0; k < 5; k++) {
    const { page } = await openPage(browser);
    await page.addInitScript(watchFirstPicture);
    await page.goto(jupyter.url("lab/tree/lesson.ipynb"));
    const found = await page.waitForFunction(
      () => {
        const { text, picture } = (globalThis as unknown as { first?: First }).first ?? {};
        return text === undefined || picture === undefined ? undefined : { after: picture - text };
      },
      undefined,
      { timeout: 120_000 },
    );
    times.push(((await found.jsonValue()) as { after: number }).after);
    await page.context().close();
  }
  return goal("first picture of a lesson, after its text, median of 5, ms", median(times), 300);
}

/** When the first text and the first picture of a page are on the screen. */
interface First {
  text?: number;
  picture?: number;
}

function watchFirstPicture(): void {
  const first: First = {};
  Object.assign(globalThis, { first });
  const awaited = [
    ["text", ".jp-RenderedMarkdown h1"],
    ["picture", "img.fall-line-still, .fall-line-chart .main-svg, .fall-line-explorer svg"],
  ] as const;
  setInterval(() => {
    for (const [name, selector] of awaited)
      if ([...document.querySelectorAll(selector)].some((one) => one.getBoundingClientRect().height > 0))
        first[name] ??= performance.now();
  }, 5);
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

const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

function quantile(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(share * numbers.length)] ?? NaN;
}

function goal(what: string, ours: number, atMost: number): boolean {
  const met = ours <= atMost;
  console.log(`${what}: ${ours.toFixed(1)}, at most ${atMost.toFixed(1)} ${met ? "met" : "MISSED"}`);
  return met;
}
