import { KERNEL } from "../../language.ts";
import { remembered } from "../../remembered.ts";
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

/** Whether nobody hears what a notebook's kernel is asked: there is none, or the page takes it for dead. */
function isUnheard({ session }: SessionContext): boolean {
  return session?.kernel == null || session.kernel.status === "dead";
}

/**
 * Gives the session of a notebook the kernel that it names, where there is such a kernel: nobody is asked which one is to
 * run it. On a busy machine the list of kernels may come long after the notebook is seen.
 */
export function begin(context: SessionContext): Promise<void> {
  return remembered(beginnings, context, () => beginNow(context).finally(() => beginnings.delete(context)));
}

async function beginNow(context: SessionContext): Promise<void> {
  if (!(await isInstalled(context))) return;
  await lookAgain(context);
  if (!isUnheard(context)) return;
  const living = livingKernel(context);
  context.session?.dispose();
  await (living === undefined ? beginAnew(context) : context.changeKernel({ id: living }));
}

async function beginAnew(context: SessionContext): Promise<void> {
  const wasStopped = context.prevKernelName === KERNEL.name;
  // It may ask for the very kernel that it had, which is gone.
  const isStillToChoose = await context.startKernel();
  if (isStillToChoose) await context.changeKernel({ name: KERNEL.name });
  const kernel = context.session?.kernel;
  if (wasStopped && kernel != null) anew.add(kernel);
}

/**
 * The kernel that a notebook has on the server. The page may have none, or take it for dead: it read the list of sessions or
 * of kernels before this one began, and got it afterwards.
 */
function livingKernel({ sessionManager, path }: SessionContext): string | undefined {
  return [...(sessionManager?.running() ?? [])].find((one) => one.path === path)?.kernel?.id;
}

/**
 * Gives a notebook its kernel again, where the page has lost it, or one anew, where the server has stopped the one that it
 * had. The page looks there now: by itself it learns of it up to some minutes later, and what a kernel is told that is gone,
 * is lost.
 * @param named the kernel that the notebook names
 * @returns whether what was asked of it before was not heard
 */
export async function beginIfStopped(context: SessionContext, named: string | undefined): Promise<boolean> {
  if (context.prevKernelName !== KERNEL.name) return false;
  await lookAgain(context);
  const wasUnheard = named === KERNEL.name && isUnheard(context);
  if (wasUnheard) await begin(context);
  return wasUnheard;
}

/** Whether a notebook's kernel was begun after one that had been stopped; true once, so that it is told once. */
export function isAnew({ session }: SessionContext): boolean {
  return session?.kernel != null && anew.delete(session.kernel);
}

/** Looks what runs on the server: once for all who ask meanwhile. */
function lookAgain({ sessionManager }: SessionContext): Promise<void> {
  if (sessionManager === undefined) return Promise.resolve();
  // That a server does not answer, JupyterLab tells by itself.
  return remembered(looks, sessionManager, () =>
    sessionManager
      .requestRunning()
      .catch(() => undefined)
      .finally(() => looks.delete(sessionManager)),
  );
}

/** Whether there is this kernel, when it is known which ones there are. */
export async function isInstalled({ specsManager }: SessionContext): Promise<boolean> {
  await specsManager.ready;
  return KERNEL.name in (specsManager.specs?.kernelspecs ?? {});
}
