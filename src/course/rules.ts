/** What a lesson must have: one list for `fall-line check`, for the tests and for lessons/README.md. */
import type { Cell, Lesson } from "../notebook/lesson.ts";
import { hasSolution } from "../notebook/solutions.ts";
import {
  GUESS_TAG,
  NEXT_TAG,
  OPENING_TAG,
  SHORT_PATH_TAG,
  SOURCES_TAG,
  STOP_TAG,
  SUMMARY_TAG,
  TAGS,
  TITLE_TAG,
} from "../notebook/tags.ts";
import { nearest } from "../nearest.js";
import { linkedLessons } from "../pages/course.ts";
import { askedIn, exercisesIn, linesOf, wordsOf } from "./cells.ts";
import { DECK_RULES } from "./deck-slides.ts";
import { type Fault, fault, type LessonRule, type Surroundings } from "./lesson-rule.ts";
import { QUESTION_RULE } from "./open-questions.ts";

/** Faults of single cells: of those that `isWrong`. */
const cellRule =
  (isWrong: (cell: Cell) => boolean, what: (cell: Cell) => string, cure: string) =>
  ({ cells }: Lesson): Fault[] =>
    cells.filter(isWrong).map((cell) => fault(cell, what(cell), cure));

/** So many cells must have a tag. */
const tagRule =
  (tag: string, least: number, cure: string, applies: (lesson: Lesson) => boolean = () => true) =>
  (lesson: Lesson): Fault[] => {
    const count = lesson.cells.filter(({ tags }) => tags.includes(tag)).length;
    const what = `${count === 0 ? "no cell is" : `only ${count} of at least ${least} cells are`} tagged "${tag}"`;
    return count >= least || !applies(lesson) ? [] : [{ place: `${lesson.name}/lesson.ts`, what, cure }];
  };

const isKnown = (tag: string): boolean =>
  [...TAGS, TITLE_TAG, "raises-exception"].includes(tag) || /^(x-|slide-\d)/.test(tag);

export const MOST_WORDS = 120;
export const MOST_LINES = 15;
const MOST_MINUTES = 10;
const LEAST_EXERCISES = 5;

const SLIGHTING = /\b(simply|obviously|trivially|of course,|clearly)\b/i;

