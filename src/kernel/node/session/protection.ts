import type { Output } from "../../core/session/output.ts";

/** Ends the process; kept for the kernel before cells get one that does not. */
export const endProcess = process.exit.bind(process);

/** Keeps the session alive whatever a cell does outside of its own run: what goes wrong there is printed. */
export function protectSession(output: Output, describe: (error: unknown) => string): void {
  // No listener, which a cell could remove.
  process.setUncaughtExceptionCaptureCallback((error) =>
    output.print("stderr", `Error in a timer or an event: ${describe(error)}\n`),
  );
  process.removeAllListeners("warning");
  // That something is experimental is no concern of students.
  process.on("warning", ({ name, message }) => {
    if (name !== "ExperimentalWarning") output.print("stderr", `Warning: ${message}\n`);
  });
  process.on("unhandledRejection", (reason) =>
    output.print("stderr", `Error in a promise that nothing awaits: ${describe(reason)}\n`),
  );
  const kill = process.kill.bind(process);
  Object.assign(process, {
    exit: () => refuse("process.exit()"),
    abort: () => refuse("process.abort()"),
    kill: (pid: number, signal?: NodeJS.Signals | number) =>
      [0, process.pid, process.ppid].includes(pid)
        ? refuse("process.kill() of the kernel itself")
        : kill(pid, signal),
  });
}

function refuse(what: string): never {
  throw new Error(`${what} would end the session and is not done here; to start anew, restart the kernel`);
}
