import { KERNEL } from "../../language.ts";
import type { SessionContext } from "./notebook.ts";

const beginnings = new WeakMap<SessionContext, Promise<void>>();

/** Whether a notebook that names a kernel has none yet, and names this one. */
export function waitsForKernel({ session }: SessionContext, named: string | undefined): boolean {
  return session?.kernel == null && named === KERNEL.name;
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
  if (!(await isInstalled(context)) || !context.hasNoKernel) return;
  // It may ask for the very kernel that it had, which is gone.
  const isStillToChoose = await context.startKernel();
  if (isStillToChoose) await context.changeKernel({ name: KERNEL.name });
}

/** Whether there is this kernel, when it is known which ones there are. */
export async function isInstalled({ specsManager }: SessionContext): Promise<boolean> {
  await specsManager.ready;
  return KERNEL.name in (specsManager.specs?.kernelspecs ?? {});
}
