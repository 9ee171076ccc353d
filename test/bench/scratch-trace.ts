import type { Browser, Page } from "playwright-core";
import { adam, beale, explore, gradientDescent, momentum, nesterov, rmsprop } from "fall-line";
import { openPage } from "../browser/harness/browser.ts";
import type { Jupyter } from "../browser/harness/jupyter.ts";
import { code, goWithoutKernel, NO_KERNEL, notebook, specified } from "../browser/harness/notebook.ts";
import { goal, median, quantile } from "./goal.ts";

const MOVES = 240;

/** From one picture to the next on a screen of 60 hertz, in milliseconds, with a little for the clock. */
const FRAME = 1000 / 60 + 0.4;

/**
 * The start is dragged around with five rules of 200 steps each, in JupyterLab. Beside it a bare canvas strokes the same paths
 * at each move, in a page of its own. Both are tried at the processor's full speed, and at half of it.
 */

import { launchBrowser } from "../browser/harness/browser.ts";
import { startJupyter } from "../browser/harness/jupyter.ts";
import { writeFileSync } from "node:fs";
async function main(): Promise<void> {
  const [jupyter, browser] = await Promise.all([startJupyter(), launchBrowser()]);
  const explorer = await openExplorer(jupyter, browser);
  const warm = await workOfMoves(explorer);
  const work = await workOfMoves(explorer);
  console.log("work median", median(warm), median(work), quantile(work, 0.95));
  const half = await dragged(explorer, 2);
  console.log("half", median(half.between), median(half.moves));
  if (process.argv[2]) {
  await browser.startTracing(explorer.page, { categories: ["devtools.timeline","toplevel","blink","cc","v8","disabled-by-default-devtools.timeline","disabled-by-default-v8.cpu_profiler"], path: "/tmp/sp/trace.json" });
  await workOfMoves(explorer);
  await browser.stopTracing();
  }
  const canvas = await openCanvas(browser, await explorer.page.evaluate(strokesInPage));
  await workOfMoves(canvas);
  console.log("bare", median(await workOfMoves(canvas)));
  await browser.close();
  await jupyter.stop();
}
/** A page in which something is dragged from a place on. */
interface Draggable {
  readonly page: Page;
  readonly from: readonly [left: number, top: number];
}

async function openExplorer(jupyter: Jupyter, browser: Browser): Promise<Draggable> {
  const rules = [gradientDescent, momentum, nesterov, rmsprop, adam];
  const figure = explore({ objective: beale, rules, start: [1, 1], steps: 200, tuned: true });
  const name = "dragging.ipynb";
  jupyter.write(name, notebook([code("explore(...)", [specified(figure.specification!)])], NO_KERNEL));
  const { page } = await openPage(browser);
  await page.goto(jupyter.url(`lab/tree/${name}`));
  await goWithoutKernel(page);
  const { x, y, width, height } = (await page.locator(".fall-line-explorer .start").boundingBox())!;
  return { page, from: [x + width / 2, y + height / 2] };
}

/** What is stroked, as SVG and CSS say it. */
interface Stroke {
  readonly d: string;
  readonly colour: string;
  readonly width: number;
  readonly dash: string;
}

/** In the page: the explorer's paths, and the size of its map. */
function strokesInPage(): { strokes: Stroke[]; width: number; height: number } {
  const map = document.querySelector<HTMLElement>(".fall-line-explorer .map")!;
  const paths = [...map.querySelectorAll<SVGPathElement>(".path > :is(.casing, .line):not(.exit)")];
  const strokes = paths.map((path) => {
    const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(path);
    return {
      d: path.getAttribute("d")!,
      colour: stroke,
      width: parseFloat(strokeWidth),
      dash: strokeDasharray,
    };
  });
  return { strokes, width: map.clientWidth, height: map.clientHeight };
}

async function openCanvas(browser: Browser, drawn: ReturnType<typeof strokesInPage>): Promise<Draggable> {
  const { page } = await openPage(browser);
  await page.setContent("<!doctype html><body style='margin: 0'><canvas></canvas>");
  await page.evaluate(({ strokes, width, height }) => {
    const canvas = document.querySelector("canvas")!;
    Object.assign(canvas, { width, height });
    const pen = canvas.getContext("2d")!;
    canvas.addEventListener("pointermove", ({ clientX, clientY }) => {
      pen.resetTransform();
      pen.clearRect(0, 0, width, height);
      pen.translate((clientX - width / 2) / 10, (clientY - height / 2) / 10);
      for (const { d, colour, width: wide, dash } of strokes) {
        Object.assign(pen, { strokeStyle: colour, lineWidth: wide, lineJoin: "round" });
        pen.setLineDash(dash === "none" ? [] : dash.split(",").map(parseFloat));
        pen.stroke(new Path2D(d));
      }
    });
  }, drawn);
  return { page, from: [drawn.width / 2, drawn.height / 2] };
}

interface Dragged {
  /** How long each move is worked on, in milliseconds. */
  readonly moves: readonly number[];
  /** From one picture that shows a move to the next, in milliseconds. */
  readonly between: readonly number[];
}

/** @param slowness how many times slower the page's processor is made */
async function dragged({ page, from: [left, top] }: Draggable, slowness = 1): Promise<Dragged> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  await page.evaluate(watchDragging);
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let k = 0; k < MOVES; k++) await page.mouse.move(...around(left, top, k));
  const { moves, pictures } = await page.evaluate(() => (globalThis as unknown as Watching).dragging);
  await page.mouse.move(left, top);
  await page.mouse.up();
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return { moves, between: pictures.slice(1).map((at, k) => at - pictures[k]!) };
}

function around(left: number, top: number, k: number): [number, number] {
  const turn = (k / MOVES) * 6 * Math.PI;
  return [left + 90 * Math.sin(turn), top + 60 - 60 * Math.cos(turn)];
}

/** What the main thread does for each move until its picture is there, as the browser counts it: scripts, styles, layout, paint. */
async function workOfMoves({ page, from: [left, top] }: Draggable): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
  };
  const times: number[] = [];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let k = 0; k < MOVES; k++) {
    const before = await worked();
    await page.mouse.move(...around(left, top, k));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    times.push((await worked()) - before);
  }
  await page.mouse.move(left, top);
  await page.mouse.up();
  return times;
}

interface Watching {
  dragging: { moves: number[]; pictures: number[] };
}

/** In the page: how long each move is worked on, and which pictures show one. */
function watchDragging(): void {
  const dragging = { moves: [] as number[], pictures: [] as number[] };
  const isWatched = "dragging" in globalThis;
  Object.assign(globalThis, { dragging });
  if (isWatched) return;
  let began = 0;
  addEventListener("pointermove", () => (began = performance.now()), true);
  addEventListener("pointermove", () => {
    const { moves, pictures } = (globalThis as unknown as Watching).dragging;
    moves.push(performance.now() - began);
    const picture = document.timeline.currentTime as number;
    if (picture !== pictures.at(-1)) pictures.push(picture);
  });
}

void main();
writeFileSync;
