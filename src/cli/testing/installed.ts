import { existsSync } from "node:fs";
import { lastLines, run } from "../../system/process.js";
import type { Progress } from "../../system/progress.js";
import { state } from "../../system/state.js";
import { Trouble } from "../../system/trouble.js";

/** A browser that the tests need. */
export interface Wanted {
  readonly title: string;
  /** What may be installed, as it is told. */
  readonly called: string;
  /** Debian's package of it. */
  readonly package: string;
  /** The variable of the environment that names one. */
  readonly variable: string;
  readonly find: () => Promise<string | undefined>;
}

/** A browser for the tests: the one installed, else Debian's where it can be installed. */
export async function ensureInstalled(
  projectDir: string,
  progress: Progress,
  { title, called, package: name, variable, find }: Wanted,
): Promise<string> {
  const found = await find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get")) {
    await progress.during(title, "installing Debian's", async ({ note }) => {
      const log = state(projectDir, "logs", "apt.log");
      const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, log, onLine: note };
      await run("apt-get", ["update"], options);
      const { code, output } = await run(
        "apt-get",
        ["install", "-y", "--no-install-recommends", name],
        options,
      );
      if (code !== 0) {
        throw new Trouble(
          `${title} could not be installed`,
          `Its whole output is in ${log}.`,
          lastLines(output),
        );
      }
    });
    const installed = await find();
    if (installed !== undefined) return installed;
  }
  throw new Trouble(
    `The tests need ${called}, and none was found`,
    `Install one (on Debian: sudo apt install ${name}), or name one in ${variable}, and run the command again.`,
  );
}
