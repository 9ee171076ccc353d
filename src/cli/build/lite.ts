import { mkdir, writeFile } from "node:fs/promises";
import type { Made } from "./made.ts";
import { version } from "./version.ts";
import { buildScript } from "./script.ts";

const out = "dist/lite";

/** The extension by which JupyterLite has the kernel; the kernel's own files are laid beside it when a site is made. */
export async function make(): Promise<Made> {
  await mkdir(`${out}/static`, { recursive: true });
  const about = {
    name: "fall-line-lite",
    version: JSON.parse(await version()) as string,
    description: "The kernel of fall-line for JupyterLite",
    license: "MIT",
    jupyterlab: { extension: true, _build: { load: "static/remoteEntry.js", extension: "./extension" } },
  };
  const define = { FALL_LINE_VERSION: await version() };
  const { inputs } = await buildScript("src/lite/page/entry.ts", `${out}/static/remoteEntry.js`, { define });
  await writeFile(`${out}/package.json`, `${JSON.stringify(about, undefined, 2)}\n`);
  return { inputs, products: [out] };
}
