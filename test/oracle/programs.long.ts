import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rules } from "fall-line";
import { libraryWords } from "../../src/rules/libraries.ts";
import { numpyProgram } from "../../src/rules/numpy.ts";
import { run } from "../../src/system/process.js";

interface Run {
  readonly rule: string;
  readonly objective: string;
  readonly hyper: Readonly<Record<string, number>>;
  readonly schedule?: unknown;
}

const here = import.meta.dirname;
const place = mkdtempSync(join(tmpdir(), "programs-"));
const runs = (JSON.parse(readFileSync(join(here, "traces.json"), "utf8")) as Run[]).filter(
  ({ schedule }) => schedule === undefined,
);

/** A Python with what the reference runs need: one that the environment names, or one made here. */
async function python(): Promise<string> {
  const named = process.env["FALL_LINE_ORACLE_PYTHON"];
  if (named !== undefined) return named;
  for (const [program, words] of [
    ["python3", ["-m", "venv", place]],
    [join(place, "bin", "pip"), ["install", "-q", "-r", join(here, "requirements.txt")]],
  ] as const) {
    const { code, output } = await run(program, words);
    expect(code, output).toBe(0);
  }
  return join(place, "bin", "python");
}

const LIBRARIES = ["numpy", "torch", "optax", "keras"] as const;

const tasks = runs.flatMap((one) => {
  const rule = rules.find(({ id }) => id === one.rule)!;
  return LIBRARIES.flatMap((by) => {
    const words = by === "numpy" ? { code: numpyProgram(rule) } : libraryWords(rule, by, one.hyper);
    const code = words?.departs === true ? undefined : words?.code;
    const ahead = rule.id === "nesterov" && by !== "numpy";
    return code === undefined ? [] : [{ by, code, ahead, run: one }];
  });
});

let departures: readonly number[];

beforeAll(async () => {
  const { stdout, stderr } = spawnSync(await python(), ["-W", "error", join(here, "programs.py")], {
    input: JSON.stringify(tasks),
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  expect(stdout, stderr).not.toBe("");
  departures = JSON.parse(stdout) as number[];
}, 1_800_000);

afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each(rules.map(({ id }) => id))("%s takes the reference's steps in the words of each library", (id) => {
  const own = tasks.flatMap(({ run: one, by, code }, k) =>
    one.rule === id ? [{ by, code, on: one.objective, departure: departures[k]! }] : [],
  );
  expect(own.filter(({ departure }) => !(departure <= 1))).toEqual([]);
  expect(own.filter(({ by }) => by === "numpy").length).toBe(runs.filter(({ rule }) => rule === id).length);
});
