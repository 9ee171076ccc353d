/** A course that is ready to be used: its library, its notebooks, and for a course of one's own a kernel that has both. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as v from "valibot";
import { kernelSpec } from "../kernel/node/spec.ts";
import { makeFolder } from "../system/folders.js";
import { homeOf, stateFolder } from "../system/state.js";
import { type Course, COURSE_FILE, readCourseFolder } from "./course.ts";

export interface Product {
  readonly course: Course;
  /** What its notebooks import, as TypeScript and as it is built. */
  readonly entry: string;
  readonly library: string;
  /** The folder of its notebooks. */
  readonly notebooks: string;
  /** The folder of its kernel. */
  readonly kernel: string;
  /** Where Jupyter finds that, if it is not the project's own. */
  readonly kernels?: string;
  /** The folder that it is worked in. */
  readonly work: string;
}

/** The project's own course, built with the project. */
export function ownProduct(projectDir: string): Product {
  const dist = join(projectDir, "dist");
  return {
    course: readCourseFolder(join(projectDir, "lessons"), projectDir),
    entry: join(dist, "course.ts"),
    library: join(dist, "index.js"),
    notebooks: join(projectDir, "notebooks"),
    kernel: join(dist, "kernel"),
    work: join(homeOf(projectDir), "work"),
  };
}

/** What a course was built of, and what was wrong with lessons then. */
const BUILT = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ sources: v.string(), faults: v.array(v.string()) }),
);

/**
 * The course in a folder of one's own. It is built in the project's `.fall-line/`, if it is not there as its files are now;
 * nothing is written into the folder itself.
 * @param passOver is told what is wrong with a lesson; it keeps no other from being made
 */
export async function productOf(
  folder: string,
  projectDir: string,
  passOver: (fault: string) => void,
): Promise<Product> {
  const course = readCourseFolder(folder, projectDir);
  const key = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  const place = join(stateFolder(projectDir, "courses"), `${basename(folder)}-${key}`);
  const product: Product = {
    course,
    entry: join(place, "course.ts"),
    library: join(place, "index.js"),
    notebooks: join(place, "notebooks"),
    kernel: join(place, "kernel"),
    kernels: join(place, "jupyter"),
    work: join(homeOf(projectDir), "work", basename(folder)),
  };
  const note = join(place, "built.json");
  const sources = hashOf(course, projectDir);
  const { success: isBuilt, output: before } = v.safeParse(
    BUILT,
    existsSync(note) ? readFileSync(note, "utf8") : "",
  );
  if (isBuilt && before.sources === sources) {
    before.faults.forEach(passOver);
    return product;
  }
  rmSync(place, { recursive: true, force: true });
  makeFolder(product.notebooks);
  writeFileSync(join(place, "package.json"), '{ "type": "module" }\n');
  const faults: string[] = [];
  const take = ({ message }: Error): void => void faults.push(message);
  // What builds is loaded where there is something to build: it takes longer than most commands.
  const { buildSound } = await import("./build.ts");
  const { loadCourse } = await import("./load.ts");
  const { renderNotebooks } = await import("./render.ts");
  await buildSound(place, projectDir, course.lessons, take);
  const texts = await renderNotebooks(course.lessons, await loadCourse(product.library), take);
  for (const [name, text] of texts) writeFileSync(join(product.notebooks, `${name}.ipynb`), text);
  layKernel(place, product.kernel, projectDir);
  writeFileSync(note, JSON.stringify({ sources, faults } satisfies v.InferOutput<typeof BUILT>));
  faults.forEach(passOver);
  return product;
}

/** A copy of the kernel, which finds the library beside itself. */
function layKernel(place: string, kernelDir: string, projectDir: string): void {
  cpSync(join(projectDir, "dist", "kernel"), kernelDir, {
    recursive: true,
    filter: (path) => !path.endsWith(".blob"),
  });
  const spec = join(place, "jupyter", "kernels", "fall-line");
  makeFolder(spec);
  const content = kernelSpec({ node: process.execPath, kernelDir });
  writeFileSync(join(spec, "kernel.json"), JSON.stringify(content, undefined, 2));
}

function hashOf({ folder, lessons }: Course, projectDir: string): string {
  const hash = createHash("sha256").update(process.execPath);
  const files = lessons.flatMap(({ folder: place }) =>
    readdirSync(place)
      .filter((file) => file.endsWith(".ts"))
      .sort()
      .map((file) => join(place, file)),
  );
  const built = ["kernel", "library"].map((part) => join(projectDir, "dist", ".built", `${part}.json`));
  for (const file of [...built, join(folder, COURSE_FILE), ...files])
    hash.update(`${file}\n`).update(existsSync(file) ? readFileSync(file) : "");
  return hash.digest("hex");
}
