import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { snapshotPath } from "../../src/kernel/node/snapshot.ts";
import type { Progress } from "../../src/system/progress.js";
import { standIn } from "../cli/stand-in.ts";
import { runSuite } from "./suite.ts";

const project = standIn();
const { projectDir, write } = project;
const programs = mkdtempSync(join(tmpdir(), "test-programs-"));
afterAll(() => {
  project.end();
  rmSync(programs, { recursive: true });
});
const put = (name: string, script: string): string => {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return join(programs, name);
};

/** Vitest in this project: it notes how it was called and writes its report, or none. */
const VITEST = `const { appendFileSync, writeFileSync } = require("node:fs");
const FAILED = { name: "test/a.test.ts", status: "failed", assertionResults: [
  { status: "failed", fullName: "adds", failureMessages: ["expected 1 to be 2"] }] };
const { CHROME_PATH, FIREFOX_PATH, FALL_LINE_LONG } = process.env;
const args = process.argv.slice(2);
appendFileSync("called", JSON.stringify({ args, cwd: process.cwd(), CHROME_PATH, FIREFOX_PATH, FALL_LINE_LONG }) + "\\n");
const failed = args.includes(process.env.FAILING) ? 1 : 0;
writeFileSync(args.at(-1).split("=")[1], JSON.stringify({
  numPassedTests: 2, numPendingTests: 0, numTodoTests: 0, testResults: failed ? [FAILED] : [] }));
process.exit(failed);
`;
rmSync(join(projectDir, "node_modules"));
write("node_modules/vitest/vitest.mjs", "");
write("node_modules/vitest/vitest.cjs", VITEST);
write("node_modules/vitest/vitest.mjs", 'import "./vitest.cjs";');
write("test/requirements.txt", "pytest");
const REPORT = '<testsuite errors="0" failures="0" skipped="1" tests="4">';
rmSync(join(projectDir, ".fall-line/venv/bin/python"));
writeFileSync(
  join(projectDir, ".fall-line/venv/bin/python"),
  `#!/bin/sh
[ "$1" = -c ] && echo 3.12.4 && exit
[ "$2" = pytest ] || exit
for last; do :; done
echo "$JUPYTER_CONFIG_DIR $@" >> called-python
echo '${REPORT}' > "\${last#--junitxml=}"
`,
  { mode: 0o755 },
);

interface Called {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly [name: string]: unknown;
}
const read = (file: string): string[] =>
  existsSync(join(projectDir, file)) ? readFileSync(join(projectDir, file), "utf8").trim().split("\n") : [];
const called = (): Called[] => read("called").map((line) => JSON.parse(line) as Called);

