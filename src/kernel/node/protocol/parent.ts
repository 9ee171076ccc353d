import { isRunning } from "../../../system/is-running.ts";

/** How often (in milliseconds) it is asked whether the parent is still there. */
const interval = 1000;

/**
 * Calls `gone` when the process that started this one has ended, however it ended. Jupyter names itself in the
 * environment; where a program stands between, as a script that activates an environment, it is Jupyter that counts.
 */
export function watchParent(gone: () => void): void {
  // Windows gives orphans no other parent, and ends what belongs to a console with it.
  if (process.platform === "win32") return;
  const parent = process.ppid;
  const jupyter = Number(process.env["JPY_PARENT_PID"] ?? parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && isRunning(jupyter)) return;
    clearInterval(timer);
    gone();
  }, interval);
  timer.unref();
}
