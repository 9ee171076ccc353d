/** The notebooks as a JupyterLite site: the whole of JupyterLab in a browser, with the kernel of pages, and no server. */
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jupyterEnvironment } from "../jupyter/environment.js";
import { readExtension } from "../jupyter/extension.ts";
import { OVERRIDES, PAGE_CONFIG } from "../jupyter/settings.ts";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { lastLines, run } from "../system/process.js";
import { makeFolder } from "../system/folders.js";
import { logFile, stateFolder } from "../system/state.js";
import { UserError, writing } from "../system/user-error.js";

/** What a site is made of. */
export interface LiteParts {
  readonly projectDir: string;
  /** A Python with the packages of `requirements.txt`. */
  readonly python: string;
  /** The folder of the notebooks. */
  readonly notebooks: string;
  /** What they import, as it is built; its declarations lie beside it. */
  readonly library: string;
}

/** Makes the site in a folder. */
export async function makeLiteSite(parts: LiteParts, folder: string): Promise<void> {
  const { projectDir, python } = parts;
  const place = join(stateFolder(projectDir), "lite");
  const log = logFile(projectDir, "lite.log");
  rmSync(place, { recursive: true, force: true });
  layParts(parts, place, folder);
  const { code, output } = await run(python, ["-m", "jupyterlite_core", "build"], {
    cwd: place,
    env: jupyterEnvironment(projectDir),
    log,
  });
  if (code !== 0)
    throw new UserError(
      "JupyterLite could not make the site",
      `Its whole output is in ${log}.`,
      lastLines(output),
    );
}

function layParts({ projectDir, notebooks, library }: LiteParts, place: string, folder: string): void {
  const extensions = join(place, "extensions");
  const frontend = join(extensions, "fall-line");
  const kernel = join(extensions, "fall-line-lite");
  makeFolder(frontend);
  writing(place, () => {
    readExtension(projectDir, notebooks).layInto(frontend);
    cpSync(join(projectDir, "dist", "lite"), kernel, { recursive: true });
    const inKernel = (name: string): string => join(kernel, "static", name);
    cpSync(join(projectDir, "dist", "page-kernel.js"), inKernel("page-kernel.js"));
    cpSync(library, inKernel("index.js"));
    cpSync(library.replace(/\.js$/, ".d.ts"), inKernel("index.d.ts"));
    writeFileSync(inKernel("former-names.json"), JSON.stringify(readFormerNames(library)));
    const build = {
      apps: ["lab"],
      cache_dir: join(place, "cache"),
      contents: [notebooks],
      federated_extensions: [frontend, kernel],
      ignore_sys_prefix: ["federated_extensions"],
      no_sourcemaps: true,
      output_dir: folder,
    };
    const page = {
      "jupyter-lite-schema-version": 0,
      "jupyter-config-data": { appName: "fall-line", ...PAGE_CONFIG },
    };
    for (const [name, content] of Object.entries({
      "jupyter_lite_config.json": { LiteBuildConfig: build },
      "jupyter-lite.json": page,
      "overrides.json": OVERRIDES,
    }))
      writeFileSync(join(place, name), JSON.stringify(content, undefined, 1));
  });
}
