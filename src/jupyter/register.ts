import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { kernelSpec } from "../kernel/node/spec.ts";
import { freshPlace, state, swapIn } from "../system/state.js";
import { jupyterFolders } from "./environment.ts";
import { NAME } from "./name.ts";
import { NO_LANGUAGE_SERVERS, OVERRIDES, PAGE_CONFIG } from "./settings.ts";

/** What the server is told, whichever Jupyter it is: no requests to the network, no questions. */
const SERVER_CONFIG = {
  ServerApp: { answer_yes: true, allow_root: true },
  LabApp: {
    news_url: null,
    check_for_updates_class: "jupyterlab.NeverCheckForUpdate",
    extension_manager: "readonly",
  },
  ...NO_LANGUAGE_SERVERS,
};

/**
 * Makes the kernel, the front-end extension and the settings known to the project's Jupyter, and to no other. It is
 * done at every start and writes only what differs, so another Node and a moved folder are put right here.
 */
export async function register(projectDir: string, node: string = process.execPath): Promise<void> {
  const { config, path } = jupyterFolders(projectDir);
  // JupyterLab has scripts for Node, which must not be taken for modules as the project's own files are.
  writeJson(state(projectDir, "package.json"), { type: "commonjs" });
  writeJson(
    join(path, "kernels", NAME, "kernel.json"),
    kernelSpec({ node, kernelDir: join(projectDir, "dist", "kernel") }),
  );
  for (const app of ["server", "lab"]) writeJson(join(config, `jupyter_${app}_config.json`), SERVER_CONFIG);
  writeJson(join(config, "labconfig", "default_setting_overrides.json"), OVERRIDES);
  writeJson(join(config, "labconfig", "page_config.json"), PAGE_CONFIG);
  await copyExtension(projectDir, join(path, "labextensions", NAME));
}

/** The built extension's name of itself carries its content's hash, so it tells whether the copy is the same. */
async function copyExtension(projectDir: string, to: string): Promise<void> {
  const from = join(projectDir, "dist", "labextension");
  const built = (folder: string) => readIfThere(join(folder, ".built.json"));
  const note = readIfThere(join(projectDir, "dist", ".built.json")) ?? "";
  if (built(to) === note) return;
  const place = freshPlace(projectDir, "labextension");
  cpSync(from, place, { recursive: true });
  writeFileSync(join(place, ".built.json"), note);
  mkdirSync(dirname(to), { recursive: true });
  await swapIn(projectDir, place, to);
}

function writeJson(path: string, value: object): void {
  writeIfNew(path, JSON.stringify(value, undefined, 2) + "\n");
}

/** Writes a file in one step, if it is not as it should be already. */
function writeIfNew(path: string, text: string): void {
  if (readIfThere(path) === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
