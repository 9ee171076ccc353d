import { KERNEL } from "../../language.ts";
import type { Kernel } from "../comm.ts";
import type { SessionContext } from "./notebook.ts";

const beginnings = new WeakMap<SessionContext, Promise<void>>();

const looks = new WeakMap<object, Promise<void>>();

/** Kernels that were begun after one that had been stopped, and of which nobody has been told. */
const anew = new WeakSet<Kernel>();

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
  const wasStopped = context.prevKernelName === KERNEL.name;
  // It may ask for the very kernel that it had, which is gone.
  const isStillToChoose = await context.startKernel();
  if (isStillToChoose) await context.changeKernel({ name: KERNEL.name });
  const kernel = context.session?.kernel;
  if (wasStopped && kernel != null) anew.add(kernel);
}

/**
 * Gives a notebook its kernel anew, where the server has stopped the one that it had. The page looks there now: by itself it
 * learns of it up to some minutes later, and what a kernel is told that is gone, is lost.
 * @param named the kernel that the notebook names
 * @returns whether it was stopped
 */
export async function beginIfStopped(context: SessionContext, named: string | undefined): Promise<boolean> {
  if (context.prevKernelName !== KERNEL.name) return false;
  await lookAgain(context);
  await findAgain(context);
  const isStopped = waitsForKernel(context, named);
  if (isStopped) await begin(context);
  return isStopped;
}

/**
 * Connects a session anew with a kernel that lives on the server and that the page takes for dead, since it read the list of
 * kernels before this one began and got it afterwards. JupyterLab would refuse all that is asked of it.
 */
async function findAgain(context: SessionContext): Promise<void> {
  const kernel = context.session?.kernel;
  if (kernel?.status !== "dead") return;
  context.session!.dispose();
  await context.changeKernel({ id: kernel.id });
}

/** Whether a notebook's kernel was begun after one that had been stopped; true once, so that it is told once. */
export function isAnew({ session }: SessionContext): boolean {
  return session?.kernel != null && anew.delete(session.kernel);
}

/** Looks what runs on the server: once for all who ask meanwhile. */
function lookAgain({ sessionManager }: SessionContext): Promise<void> {
  if (sessionManager === undefined) return Promise.resolve();
  // That a server does not answer, JupyterLab tells by itself.
  const look = looks.get(sessionManager) ?? sessionManager.requestRunning().catch(() => undefined).finally(() => looks.delete(sessionManager)); // prettier-ignore
  looks.set(sessionManager, look);
  return look;
}

/** Whether there is this kernel, when it is known which ones there are. */
export async function isInstalled({ specsManager }: SessionContext): Promise<boolean> {
  await specsManager.ready;
  return KERNEL.name in (specsManager.specs?.kernelspecs ?? {});
}
