import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { jupyterEnvironment } from "../../src/jupyter/environment.js";
import { type Counts, countsOfPytest, countsOfVitest, judged } from "./counts.ts";
import type { Program } from "./program.ts";

/** One part of the suite: a program that runs tests and reports on them in a file. */
export interface SuitePart extends Program {
  readonly title: string;
  readonly report: string;
  readonly countsOf: (report: string) => Counts;
}

/** How the tests of a part went that has ended. */
export function outcomeOf({ title, report, countsOf }: SuitePart, exitCode: number | null): Counts {
  const none = { passed: 0, failed: [], skipped: 0 };
  return judged(existsSync(report) ? countsOf(readFileSync(report, "utf8")) : none, title, exitCode);
}

export interface Suite {
  readonly projectDir: string;
  /** Where the parts report. */
  readonly reports: string;
  readonly long: boolean;
  readonly coloured: boolean;
}

/** Projects of vitest. */
export function vitest(
  { projectDir, reports, long, coloured }: Suite,
  projects: readonly string[],
  browsers: NodeJS.ProcessEnv = {},
): SuitePart {
  const report = join(reports, `${projects[0]!}.json`);
  return {
    title: `vitest, ${projects.join(", ")}`,
    command: process.execPath,
    args: [
      join(projectDir, "node_modules", "vitest", "vitest.mjs"),
      ...["run", ...projects.flatMap((project) => ["--project", project])],
      ...(coloured ? ["--color"] : []),
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
    environment: { ...process.env, ...browsers, ...(long && { FALL_LINE_LONG: "1" }) },
    report,
    countsOf: countsOfVitest,
  };
}

/** The tests of the kernel in a Jupyter, whose Python is given. */
export function pytest({ projectDir, reports, long, coloured }: Suite, python: string): SuitePart {
  const report = join(reports, "pytest.xml");
  return {
    title: "pytest, the kernel through jupyter_client",
    command: python,
    args: [
      ...["-m", "pytest", "test/jupyter"],
      ...(long ? [] : ["-m", "not long"]),
      ...(coloured ? ["--color=yes"] : []),
      `--junitxml=${report}`,
    ],
    environment: jupyterEnvironment(projectDir),
    report,
    countsOf: countsOfPytest,
  };
}
