import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { pageScript } from "./site.ts";

const dist = resolve(import.meta.dirname, "../../../dist");

/** One file on the disk with a kernel in it. */
export async function pageOnDisk(): Promise<{ address: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "fall-line-page-"));
  const file = join(folder, "page.html");
  const parts = {
    worker: readFileSync(join(dist, "page-kernel.js"), "utf8"),
    library: readFileSync(join(dist, "index.js"), "utf8"),
    types: readFileSync(join(dist, "index.d.ts"), "utf8"),
  };
  const json = JSON.stringify(parts).replaceAll("</", "<\\/");
  const script = (await pageScript()).replaceAll("</script", "<\\/script");
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><title>A kernel</title><script>var parts = ${json.replaceAll("<!--", "<\\!--")};</script><script type="module">${script}</script>`,
  );
  return { address: pathToFileURL(file).href, remove: () => rmSync(folder, { recursive: true }) };
}
