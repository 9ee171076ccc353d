import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { userData } from "../../kernel/node/user-data.ts";
import { run } from "../../system/process.js";
import { UserError } from "../../system/user-error.js";
import { pythonBeside } from "../chosen.ts";

/** Where an installation goes. */
export interface Places {
  /** What Jupyter calls its data: kernels, extensions, and our own program beside them. */
  readonly data: string;
  /** Where Jupyter looks for settings. */
  readonly config: string;
  /** Where commands go; one user's installation brings none. */
  readonly commands?: string;
  /** Whether it is for others than the one who installs it. */
  readonly shared: boolean;
}

/** Where Jupyter and VS Code look for what one user installed. */
export function userPlaces(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): Places {
  const config = environment["JUPYTER_CONFIG_DIR"] || join(home, ".jupyter");
  return { data: userData(environment, platform, home), config, shared: false };
}

/** Where every Jupyter looks that has this prefix: `/usr/local` for all of a machine, or the folder of an environment. */
export function prefixPlaces(prefix: string, platform: NodeJS.Platform = process.platform): Places {
  return {
    data: join(prefix, "share", "jupyter"),
    config: join(prefix, "etc", "jupyter"),
    commands: join(prefix, platform === "win32" ? "Scripts" : "bin"),
    shared: true,
  };
}

/** The prefix of the Jupyter that is first on the PATH. */
export async function sysPrefix(): Promise<string> {
  const python = pythonOnPath("jupyter");
  const answer = python && (await run(python, ["-c", `import sys\nprint("prefix", sys.prefix)`]));
  const prefix = answer && /^prefix (.+)$/m.exec(answer.output)?.[1]?.trim();
  if (prefix) return prefix;
  throw new UserError(
    "--sys-prefix: there is no jupyter on the PATH",
    "Activate the environment that it is in, or name the folder: --prefix DIR",
  );
}

/** The Python of a program that is on the PATH; undefined where there is none. */
export function pythonOnPath(program: string, path = process.env["PATH"] ?? ""): string | undefined {
  const name = process.platform === "win32" ? `${program}.exe` : program;
  const script = path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  return script === undefined ? undefined : pythonBeside(realpathSync(script), script);
}
