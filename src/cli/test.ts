import { rmSync } from "node:fs";
import { ownProduct } from "../course/product.ts";
import { state, stateFolder } from "../system/state.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { setUpJupyter } from "./setup.ts";
import { ensureChromium } from "./testing/chromium.ts";
import { closingLines, type Counts } from "./testing/counts.ts";
import { ensureFirefox } from "./testing/firefox.ts";
import { Lanes, sinceStart, timesOf } from "./testing/lanes.ts";
import { outcomeOf, type SuitePart, pytest, vitest } from "./testing/parts.ts";
import { Beside, isColoured } from "./testing/program.ts";
import { ensureWebKit } from "./testing/webkit.ts";

/** What the suite without its repetitions may take. */
const BUDGET = 8 * 60; // seconds

/** `fall-line test`: sets up what the tests need, runs every part and ends with the times and the counts. */
export async function test({ options }: Invocation, session: Session): Promise<number> {
  const { projectDir, progress } = session;
  const long = options["long"] === true;
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
  const { python, browsers } = await lanes.do("setting up", () => setUp(session, long));
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
  return counts.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

/** Jupyter and the browsers. */
async function setUp(
  session: Session,
  long: boolean,
): Promise<{ python: string; browsers: NodeJS.ProcessEnv }> {
  const { projectDir, progress } = session;
  const python = await setUpJupyter(session, ownProduct(projectDir), { tests: true });
  const browsers = {
    CHROME_PATH: await ensureChromium(projectDir, progress),
    FIREFOX_PATH: await ensureFirefox(projectDir, progress),
  };
  if (long) await ensureWebKit(projectDir, progress);
  return { python, browsers };
}
