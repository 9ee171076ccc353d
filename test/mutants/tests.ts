import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { endTree, start } from "../../src/system/process.js";
import { roomOf } from "./draw.ts";
import type { Imports } from "./imports.ts";

/** Projects of vitest, in the order in which they are tried. */
export const PROJECTS = ["unit", "sessions", "lessons", "browser", "setup"] as const;

export type Project = (typeof PROJECTS)[number];

/** Rooms that are tried by installing, building and starting the project, which the tests of `test/setup` do. */
const SET_UP = new Set(["cli", "jupyter", "kernel", "system"]);

/** So many files of tests are tried before all others: most mutants fall to them. */
const NEAREST = 12;

/** Tests of one of vitest's projects that are run together. */
export interface Batch {
  readonly project: Project;
  /** Files, from the project's folder on. */
  readonly files: readonly string[];
}

/** How a batch went: all of it well, or the files that failed first, or not to its end within the limit. */
export type Outcome = "passed" | "hung" | { readonly failed: readonly string[] };

/** All tests, by their files, and the projects that they belong to. */
export async function listTests(folder: string, aside: string): Promise<ReadonlyMap<string, Project>> {
  const list = join(aside, "tests.json");
  await vitest(folder, ["list", "--filesOnly", `--json=${list}`], Infinity);
  const tests = JSON.parse(readFileSync(list, "utf8")) as { file: string; projectName: Project }[];
  return new Map(tests.map(({ file, projectName }) => [relative(folder, file), projectName]));
}

/** What is tried on a change of a file: tests that come to it through imports, and those of its room, the nearest first. */
export function batchesFor(file: string, tests: ReadonlyMap<string, Project>, imports: Imports): Batch[] {
  const room = roomOf(file);
  const name = basename(file).replace(/\.[jt]s$/, ".test.ts");
  const distances = imports.distancesTo(file);
  const rank = (test: string): number => (basename(test) === name ? 0 : (distances.get(test) ?? 1000));
  const related = [...tests.keys()]
    .filter((test) => distances.has(test) || isOfRoom(test, room))
    .sort((a, b) => rank(a) - rank(b));
  return PROJECTS.flatMap((project) => {
    const files = related.filter((test) => tests.get(test) === project);
    return [files.slice(0, NEAREST), files.slice(NEAREST)].map((some) => ({ project, files: some }));
  }).filter(({ files }) => files.length > 0);
}

const isOfRoom = (test: string, room: string): boolean =>
  test.startsWith(`test/${room}`) || (SET_UP.has(room) && test.startsWith("test/setup/"));

/** Runs a batch, up to the first test that fails or to its end. */
export async function outcomeOf(
  folder: string,
  { project, files }: Batch,
  aside: string,
  limit: number,
  isWhole = false,
): Promise<Outcome> {
  const report = join(aside, "report.json");
  rmSync(report, { force: true });
  const how = [
    "--project",
    project,
    `--bail=${isWhole ? 0 : 1}`,
    "--reporter=json",
    `--outputFile=${report}`,
  ];
  const code = await vitest(folder, ["run", "--experimental.fsModuleCache", ...how, ...files], limit);
  if (code === 0) return "passed";
  if (code === null) return "hung";
  if (!existsSync(report)) return { failed: files };
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as { testResults: FileOfVitest[] };
  const broken = testResults.filter((file) => file.status === "failed");
  // Files that were not run to their end, since another failed before, count as failed too.
  const failed = broken.filter((file) => file.assertionResults.some(({ status }) => status === "failed"));
  const names = (failed.length > 0 ? failed : broken).map(({ name }) => relative(folder, name));
  return { failed: names.length > 0 ? names : files };
}

interface FileOfVitest {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

/** Runs vitest in a folder. @returns how it ended: null when it was ended after `limit` seconds */
async function vitest(folder: string, args: readonly string[], limit: number): Promise<number | null> {
  const program = join(folder, "node_modules", "vitest", "vitest.mjs");
  const child = start(process.execPath, [program, ...args], { cwd: folder, stdio: "ignore" });
  const timer = limit < Infinity ? setTimeout(() => endTree(child, "SIGKILL"), 1000 * limit) : undefined;
  const [code] = (await once(child, "exit")) as [number | null];
  clearTimeout(timer);
  return code;
}
