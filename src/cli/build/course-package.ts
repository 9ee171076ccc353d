import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { type Contents, filesIn } from "../../jupyter/install/contents.ts";
import { noteOf } from "../boot/parts.js";
import type { Made } from "./made.ts";

const FOLDER = "dist/course-package";

/** What the course runs from: what stands before the commands that are built, these, and the threads that grade. */
const PROGRAMS = [
  "src/cli/boot/main.js",
  "src/system/apart-main.js",
  "dist/cli.js",
  "dist/grading-thread.js",
];

/** With these a course of one's own is built, and what they import is built into it. */
const LIBRARIES = ["src/index.ts", "src/tools.ts"];

/** Packages that no program imports: files of theirs are read. */
const READ = ["@fontsource-variable/source-serif-4", "@types/node", "katex", "reveal.js", "zeromq"];

/**
 * What makes the course a package that is ready to run, `npm pack ./dist/course-package`: what was built, the lessons, and what is
 * read as it stands in `src`.
 */
export async function make(projectDir: string): Promise<Made> {
  // A command from source is the project's own, and not the package's.
  const programs = await reached(PROGRAMS, ["*.ts", "tsx/esm/api"]);
  const libraries = await reached(LIBRARIES, []);
  // Of types too, which no program imports.
  const sources = noteOf(projectDir, "package").inputs.filter((file) =>
    /^src\/(?!cli\/|course\/).*\.ts$/.test(file),
  );
  const same = [
    ...programs.files,
    ...sources,
    ...["tsconfig.json", "LICENSE", "dist/.built/kernel.json", "dist/.built/library.json"],
  ];
  const contents: Contents = new Map([
    ...same.map((file): [string, string] => [file, file]),
    ...filesIn("src", "src", (name) => !/\.ts$|^cli\/(boot|build)\//.test(name)),
    ...filesIn("dist", "dist", (name) => !/^(package|course-package|\.built)\/|\.(new|blob)\b/.test(name)),
    ...filesIn("lessons", "lessons"),
    ...filesIn("notebooks", "notebooks"),
    ["README.md", "src/cli/build/course-package/README.md"],
  ]);
  await rm(FOLDER, { recursive: true, force: true });
  for (const [name, from] of contents) {
    await mkdir(join(FOLDER, dirname(name)), { recursive: true });
    await copyFile(from, join(FOLDER, name));
  }
  const packages = new Set([...programs.packages, ...libraries.packages, ...READ]);
  await writeFile(join(FOLDER, "package.json"), `${JSON.stringify(await about(packages), undefined, 2)}\n`);
  return { inputs: [...contents.values()], products: [FOLDER] };
}

/** The files that programs are made of, and the packages that they import. */
async function reached(programs: readonly string[], besides: readonly string[]) {
  const { metafile } = await build({
    entryPoints: [...programs],
    outdir: "dist",
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    external: [...besides],
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const packages = imports.filter(({ external, path }) => external && !besides.includes(path));
  return {
    files: Object.keys(metafile.inputs),
    packages: packages.map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)![0]),
  };
}

/** Its package.json, with the versions that the project itself was tried with. */
async function about(packages: ReadonlySet<string>): Promise<object> {
  const project = JSON.parse(await readFile("package.json", "utf8")) as Project;
  const { version, keywords, license, type, engines } = project;
  return {
    name: "fall-line-course",
    version,
    description:
      "The course of fall-line, ready to run: optimizers stepped through number by number, in Jupyter or as pages",
    ...{ keywords, license, type, engines },
    bin: { "fall-line": "src/cli/bootstrap.cjs" },
    // It is a program: there is nothing to import.
    exports: { "./package.json": "./package.json" },
    dependencies: Object.fromEntries(
      Object.entries(project.dependencies).filter(([name]) => packages.has(name)),
    ),
  };
}

type Project = Record<string, unknown> & { readonly dependencies: Readonly<Record<string, string>> };
