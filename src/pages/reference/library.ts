import { join } from "node:path";
import { bundleOf } from "../../display.ts";
import * as figures from "../../figures/index.ts";
import { kindOf } from "../../figures/kind.ts";
import { declaredIn } from "./declared.ts";
import type { Library } from "./page.ts";

/** The library as it is built, with its figures as they draw their examples. */
export async function libraryIn(projectDir: string): Promise<Library> {
  const pictures = Object.entries(figures).map(async ([name, draw]): Promise<[string, string]> => {
    const bundle = await bundleOf(kindOf(draw).example());
    return [name, String(bundle["image/svg+xml"])];
  });
  const declared = declaredIn(join(projectDir, "dist", "library.d.ts"));
  return { declared, pictures: new Map(await Promise.all(pictures)) };
}
