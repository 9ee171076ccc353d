/** A release: all that kernels and the commands for students need, in a folder named after its content. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Product } from "../../course/product.ts";
import { papermillFolder } from "../environment.ts";
import { OpenFiles } from "./open-files.ts";

/** What a release and the front-end extension hold: where each file comes from, by its name there. */
export type Contents = ReadonlyMap<string, string>;

/** What a release holds, in the places where the kernel finds it. */
export function contentsOfRelease(projectDir: string, { library, kernel, notebooks }: Product): Contents {
  const dist = join(projectDir, "dist");
  const modules = join(projectDir, "node_modules");
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
    ...lessonsIn(notebooks, "notebooks"),
    ...filesIn(papermillFolder(projectDir), "papermill", (name) => !name.includes("__pycache__")),
    // The one package that is not built into the kernel, and what of its loader is needed.
    ...filesIn(join(modules, "zeromq"), "node_modules/zeromq", isOfThisSystem),
    ...["package.json", "build/loader.js"].map((name): [string, string] => [
      `node_modules/cmake-ts/${name}`,
      join(modules, "cmake-ts", name),
    ]),
  ]);
}

/** What JupyterLab gets: the built extension, and the lessons as they were handed out. */
export function contentsOfExtension(projectDir: string, { notebooks }: Pick<Product, "notebooks">): Contents {
  return new Map([
    ...filesIn(join(projectDir, "dist", "labextension"), ""),
    ...lessonsIn(notebooks, "static/lessons"),
  ]);
}

function lessonsIn(notebooks: string, to: string): [string, string][] {
  return filesIn(notebooks, to, (name) => name.endsWith(".ipynb"));
}

function filesIn(
  folder: string,
  to: string,
  take: (name: string) => boolean = () => true,
): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(take)
    .sort()
    .map((name) => [to === "" ? name : `${to}/${name}`, join(folder, name)]);
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

/** A name for contents: the same for the same files, whenever and wherever they were built. */
export function nameOf(version: string, contents: Contents): string {
  const hash = createHash("sha256");
  for (const [name, from] of contents) {
    const content = readFileSync(from);
    hash.update(`${name} ${content.length}\n`).update(content);
  }
  return `${version}-${hash.digest("hex").slice(0, 12)}`;
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
