/** Runs a lesson in the real kernel of the project's own Jupyter. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jupyterEnvironment } from "../jupyter/environment.js";
import { lastLines, run } from "../system/process.js";
import { stateFolder } from "../system/state.js";
import { UserError, writing } from "../system/user-error.js";
import { type ExecutedNotebook, readNotebook } from "../rendering/executed.ts";

/** Where lessons are run. */
export interface Bench {
  readonly projectDir: string;
  /** The Python of the Jupyter that runs them, set up before. */
  readonly python: string;
  /** The folder of the notebooks; by default the project's. */
  readonly notebooks?: string;
  /** Where Jupyter finds the kernel of a course of its own. */
  readonly kernels?: string | undefined;
}

/** Lessons that have been run, by name. */
export type Executed = ReadonlyMap<string, ExecutedNotebook>;

/** So many kernels work side by side: each has a compiler in it, and wants a core. */
const SIDE_BY_SIDE = 2;

/**
 * Runs a notebook of the project from top to bottom, in a folder of its own.
 * @param name the lesson's, for what is said when something goes wrong
 * @param text the notebook's; by default that of `notebooks/NAME.ipynb`
 * @throws UserError that names lesson and cell when a cell fails
 */
export async function executeLesson(
  { projectDir, python, notebooks = join(projectDir, "notebooks"), kernels }: Bench,
  name: string,
  text = readFileSync(join(notebooks, `${name}.ipynb`), "utf8"),
): Promise<ExecutedNotebook> {
  const place = freshFolder(projectDir);
  const remove = (): void => rmSync(place, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const [source, target] = [join(place, `${name}.ipynb`), join(place, "executed.ipynb")];
    writeFileSync(source, text);
    const { code, output } = await run(
      python,
      [join(projectDir, "src", "pages", "execute.py"), source, target],
      // What a program runs is no history of a person's.
      { cwd: place, env: { ...jupyterEnvironment(projectDir, { kernels }), FALL_LINE_HISTORY: "off" } },
    );
    if (code !== 0)
      throw new UserError(
        `Lesson ${name} could not be run`,
        "Run npm test: it tries the kernel and every lesson.",
        lastLines(output),
      );
    const notebook = readNotebook(readFileSync(target, "utf8"));
    refuseErrors(name, notebook);
    return notebook;
  } finally {
    remove();
    process.off("exit", remove);
  }
}

/**
 * Runs several lessons, two at a time.
 * @param done is called when one has been run
 * @param passOver takes what went wrong with one of them
 */
export async function executeLessons(
  bench: Bench,
  names: readonly string[],
  {
    done,
    passOver,
  }: { readonly done?: (name: string) => void; readonly passOver?: (fault: unknown) => void } = {},
): Promise<Executed> {
  const executed = new Map<string, ExecutedNotebook>();
  const waiting = [...names];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      try {
        executed.set(name, await executeLesson(bench, name));
      } catch (error) {
        if (passOver === undefined) throw error;
        passOver(error);
      }
      done?.(name);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return executed;
}

function freshFolder(projectDir: string): string {
  const folder = stateFolder(projectDir, "executing");
  return writing(folder, () => mkdtempSync(join(folder, "lesson-")));
}

function refuseErrors(name: string, { cells }: ExecutedNotebook): void {
  for (const { id, metadata, outputs } of cells) {
    if (metadata.tags?.includes("raises-exception")) continue;
    for (const output of outputs) {
      if (output.output_type !== "error") continue;
      const cell = metadata.title ?? id;
      throw new UserError(
        `Lesson ${name}, cell "${cell}": ${output.ename}: ${output.evalue}`,
        `Mend the cell in lessons/${name}/lesson.ts, run npm run build:notebooks, and try again.`,
      );
    }
  }
}
