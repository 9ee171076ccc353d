import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { lastLines, run } from "../../src/system/process.js";
import type { Progress } from "../../src/system/progress.js";
import { logFile } from "../../src/system/state.js";
import { UserError } from "../../src/system/user-error.js";

/** A browser that the tests need. */
export interface Wanted<T> {
  readonly title: string;
  /** What may be installed, as it is told. */
  readonly called: string;
  /** Debian's packages of it. */
  readonly packages: readonly string[];
  /** The variable of the environment that names one. */
  readonly variable: string;
  readonly find: () => Promise<T | undefined>;
}

/** What a browser is called where it is installed. */
export interface Names {
  /** On the PATH of Linux and macOS. */
  readonly commands: readonly string[];
  /** Of applications of macOS, and the programs in them. */
  readonly apps: readonly (readonly [app: string, program: string])[];
  /** Below the folders of programs of Windows. */
  readonly programs: readonly string[];
}

/** Where a browser may lie, the one that the environment names first. */
export function placesOf(
  environment: NodeJS.ProcessEnv,
  variable: string,
  { commands, apps, programs }: Names,
): string[] {
  const chosen = environment[variable] ? [environment[variable]] : [];
  if (process.platform === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
      (name) => environment[name] ?? [],
    );
    return [...chosen, ...programs.flatMap((program) => roots.map((root) => join(root, program)))];
  }
  const onMac = process.platform === "darwin" ? apps : [];
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return [
    ...chosen,
    ...onMac.map(([app, program]) => `/Applications/${app}.app/Contents/MacOS/${program}`),
    ...commands.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
}

/** A browser for the tests: the one installed, else Debian's where it can be installed. */
export async function ensureInstalled<T>(
  projectDir: string,
  progress: Progress,
  { title, called, packages, variable, find }: Wanted<T>,
): Promise<T> {
  const found = await find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get")) {
    await progress.during(title, "installing Debian's", async ({ note }) => {
      const log = logFile(projectDir, "apt.log");
      const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, log, onLine: note };
      await run("apt-get", ["update"], options);
      const { code, output } = await run(
        "apt-get",
        ["install", "-y", "--no-install-recommends", ...packages],
        options,
      );
      if (code !== 0)
        throw new UserError(
          `${title} could not be installed`,
          `Its whole output is in ${log}.`,
          lastLines(output),
        );
    });
    const installed = await find();
    if (installed !== undefined) return installed;
  }
  throw new UserError(
    `The tests need ${called}, and none was found`,
    `Install one (on Debian: sudo apt install ${packages.join(" ")}), or name one in ${variable}, and run the command again.`,
  );
}
