import { rmSync } from "node:fs";
import { join } from "node:path";
import { ownProduct } from "../course/product.ts";
import { jupyterEnvironment } from "../jupyter/environment.ts";
import { state, stateFolder } from "../system/state.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { setUpJupyter } from "./setup.ts";
import { ensureChromium } from "./testing/chromium.ts";
import { ensureFirefox } from "./testing/firefox.ts";
import { ensureWebKit } from "./testing/webkit.ts";
import { closingLine, countsOfPytest, countsOfVitest, type Counts } from "./testing/counts.ts";
import { type Part, partBeside, runPart } from "./testing/part.ts";

/** `fall-line test`: sets up what the tests need, runs every part and ends with the counts. */
export async function test({ options }: Invocation, session: Session): Promise<number> {
  const { projectDir, progress } = session;
  const long = options["long"] === true;
  rmSync(state(projectDir, "reports"), { recursive: true, force: true });
  const reports = stateFolder(projectDir, "reports");
  const vitest = (projects: readonly string[], browsers: NodeJS.ProcessEnv = {}): Part => ({
    title: `vitest, ${projects.join(", ")}`,
    command: process.execPath,
    args: [
      join(projectDir, "node_modules", "vitest", "vitest.mjs"),
      ...["run", ...projects.flatMap((project) => ["--project", project])],
      ...["--reporter=default", "--reporter=json"],
      `--outputFile.json=${join(reports, `${projects[0]!}.json`)}`,
    ],
    environment: { ...process.env, ...browsers, ...(long && { FALL_LINE_LONG: "1" }) },
    report: join(reports, `${projects[0]!}.json`),
    countsOf: countsOfVitest,
  });
  const unit = vitest(["unit", "sessions"]);
  // They need nothing of what is set up, which keeps one core waiting.
  const unitTests = partBeside(unit, projectDir);
  const python = await setUpJupyter(session, ownProduct(projectDir), { tests: true });
  const browsers = {
    CHROME_PATH: await ensureChromium(projectDir, progress),
    FIREFOX_PATH: await ensureFirefox(projectDir, progress),
  };
  if (long) await ensureWebKit(projectDir, progress);
  const pytest: Part = {
    title: "pytest, the kernel through jupyter_client",
    command: python,
    args: [
      "-m",
      "pytest",
      "test/jupyter",
      ...(long ? [] : ["-m", "not long"]),
      `--junitxml=${reports}/pytest.xml`,
    ],
    environment: jupyterEnvironment(projectDir),
    report: join(reports, "pytest.xml"),
    countsOf: countsOfPytest,
  };
  const counts: Counts[] = [];
  const show = async ({ title }: Part, end: () => Promise<Counts>): Promise<void> => {
    progress.line(`\n${progress.strong(title)}`);
    counts.push(await end());
  };
  await show(unit, unitTests);
  for (const part of [
    vitest(["lessons"]),
    vitest(["setup"], browsers),
    pytest,
    vitest(["browser"], browsers),
  ]) {
    await show(part, () => runPart(part, projectDir));
  }
  progress.line(`\n${closingLine(counts)}`);
  return counts.some(({ failed }) => failed > 0) ? 1 : 0;
}
