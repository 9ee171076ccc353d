import { readFile, rename, writeFile } from "node:fs/promises";

/**
 * Writes a product, whole or not at all. One that is the same as before is left as it is: the kernel's start-up snapshot
 * is good as long as what it was made from has not been touched.
 */
export async function writeIfChanged(path: string, text: string): Promise<void> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before === text) return;
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
