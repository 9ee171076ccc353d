import { expect, test } from "vitest";
import { DECK_RULES } from "../../src/course/deck-slides.ts";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";

test("a cell serves slides that the deck has, counted from 1; without a deck any", () => {
  const about = { title: "Waves", short: "Waves", minutes: 10, learn: "waves." };
  const cells = ["slide-0", "slide-1", "slide-2", "slide-3"].map((tag) => `// %% tags=["${tag}"]\n1;\n`);
  const lesson = parseLesson("11-waves", `${LESSON_HEADER}\n${cells.join("")}`, about);
  const strange = (deck: readonly string[]): string[] =>
    DECK_RULES[0]!
      .faults(lesson, { lessons: [], exercises: new Map(), deck })
      .map(({ what, cure }) => `${what}. ${cure}`);
  expect(strange(["Waves", "Breakers"])).toEqual(
    [0, 3].map((slide) => `the deck has no slide ${slide}. Its slides are slide-1 to slide-2.`),
  );
  expect(strange([])).toEqual([]);
});
