import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { jupyterEnvironment, jupyterFolders, papermillFolder } from "../jupyter/environment.js";
import { readNotebook } from "../rendering/executed.ts";
import { KERNEL } from "../language.ts";
import { packageFile } from "../system/packages.ts";
import { endTree, lastLines, run, start } from "../system/process.js";
import { Unreadable } from "../grading/submission/notebook.ts";
import { type Ran, shownOf } from "../grading/output/ran.ts";
import type { HandedNotebook } from "../grading/submission/read.ts";
import { contained, HOME, type Inside, needBubblewrap } from "../grading/contained.ts";

/** How long (in milliseconds) a notebook may take. */
const PATIENCE = 600_000;

/** So many characters of an executed notebook are read. */
const MOST = 40e6;

/** Runs whole notebooks that students handed in, each in a sandbox of its own; their words and pictures are for a teacher to read. */
export class WholeNotebooks {
  private constructor(
    private readonly python: string,
    private readonly execute: string,
    private readonly inside: Inside,
  ) {}

  /**
   * @param python that of the project's Jupyter
   * @param kernels where Jupyter finds the kernel of a course of its own
   * @throws UserError where nothing can hold what students wrote
   */
  static async of(projectDir: string, python: string, kernels?: string): Promise<WholeNotebooks> {
    await needBubblewrap();
    const { output } = await run(python, ["-c", "import sys; print(sys.base_prefix)"]);
    const { venv, path } = jupyterFolders(projectDir);
    const execute = join(projectDir, "src", "pages", "execute.py");
    const packages = dirname(packageFile(projectDir, "zeromq"));
    const readable = [
      ...[join(projectDir, "dist"), join(projectDir, "package.json"), packages],
      ...[venv, path, execute, papermillFolder(projectDir), output.trim(), dirname(process.execPath)],
      ...(kernels === undefined ? [] : [kernels]),
    ];
    const inHome = Object.fromEntries(
      ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"].map((name) => [
        name,
        join(HOME, name.toLowerCase()),
      ]),
    );
    const environment = { ...jupyterEnvironment(projectDir, { base: {}, kernels }), ...inHome };
    return new WholeNotebooks(python, execute, { readable, environment });
  }

  /** Runs one. Of what was handed in only the text of its code cells counts. */
  async run({ name, cells }: HandedNotebook): Promise<Ran> {
    const folder = mkdtempSync(join(tmpdir(), "fall-line-whole-"));
    try {
      const source = join(folder, "notebook.ipynb");
      writeFileSync(source, notebookOf(cells.map((cell) => cell.source)));
      const readable = [...this.inside.readable, source];
      const command = [this.python, this.execute, source, "-"];
      const text = await this.#printed(contained(command, { ...this.inside, readable }));
      const executed = readNotebook(text).cells;
      return {
        name,
        cells: executed.map(({ source, outputs }) => ({ source, shown: outputs.map(shownOf) })),
      };
    } catch (error) {
      const reason = error instanceof Unreadable ? error.message : "what came out of it is no notebook";
      return { name, cells: [], fault: reason };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** What a command prints. @throws Unreadable */
  #printed([command, ...args]: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = start(command!, args);
      const refuse = (reason: string): void => {
        reject(new Unreadable(reason));
        endTree(child, "SIGKILL");
      };
      const late = setTimeout(() => {
        refuse(`it did not end within ${PATIENCE / 60_000} minutes`);
      }, PATIENCE);
      let text = "";
      let said = "";
      child.stdout!.setEncoding("utf8").on("data", (more: string) => {
        text += more;
        if (text.length > MOST) refuse("it shows more than can be read");
      });
      child.stderr!.setEncoding("utf8").on("data", (more: string) => (said = (said + more).slice(-2000)));
      child.once("error", reject);
      child.once("close", (code) => {
        clearTimeout(late);
        if (code === 0) resolve(text);
        else refuse(`it could not be run: ${lastLines(said, 1)}`);
      });
    });
  }
}

/** A notebook of these code cells. */
function notebookOf(sources: readonly string[]): string {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `cell-${i + 1}`,
    source,
    metadata: {},
    outputs: [],
    execution_count: null,
  }));
  const { name, display_name, language } = KERNEL;
  const metadata = { kernelspec: { name, display_name, language } };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
}
