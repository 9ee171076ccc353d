/** A release: all that kernels and the commands for students need, in a folder named after its content. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Product } from "../../course/product.ts";
import { packageFile } from "../../system/packages.ts";
import { papermillFolder } from "../environment.js";
import { type Contents, filesIn } from "./contents.ts";
import { OpenFiles } from "./open-files.ts";

/** What a release holds, in the places where the kernel finds it. */
export function contentsOfRelease(
  projectDir: string,
  { library, kernel, notebooks }: Pick<Product, "library" | "kernel" | "notebooks">,
): Contents {
  const dist = join(projectDir, "dist");
  const beside = (name: string): string => join(dirname(library), name);
  const named: [string, string][] = [
    ["package.json", join(projectDir, "package.json")],
    ["fall-line.js", join(dist, "installed.js")],
    ["index.js", library],
    ["index.d.ts", beside("index.d.ts")],
    ["former-names.json", beside("former-names.json")],
  ];
  return new Map([
    ...named,
    ...filesIn(kernel, "kernel", (name) => !name.endsWith(".blob")),
    ...filesIn(notebooks, "notebooks", (name) => name.endsWith(".ipynb")),
    ...filesIn(papermillFolder(projectDir), "papermill", (name) => !name.includes("__pycache__")),
    // The one package that is not built into the kernel, and what of its loader is needed.
    ...filesIn(packageFile(projectDir, "zeromq"), "node_modules/zeromq", isOfThisSystem),
    ...["package.json", "build/loader.js"].map((name): [string, string] => [
      `node_modules/cmake-ts/${name}`,
      packageFile(projectDir, `cmake-ts/${name}`),
    ]),
  ]);
}

/** zeromq brings its programs for every system, its sources and its declarations. */
function isOfThisSystem(name: string): boolean {
  const forThis = `build/${process.platform}/${process.arch}/`;
  return (
    ["package.json", "LICENSE.txt", "build/manifest.json"].includes(name) ||
    name.startsWith(forThis) ||
    (name.startsWith("lib/") && name.endsWith(".js"))
  );
}

const UNFINISHED = /^\.new-/;

/** Lays a release beside those that are there, whole or not at all. Gives its folder. */
export function layRelease(files: OpenFiles, releases: string, name: string, contents: Contents): string {
  const folder = join(releases, name);
  if (existsSync(folder)) return folder;
  files.folder(releases);
  for (const left of readdirSync(releases).filter((entry) => UNFINISHED.test(entry)))
    rmSync(join(releases, left), { recursive: true });
  const fresh = join(releases, `.new-${process.pid}`);
  const inside = new OpenFiles();
  inside.copyAll(contents, fresh);
  renameSync(fresh, folder);
  files.changed = true;
  return folder;
}

/** Removes the releases but those that are named. */
export function keepReleases(releases: string, kept: readonly string[]): void {
  for (const name of readdirSync(releases).filter((entry) => !kept.includes(entry)))
    rmSync(join(releases, name), { recursive: true });
}
