import { makeFolder } from "../system/folders.js";
import { acquire } from "../system/lock.js";
import { stateFolder } from "../system/state.js";
import { noting } from "./boot/build.js";
import { wrongSource } from "./build/stopped.ts";

const projectDir = process.cwd();
makeFolder("dist");
await takeTurn();
try {
  // What builds the library runs it too, so it is loaded where a mistake in it can be told.
  const { buildProducts } = await import("./build/products.ts");
  await noting(projectDir, () => buildProducts(projectDir));
} catch (error) {
  const told = wrongSource(error, projectDir);
  if (told === undefined) throw error;
  console.error(told);
  process.exit(1);
}

/** Only one builds at a time. A start that was killed may have left its build behind, still writing. */
async function takeTurn(): Promise<void> {
  const folder = stateFolder(projectDir, "locks");
  for (;;) {
    const { holder } = await acquire(folder, "building");
    if (holder === undefined) return;
    await holder.gone;
  }
}
