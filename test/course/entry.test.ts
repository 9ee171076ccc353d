import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildCode } from "../../src/course/build.ts";
import { loadCourse } from "../../src/course/load.ts";
import { writeEntry } from "../../src/course/entry.ts";
import { lessonsIn } from "../../src/course/folder.ts";
import { codeOf } from "../../src/exercises/solution.ts";
import { readFormerNames } from "../../src/kernel/node/former-names.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "fall-line-course-"));

afterAll(() => rmSync(place, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
}

const SOLUTION = `({ alpha, x }) => {
      const twice = 2 * alpha; // alpha, and no other name
      return twice * x;
    }`;

test("a course is the library with the exercises of the lessons that are there, and their texts", async () => {
  write("lessons/01-first/lesson.ts", "");
  write("lessons/02-second-thoughts/lesson.ts", "");
  write(
    "lessons/02-second-thoughts/exercises.ts",
    `import { exercise } from "fall-line/library";
const alpha = 3;
export const formerName = "doubts";
export const formerExercises = { double: "twice" } as const;
export const exercises = {
  twice: exercise.formula({
    title: "Twice", prompt: "Twice alpha times x, not " + alpha + ".", formula: "2*alpha*x", hints: ["Times two."],
    arguments: { alpha: { from: 0, to: 1 }, x: { from: 0, to: 1 } },
    solution: ${SOLUTION},
  }),
};
`,
  );
  write("lessons/drafts/lesson.ts", "");
  const lessons = lessonsIn(join(place, "lessons"));
  expect(lessons.map(({ name }) => name)).toEqual(["01-first", "02-second-thoughts"]);

  const [entry, out] = [join(place, "course.ts"), join(place, "index")];
  writeEntry(entry, lessons);
  await buildCode({ projectDir, entry, out, lessons: lessons.map(({ folder }) => folder) });
  const library = await loadCourse(`${out}.js`);

  expect([...library.lessonExercises.all.keys()]).toEqual(["second-thoughts/twice"]);
  expect(library).toHaveProperty("momentum.id", "momentum");
  const twice = library.lessonExercises.all.get("second-thoughts/twice");
  expect(twice?.kind === "formula" && codeOf(twice.solution)).toBe(SOLUTION.replaceAll("\n    ", "\n"));
  expect(readFormerNames(`${out}.js`)).toEqual({
    doubts: "second-thoughts",
    "second-thoughts/double": "second-thoughts/twice",
  });
});

test("an entry is written with the folder that it lies in, and left where it is as it should be", () => {
  const path = join(place, "in", "dist", "course.ts");
  writeEntry(path, []);
  const { ino } = statSync(path);
  expect(readFileSync(path, "utf8")).toMatch(/gatherExercises<[^>]*>\(\{\s*\}\);/);
  writeEntry(path, []);
  expect(statSync(path).ino).toBe(ino);
  writeEntry(path, lessonsIn(join(place, "lessons")));
  expect(readFileSync(path, "utf8")).toContain('from "../../lessons/02-second-thoughts/exercises.ts";');
});