export const LESSON_RULES: readonly LessonRule[] = [
  {
    of: "every lesson",
    says: `Tags are ${TAGS.join(", ")}, slide-N, or begin with "x-"; Jupyter's own raises-exception is one too.`,
    faults: ({ cells }) =>
      cells.flatMap((cell) =>
        cell.tags
          .filter((tag) => !isKnown(tag))
          .map((tag) =>
            fault(cell, `the tag "${tag}" means nothing`, `Use one of ${TAGS.join(", ")}, or x-${tag}.`),
          ),
      ),
  },
  {
    of: "every lesson",
    says: "Links lead to lessons of the course.",
    faults: ({ cells }, { lessons }) =>
      cells.flatMap((cell) =>
        linkedLessons(cell.source)
          .filter((name) => cell.type === "markdown" && !lessons.includes(name))
          .map((name) =>
            fault(
              cell,
              `it links to ${name}, which is not in the course`,
              `There are: ${lessons.join(", ")}.`,
            ),
          ),
      ),
  },
  {
    of: "every lesson",
    says: "Every exercise that a cell belongs to is one of the course.",
    faults: ({ cells }, { exercises }) => {
      const unknown = cells.filter(({ exercise }) => exercise?.includes("/") && !exercises.has(exercise));
      const first = unknown.filter(
        (cell, k) => unknown.findIndex((one) => one.exercise === cell.exercise) === k,
      );
      return first.map((cell) => {
        const near = nearest(cell.exercise!, [...exercises.keys()]);
        const cure =
          near === undefined ? "Declare it in the lesson's exercises.ts." : `Did you mean ${near}?`;
        return fault(cell, `there is no exercise "${cell.exercise!}"`, cure);
      });
    },
  },
  {
    of: "every lesson",
    says: "Every exercise of a lesson is asked in it, once.",
    faults: ({ name, cells }, { exercises }) => {
      const asked = cells.filter(({ type }) => type === "code").flatMap(({ source }) => askedIn(source));
      const own = [...exercises.keys()].filter((id) => id.startsWith(`${name.slice(3)}/`));
      return own.flatMap((id) => {
        const count = asked.filter((one) => one === id).length;
        if (count === 1) return [];
        const what = `"${id}" is asked ${count === 0 ? "nowhere in the lesson" : `${count} times`}`;
        return [
          {
            place: `${name}/lesson.ts`,
            what,
            cure: `Ask it once, with ask("${id}") or check("${id}", ...).`,
          },
        ];
      });
    },
  },
  {
    of: "this style",
    says: "The first code cell is tagged opening: a lesson begins with a figure.",
    faults: ({ cells }) => {
      const first = cells.find(({ type }) => type === "code");
      return first === undefined || first.tags.includes(OPENING_TAG)
        ? []
        : [fault(first, `the first code is not tagged "${OPENING_TAG}"`, "Show a figure in it and tag it.")];
    },
  },
  {
    of: "this style",
    says: "It says what one needs to know before.",
    faults: ({ name, about }) =>
      about.need === undefined
        ? [{ place: `${name}/about.ts`, what: "it does not say what one needs", cure: "Add need." }]
        : [],
  },
  {
    of: "this style",
    says: "It has two places to stop and come back (tagged stop).",
    faults: tagRule(STOP_TAG, 2, "Say where one can stop, and how much time is left."),
  },
  {
    of: "this style",
    says: `It has at least ${LEAST_EXERCISES} exercises at its end, each with a card or an answer to write.`,
    faults: (lesson) => {
      const groups = exercisesIn(lesson.cells);
      const silent = groups.filter(
        (cells) => !cells.some(({ source }) => hasSolution(source) || source.includes("ask(")),
      );
      const few = `only ${groups.length} of at least ${LEAST_EXERCISES} exercises`;
      return [
        ...(groups.length >= LEAST_EXERCISES
          ? []
          : [
              {
                place: `${lesson.name}/lesson.ts`,
                what: few,
                cure: 'Give the cells of each exercise exercise="ID".',
              },
            ]),
        ...silent.map(([first]) =>
          fault(
            first!,
            "nothing is to be answered in this exercise",
            "Add a card, or BEGIN and END SOLUTION.",
          ),
        ),
      ];
    },
  },
  {
    of: "this style",
    says: "It asks before it shows: a guess is a card, or followed by the cell that shows.",
    faults: ({ cells }) =>
      cells.flatMap((cell, i) =>
        cell.tags.includes(GUESS_TAG) &&
        !cell.source.includes("ask(") &&
        cells[i + 1]?.source.includes("display(") !== true
          ? [
              fault(
                cell,
                "nothing shows what comes of this guess",
                "Ask with a card, or show it in the next cell.",
              ),
            ]
          : [],
      ),
  },
  {
    of: "this style",
    says: "A lesson about slides of the deck has one page to keep (tagged summary).",
    faults: tagRule(SUMMARY_TAG, 1, "Tag the page to keep.", ({ about }) => about.slides !== undefined),
  },
  {
    of: "this style",
    says: "It names its sources (tagged sources), and what comes next (tagged next).",
    faults: (lesson) => [
      ...tagRule(SOURCES_TAG, 1, "Name what the lesson is from.")(lesson),
      ...tagRule(NEXT_TAG, 1, "Say what comes next.")(lesson),
    ],
  },
  {
    of: "this style",
    says: `A cell has at most ${MOST_WORDS} words of prose, tables aside.`,
    faults: cellRule(
      (cell) => cell.type === "markdown" && !cell.source.includes("|---") && wordsOf(cell) > MOST_WORDS,
      (cell) => `${wordsOf(cell)} words in a cell`,
      "Split it: one idea a cell.",
    ),
  },
  {
    of: "this style",
    says: `A cell has at most ${MOST_LINES} lines of code, imports aside.`,
    faults: cellRule(
      (cell) => cell.type === "code" && linesOf(cell) > MOST_LINES,
      (cell) => `${linesOf(cell)} lines of code in a cell`,
      "Split it: one thought a cell.",
    ),
  },
  {
    of: "this style",
    says: 'No words that make a reader feel slow: "simply", "obviously", "clearly" and their like.',
    faults: cellRule(
      ({ type, source }) => type === "markdown" && SLIGHTING.test(source),
      ({ source }) => `"${SLIGHTING.exec(source)?.[0] ?? ""}" makes a reader feel slow`,
      "Leave it out.",
    ),
  },
  {
    of: "this style",
    says: "Each slide has notes for the speaker, which say how long it takes (minutes=3).",
    faults: ({ cells }) => {
      const faults: Fault[] = [];
      let open: Cell | undefined;
      const silent = (cell: Cell | undefined): void => {
        if (cell !== undefined)
          faults.push(
            fault(
              cell,
              cell.tags.includes(TITLE_TAG)
                ? "the slide of the title has no notes"
                : "this slide has no notes",
              'Add a cell with slideshow={"slide_type": "notes"} minutes=3 to lesson.ts, before the next slide.',
            ),
          );
      };
      for (const cell of cells) {
        if (cell.slide === "notes") {
          if (cell.minutes === undefined)
            faults.push(fault(cell, "these notes have no time", "Add minutes=3."));
          open = undefined;
        } else if (cell.slide === "slide") {
          silent(open);
          open = cell;
        }
      }
      silent(open);
      return faults;
    },
  },
  {
    of: "this style",
    says: `Its short path (tagged short-path) takes at most ${MOST_MINUTES} minutes.`,
    faults: ({ name, cells }) => {
      const notes = cells.filter(({ slide, tags }) => slide === "notes" && tags.includes(SHORT_PATH_TAG));
      const minutes = notes.reduce((sum, cell) => sum + (cell.minutes ?? 0), 0);
      const what = `the short path takes ${minutes} minutes, at most ${MOST_MINUTES} are allowed`;
      return minutes <= MOST_MINUTES
        ? []
        : [{ place: `${name}/lesson.ts`, what, cure: "Take cells out of it, or shorten what is said." }];
    },
  },
  QUESTION_RULE,
  ...DECK_RULES,
];

/** What is wrong with a lesson by these rules; `style` asks for those of this course's style too. */
export function faultsOf(lesson: Lesson, among: Surroundings, style: boolean): Fault[] {
  const rules = LESSON_RULES.filter((rule) => style || rule.of === "every lesson");
  return rules.flatMap((rule) => rule.faults(lesson, among));
}
