import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ownProduct } from "../course/product.ts";
import { jupyterEnvironment } from "../jupyter/environment.ts";
import { start } from "../system/process.js";
import { state } from "../system/state.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";
import { setUpJupyter } from "./setup.ts";
import { ensureChromium } from "./testing/chromium.ts";
import { ensureFirefox } from "./testing/firefox.ts";
import { ensureWebKit } from "./testing/webkit.ts";
import { closingLine, countsOfPytest, countsOfVitest, judged, type Counts } from "./testing/counts.ts";

/** One part of the suite: a program that runs tests and reports on them in a file. */
interface Part {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly report: string;
  readonly countsOf: (report: string) => Counts;
}

/** `fall-line test`: sets up what the tests need, runs every part and ends with the counts. */
export async function test({ options }: Invocation, session: Session): Promise<number> {
  const { projectDir, progress } = session;
  const python = await setUpJupyter(session, ownProduct(projectDir), { tests: true });
  const chromium = await ensureChromium(projectDir, progress);
  const firefox = await ensureFirefox(projectDir, progress);
  const long = options["long"] === true;
  if (long) await ensureWebKit(projectDir, progress);
  const reports = state(projectDir, "reports");
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const vitest = (...projects: string[]): Part => ({
    title: `vitest, ${projects.join(", ")}`,
    command: process.execPath,
    args: [
      join(projectDir, "node_modules", "vitest", "vitest.mjs"),
      ...["run", ...projects.flatMap((project) => ["--project", project])],
      ...["--reporter=default", "--reporter=json"],
      `--outputFile.json=${join(reports, `${projects[0]!}.json`)}`,
    ],
    environment: {
      ...process.env,
      CHROME_PATH: chromium,
      FIREFOX_PATH: firefox,
      ...(long && { FALL_LINE_LONG: "1" }),
    },
    report: join(reports, `${projects[0]!}.json`),
    countsOf: countsOfVitest,
  });
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
  const parts: Counts[] = [];
  for (const part of [
    vitest("unit", "sessions"),
    vitest("lessons"),
    vitest("setup"),
    pytest,
    vitest("browser"),
  ]) {
    progress.line(`\n${progress.strong(part.title)}`);
    parts.push(await runPart(part, projectDir));
  }
  progress.line(`\n${closingLine(parts)}`);
  return parts.some(({ failed }) => failed > 0) ? 1 : 0;
}

async function runPart(part: Part, projectDir: string): Promise<Counts> {
  const child = start(part.command, part.args, {
    cwd: projectDir,
    env: part.environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  const none = { passed: 0, failed: 0, skipped: 0 };
  return judged(existsSync(part.report) ? part.countsOf(readFileSync(part.report, "utf8")) : none, code);
}
