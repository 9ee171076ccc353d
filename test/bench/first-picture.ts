import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beale, curves, descend, landscape, momentum } from "fall-line";
import { bundleOf } from "../../src/display.ts";
import { PLOTLY } from "../../src/mime.ts";
import { openPage } from "../browser/harness/browser.ts";
import type { Jupyter } from "../browser/harness/jupyter.ts";
import { code, command, goWithoutKernel, NO_KERNEL, notebook } from "../browser/harness/notebook.ts";
import { serve } from "../browser/harness/served.ts";
import { goal, median } from "./goal.ts";

const TIMES = 5;

/**
 * How long the first chart of a page takes in JupyterLab, from its output on; beside it, how long a page that has nothing else
 * takes for the same chart, from the script of plotly.js on.
 */
export async function benchFirstChart(jupyter: Jupyter, browser: Browser): Promise<boolean[]> {
  const trace = descend(beale, momentum, { steps: 60, hyper: { lambda: 0.005 } });
  const outputs = [await bundleOf(landscape(trace)), await bundleOf(curves(trace))];
  jupyter.write("empty.ipynb", notebook([code("1")], NO_KERNEL));
  const cells = outputs.map((output) => code("…", [output]));
  jupyter.write("charts.ipynb", notebook(cells, NO_KERNEL));
  const [ours, bare]: [number[], number[]] = [[], []];
  const address = await servePlotly();
  for (let k = 0; k < TIMES; k++) {
    const { page } = await openPage(browser);
    await page.goto(jupyter.url("lab/tree/empty.ipynb"));
    await goWithoutKernel(page);
    ours.push(await firstChart(page));
    await page.context().close();
    bare.push(await bareChart(browser, address, outputs[0]![PLOTLY]));
  }
  console.log(
    `a bare page with plotly.js, its first chart, median of ${TIMES}, ms: ${median(bare).toFixed(1)}`,
  );
  return [
    goal(`first chart of a page, from its output on, median of ${TIMES}, ms`, median(ours), 1000),
    goal("first chart of a page, beside the bare page", median(ours) / median(bare), 1),
  ];
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

function servePlotly(): Promise<string> {
  const script = readFileSync("node_modules/plotly.js-dist/plotly.js");
  return serve((name) =>
    name === ""
      ? { contentType: "text/html", body: "<!doctype html><title>bare</title><div></div>" }
      : { contentType: "text/javascript", body: script },
  );
}

async function bareChart(browser: Browser, address: string, figure: unknown): Promise<number> {
  const { page } = await openPage(browser);
  await page.goto(address);
  const time = await page.evaluate(async (plot) => {
    const begun = performance.now();
    const script = document.createElement("script");
    script.src = "plotly.js";
    document.head.append(script);
    await new Promise((loaded) => (script.onload = loaded));
    const { Plotly } = window as unknown as { Plotly: { newPlot(place: Element, figure: unknown): unknown } };
    await Plotly.newPlot(document.querySelector("div")!, plot);
    return new Promise<number>((done) => {
      requestAnimationFrame(() => done(performance.now() - begun));
    });
  }, figure);
  await page.context().close();
  return time;
}

/**
 * How long a lesson as it is handed out takes until its first picture, be it still or live, from the moment that JupyterLab asks for
 * the notebook. Beside it, in the same run: an empty notebook until its cell is seen, which JupyterLab shows before it has the
 * file; and the lesson without its outputs until the cell is seen that would have the picture.
 */
export async function benchFirstPicture(jupyter: Jupyter, browser: Browser): Promise<boolean> {
  copyFileSync("notebooks/03-momentum.ipynb", join(jupyter.folder, "lesson.ipynb"));
  const { cells, ...about } = JSON.parse(readFileSync("notebooks/03-momentum.ipynb", "utf8")) as Notebook;
  const bareCells = cells.map((cell) => ("outputs" in cell ? { ...cell, outputs: [] } : cell));
  jupyter.write("bare.ipynb", { ...about, cells: bareCells });
  const [lesson, bare, empty]: [number[], number[], number[]] = [[], [], []];
  for (let k = 0; k < TIMES; k++) {
    lesson.push(await untilSeen(jupyter, browser, "lesson.ipynb", PICTURES));
    bare.push(await untilSeen(jupyter, browser, "bare.ipynb", ".jp-MarkdownCell + .jp-CodeCell .cm-content"));
    empty.push(await untilSeen(jupyter, browser, "empty.ipynb", ".jp-CodeCell .cm-content"));
  }
  const told = (times: readonly number[]): string => `median of ${TIMES}, ms: ${median(times).toFixed(1)}`;
  console.log(`an empty notebook, until its cell is seen, ${told(empty)}`);
  console.log(`the lesson without its outputs, until the cell of its first picture is seen, ${told(bare)}`);
  const after = median(lesson) - median(empty);
  return goal(
    `first picture of a lesson, after an empty notebook's cell, median of ${TIMES}, ms`,
    after,
    300,
  );
}

interface Notebook {
  readonly cells: readonly object[];
}

const PICTURES = "img.fall-line-still, .fall-line-chart .main-svg, .fall-line-explorer svg";

/** From the request of a notebook until one of such elements is seen on the page, in milliseconds. */
async function untilSeen(jupyter: Jupyter, browser: Browser, name: string, what: string): Promise<number> {
  const { page } = await openPage(browser);
  await page.goto(jupyter.url(`lab/tree/${name}`), { waitUntil: "commit" });
  // It is asked before each picture of the page: a timer would wait for what is begun after the one that has it.
  const seen = await page.waitForFunction(
    (selector) => {
      const found = [...document.querySelectorAll(selector)];
      return found.some((one) => one.getBoundingClientRect().height > 0) && performance.now();
    },
    what,
    { timeout: 120_000, polling: "raf" },
  );
  const requested = await page.evaluate((file) => {
    const requests = performance.getEntriesByType("resource");
    return requests.find((one) => one.name.includes(`/api/contents/${file}`))!.startTime;
  }, name);
  const time = Number(await seen.jsonValue()) - requested;
  await page.context().close();
  return time;
}
