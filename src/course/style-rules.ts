/** What a lesson of this course must have, and of those that want to be read like it. */
import type { Cell, Lesson } from "../notebook/lesson.ts";
import { hasSolution } from "../notebook/solutions.ts";
import {
  FOLDED_TAG,
  GUESS_TAG,
  NEXT_TAG,
  OPENING_TAG,
  SHORT_PATH_TAG,
  SOURCES_TAG,
  STOP_TAG,
  SUMMARY_TAG,
  TITLE_TAG,
} from "../notebook/tags.ts";
import { exercisesIn, linesOf, wordsOf } from "./cells.ts";
import { type Fault, fault, type LessonRule } from "./lesson-rule.ts";

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

const MOST_WORDS = 120;
const MOST_LINES = 15;
const MOST_MINUTES = 10;
const LEAST_EXERCISES = 5;

const SLIGHTING = /\b(?:simply\b|obviously\b|trivially\b|clearly\b|of course,)/i;

export const STYLE_RULES: readonly LessonRule[] = [
  {
    says: "The first code cell is tagged opening: a lesson begins with a figure, which plays.",
    faults: ({ cells }) => {
      const first = cells.find(({ type }) => type === "code");
      if (first === undefined) return [];
      if (!first.tags.includes(OPENING_TAG))
        return [
          fault(first, `the first code is not tagged "${OPENING_TAG}"`, "Show a figure in it and tag it."),
        ];
      return first.source.includes("plays: true")
        ? []
        : [fault(first, "the opening does not play", "Give its figure plays: true.")];
    },
  },
  {
    says: "Its heading is the question that its opening makes one ask (question in about.ts).",
    faults: ({ name, about }) =>
      about.question?.endsWith("?") === true
        ? []
        : [{ place: `${name}/about.ts`, what: "it asks no question", cure: 'Add question: "Why ...?"' }],
  },
  {
    says: "It says what one needs to know before.",
    faults: ({ name, about }) =>
      about.need === undefined
        ? [{ place: `${name}/about.ts`, what: "it does not say what one needs", cure: "Add need." }]
        : [],
  },
  {
    says: "It has two places to stop and come back (tagged stop).",
    faults: tagRule(STOP_TAG, 2, "Say where one can stop, and how much time is left."),
  },
  {
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
    says: "A lesson about slides of the deck has one page to keep (tagged summary).",
    faults: tagRule(SUMMARY_TAG, 1, "Tag the page to keep.", ({ about }) => about.slides !== undefined),
  },
  {
    says: "It names its sources (tagged sources), and what comes next (tagged next).",
    faults: (lesson) => [
      ...tagRule(SOURCES_TAG, 1, "Name what the lesson is from.")(lesson),
      ...tagRule(NEXT_TAG, 1, "Say what comes next.")(lesson),
    ],
  },
  {
    says: `A cell has at most ${MOST_WORDS} words of prose, tables aside.`,
    faults: cellRule(
      (cell) => cell.type === "markdown" && !cell.source.includes("|---") && wordsOf(cell) > MOST_WORDS,
      (cell) => `${wordsOf(cell)} words in a cell`,
      "Split it: one idea a cell.",
    ),
  },
  {
    says: `A cell has at most ${MOST_LINES} lines of code, imports and comments aside.`,
    faults: cellRule(
      (cell) => cell.type === "code" && linesOf(cell) > MOST_LINES,
      (cell) => `${linesOf(cell)} lines of code in a cell`,
      "Split it: one thought a cell.",
    ),
  },
  {
    says: "Folded code begins with a comment: its first line stays in sight, and code there may give the answer away.",
    faults: cellRule(
      ({ tags, source }) => tags.includes(FOLDED_TAG) && !source.trimStart().startsWith("// "),
      ({ source }) => `of this folded code "${source.trimStart().split("\n")[0]!}" stays in sight`,
      "Begin it with a comment that says what it does.",
    ),
  },
  {
    says: 'No words that make a reader feel slow: "simply", "obviously", "clearly" and their like.',
    faults: cellRule(
      ({ type, source }) => type === "markdown" && SLIGHTING.test(source),
      ({ source }) => `"${SLIGHTING.exec(source)?.[0] ?? ""}" makes a reader feel slow`,
      "Leave it out.",
    ),
  },
  {
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
];
