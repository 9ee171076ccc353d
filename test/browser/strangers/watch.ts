import type { Browser } from "playwright-core";
import { launchBrowser, openPage } from "../harness/browser.ts";
import { openStage, type Outcome, type Stage } from "../harness/stage.ts";
import { PATIENCE } from "../../patience.ts";
import type { Schema, Stranger } from "./mutate.ts";

/** What no reader should see: the words of a programming error, or nothing at all. */
const RAW = /TypeError|RangeError|undefined|call stack|is not a function|Cannot read|\n\s+at /;

/** What the browser remarks when plotly.js draws a mark at no place, or a picture that is none. */
const DRAWN_ODDLY = /^Error: <\w+> attribute |net::ERR_INVALID_URL \(data:image/;

/** What came of showing figures of strangers one after another. */
export interface Watch {
  /** What went wrong, a line for each. */
  readonly troubles: readonly string[];
  /** The longest times that the page did not answer, in milliseconds, with the figures' places. */
  readonly held: readonly (readonly [milliseconds: number, place: number])[];
  readonly outcomes: readonly (Outcome | undefined)[];
}

/** Shows each figure in a real page. Where one hangs, or ends its browser, another browser goes on. */
export async function watch(shown: readonly Stranger[]): Promise<Watch> {
  const troubles: string[] = [];
  const outcomes: (Outcome | undefined)[] = [];
  const held: [milliseconds: number, place: number][] = [];
  let browser = await launchBrowser();
  let stage = await openStage(browser);
  for (const [place, { mimeType, data }] of shown.entries()) {
    const came = await withPatience(stage.show(mimeType, data));
    const isLost = came === undefined || came instanceof Error;
    outcomes.push(isLost ? undefined : came);
    held.push([came instanceof Error ? 0 : Math.round(came?.held ?? PATIENCE), place]);
    const found = isLost ? [fateOf(browser, came)] : troublesOf(came, stage);
    troubles.push(...found.map((trouble) => `${place}: ${trouble}: ${JSON.stringify(data).slice(0, 300)}`));
    if (!isLost) continue;
    await browser.close();
    browser = await launchBrowser();
    stage = await openStage(browser);
  }
  await browser.close();
  return { troubles, outcomes, held: held.sort(([a], [b]) => b - a).slice(0, 10) };
}

/** What has become of a page that gives no outcome. */
function fateOf(browser: Browser, error: Error | undefined): string {
  if (!browser.isConnected()) return "the browser has ended";
  return error === undefined ? "the page hangs" : `it throws: ${error.message.slice(0, 300)}`;
}

function troublesOf({ words, isSeen }: Outcome, { abroad, errors }: Stage): string[] {
  return [
    ...abroad.splice(0).map((address) => `asked for ${address}`),
    ...errors
      .splice(0)
      .filter((error) => !DRAWN_ODDLY.test(error))
      .map((error) => `an error on the console: ${error.slice(0, 200)}`),
    ...(RAW.test(words) ? [`raw words: ${words}`] : []),
    ...(words === "" && !isSeen ? ["nothing, without a word"] : []),
  ];
}

function withPatience(outcome: Promise<Outcome>): Promise<Outcome | Error | undefined> {
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => (bell = setTimeout(done, PATIENCE, undefined)));
  return Promise.race([outcome.catch((error: unknown) => error as Error), late]).finally(() =>
    clearTimeout(bell),
  );
}

/** What plotly.js says of its own attributes. */
export async function plotlySchema(): Promise<Schema> {
  const browser = await launchBrowser();
  const { page } = await openPage(browser);
  await page.addScriptTag({ path: "node_modules/plotly.js-dist/plotly.js" });
  const schema = await page.evaluate(() => {
    const { Plotly } = window as unknown as { Plotly: { PlotSchema: { get(): object } } };
    return JSON.stringify(Plotly.PlotSchema.get());
  });
  await browser.close();
  return JSON.parse(schema) as Schema;
}
