import { lastLines, run } from "../system/process.js";
import { UserError } from "../system/user-error.js";

/** What a program in a sandbox may read, and what stands in its environment. */
export interface Inside {
  /** Files and folders, at the places where they lie outside; what is not there is left out. */
  readonly readable: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Where it may write: a place in memory that is gone when it ends. */
export const HOME = "/tmp";

/** So many bytes it may write there. */
const ROOM = 256 * 2 ** 20;

/** So many processes and threads it may have. */
const PROCESSES = 500;

const SYSTEM = ["/usr", "/bin", "/lib", "/lib64", "/etc/alternatives", "/etc/ld.so.cache"];

/** @throws UserError where bubblewrap is not installed, or not allowed to work */
export async function needBubblewrap(): Promise<void> {
  const { code, output } = await run("bwrap", ["--unshare-all", "--ro-bind", "/", "/", "true"]);
  if (code === 0) return;
  throw new UserError(
    "--whole-notebook runs what students wrote, and needs bubblewrap (bwrap, on Linux) to hold it",
    "Install it (on Debian: apt install bubblewrap), or run the notebooks in a container with a user of its own.",
    code === null ? "" : lastLines(output),
  );
}

/**
 * A command that runs another one in a sandbox: no network, no process of others in sight, a system to read, and an empty home.
 * It ends with this program.
 */
export function contained(command: readonly string[], { readable, environment }: Inside): string[] {
  const bound = [...SYSTEM, ...readable].flatMap((path) => ["--ro-bind-try", path, path]);
  const variables = Object.entries({ ...environment, HOME, PATH: "/usr/bin:/bin" });
  return [
    "bwrap",
    ...["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"],
    ...variables.flatMap(([name, value]) => ["--setenv", name, value]),
    ...["--proc", "/proc", "--dev", "/dev", "--size", String(ROOM), "--tmpfs", HOME],
    ...bound,
    ...["--chdir", HOME, "/bin/sh", "-c", `ulimit -c 0 -u ${PROCESSES}; exec "$@"`, "sh"],
    ...command,
  ];
}
