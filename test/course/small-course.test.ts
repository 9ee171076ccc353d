/** A course of one's own, built with a library of a few lines in the place of the whole one. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { CourseAsked } from "../../src/cli/course.ts";
import { buildSound } from "../../src/course/build.ts";
import { lessonsIn } from "../../src/course/folder.ts";
import { loadCourse } from "../../src/course/load.ts";
import { type Product, productOf } from "../../src/course/product.ts";
import { LESSON_HEADER } from "../../src/notebook/lesson.ts";

const place = mkdtempSync(join(tmpdir(), "small-course-"));
afterAll(() => rmSync(place, { recursive: true }));
const [projectDir, folder] = [join(place, "project"), join(place, "my course")];
const write = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const TOOLS = `export type OfLesson<S extends string, M> = { [K in S]: M };
export type OfFormerIds<S extends string, M> = { [K in S as never]: M };
export interface Exercises<A, B> {
  readonly all: ReadonlyMap<string, unknown>;
  readonly formerNames: Readonly<Record<string, string>>;
  readonly check: (id: keyof A, answer: B) => void;
  readonly hint: () => void;
  readonly showSolution: () => void;
  readonly startOver: () => void;
  readonly ask: () => void;
  readonly showProgress: () => void;
}
type Modules = Readonly<Record<string, { readonly exercises: object; readonly formerName?: string }>>;
export function gatherExercises<A, B>(modules: Modules): Exercises<A, A & B> {
  const nothing = (): void => undefined;
  const all = Object.entries(modules).flatMap(([subject, { exercises }]) =>
    Object.entries(exercises).map(([key, one]): [string, unknown] => [\`\${subject}/\${key}\`, one]),
  );
  const former = Object.entries(modules).flatMap(([subject, { formerName }]) => (formerName ? [[formerName, subject]] : []));
  return { all: new Map(all), formerNames: Object.fromEntries(former), check: nothing, hint: nothing, showSolution: nothing, startOver: nothing, ask: nothing, showProgress: nothing };
}
`;
const INDEX =
  '/** The letter. */\nexport const letter: string = "a";\ninterface Hidden { a: number }\nexport const hidden: Hidden = { a: 1 };\n';
const about = (title: string): string =>
  `export const about = { title: "${title}", short: "${title}", minutes: 10, learn: "it." };\n`;
const lesson = (name: string, exercises: string): void => {
  write(folder, `${name}/about.ts`, about(name));
  write(folder, `${name}/lesson.ts`, `${LESSON_HEADER}\n// %% [markdown]\n// Words.\n`);
  write(folder, `${name}/exercises.ts`, exercises);
};

let product: Product;
const faults: string[] = [];
beforeAll(async () => {
  write(projectDir, "package.json", '{ "type": "module" }');
  write(projectDir, "src/index.ts", INDEX);
  write(projectDir, "src/tools.ts", TOOLS);
  write(
    projectDir,
    "lessons/tsconfig.json",
    '{ "compilerOptions": { "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "lib": ["es2022"], "types": [], "strict": true, "allowImportingTsExtensions": true } }',
  );
  write(projectDir, "dist/.built/library.json", "{}");
  write(projectDir, "dist/kernel/main.js", "// main");
  write(projectDir, "dist/kernel/snapshot-0.blob", "");
  lesson(
    "11-waves",
    'import { letter } from "fall-line/library";\nexport const formerName = "swell";\nexport const exercises = { crest: { kind: letter, solution: (x: number) => /* itself */ x } };\n',
  );
  lesson("12-torn", "export const exercises = {\n  a: {,\n};\n");
  lesson("13-late", 'export const exercises = {};\nthrow new Error("out of luck");\n');
  write(folder, "14-silent/lesson.ts", LESSON_HEADER);
  product = await productOf(folder, projectDir, (fault) => faults.push(fault));
});

const built = join(projectDir, ".fall-line/courses");

describe("a course that is built", () => {
  test("lies by the name and the place of its folder, and is worked in by its name", () => {
    const [name, ...more] = readdirSync(built);
    expect([name, more]).toEqual([expect.stringMatching(/^my course-[0-9a-f]{8}$/), []]);
    const at = (part: string): string => join(built, name!, part);
    expect(product).toMatchObject({
      entry: at("course.ts"),
      library: at("index.js"),
      notebooks: at("notebooks"),
      kernel: at("kernel"),
      kernels: at("jupyter"),
      work: join(projectDir, "work", basename(folder)),
    });
    expect(readdirSync(folder).sort()).toEqual(["11-waves", "12-torn", "13-late", "14-silent"]);
  });

  test("leaves out the exercises of lessons that cannot be built or run, and lessons that say nothing of themselves", () => {
    expect(faults).toEqual([
      expect.stringMatching(/^12-torn\/exercises\.ts:2: Expected /),
      "13-late/exercises.ts: out of luck",
      expect.stringMatching(/^14-silent\/about\.ts: it is missing/),
    ]);
    expect(readdirSync(product.notebooks).sort()).toEqual([
      "11-waves.ipynb",
      "12-torn.ipynb",
      "13-late.ipynb",
    ]);
    expect(readdirSync(dirname(product.library)).filter((name) => name.startsWith("alone"))).toEqual([]);
  });

  test("has the library with its exercises, their texts, and what they were called before", async () => {
    const library = (await import(product.library)) as Record<string, never> & {
      lessonExercises: { all: Map<string, { kind: string; solution: { source: string } }> };
    };
    expect([...library.lessonExercises.all.keys()]).toEqual(["waves/crest"]);
    const { kind, solution } = library.lessonExercises.all.get("waves/crest")!;
    expect([kind, solution.source]).toEqual(["a", "(x: number) => /* itself */ x"]);
    expect(library["letter"]).toBe("a");
    const about = readFileSync(join(dirname(product.library), "package.json"), "utf8");
    expect(JSON.parse(about)).toEqual({ type: "module" });
    expect(readFileSync(product.library, "utf8"), "it is as small as can be").not.toMatch(/\n {2}/);
    expect(JSON.parse(readFileSync(join(dirname(product.library), "former-names.json"), "utf8"))).toEqual({
      swell: "waves",
    });
    const types = readFileSync(product.library.replace(".js", ".d.ts"), "utf8");
    expect([...types.matchAll(/^export type \{([^}]*)\};$/gm)].join()).toContain("Hidden");
    expect(types).not.toMatch(/^import /m);
  });

  test("has a kernel of its own, which Jupyter finds", () => {
    expect(readdirSync(product.kernel)).toEqual(["main.js"]);
    const spec = readFileSync(join(product.kernels!, "kernels/fall-line/kernel.json"), "utf8");
    expect(spec).toContain(JSON.stringify(product.kernel).slice(1, -1));
  });
});

