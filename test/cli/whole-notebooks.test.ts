import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { WholeNotebooks } from "../../src/cli/whole-notebooks.ts";
import type { HandedNotebook } from "../../src/grading/submission/read.ts";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "whole-"));
const at = (name: string): string => join(folder, name);
const put = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  chmodSync(at(name), 0o755);
  return at(name);
};
const lines = (name: string): string[] => readFileSync(at(name), "utf8").trimEnd().split("\n");

/** Holds nothing: it notes what it is to hold, and does what a test says in its place. */
put(
  "bwrap",
  `#!/bin/sh
for last; do :; done
if [ "$last" = true ]; then exec /bin/sh ${at("allowed")}; fi
printf '%s\\n' "$@" > ${at("asked")}
while [ $# -gt 2 ]; do shift; done
cp "$1" ${at("notebook")}
. ${at("script")}
`,
);
const python = put("python", "#!/bin/sh\necho /opt/base\n");

beforeEach(() => {
  vi.stubEnv("PATH", `${folder}:${process.env["PATH"]!}`);
  put("allowed", "exit 0");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
afterAll(() => rmSync(folder, { recursive: true }));

const handed = {
  name: "03-momentum",
  cells: [{ source: "const a = 1;" }, { source: "a + '\"'" }],
} as unknown as HandedNotebook;

async function ran(script: string, kernels?: string) {
  put("script", script);
  return (await WholeNotebooks.of(project, python, kernels)).run(handed);
}

test("what a student wrote is run as a notebook of this kernel, and what it showed is told", async () => {
  const cell = { cell_type: "code", id: "a", metadata: {}, execution_count: 1 };
  const output = { output_type: "stream", name: "stdout", text: "1" };
  const cells = [
    { ...cell, source: "one", outputs: [output, { ...output, text: "2" }] },
    { ...cell, id: "b", source: "two", outputs: [] },
  ];
  put("executed", JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  expect(await ran(`cat ${at("executed")}`)).toEqual({
    name: "03-momentum",
    cells: [
      { source: "one", shown: [{ words: "1" }, { words: "2" }] },
      { source: "two", shown: [] },
    ],
  });
  const notebook = JSON.parse(readFileSync(at("notebook"), "utf8")) as { cells: { source: string }[] };
  expect(notebook).toMatchObject({
    metadata: { kernelspec: { name: "fall-line", language: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
  });
  expect(notebook.cells.map(({ source }) => source)).toEqual(handed.cells.map(({ source }) => source));
  expect(notebook.cells).toMatchObject([
    { cell_type: "code", id: "cell-1", outputs: [], execution_count: null },
    { id: "cell-2" },
  ]);
});

test("it may read the project, its Jupyter and its Python, and keeps what it writes in its own home", async () => {
  vi.stubEnv("MINE", "secret");
  await ran("cat $1", "/course/kernels");
  const asked = lines("asked");
  const bound = asked.flatMap((one, k) => (one === "--ro-bind-try" ? [asked[k + 1]!] : []));
  const source = bound.at(-1)!;
  expect(bound).toEqual(
    expect.arrayContaining([
      ...["dist", "node_modules", "package.json", ".fall-line/venv", ".fall-line/jupyter/path"].map(
        (name) => `${project}/${name}`,
      ),
      `${project}/src/pages/execute.py`,
      `${project}/src/jupyter/papermill`,
      "/opt/base",
      dirname(process.execPath),
      "/course/kernels",
    ]),
  );
  expect(asked).not.toContain("");
  expect(asked.slice(-4)).toEqual([python, `${project}/src/pages/execute.py`, source, "-"]);
  expect(existsSync(dirname(source)), "it is gone afterwards").toBe(false);
  const set = asked.flatMap((one, k) => (one === "--setenv" ? [`${asked[k + 1]!}=${asked[k + 2]!}`] : []));
  for (const name of ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"])
    expect(set).toContain(`${name}=/tmp/${name.toLowerCase()}`);
  expect(set.join("\n")).not.toContain("secret");
  expect(set).toContain(`JUPYTER_PATH=/course/kernels:${project}/.fall-line/jupyter/path`);
  expect(set.filter((one) => one.startsWith("PATH="))).toEqual(["PATH=/usr/bin:/bin"]);
  await ran("cat $1");
  expect(lines("asked")).not.toContain("/course/kernels");
});

test("a long text is read whole", async () => {
  const output = { output_type: "stream", name: "stdout", text: "x".repeat(1e6) };
  const cell = {
    cell_type: "code",
    id: "a",
    metadata: {},
    execution_count: 1,
    source: "",
    outputs: [output],
  };
  put("executed", JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  expect((await ran(`cat ${at("executed")}`)).cells[0]!.shown).toEqual([{ words: output.text }]);
});

test.each([
  ["echo one >&2; echo the last >&2; exit 3", "it could not be run: the last"],
  ["echo no notebook", "what came out of it is no notebook"],
  ["head -c 40000002 /dev/zero", "it shows more than can be read"],
])("of one that does not come to its end (%s) is told why", async (script, fault) => {
  expect(await ran(script)).toEqual({ name: "03-momentum", cells: [], fault });
});

test("and of one that takes longer than ten minutes", async () => {
  put("script", `echo $$ > ${at("pid")}; exec sleep 600`);
  const whole = await WholeNotebooks.of(project, python);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const result = whole.run(handed);
  let ended = false;
  void result.then(() => (ended = true));
  await vi.advanceTimersByTimeAsync(599_999);
  expect(ended).toBe(false);
  const pid = () => (existsSync(at("pid")) ? Number(readFileSync(at("pid"), "utf8")) : 0);
  while (pid() === 0) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(1);
  expect(await result).toMatchObject({ fault: "it did not end within 10 minutes" });
  const isThere = (): boolean => {
    try {
      return process.kill(pid(), 0);
    } catch {
      return false;
    }
  };
  while (isThere()) await new Promise(setImmediate);
  put("script", "cat $1");
  await whole.run(handed);
  expect(vi.getTimerCount(), "nothing is waited for any more").toBe(0);
});

test("nothing is run where nothing can hold it", async () => {
  put("allowed", "echo not allowed; exit 1");
  await expect(ran("cat $1")).rejects.toMatchObject({
    message: expect.stringContaining("needs bubblewrap") as string,
    detail: "not allowed",
  });
});
