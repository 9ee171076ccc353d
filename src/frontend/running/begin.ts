import { KERNEL } from "../../language.ts";
import type { SessionContext } from "./notebook.ts";

const beginnings = new WeakMap<SessionContext, Promise<void>>();

/** Whether a notebook that names a kernel has none yet, and names this one. */
export function waitsForKernel({ hasNoKernel }: SessionContext, named: string | undefined): boolean {
  return hasNoKernel && named === KERNEL.name;
}

/**
 * Gives the session of a notebook the kernel that it names, where there is such a kernel: nobody is asked which one is to
 * run it. On a busy machine the list of kernels may come long after the notebook is seen.
 */
export function begin(context: SessionContext): Promise<void> {
  const begun = beginnings.get(context) ?? beginNow(context).finally(() => beginnings.delete(context));
  beginnings.set(context, begun);
  return begun;
}

async function beginNow(context: SessionContext): Promise<void> {
  const { specsManager } = context;
  await specsManager.ready;
  const isHere = KERNEL.name in (specsManager.specs?.kernelspecs ?? {});
  if (isHere && context.hasNoKernel) await context.startKernel();
}
