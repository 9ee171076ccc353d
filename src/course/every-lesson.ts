/** What every lesson must have, of any course. */
import { TAGS, TITLE_TAG } from "../notebook/tags.ts";
import { nearest } from "../nearest.js";
import { linkedLessons } from "../rendering/course.ts";
import { type Exercise, kindOf } from "../exercises/exercise.ts";
import { counting, recalling } from "../exercises/recall.ts";
import { askedIn, askingCode } from "./cells.ts";
import { fault, type LessonRule, type Surroundings } from "./lesson-rule.ts";

const isKnown = (tag: string): boolean =>
  [...TAGS, TITLE_TAG, "raises-exception"].includes(tag) || /^(x-|slide-\d)/.test(tag);

function cureOfTag(tag: string): string {
  const near = nearest(tag, TAGS);
  return `${near === undefined ? "" : `Did you mean ${near}? `}Use one of ${TAGS.join(", ")}, or x-${tag}.`;
}

/** The links to lessons' own files, each with the lesson's name. */
function linkedPrograms(markdown: string): [link: string, name: string][] {
  const links = markdown.matchAll(/\]\(((?:\.{0,2}\/)?(\d\d-[\w-]+)(?:\/[^)]*|\.ts))\)/g);
  return Array.from(links, ([, link, name]) => [link!, name!]);
}

/** Its exercises, with their ids. */
const ofLesson = (lesson: string, exercises: Surroundings["exercises"]): [string, Exercise][] =>
  [...exercises].filter(([id]) => id.startsWith(`${lesson.slice(3)}/`));

export const EVERY_LESSON: readonly LessonRule[] = [
  {
    says: `Tags are ${TAGS.join(", ")}, slide-N, or begin with "x-"; Jupyter's own raises-exception is one too.`,
    faults: ({ cells }) =>
      cells.flatMap((cell) =>
        cell.tags
          .filter((tag) => !isKnown(tag))
          .map((tag) => fault(cell, `the tag "${tag}" means nothing`, cureOfTag(tag))),
      ),
  },
  {
    says: "Links lead to lessons of the course, by the names of their notebooks: (03-momentum.ipynb).",
    faults: ({ cells }, { lessons }) =>
      cells
        .filter(({ type }) => type === "markdown")
        .flatMap((cell) => [
          ...linkedLessons(cell.source)
            .filter((name) => !lessons.includes(name))
            .map((name) =>
              fault(
                cell,
                `it links to ${name}, which is not in the course`,
                `There are: ${lessons.join(", ")}.`,
              ),
            ),
          ...linkedPrograms(cell.source).map(([link, name]) =>
            fault(cell, `it links to ${link}, which no reader has`, `Write (${name}.ipynb).`),
          ),
        ]),
  },
  {
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
    says: "Every exercise of a lesson is asked in it, once.",
    faults: ({ name, cells }, { exercises }) => {
      const asked = cells.filter(({ type }) => type === "code").flatMap(({ source }) => askedIn(source));
      const own = ofLesson(name, exercises);
      return own.flatMap(([id, exercise]) => {
        const count = asked.filter((one) => one === id).length;
        if (count === 1) return [];
        const what = `"${id}" is asked ${count === 0 ? "nowhere in the lesson" : `${count} times`}`;
        return [
          { place: `${name}/lesson.ts`, what, cure: `Ask it once: ${askingCode(id, kindOf(exercise))}.` },
        ];
      });
    },
  },
  {
    says: "What a card recalls is an exercise of an earlier lesson, which itself recalls none.",
    faults: ({ name }, { exercises }) =>
      ofLesson(name, exercises).flatMap(([id, exercise]) => {
        const { recalls } = recalling(exercise);
        const asksNew = [...counting(exercises).keys()];
        if (recalls === undefined || asksNew.includes(recalls)) return [];
        const near = nearest(recalls, asksNew);
        const cure = near === undefined ? "Name the exercise that it asks again." : `Did you mean ${near}?`;
        return [
          {
            place: `${name}/exercises.ts`,
            what: `"${id}" recalls "${recalls}", which is no such exercise`,
            cure,
          },
        ];
      }),
  },
];
