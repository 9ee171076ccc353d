import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Bench, executeLesson, executeLessons } from "../../src/pages/execute.ts";

let folder = "";
let bench: Bench;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fall-line-execute-"));
  bench = { projectDir: folder, python: join(folder, "python") };
  mkdirSync(join(folder, "notebooks"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What stands for the Python of Jupyter: a script of the shell, given the notebook as $2 and where it is to be written as $3. */
const python = (script: string): void =>
  writeFileSync(bench.python, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
const COPIES = 'cp "$2" "$3"';

const error = { output_type: "error", ename: "TypeError", evalue: "no such thing" };
const notebook = (...cells: object[]): string =>
  JSON.stringify({
    cells: cells.map((cell) => ({ id: "c", cell_type: "code", source: "1", metadata: {}, ...cell })),
  });
const lay = (name: string, text = notebook({ source: name }), where = "notebooks"): void =>
  writeFileSync(join(folder, where, `${name}.ipynb`), text);
const left = (): string[] => readdirSync(join(folder, ".fall-line", "executing"));

describe("executeLesson(bench, name)", () => {
  test("runs the notebook of the project in a folder of its own, which is gone then", async () => {
    python(`${COPIES}\npwd > "${folder}/place"\nenv > "${folder}/env"\necho "$1 $2 $3" > "${folder}/given"`);
    lay("03-a");
    const before = process.listenerCount("exit");
    const { cells } = await executeLesson({ ...bench, kernels: "/own/kernels" }, "03-a");
    expect(cells.map(({ source }) => source)).toEqual(["03-a"]);
    const [script, source, target] = readFileSync(join(folder, "given"), "utf8").trim().split(" ");
    const place = readFileSync(join(folder, "place"), "utf8").trim();
    expect(script).toBe(join(folder, "src", "pages", "execute.py"));
    expect(place).toMatch(/\.fall-line\/executing\/lesson-\w+$/);
    expect([source, target]).toEqual([
      expect.stringMatching(/lesson-\w+\/03-a\.ipynb$/),
      expect.stringMatching(/lesson-\w+\/executed\.ipynb$/),
    ]);
    const kernels = ["/own/kernels", join(folder, ".fall-line", "jupyter", "path")].join(delimiter);
    expect(readFileSync(join(folder, "env"), "utf8").split("\n")).toContain(`JUPYTER_PATH=${kernels}`);
    expect([left(), process.listenerCount("exit")]).toEqual([[], before]);
  });

  test("takes notebooks from another folder, or as a text", async () => {
    python(COPIES);
    mkdirSync(join(folder, "mine"));
    lay("03-a", notebook({ source: "mine" }), "mine");
    const mine = await executeLesson({ ...bench, notebooks: join(folder, "mine") }, "03-a");
    const given = await executeLesson(bench, "none", notebook({ source: "given" }));
    expect([mine, given].map(({ cells }) => cells[0]!.source)).toEqual(["mine", "given"]);
  });

  test("says what its Python says when that fails, and leaves nothing behind", async () => {
    python("echo one\necho two >&2\nexit 3");
    lay("03-a");
    await expect(executeLesson(bench, "03-a")).rejects.toMatchObject({
      message: "Lesson 03-a could not be run",
      cure: "Run npm test: it tries the kernel and every lesson.",
      detail: expect.stringMatching(/one[^]*two/) as string,
    });
    expect(left()).toEqual([]);
    await expect(executeLesson({ ...bench, python: "/none" }, "03-a")).rejects.toThrow("could not be run");
    python('rm -r "$PWD"\nexit 3');
    await expect(executeLesson(bench, "03-a")).rejects.toThrow("could not be run");
  });

  test.each([
    ["its title", { metadata: { title: "The slip" } }, "The slip"],
    ["its id, where it has no title", {}, "c"],
  ])("names a cell that fails by %s", async (_, cell, name) => {
    python(COPIES);
    lay(
      "03-a",
      notebook({}, { ...cell, outputs: [{ output_type: "stream", name: "stdout", text: "a" }, error] }),
    );
    await expect(executeLesson(bench, "03-a")).rejects.toMatchObject({
      message: `Lesson 03-a, cell "${name}": TypeError: no such thing`,
      cure: "Mend the cell in lessons/03-a/lesson.ts, run npm run build:notebooks, and try again.",
    });
    expect(left()).toEqual([]);
  });

  test("lets a cell fail that is meant to, and no other", async () => {
    python(COPIES);
    const meant = { metadata: { tags: ["code", "raises-exception"] }, outputs: [error] };
    lay("03-a", notebook(meant, {}));
    expect((await executeLesson(bench, "03-a")).cells).toHaveLength(2);
    lay("03-a", notebook(meant, { metadata: { tags: ["code"] }, outputs: [error] }));
    await expect(executeLesson(bench, "03-a")).rejects.toThrow('cell "c"');
  });
});

describe("executeLessons(bench, names)", () => {
  const names = ["01-a", "02-b", "03-c", "04-d"];

  test("runs all, two side by side, and says when each is done", async () => {
    // A run waits until another has begun, and counts those that have not ended.
    python(
      `d="${folder}/now"; mkdir -p "$d"; touch "$d/$$" "${folder}/any-$$"\n` +
        `while [ "$(ls "${folder}" | grep -c any-)" -lt 2 ]; do :; done\n` +
        `ls "$d" | wc -l >> "${folder}/counts"; rm "$d/$$"; ${COPIES}`,
    );
    for (const name of names) lay(name);
    const done: string[] = [];
    const executed = await executeLessons(bench, names, { done: (name) => done.push(name) });
    expect([...executed].map(([name, { cells }]) => `${name} ${cells[0]!.source}`).sort()).toEqual(
      names.map((name) => `${name} ${name}`),
    );
    expect(done.sort()).toEqual(names);
    const counts = readFileSync(join(folder, "counts"), "utf8").trim().split("\n").map(Number);
    expect(Math.max(...counts)).toBe(2);
  });

  test("passes over what goes wrong when it is told how, and fails otherwise", async () => {
    python(COPIES);
    for (const name of names) lay(name, name === "02-b" ? notebook({ outputs: [error] }) : undefined);
    const faults: unknown[] = [];
    const done: string[] = [];
    const executed = await executeLessons(bench, names, {
      done: (name) => done.push(name),
      passOver: (fault) => faults.push((fault as Error).message),
    });
    expect([...executed.keys()].sort()).toEqual(["01-a", "03-c", "04-d"]);
    expect(faults).toEqual(['Lesson 02-b, cell "c": TypeError: no such thing']);
    expect(done.sort()).toEqual(names);
    await expect(executeLessons(bench, names)).rejects.toThrow("Lesson 02-b");
    expect(existsSync(folder)).toBe(true);
  });
});
