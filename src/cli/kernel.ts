import { cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pythonBeside } from "../jupyter/chosen.ts";
import { papermillFolder } from "../jupyter/environment.ts";
import { NAME } from "../jupyter/register.ts";
import { kernelSpec } from "../kernel/node/spec.ts";
import { run } from "../system/process.js";
import { Trouble, writing } from "../system/trouble.js";
import type { Invocation } from "./boot/arguments.js";
import type { Session } from "./command.ts";

/** Where Jupyter and VS Code look for what one user installed. */
export function userJupyterFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const chosen = environment["JUPYTER_DATA_DIR"];
  if (chosen) return chosen;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32")
    return join(environment["APPDATA"] ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(environment["XDG_DATA_HOME"] || join(home, ".local", "share"), "jupyter");
}

/** `fall-line kernel install --user` and `kernel uninstall`: the one way to write outside the project folder. */
export async function kernel(
  { words, options }: Invocation,
  { projectDir, progress }: Session,
): Promise<number> {
  const jupyter = userJupyterFolder();
  const kernelFolder = join(jupyter, "kernels", NAME);
  const extension = join(jupyter, "labextensions", NAME);
  if (words[0] === "install") {
    if (options["user"] !== true) {
      throw new Trouble(
        `kernel install writes outside the project folder, into ${jupyter}`,
        "If that is what you want: npx fall-line kernel install --user",
      );
    }
    writing(jupyter, () => install(projectDir, kernelFolder, extension));
    const places = [kernelFolder, extension];
    const link = await papermillLink();
    if (link !== undefined) {
      writing(dirname(link), () => writeFileSync(link, `${papermillFolder(projectDir)}\n`));
      places.push(`${link}, for the parameters of papermill`);
    }
    progress.line(`Installed the kernel "TypeScript (fall-line)":\n  ${places.join("\n  ")}`);
    progress.line(
      "It runs from this folder: after moving the folder or changing Node, install it again.\nnpx fall-line kernel uninstall takes it out.",
    );
  } else {
    const link = await papermillLink();
    const places = [kernelFolder, extension, ...(link === undefined ? [] : [link])];
    const there = places.filter((place) => existsSync(place));
    writing(jupyter, () => there.forEach((folder) => rmSync(folder, { recursive: true })));
    progress.line(there.length > 0 ? `Removed:\n  ${there.join("\n  ")}` : "The kernel is not installed.");
  }
  return 0;
}

const SITE_PACKAGES = `
import sysconfig
print("site-packages", sysconfig.get_path("purelib"))
`;

/** The file by which the papermill that is on the PATH finds the kernel's parameters; undefined where there is none. */
async function papermillLink(): Promise<string | undefined> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const name = process.platform === "win32" ? "papermill.exe" : "papermill";
  const script = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  const python = script === undefined ? undefined : pythonBeside(realpathSync(script), script);
  const answer = python === undefined ? undefined : await run(python, ["-c", SITE_PACKAGES]);
  const folder = answer && /site-packages (.+)/.exec(answer.output)?.[1]?.trim();
  return folder ? join(folder, `${NAME}.pth`) : undefined;
}

function install(projectDir: string, kernelFolder: string, extension: string): void {
  const spec = kernelSpec({ node: process.execPath, kernelDir: join(projectDir, "dist", "kernel") });
  replaceFolder(kernelFolder, (place) => {
    writeFileSync(join(place, "kernel.json"), JSON.stringify(spec, undefined, 2) + "\n");
  });
  replaceFolder(extension, (place) =>
    cpSync(join(projectDir, "dist", "labextension"), place, { recursive: true }),
  );
}

/** Fills a folder beside, then puts it in the place of the old one. */
function replaceFolder(folder: string, fill: (place: string) => void): void {
  const place = `${folder}.new`;
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  fill(place);
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(place, folder);
}
