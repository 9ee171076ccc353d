import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Product } from "../course/product.ts";
import { pythonOfChosen } from "../jupyter/chosen.ts";
import { register } from "../jupyter/register.ts";
import { ensureVenv } from "../jupyter/venv.ts";
import { buildSnapshot, snapshotPath } from "../kernel/node/snapshot.ts";
import type { Session } from "./command.ts";

/**
 * Makes a Jupyter ready to run the lessons of a course: the project's own, with what tests need on top if they are asked for, or the
 * one that was chosen. Whatever is ready is left as it is. Gives its Python.
 */
export async function setUpJupyter(
  { callerDir, projectDir, progress, settingUp }: Omit<Session, "stop">,
  product: Pick<Product, "kernel"> & Partial<Pick<Product, "notebooks" | "kernels">>,
  { tests = false, chosen }: { tests?: boolean; chosen?: string | undefined } = {},
): Promise<string> {
  const done = await settingUp();
  try {
    const python =
      chosen === undefined
        ? await ensureVenv(projectDir, tests, progress)
        : await pythonOfChosen(resolve(callerDir, chosen), projectDir);
    if (!existsSync(snapshotPath(product.kernel))) {
      const isThere = await progress.during("Kernel", "preparing", () => buildSnapshot(product.kernel));
      if (!isThere)
        progress.line(
          `Kernel: Node ${process.version} writes no start-up snapshot; a notebook starts slower.`,
        );
    }
    await register(projectDir, product);
    return python;
  } finally {
    done();
  }
}
