/** The slides of the deck that a course is about, and the cells that serve them: those tagged `slide-6`. */
import type { Cell, Lesson } from "../notebook/lesson.ts";
import { slidesServed } from "../notebook/tags.ts";
import { COURSE_FILE } from "./course.ts";
import { type Fault, fault, type LessonRule } from "./lesson-rule.ts";

/** What is asked of the course as a whole. */
export const COURSE_RULE =
  "Each slide of the deck that course.json lists is served by a cell tagged slide-N.";

export const DECK_RULES: readonly LessonRule[] = [
  {
    says: "A cell that is tagged slide-N serves a slide of the deck, where course.json lists one.",
    faults: ({ cells }, { deck }) => cells.flatMap((cell) => strangeSlides(cell, deck.length)),
  },
  {
    says: "Each slide that its about.ts names is served by one of its cells (tagged slide-N).",
    faults: ({ name, about, cells }) => {
      const served = cells.flatMap(({ tags }) => slidesServed(tags));
      const unserved = slidesNamed(about.slides ?? "").filter((slide) => !served.includes(slide));
      const cure = "Tag the cell that is about it, or take it out of slides.";
      return unserved.map((slide) => ({
        place: `${name}/about.ts`,
        what: `no cell is tagged slide-${slide}`,
        cure,
      }));
    },
  },
];

function strangeSlides(cell: Cell, count: number): Fault[] {
  if (count === 0) return [];
  return slidesServed(cell.tags)
    .filter((slide) => slide < 1 || slide > count)
    .map((slide) =>
      fault(cell, `the deck has no slide ${slide}`, `Its slides are slide-1 to slide-${count}.`),
    );
}

/** The numbers in `7 to 9`, in `14, 20 and 21`. */
function slidesNamed(slides: string): number[] {
  const range = /^(\d+) to (\d+)$/.exec(slides);
  if (range === null) return (slides.match(/\d+/g) ?? []).map(Number);
  const [first, last] = range.slice(1).map(Number) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

/** The slides of the deck that no cell of the course serves. */
export function unservedSlides(lessons: readonly Lesson[], deck: readonly string[]): Fault[] {
  const served = new Set(lessons.flatMap(({ cells }) => cells.flatMap(({ tags }) => slidesServed(tags))));
  return deck.flatMap((title, k) => {
    if (served.has(k + 1)) return [];
    const what = `no cell of the course serves slide ${k + 1} of the deck, "${title}"`;
    return [{ place: COURSE_FILE, what, cure: `Tag the cell that is about it: tags=["slide-${k + 1}"].` }];
  });
}
