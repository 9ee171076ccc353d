import { describe, expect, test } from "vitest";
import { EVERY_LESSON } from "../../src/course/every-lesson.ts";
import { withoutLeftOut } from "../../src/course/recalls.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";
import { ABOUT, toldOf } from "./lesson-faults.ts";

const card = (id: string, mark = 'tags=["recall"]') =>
  `// %% ${id.replace("/", " ")} ${mark}\nask("${id}");\n`;
const words = '// %% [markdown] tags=["recall"]\n// ## Do you remember?\n';

describe("of a lesson in a course that leaves out some of what it recalls", () => {
  const keysOf = (cells: string, retired: readonly string[]): string[] => {
    const lesson = parseLesson("11-waves", LESSON_HEADER + cells, ABOUT);
    const library = {
      lessonExercises: {
        all: new Map<string, Exercise>(),
        formerNames: {},
        retired: Object.fromEntries(retired.map((id) => [id, "why"])),
      },
    };
    return withoutLeftOut(lesson, library).cells.map(({ key }) => key);
  };
  const cells = `${words}${card("waves/a")}${card("waves/b")}// %% [markdown]\n// # Deep water\n`;

  test("the other cards stay, with the words around them", () => {
    expect(keysOf(cells, [])).toEqual(["waves", "do-you-remember", "waves-a", "waves-b", "deep-water"]);
    expect(keysOf(cells, ["waves/a"])).toEqual(["waves", "do-you-remember", "waves-b", "deep-water"]);
  });

  test("where none is left, the words go too", () => {
    expect(keysOf(cells, ["waves/a", "waves/b"])).toEqual(["waves", "deep-water"]);
  });

  test("what is no recall stays, asked or not", () => {
    expect(keysOf(card("waves/a", ""), ["waves/a"])).toEqual(["waves", "waves-a"]);
  });
});

describe("what a card recalls", () => {
  const rule = EVERY_LESSON.filter(({ says }) => says.startsWith("What a card recalls"));
  const told = (recalls: string): string[] => {
    const exercises = new Map([
      ["tides/crest", { kind: "choose" }],
      ["tides/again", { kind: "choose", recalls: "shores/sand" }],
      ["waves/again", { kind: "choose", recalls }],
    ]) as unknown as ReadonlyMap<string, Exercise>;
    return toldOf(rule, card("waves/again"), { exercises });
  };

  test("is an exercise", () => {
    expect(told("tides/crest")).toEqual([]);
    expect(told("tides/crst")).toEqual([
      'exercises.ts "waves/again" recalls "tides/crst", which is no such exercise',
    ]);
  });

  test("recalls none itself", () => {
    expect(told("tides/again")).toHaveLength(1);
  });
});
