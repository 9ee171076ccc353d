import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { acquire } from "../../src/system/lock.js";
import { endAll } from "../../src/system/process.js";
import { stateFolder } from "../../src/system/state.js";
import { Compiler, configOf } from "./compiler.ts";
import { draw, type Mutant, mutated } from "./draw.ts";
import { Imports } from "./imports.ts";
import { type Batch, batchesFor, listTests, outcomeOf, type Project, PROJECTS } from "./tests.ts";
import { Tree } from "./tree.ts";

/**
 * `npm run mutants`: changes the sources in one place at a time, as a slip would, and runs the tests, which ought to fail. The list of a
 * seed is drawn once, and what was found is kept in `.fall-line/mutants`: the next run goes on, and tries again what survived.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "60" },
    /** The seconds that a batch of tests may take. */
    limit: { type: "string", default: "600" },
    /** Tries only the tests of these of vitest's projects. */
    project: { type: "string", multiple: true, default: [...PROJECTS] },
    /** Tries only the nearest tests. */
    quick: { type: "boolean", default: false },
    /** Only draws and lists. */
    list: { type: "boolean", default: false },
  },
});
const [count, limit] = [Number(values.count), Number(values.limit)];

/** A drawn mutant, and why the compiler refuses it, where it does. */
interface Listed extends Mutant {
  readonly refused?: string;
}

/** What became of a mutant, with the project and the files of the tests that decided it. */
interface Result {
  /** The mutant's place in the list. */
  readonly number: number;
  readonly fate: "killed" | "survived" | "undecided" | "gone";
  readonly by?: string;
  readonly files: readonly string[];
  readonly seconds: number;
}

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void endAll().then(() => process.exit(130)));

const projectDir = process.cwd();
const aside = stateFolder(projectDir, "mutants");
const { holder } = await acquire(aside, "running");
if (holder !== undefined) {
  console.error(`Process ${holder.pid} tries mutants here; begin again when it has ended.`);
  process.exit(1);
}
const folder = join(aside, "tree");
const tree = new Tree(projectDir, folder);
const programs = tree.programs();
const imports = new Imports(folder, [...programs, "dist/course.ts"], configOf(folder).options);

const listFile = join(aside, `seed-${values.seed}-of-${count}.json`);
const resultsFile = `${listFile}l`;

/** The list of the seed, drawn up to as many as are wanted which the compiler lets pass. */
function drawn(): Listed[] {
  const compiler = new Compiler(folder, imports);
  const sources = new Map(
    programs.filter((file) => file.startsWith("src/")).map((file) => [file, tree.text(file)]),
  );
  const listed: Listed[] = [];
  for (const mutant of draw(sources, Number(values.seed))) {
    const refused = compiler.refusal(mutant.file, mutated(sources.get(mutant.file)!, mutant)!);
    listed.push(refused === undefined ? mutant : { ...mutant, refused });
    if (listed.filter((one) => one.refused === undefined).length === count) break;
  }
  return listed;
}

const nameOf = ({ file, line, kind, before, after }: Mutant): string =>
  `${file}:${line} ${kind}\n    ${shortened(before)}\n    ${shortened(after)}`;

const shortened = (code: string): string => code.replaceAll(/\s+/g, " ").slice(0, 150);

async function fateOf(
  mutant: Mutant,
  batches: readonly Batch[],
): Promise<Omit<Result, "number" | "seconds">> {
  for (const batch of batches) {
    const { project: by } = batch;
    const outcome = await tree.during(mutant, by === "setup", () => outcomeOf(folder, batch, aside, limit));
    if (outcome === undefined) return { fate: "gone", files: [] };
    if (outcome === "passed") continue;
    if (outcome !== "hung") return { fate: "killed", by, files: outcome.failed };
    // Where the tests take as long without the mutant, it is not the mutant that they hang of.
    const isSlow = (await outcomeOf(folder, batch, aside, limit)) !== "passed";
    return { fate: isSlow ? "undecided" : "killed", by: `${by}, which hangs`, files: [] };
  }
  return { fate: "survived", files: [] };
}

if (!existsSync(listFile)) writeFileSync(listFile, JSON.stringify(drawn(), null, 1));
const all = JSON.parse(readFileSync(listFile, "utf8")) as Listed[];
const refused = all.filter((mutant) => mutant.refused !== undefined);
for (const mutant of refused)
  console.log(`refused by the compiler: ${nameOf(mutant)}\n    ${mutant.refused}`);
const tried = all.filter((mutant) => mutant.refused === undefined);

const results = new Map<number, Result>();
const note = (result: Result): void => void results.set(result.number, result);
if (existsSync(resultsFile))
  for (const line of readFileSync(resultsFile, "utf8").trim().split("\n")) note(JSON.parse(line) as Result);

function save(result: Result): void {
  note(result);
  appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
}

async function tryOut(number: number, mutant: Mutant): Promise<void> {
  const related = batchesFor(mutant.file, tests, imports);
  const wanted = related.filter(({ project }) => values.project.includes(project));
  const batches = values.quick ? wanted.slice(0, 1) : wanted;
  const began = performance.now();
  const fate = await fateOf(mutant, batches);
  save({ number, ...fate, seconds: Math.round((performance.now() - began) / 1000) });
}

/** Runs the tests that failed once more, without a mutant: what fails then too has killed none. */
async function doubtKills(): Promise<void> {
  for (const project of PROJECTS) {
    const kills = [...results.values()].filter(({ fate, by }) => fate === "killed" && by === project);
    const files = [...new Set(kills.flatMap((kill) => kill.files))];
    const outcome = files.length > 0 && (await outcomeOf(folder, { project, files }, aside, Infinity, true));
    if (typeof outcome !== "object") continue;
    for (const kill of kills)
      if (kill.files.some((file) => outcome.failed.includes(file))) save({ ...kill, fate: "undecided" });
  }
}

const tests = values.list ? new Map<string, Project>() : await listTests(folder, aside);
for (const [number, mutant] of tried.entries()) {
  if (!values.list && results.get(number)?.fate !== "killed") await tryOut(number, mutant);
  const { fate = "not tried", by = "", files = [], seconds = 0 } = results.get(number) ?? {};
  console.log(
    `${number + 1}/${tried.length} ${fate} ${by} ${files.join(", ")} ${seconds} s: ${nameOf(mutant)}`,
  );
}
if (!values.list) await doubtKills();

const fates = [...results.values()].map(({ fate, by }) => (by === undefined ? fate : `${fate} by ${by}`));
for (const fate of new Set(fates)) console.log(`${fates.filter((one) => one === fate).length} ${fate}`);
console.log(`${refused.length} besides refused by the compiler; seed ${values.seed}, ${tried.length} tried`);