test("it is built again when a file of it, or the project, is another, and only then; its faults are told each time", async () => {
  const { ino } = statSync(product.notebooks);
  const again: string[] = [];
  expect(await productOf(folder, projectDir, (fault) => again.push(fault))).toEqual(product);
  expect([again, statSync(product.notebooks).ino]).toEqual([faults, ino]);
  for (const name of ["12-torn", "13-late", "14-silent"]) rmSync(join(folder, name), { recursive: true });
  await productOf(folder, projectDir, (fault) => again.push(fault));
  for (const [root, path] of [
    [folder, "11-waves/exercises.ts"],
    [folder, "course.json"],
    [projectDir, "dist/.built/library.json"],
  ] as const) {
    write(root, path, path.endsWith("json") ? "{}  " : "export const exercises = { trough: {} };\n");
    write(product.notebooks, "mark.ipynb", "");
    const told: string[] = [];
    await productOf(folder, projectDir, (fault) => told.push(fault));
    expect([existsSync(join(product.notebooks, "mark.ipynb")), told], path).toEqual([false, []]);
  }
});

test("one whose declarations cannot be made leaves out the lesson in which they are wrong, which is told", async () => {
  const at = join(place, "typed");
  const typed = {
    "11-waves": "export const exercises = { crest: {} };\n",
    "12-tides": 'import type { Lost } from "./nowhere.ts";\nexport const exercises: { ebb?: Lost } = {};\n',
  };
  for (const [name, exercises] of Object.entries(typed)) {
    write(at, `lessons/${name}/exercises.ts`, exercises);
    write(at, `lessons/${name}/lesson.ts`, "const wrong: string = 1;\n");
  }
  const lessons = lessonsIn(join(at, "lessons"));
  const told: string[] = [];
  const take = ({ message }: Error): void => void told.push(message);
  await buildSound(at, projectDir, lessons, take);
  expect(told).toEqual([expect.stringMatching(/^12-tides\/exercises\.ts:1: .*nowhere/)]);
  const types = readFileSync(join(at, "index.d.ts"), "utf8");
  expect([types.includes("crest"), types.includes("ebb")]).toEqual([true, false]);
  rmSync(join(at, "lessons/12-tides/exercises.ts"));
  write(projectDir, "src/index.ts", "export const letter = ;\n");
  await expect(buildSound(at, projectDir, lessons, take)).rejects.toThrow(/Unexpected|expected/);
  expect(told).toHaveLength(1);
  write(projectDir, "src/index.ts", INDEX);
});

test("one with a lesson that fails as it is loaded is built without it, with the line that the types know", async () => {
  const at = join(place, "failing");
  for (const [name, exercises] of [
    ["11-waves", "export const exercises = { crest: {} };\n"],
    ["12-tides", "const tide = 1;\nexport const exercises = { ebb: tidd };\n"],
  ] as const) {
    write(at, `lessons/${name}/exercises.ts`, exercises);
    write(at, `lessons/${name}/lesson.ts`, "const right = 1;\n");
  }
  const told: string[] = [];
  const take = ({ message }: Error): void => void told.push(message);
  await buildSound(at, projectDir, lessonsIn(join(at, "lessons")), take);
  expect(told).toEqual([expect.stringMatching(/^12-tides\/exercises\.ts:2: .*tidd/)]);
  const { lessonExercises } = await loadCourse(join(at, "index.js"));
  expect([...lessonExercises.all.keys()]).toEqual(["waves/crest"]);
});

test("what is wrong with it is told by a command, which ends with 1", async () => {
  const told: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => told.push(String(text)) > 0);
  write(folder, "14-silent/lesson.ts", LESSON_HEADER);
  const progress = { during: (_: string, __: string, act: () => unknown) => act() };
  const session = { projectDir, callerDir: place, progress } as never;
  const course = await CourseAsked.of({ options: { course: "my course" } } as never, session);
  vi.restoreAllMocks();
  expect(told).toEqual([expect.stringMatching(/^fall-line: 14-silent\/about\.ts: it is missing/)]);
  expect([course.code, course.product.work]).toEqual([1, product.work]);
});
