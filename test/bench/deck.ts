import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser, openPage } from "../browser/harness/browser.ts";
import { openDeck, writeDeck } from "../browser/harness/decks.ts";
import { executeLesson } from "../../src/pages/execute.ts";
import { jupyterFolders } from "../../src/jupyter/environment.js";
import { pythonOf } from "../../src/jupyter/venv.js";

const LESSON = "03-momentum";
const TIMES = 5;

/** Measures a deck: how large its file is, and how long it takes to its first slide, beside a page of one word. */
export async function benchDeck(): Promise<boolean> {
  const projectDir = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "fall-line-bench-"));
  const browser = await launchBrowser();
  try {
    const python = pythonOf(jupyterFolders(projectDir).venv);
    const file = writeDeck(folder, LESSON, await executeLesson({ projectDir, python }, LESSON));
    const word = join(folder, "word.html");
    writeFileSync(word, "<!doctype html><title>word</title>word");
    const [deck, page] = [
      await median(() => timeOfDeck(browser, file)),
      await median(() => timeOf(browser, word)),
    ];
    console.log(`a page of one word: ${page.toFixed(0)} ms`);
    return [
      goal("a deck, first slide shown, ms", deck, 2000),
      goal("a deck, size of its file, MB", statSync(file).size / 1e6, 8),
    ].every(Boolean);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

/** From the start of loading to the picture after the first slide was laid out, as the page has measured it. */
async function timeOfDeck(browser: Browser, file: string): Promise<number> {
  const { page } = await openDeck(browser, file);
  const time = Number(await page.locator("html").getAttribute("data-ready"));
  await page.context().close();
  return time;
}

async function timeOf(browser: Browser, file: string): Promise<number> {
  const { page } = await openPage(browser);
  await page.goto(`file://${file}`);
  const time = await page.evaluate(() => performance.now());
  await page.context().close();
  return time;
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
}

function goal(what: string, ours: number, atMost: number): boolean {
  const met = ours <= atMost;
  console.log(`${met ? "met   " : "MISSED"} ${what}: ${ours.toFixed(1)} (at most ${atMost})`);
  return met;
}
