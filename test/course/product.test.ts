import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCourse } from "../../src/course/load.ts";
import { checkLesson } from "../../src/course/check.ts";
import { readCourseFolder } from "../../src/course/course.ts";
import { type Product, productOf } from "../../src/course/product.ts";
import { typeFaults } from "../../src/course/types.ts";
import { LESSON_HEADER } from "../../src/notebook/lesson.ts";
import { readCourse } from "../../src/rendering/course.ts";
import { readNotebook } from "../../src/rendering/executed.ts";
import { handoutToHtml } from "../../src/presenting/handout.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "my-course-"));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const ABOUT = `import type { About } from "fall-line/library";
export const about: About = { title: "Waves", short: "Waves", minutes: 10, learn: "to see one." };
`;
const LESSON = `${LESSON_HEADER}
// %% The opening tags=["opening"]
import { ask, descend, display, landscape, momentum, ravine } from "fall-line";
display(landscape([descend(ravine, momentum, { steps: 5 })]));
// %% [markdown] exercise="waves/crest"
// **1. Choose.**
// %% Exercise 1: your answer exercise="waves/crest"
display(ask("waves/crest"));
`;
const EXERCISES = `import { exercise } from "fall-line/library";
export const exercises = {
  crest: exercise.choose({
    title: "The crest", prompt: "Where is it flat?", hints: ["Not on the side."],
    options: { top: { text: "On top.", reason: "So it is.", right: true }, side: { text: "Aside.", reason: "No." } },
  }),
};
`;

let product: Product;
const faults: string[] = [];
beforeAll(async () => {
  write("11-waves/about.ts", ABOUT);
  write("11-waves/lesson.ts", LESSON);
  write("11-waves/exercises.ts", EXERCISES);
  write("12-broken/about.ts", ABOUT.replace('short: "Waves", ', ""));
  write("12-broken/lesson.ts", LESSON);
  const lessons = ["02-gradient-descent", "11-waves", "03-momentum", "12-broken"];
  write("course.json", JSON.stringify({ lessons }));
  product = await productOf(folder, projectDir, (fault) => faults.push(fault));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(dirname(product.notebooks), { recursive: true });
});

describe("a course of one's own", () => {
  test("has the lessons that it names, in its order, and nothing is written into its folder", () => {
    expect(product.course.lessons.map(({ name }) => name)).toEqual([
      "02-gradient-descent",
      "11-waves",
      "03-momentum",
      "12-broken",
    ]);
    expect(readdirSync(folder).sort()).toEqual(["11-waves", "12-broken", "course.json"]);
  });

  test("has its own exercises beside those of the lessons that it chose, and no others", async () => {
    const { lessonExercises } = await loadCourse(product.library);
    const lessons = new Set(Array.from(lessonExercises.all.keys(), (id) => id.split("/")[0]));
    expect([...lessons]).toEqual(["gradient-descent", "waves", "momentum"]);
    expect(readFileSync(product.library.replace(".js", ".d.ts"), "utf8")).toContain("crest");
  });

  test("has a notebook of each lesson that is sound; the other is named with its file and what is wrong", () => {
    expect(readdirSync(product.notebooks).sort()).toEqual([
      "02-gradient-descent.ipynb",
      "03-momentum.ipynb",
      "11-waves.ipynb",
    ]);
    expect(faults).toEqual(["12-broken/about.ts: short must be a text, got nothing"]);
  });

  test("has handouts with its exercises", async () => {
    const exercises = (await loadCourse(product.library)).lessonExercises.all;
    const lesson = readCourse(product.notebooks).find(({ name }) => name === "11-waves")!;
    const notebook = readNotebook(readFileSync(join(product.notebooks, "11-waves.ipynb"), "utf8"));
    const html = handoutToHtml(projectDir, lesson, notebook, { answers: true, exercises });
    expect(html).toContain("Where is it flat?");
  });

  test("is not built again while nothing has changed, and says the same faults again", async () => {
    const again: string[] = [];
    const built = statSync(product.library);
    expect(await productOf(folder, projectDir, (fault) => again.push(fault))).toEqual(product);
    expect(again).toEqual(faults);
    expect(statSync(product.library)).toMatchObject({ ino: built.ino, mtimeMs: built.mtimeMs });
  });
});

test("check says file, line, what and cure of a lesson's faults, its types too", async () => {
  const [, place, , mistyped] = product.course.lessons;
  const library = await loadCourse(product.library);
  const among = { library, lessons: ["11-waves"], style: false, deck: [] };
  expect(await checkLesson(place!, among, [])).toEqual([]);
  write("11-waves/lesson.ts", `${LESSON}// %% More tags=["sumary"]\nask("waves/trough");\n`);
  expect(await checkLesson(place!, among, [])).toMatchObject([
    { place: "11-waves/lesson.ts:21", what: 'the tag "sumary" means nothing' },
    {
      place: "11-waves/lesson.ts:21",
      what: expect.stringMatching(/^made into a notebook: .*waves\/trough/) as string,
    },
  ]);
  write("12-broken/lesson.ts", LESSON.replace("ravine, momentum", "ravine, momentun"));
  const typed = typeFaults(projectDir, product.entry, [place!, mistyped!]);
  const types = typed.get("11-waves")!;
  expect(types).toMatchObject([
    { place: "11-waves/lesson.ts:22", what: expect.stringContaining("waves/trough") as string },
  ]);
  const all = await checkLesson(place!, among, types);
  expect(
    all.filter(({ what }) => what.includes("waves/trough")),
    "a mistyped id is told once",
  ).toEqual(types);
  write(
    "11-waves/lesson.ts",
    `${LESSON}const late = display;\n\n// %% [markdown]\n// More.\n// %%\nlate(null[0]);\n`,
  );
  expect(await checkLesson(place!, among, [])).toMatchObject([
    {
      place: "11-waves/lesson.ts:26",
      what: expect.stringMatching(/^run with its answers: Cannot read/) as string,
    },
  ]);
  const broken = typed.get("12-broken")!;
  expect(broken.find((one) => one.place.startsWith("12-broken/lesson.ts"))).toMatchObject({
    place: "12-broken/lesson.ts:16",
    cure: expect.stringContaining("momentum") as string,
  });
});

test.each([
  ['{ "lessons": ["03-momentun"] }', /names the lesson "03-momentun", which is nowhere/],
  ['{ "lessons": "all" }', /lessons of .* must be a list of names/],
  ['{ "deck": "all" }', /deck of .* must be a list of the titles of slides/],
  ["{", /is not JSON/],
  ['{ "lessons": [] }', /holds no lesson/],
])("course.json %s is refused with the cure", (text, message) => {
  write("course.json", text);
  expect(() => readCourseFolder(folder, projectDir)).toThrow(message);
});

test("two lessons of one name are told with the cure, and the first is built", () => {
  write("12-waves/about.ts", ABOUT);
  write("12-waves/lesson.ts", LESSON);
  write("course.json", JSON.stringify({ lessons: ["11-waves", "03-momentum", "12-waves"] }));
  const { lessons, faults: told } = readCourseFolder(folder, projectDir);
  expect(lessons.map(({ name }) => name)).toEqual(["11-waves", "03-momentum"]);
  expect(told.map(({ message }) => message)).toEqual([
    "12-waves/lesson.ts: 11-waves/lesson.ts has the name waves too, and the ids of both would begin with it; rename one of the two folders",
  ]);
});
