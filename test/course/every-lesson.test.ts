import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { askedIn, exercisesIn } from "../../src/course/cells.ts";
import { DECK_RULES, unservedSlides } from "../../src/course/deck-slides.ts";
import { EVERY_LESSON } from "../../src/course/every-lesson.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { exercisesFile, lessonsIn, lessonPlace } from "../../src/course/folder.ts";
import { faultsOf } from "../../src/course/rules.ts";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { TAGS } from "../../src/notebook/tags.ts";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ABOUT, FIRST, toldOf } from "./lesson-faults.ts";

const exercises = new Map([
  ["waves/one", { kind: "choose" }],
  ["waves/two", { kind: "tune" }],
  ["tides/one", { kind: "tune" }],
  ["waves-and-more/one", { kind: "tune" }],
]) as unknown as typeof lessonExercises.all;
const [TAG, LINK, KNOWN, ASKED] = EVERY_LESSON.map((rule) => [rule]);
const at = (line: number): string => `lesson.ts:${FIRST + line}`;

describe("what every lesson must have", () => {
  test("tags that mean something", () => {
    const tags = [...TAGS, "title", "raises-exception", "x-mine", "slide-7"];
    expect(toldOf(TAG!, `// %% tags=${JSON.stringify(tags)}\n1;\n`)).toEqual([]);
    expect(toldOf(TAG!, '// %%\n1;\n// %% tags=["stops", "slide-a", "my-x-"]\n1;\n')).toEqual(
      ["stops", "slide-a", "my-x-"].map((tag) => `${at(2)} the tag "${tag}" means nothing`),
    );
  });

  test("a tag that is like one is led to it, and no other one", () => {
    const cell = '// %% tags=["sumary", "windward-9"]\n1;\n';
    const lesson = parseLesson("11-waves", `${LESSON_HEADER}${cell}`, ABOUT);
    expect(
      faultsOf(lesson, { lessons: [], exercises: new Map(), deck: [] }, false).map(({ cure }) => cure),
    ).toEqual([
      expect.stringMatching(/^Did you mean summary\? Use one of opening, /),
      expect.stringMatching(/^Use one of opening, .*, or x-windward-9\.$/),
    ]);
  });

  test("links to lessons of the course, in its prose", () => {
    const link = "[a](10-tides.ipynb#part) and [b](12-storms.ipynb)";
    expect(toldOf(LINK!, `// %% [markdown]\n// ${link}\n`, { lessons: ["10-tides", "12-storms"] })).toEqual(
      [],
    );
    expect(toldOf(LINK!, `// %% [markdown]\n// ${link}\n`, { lessons: ["10-tides"] })).toEqual([
      `${at(0)} it links to 12-storms, which is not in the course`,
    ]);
    expect(toldOf(LINK!, `// %%\n// ${link}\n`)).toEqual([]);
    const files = ["../10-tides/lesson.ts", "10-tides/", "./10-tides.ts", "/10-tides/lesson.ts#ebb"];
    const all = files.map((one) => `[a](${one})`).join(" ");
    expect(toldOf(LINK!, `// %% [markdown]\n// ${all} [b](https://a.org/10-tides/b)\n`)).toEqual(
      files.map((one) => `${at(0)} it links to ${one}, which no reader has`),
    );
  });

  test("exercises of the course, each told once where it is none, with the one that was meant", () => {
    const cells = ["waves/one", "waves/won", "waves/won", "why", "storms/eye"].map(
      (id) => `// %% exercise="${id}"\n1;\n`,
    );
    expect(toldOf(KNOWN!, cells.join(""), { exercises })).toEqual([
      `${at(2)} there is no exercise "waves/won"`,
      `${at(8)} there is no exercise "storms/eye"`,
    ]);
    const lesson = parseLesson("11-waves", LESSON_HEADER + cells.join(""), ABOUT);
    const cures = KNOWN![0]!.faults(lesson, { lessons: [], exercises, deck: [] }).map(({ cure }) => cure);
    expect(cures).toEqual(["Did you mean waves/one?", "Declare it in the lesson's exercises.ts."]);
  });

  test("its own exercises, each asked in it once", () => {
    const ask = (id: string): string => `// %%\ndisplay(ask("${id}"));\n`;
    expect(toldOf(ASKED!, ask("waves/one") + '// %%\ncheck( "waves/two", 1);\n', { exercises })).toEqual([]);
    expect(toldOf(ASKED!, ask("waves/one") + ask("waves/one"), { exercises })).toEqual([
      'lesson.ts "waves/one" is asked 2 times',
      'lesson.ts "waves/two" is asked nowhere in the lesson',
    ]);
    const kinds = new Map(["choose", "tune"].map((kind) => [`waves/${kind}`, { kind } as Exercise]));
    const lesson = parseLesson("11-waves", LESSON_HEADER, ABOUT);
    expect(ASKED![0]!.faults(lesson, { lessons: [], exercises: kinds, deck: [] })).toMatchObject([
      { cure: 'Ask it once: display(ask("waves/choose")).' },
      { cure: 'Ask it once: display(check("waves/tune", mine)).' },
    ]);
    expect(
      toldOf(ASKED!, `${ask("waves/one")}// %% [markdown]\n// ask("waves/two")\n`, { exercises }),
    ).toHaveLength(1);
  });

  test("and more, where a course wants to be in this style", () => {
    const lesson = parseLesson(
      "11-waves",
      `${LESSON_HEADER}// %% tags=["stops", "slide-9"]\ndisplay(1);\n`,
      ABOUT,
    );
    const among = { lessons: [], exercises: new Map(), deck: ["Waves"] };
    expect(faultsOf(lesson, among, false).map(({ what }) => what)).toEqual(['the tag "stops" means nothing']);
    const styled = faultsOf(lesson, among, true).map(({ what }) => what);
    expect(styled).toEqual(
      expect.arrayContaining(["it does not say what one needs", "the deck has no slide 9"]),
    );
  });
});

