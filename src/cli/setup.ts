import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Product } from "../course/product.ts";
import { pythonOfChosen } from "../jupyter/chosen.ts";
import { register } from "../jupyter/register.ts";
import { ensureVenv } from "../jupyter/venv.js";
import { buildSnapshot, snapshotPath } from "../kernel/node/snapshot.ts";
import type { Session } from "./command.ts";

interface SetUpOptions<T> {
  readonly tests?: boolean;
  readonly chosen?: string | undefined;
  /** What is begun with the Python as soon as Jupyter is ready, while the kernel is still being prepared. */
  readonly beside?: (python: string) => Promise<T>;
}

/**
 * Makes a Jupyter ready to run the lessons of a course: the project's own, with what tests need on top if they are asked for, or the
 * one that was chosen. Whatever is ready is left as it is. Gives its Python, or what was begun with it.
 */
export async function setUpJupyter<T = string>(
  {
    callerDir,
    projectDir,
    progress,
    settingUp,
  }: Pick<Session, "callerDir" | "projectDir" | "progress" | "settingUp">,
  product: Pick<Product, "kernel"> & Partial<Pick<Product, "notebooks" | "kernels">>,
  { tests = false, chosen, beside }: SetUpOptions<T> = {},
): Promise<T> {
  const jupyter = async (): Promise<T> => {
    const python =
      chosen === undefined
        ? await ensureVenv(projectDir, tests, progress)
        : await pythonOfChosen(resolve(callerDir, chosen), projectDir);
    await register(projectDir, product);
    return beside === undefined ? (python as T) : beside(python);
  };
  const done = await settingUp();
  try {
    const [made] = await Promise.all([jupyter(), prepareKernel(product.kernel, progress)]);
    return made;
  } finally {
    done();
  }
}

async function prepareKernel(kernel: string, progress: Session["progress"]): Promise<void> {
  if (existsSync(snapshotPath(kernel))) return;
  const isThere = await progress.during("Kernel", "preparing", () => buildSnapshot(kernel));
  if (!isThere)
    progress.line(`Kernel: Node ${process.version} writes no start-up snapshot; a notebook starts slower.`);
}