let browsers: Readonly<Record<string, string>> = {};
beforeEach(() => {
  for (const file of ["called", "called-python", "called-uv"])
    rmSync(join(projectDir, file), { force: true });
  browsers = { CHROME_PATH: put("chromium", "echo Chromium 140.0"), FIREFOX_PATH: put("firefox", "") };
  put("uv", `echo "$@" >> "${join(projectDir, "called-uv")}"`);
  vi.stubEnv("PATH", programs);
  vi.stubEnv("FALL_LINE_LONG", undefined);
  for (const name of Object.keys(browsers)) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Runs the suite of this project. @returns whether all passed, what was said, and what was done meanwhile */
async function run(
  long = false,
  heard: (line: string) => void = () => undefined,
  settingUp: () => Promise<() => void> = () => Promise.resolve(() => undefined),
) {
  const [said, done]: [string[], string[]] = [[], []];
  const progress = {
    line: (text: string) => {
      said.push(text);
      heard(text);
    },
    strong: (text: string) => `*${text}*`,
    during: (title: string, doing: string, action: (stage: object) => unknown) => {
      done.push(`${title}: ${doing}`);
      return action({ note: () => undefined });
    },
  } as unknown as Progress;
  return { passed: await runSuite({ ...project, progress, settingUp }, long), said, done };
}

const PYTEST = "pytest, the kernel through jupyter_client";
const PARTS = [["unit", "sessions", "lessons"], ["browser"], ["setup"]];

test("the suite runs every part, and ends with the counts of all", async () => {
  const reports = join(projectDir, ".fall-line/reports");
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, "old.json"), "");
  const { passed, said, done } = await run();
  expect(passed).toBe(true);
  const titles = ["vitest, unit, sessions, lessons", "vitest, browser", "vitest, setup", PYTEST];
  expect(said.slice(0, -2)).toEqual(titles.map((title) => `\n*${title}*`));
  // The process of the tests may itself have run for longer than all may take, which is told below.
  const times = said.at(-2)!.trim().split("\n").slice(1).filter((line) => !line.startsWith("That is")); // prettier-ignore
  expect(
    times
      .slice(0, -1)
      .map((line) => line.replace(/ +\d+:\d\d$/, ""))
      .sort(),
  ).toEqual(["setting up", ...titles].sort());
  expect(times.at(-1)).toMatch(/^npm test +\d+:\d\d of 8:00 on two quiet cores$/);
  expect(said.at(-1)).toBe("\n9 passed, 0 failed, 1 skipped");
  expect(existsSync(join(reports, "old.json"))).toBe(false);
  const projects = called().map(({ args }) => args.filter((_, k) => args[k - 1] === "--project"));
  expect(projects.sort()).toEqual([...PARTS].sort());
  for (const { args, cwd, FALL_LINE_LONG, ...environment } of called()) {
    expect([args[0], cwd.endsWith("/project"), FALL_LINE_LONG]).toEqual(["run", true, undefined]);
    const isBrowsed = ["setup", "browser"].some((project) => args.includes(project));
    expect(environment).toEqual(isBrowsed ? browsers : {});
    expect(args).toContain("--reporter=default");
  }
  const config = join(projectDir, ".fall-line/jupyter/config");
  expect(read("called-python")).toEqual([
    `${config} -m pytest test/jupyter -m not long --junitxml=${join(reports, "pytest.xml")}`,
  ]);
  expect(done, "what only tests need is installed").toContain("Test tools: installing");
  expect(read("called-uv").join("\n")).toContain("test/requirements.txt");
});

test("with the repetitions it runs the long tests too, and is failed by a part that failed", async () => {
  put("WebKitWebDriver", "");
  put("Xvfb", "");
  vi.stubEnv("FAILING", "lessons");
  const { passed, said } = await run(true);
  expect(passed).toBe(false);
  expect(said.at(-1)).toBe(
    "\nFailed\ntest/a.test.ts: adds\n  expected 1 to be 2\n\n9 passed, 1 failed, 1 skipped",
  );
  expect(called().map(({ FALL_LINE_LONG }) => FALL_LINE_LONG)).toEqual(PARTS.map(() => "1"));
  expect(said.at(-2)).toMatch(/\nnpm test +\d+:\d\d$/);
  expect(read("called-python")[0]).toMatch(/ -m pytest test\/jupyter --junitxml=/);
});

test("what the unit tests say while something is set up is shown after it, and so is the rest", async () => {
  rmSync(snapshotPath(join(projectDir, "dist/kernel")));
  write(
    "node_modules/vitest/vitest.cjs",
    `${VITEST.replace("process.exit(failed);", "")}
    const unit = args.includes("unit");
    if (unit) console.log("early"), console.error("wrong");
    while (unit && !require("node:fs").existsSync("set up"));
    if (unit) console.log("late");`,
  );
  const shown: string[] = [];
  const heard = (line: string): void => void shown.push(line);
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown.push(String(text));
    return true;
  });
  const settingUp = (): Promise<() => void> => Promise.resolve(() => write("set up", ""));
  const { passed } = await run(false, heard, settingUp);
  spy.mockRestore();
  expect(passed).toBe(true);
  expect(shown.join("\n"), "a snapshot is waited for").toContain("writes no start-up snapshot");
  const from = shown.indexOf("\n*vitest, unit, sessions, lessons*");
  const said = shown.slice(from + 1, shown.indexOf("\n*vitest, browser*")).join("");
  expect(said.split("\n").sort()).toEqual(["", "early", "late", "wrong"]);
  expect(said.indexOf("early")).toBeLessThan(said.indexOf("late"));
  expect(shown.slice(0, from).join("")).not.toContain("early");
});

test("a part that wrote no report has failed", async () => {
  write("node_modules/vitest/vitest.cjs", "");
  expect(await run()).toMatchObject({
    passed: false,
    said: expect.arrayContaining([
      expect.stringMatching(/ran no test\n\n3 passed, 3 failed, 1 skipped$/),
    ]) as string[],
  });
});
