import { rmSync } from "node:fs";
import type { Session } from "../../src/cli/command.ts";
import { setUpJupyter } from "../../src/cli/setup.ts";
import { ownProduct } from "../../src/course/product.ts";
import { state, stateFolder } from "../../src/system/state.js";
import { ensureChromium } from "./chromium.ts";
import { closingLines, type Counts } from "./counts.ts";
import { ensureFirefox } from "./firefox.ts";
import { Lanes, sinceStart, timesOf } from "./lanes.ts";
import { outcomeOf, type SuitePart, pytest, vitest } from "./parts.ts";
import { Beside, isColoured } from "./program.ts";
import { ensureWebKit } from "./webkit.ts";

/** What the suite without its repetitions may take. */
const BUDGET = 8 * 60; // seconds

/** Where the suite runs, and how it sets things up. */
type Place = Pick<Session, "callerDir" | "projectDir" | "progress" | "settingUp">;

/**
 * Sets up what the tests need, runs every part and ends with the times and the counts.
 * @param long with the repetitions
 * @returns whether all tests passed
 */
export async function runSuite(place: Place, long: boolean): Promise<boolean> {
  const { projectDir, progress } = place;
  rmSync(state(projectDir, "reports"), { recursive: true, force: true });
  const reports = stateFolder(projectDir, "reports");
  const suite = { projectDir, reports, long, coloured: isColoured() };
  // Tests wait for programs, browsers and kernels: two parts at a time would leave a core idle now and then.
  const lanes = new Lanes(3);
  /** Begins a part when there is room for it. @returns shows it to its end */
  const begin = (part: SuitePart): (() => Promise<Counts>) => {
    const beside = new Beside();
    const ended = lanes.do(part.title, () => beside.run(part, projectDir));
    return async () => {
      progress.line(`\n${progress.strong(part.title)}`);
      await beside.show();
      return outcomeOf(part, await ended);
    };
  };
  // These need nothing of what is set up.
  const first = begin(vitest(suite, ["unit", "sessions", "lessons"]));
  const { python, browsers } = await lanes.do("setting up", () => setUp(place, long));
  const parts = [
    first,
    begin(vitest(suite, ["browser"], browsers)),
    begin(vitest(suite, ["setup"], browsers)),
    begin(pytest(suite, python)),
  ];
  const counts: Counts[] = [];
  for (const show of parts) counts.push(await show());
  const all = { title: "npm test", seconds: sinceStart() };
  progress.line(`\n${timesOf(lanes.took, all, long ? undefined : BUDGET).join("\n")}`);
  progress.line(`\n${closingLines(counts).join("\n")}`);
  return counts.every(({ failed }) => failed.length === 0);
}

/** Jupyter and the browsers. */
async function setUp(place: Place, long: boolean): Promise<{ python: string; browsers: NodeJS.ProcessEnv }> {
  const { projectDir, progress } = place;
  const python = await setUpJupyter(place, ownProduct(projectDir), { tests: true });
  const browsers = {
    CHROME_PATH: await ensureChromium(projectDir, progress),
    FIREFOX_PATH: await ensureFirefox(projectDir, progress),
  };
  if (long) await ensureWebKit(projectDir, progress);
  return { python, browsers };
}
