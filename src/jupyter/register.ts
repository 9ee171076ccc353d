import { dirname, join } from "node:path";
import type { Product } from "../course/product.ts";
import { kernelSpec } from "../kernel/node/spec.ts";
import { makeFolder } from "../system/folders.js";
import { freshPlace, state, swapIn } from "../system/state.js";
import { writeIfChanged } from "../system/whole-file.js";
import { jupyterFolders } from "./environment.js";
import { readExtension } from "./extension.ts";
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
export async function register(
  projectDir: string,
  {
    notebooks = join(projectDir, "notebooks"),
    kernels,
  }: Partial<Pick<Product, "notebooks" | "kernels">> = {},
): Promise<void> {
  const { config, path } = jupyterFolders(projectDir);
  // JupyterLab has scripts for Node, which must not be taken for modules as the project's own files are.
  writeJson(state(projectDir, "package.json"), { type: "commonjs" });
  writeJson(
    join(path, "kernels", NAME, "kernel.json"),
    kernelSpec({ node: process.execPath, kernelDir: join(projectDir, "dist", "kernel") }),
  );
  for (const app of ["server", "lab"]) writeJson(join(config, `jupyter_${app}_config.json`), SERVER_CONFIG);
  writeJson(join(config, "labconfig", "default_setting_overrides.json"), OVERRIDES);
  writeJson(join(config, "labconfig", "page_config.json"), PAGE_CONFIG);
  // The lessons of a course of one's own lie with its kernel.
  await layExtension(projectDir, notebooks, join(kernels ?? path, "labextensions", NAME));
}

/** The extension, with the lessons in it as they are handed out. */
async function layExtension(projectDir: string, notebooks: string, to: string): Promise<void> {
  const extension = readExtension(projectDir, notebooks);
  if (extension.isIn(to)) return;
  const place = freshPlace(projectDir, "labextension");
  extension.layInto(place);
  makeFolder(dirname(to));
  await swapIn(projectDir, place, to);
}

function writeJson(path: string, value: object): void {
  writeIfChanged(path, JSON.stringify(value, undefined, 2) + "\n");
}
