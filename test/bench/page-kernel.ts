import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { clientOf } from "../browser/harness/client.ts";
import { type Jupyter, startJupyter } from "../browser/harness/jupyter.ts";
import { type Engine, ENGINES } from "../browser/page-kernel/engines.ts";
import { serveSite } from "../browser/page-kernel/site.ts";
import { firstCellInLite } from "./lite.ts";

/** Cells that are run again and again, and how often. */
const CELLS = {
  "a small cell": { code: "const x: number = 1; x + 1", times: 30 },
  "a picture": {
    code: 'import { descend, display, landscape, momentum, ravine } from "fall-line";\ndisplay(landscape([descend(ravine, momentum, { steps: 50 })]))',
    times: 10,
  },
  "a loop of a hundred million rounds": {
    code: "let total = 0; for (let i = 0; i < 1e8; i++) total += i; total",
    times: 3,
  },
} as const;

const FIRST = CELLS["a small cell"].code;

/** Runs a cell; done when all of it has come. */
type Run = (code: string) => Promise<unknown>;

/** Measures the kernel of a page in Chromium beside Node's in the real Jupyter, and what a page has to load of it. */
export async function benchPageKernel(): Promise<boolean> {
  const small = sizes();
  const site = await serveSite();
  const [jupyter, engine] = await Promise.all([startJupyter(), ENGINES["Chromium"]!()]);
  try {
    const node = await nodeKernel(jupyter);
    const first: number[] = [];
    for (let k = 0; k < 5; k++) first.push(await firstCell(engine, site.address));
    console.log(
      `first checked cell of a page that is loaded, median of 5, s: ${(median(first) / 1000).toFixed(2)}`,
    );
    const lite = await benchLite(median(first));
    const page = await engine.open(site.address);
    const inPage: Run = (code) => page.ask("run", code);
    const met: boolean[] = [];
    for (const [what, { code, times }] of Object.entries(CELLS))
      met.push(ratio(what, await warm(inPage, code, times), await warm(node.run, code, times)));
    await node.close();
    return small && lite && met.every(Boolean);
  } finally {
    await engine.close();
    await jupyter.stop();
    site.close();
  }
}

/** The most that a page loads (with gzip, in bytes) from when it has been read until its first cell is checked. */
const MOST = 1.75e6;

/** What a page loads; what draws, with Plotly, it has when it is read. */
function sizes(): boolean {
  const loaded = ["page-kernel.js", "index.js", "index.d.ts", "editor.js"].map((name) => {
    const bytes = readFileSync(`dist/${name}`);
    const packed = packedSize(name);
    console.log(`${name}: ${kilobytes(bytes.length)} KB, ${kilobytes(packed)} KB with gzip`);
    return packed;
  });
  const script = packedSize("workbook.js") - packedSize("page.js");
  console.log(`the page's script without what draws: ${kilobytes(script)} KB with gzip`);
  const all = loaded.reduce((sum, size) => sum + size, script);
  const met = all <= MOST;
  console.log(
    `before the first checked cell: ${kilobytes(all)} KB with gzip, at most ${kilobytes(MOST)} ${met ? "met" : "MISSED"}`,
  );
  return met;
}

function packedSize(name: string): number {
  return gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length;
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

/** From the opening of a page to the result of its first cell, in milliseconds. */
async function firstCell(engine: Engine, address: string): Promise<number> {
  const began = performance.now();
  const page = await engine.open(address);
  await page.ask("run", FIRST);
  const time = performance.now() - began;
  await page.close();
  return time;
}

async function nodeKernel(jupyter: Jupyter): Promise<{ run: Run; close: () => Promise<void> }> {
  const { kernels } = clientOf(jupyter);
  const kernel = await kernels.startNew({ name: "fall-line" });
  return {
    run: (code) => kernel.requestExecute({ code }).done,
    async close() {
      await kernels.shutdownAll();
      kernels.dispose();
    },
  };
}

/** The share of the time in JupyterLite that a page may take to its first cell. */
const SHARE = 0.4;

async function benchLite(page: number): Promise<boolean> {
  const lite = median(await firstCellInLite(5));
  const met = page <= SHARE * lite;
  console.log(
    `the same in fall-line lite, s: ${(lite / 1000).toFixed(2)}; the page's share: ${(page / lite).toFixed(2)}, at most ${SHARE} ${met ? "met" : "MISSED"}`,
  );
  return met;
}

/** The median time of a cell that has been run before, in milliseconds. */
async function warm(run: Run, code: string, times: number): Promise<number> {
  await run(code);
  const found: number[] = [];
  for (let k = 0; k < times; k++) {
    const began = performance.now();
    await run(code);
    found.push(performance.now() - began);
  }
  return median(found);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** A warm cell takes at most twice as long as in Node. */
function ratio(what: string, page: number, node: number): boolean {
  const met = page <= 2 * node;
  console.log(
    `${what}, ms: ${page.toFixed(1)} by Node's ${node.toFixed(1)}: ${(page / node).toFixed(2)}, at most 2 ${met ? "met" : "MISSED"}`,
  );
  return met;
}
