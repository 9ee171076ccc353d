/** What kernels were started from: found out from the processes of the machine. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, sep } from "node:path";

/** When processes were last seen to use each release, as ISO times. */
export type Seen = Readonly<Record<string, string>>;

/** How long (in milliseconds) a release stays that was in use: a week. */
const GRACE = 7 * 24 * 3600_000;

/**
 * The releases beside one that processes use, or have used in the last week.
 * An account that may not see the processes of others knows of its own alone.
 * @param folder that of the release which new kernels run
 * @param before what was seen at earlier updates
 * @param now in milliseconds since 1970
 */
export function seenInUse(
  folder: string,
  before: Seen = {},
  now = Date.now(),
  commands = runningCommands,
): Seen {
  const start = dirname(folder) + sep;
  const names = readdirSync(dirname(folder)).filter((name) => name !== basename(folder));
  const isUsed = new Set(
    commands()
      .flatMap((command) => command.split(start).slice(1))
      .map((rest) => names.find((name) => rest.startsWith(name + sep))),
  );
  const time = new Date(now).toISOString();
  return Object.fromEntries(
    names
      .map((name) => [name, isUsed.has(name) ? time : before[name]] as const)
      .filter(
        (entry): entry is [string, string] => entry[1] !== undefined && now - Date.parse(entry[1]) < GRACE,
      ),
  );
}

/** The command line of each process. */
function runningCommands(): string[] {
  if (existsSync("/proc/self/cmdline")) return readdirSync("/proc").map(commandOf);
  const [program, ...words] =
    process.platform === "win32"
      ? ["powershell", "-NoProfile", "-Command", "Get-CimInstance Win32_Process | ForEach-Object CommandLine"]
      : ["ps", "-A", "-ww", "-o", "args="];
  return execFileSync(program, words, { encoding: "utf8", maxBuffer: 2 ** 26 }).split("\n");
}

/** Nothing for what is no process, for one that has ended meanwhile, and for one that may not be seen. */
function commandOf(pid: string): string {
  const file = `/proc/${pid}/cmdline`;
  try {
    return /^\d+$/.test(pid) ? readFileSync(file, "utf8") : "";
  } catch {
    return "";
  }
}