describe("the slides that a lesson serves", () => {
  const SLIDES = [DECK_RULES[1]!];
  const serving = (...slides: number[]): string =>
    slides.map((n) => `// %% tags=["slide-${n}"]\n1;\n`).join("");

  test.each([
    ["7 to 9", [7, 8, 9]],
    ["14, 20 and 21", [14, 20, 21]],
    ["6", [6]],
  ])("are all that it names: %s", (slides, all) => {
    expect(toldOf(SLIDES, serving(...all), { about: { slides } })).toEqual([]);
    expect(toldOf(SLIDES, serving(...all.slice(0, -1)), { about: { slides } })).toEqual([
      `about.ts no cell is tagged slide-${all.at(-1)!}`,
    ]);
    expect(toldOf(SLIDES, "// %%\n1;\n", { about: { slides } })).toHaveLength(all.length);
  });

  test("may be none", () => {
    expect(toldOf(SLIDES, "// %%\n1;\n")).toEqual([]);
  });

  test("are those of the deck, over all lessons", () => {
    const lessons = [[1], [3]].map((slides) =>
      parseLesson("11-waves", LESSON_HEADER + serving(...slides), ABOUT),
    );
    expect(unservedSlides(lessons, ["Waves", "Breakers", "Foam"])).toEqual([
      {
        place: "course.json",
        what: 'no cell of the course serves slide 2 of the deck, "Breakers"',
        cure: 'Tag the cell that is about it: tags=["slide-2"].',
      },
    ]);
  });
});

test("exercises are found by their ids, their cells together", () => {
  expect(
    askedIn('ask("waves/one"); check(  "waves/two-2", a); task("waves/three"); ask(id); ask("waves")'),
  ).toEqual(["waves/one", "waves/two-2"]);
  const mark = (id: string, type = ""): string => `// %% ${type} exercise="${id}"\n// a\n`;
  const { cells } = parseLesson(
    "11-waves",
    LESSON_HEADER +
      mark("waves/a") +
      mark("waves/b") +
      mark("waves/a") +
      mark("waves/a", "[markdown]") +
      "// %%\n1;\n",
    ABOUT,
  );
  expect(exercisesIn(cells).map((group) => group.map(({ exercise }) => exercise))).toEqual([
    ["waves/a", "waves/a"],
    ["waves/b"],
  ]);
});

test("lessons are the folders of two digits and a name that hold a lesson, in the order of their numbers", () => {
  const folder = mkdtempSync(join(tmpdir(), "lessons-"));
  try {
    for (const name of [
      "12-storms",
      "02-tides-and-moons",
      "3-waves",
      "123-waves",
      "04-Waves",
      "05-waves-",
      "06-none",
      "07 waves",
    ]) {
      mkdirSync(join(folder, name));
      if (name !== "06-none") writeFileSync(join(folder, name, "lesson.ts"), "");
    }
    expect(lessonsIn(folder)).toEqual([
      { name: "02-tides-and-moons", subject: "tides-and-moons", folder: join(folder, "02-tides-and-moons") },
      { name: "12-storms", subject: "storms", folder: join(folder, "12-storms") },
    ]);
    expect(lessonPlace(folder, "06-none")).toMatchObject({ subject: "none" });
    expect(exercisesFile(join(folder, "12-storms"))).toBeUndefined();
    const exercises = join(folder, "12-storms", "exercises.ts");
    writeFileSync(exercises, "");
    expect(exercisesFile(join(folder, "12-storms"))).toBe(exercises);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
