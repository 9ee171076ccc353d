/** Whether a question is open when it is asked: what stands in sight of a card must not hold its answer. */
import { type CardExercise, type Exercise, kindOf } from "../exercises/exercise.ts";
import type { Cell } from "../notebook/lesson.ts";
import { FOLDED_TAG, SOURCES_TAG, STOP_TAG } from "../notebook/tags.ts";
import { askedIn } from "./cells.ts";
import type { LessonRule } from "./lesson-rule.ts";
import { hasWord, numbersIn, sentencesOf, isGiveaway, wordsIn, wordsOfNames } from "./giveaways.ts";

export const QUESTION_RULE: LessonRule = {
  says: "A question is open when it is asked: nothing in sight of a card holds a number or the words of its answer.",
  faults: ({ cells }, { exercises }) =>
    givenAway(cells, exercises).map(({ id, place, words, inside }) => ({
      place,
      what: `"${words}" answers the card ${id} before it is asked: ${inside}`,
      cure: `Say it otherwise, fold the code (tags=["folded"]), or move it into the card's explanation. If it is meant, say why in exercises.ts: mayStand: { "${words}": "why" }.`,
    })),
};

/** Something in sight of a card that holds its answer. */
interface GivenAway {
  /** The id of the card. */
  readonly id: string;
  /** Where it stands: `03-momentum/lesson.ts:15`. */
  readonly place: string;
  /** The words of the answer that stand there. */
  readonly words: string;
  /** What they stand in: a heading, a sentence, the code. */
  readonly inside: string;
}

/** A piece of a lesson that a reader sees. */
interface Seen {
  readonly place: string;
  readonly kind: "heading" | "sentence" | "code";
  readonly text: string;
}

/** What stands in sight of the cards of a lesson and answers them. */
function givenAway(cells: readonly Cell[], exercises: ReadonlyMap<string, Exercise>): readonly GivenAway[] {
  return cells.flatMap((cell, at) =>
    (cell.type === "code" ? askedIn(cell.source) : []).flatMap((id) => {
      const exercise = exercises.get(id);
      const answer = exercise && answerOf(exercise);
      if (answer === undefined) return [];
      return seenFrom(cells, at, id, exercises).flatMap(({ place, kind, text }) => {
        const words = wordsGivenAway(answer, kind, text);
        if (words === undefined || words in answer.mayStand) return [];
        return [{ id, place, words, inside: `the ${kind} "${shortened(text)}"` }];
      });
    }),
  );
}

/** What gives an answer away: its numbers, or its words together with words of the question. */
interface Answer {
  readonly numbers: readonly number[];
  /** The words that only the right option has. */
  readonly own: readonly string[];
  readonly question: readonly string[];
  readonly mayStand: Readonly<Record<string, string>>;
}

function answerOf(exercise: Exercise): Answer | undefined {
  const kind = kindOf(exercise);
  if (kind.answered !== "on a card") return undefined;
  const { title, prompt, mayStand = {} } = exercise as CardExercise;
  const { numbers, words = "", others = [] } = kind.givenAwayBy(exercise);
  const question = wordsIn(`${title} ${prompt}`);
  const elsewhere = [prompt, ...others].flatMap(numbersOf);
  const known = [...question, ...others.flatMap(wordsIn)];
  return {
    numbers: [...numbers, ...numbersOf(words)].filter(
      (number) => isGiveaway(number) && !elsewhere.includes(number),
    ),
    own: wordsIn(words).filter((word) => !hasWord(known, word)),
    question,
    mayStand,
  };
}

const numbersOf = (text: string): number[] => numbersIn(text).map(({ value }) => value);

/** What stands in these cells answers nothing: minutes, years. */
const NO_EVIDENCE = [STOP_TAG, SOURCES_TAG];

/** So many words of the question make a sentence one about it. */
const ABOUT = { heading: 1, sentence: 2, code: 0 };

function wordsGivenAway(
  { numbers, own, question }: Answer,
  kind: Seen["kind"],
  text: string,
): string | undefined {
  const number = numbersIn(text).find(({ value, digits }) =>
    numbers.some((answer) => isGiveaway(value) && Number(answer.toFixed(digits)) === value),
  );
  if (number !== undefined) return String(number.value);
  const words = kind === "code" ? wordsOfNames(text) : wordsIn(text);
  const isWhole = own.length > 0 && own.every((word) => hasWord(words, word));
  const about = question.filter((word) => hasWord(words, word)).length;
  return isWhole && about >= ABOUT[kind] ? own.join(" ") : undefined;
}

/**
 * What a reader sees of a lesson who stands before a card: all above it, what follows in sight, and every heading. The exercises
 * at the end ask for what the lesson has taught: of them only exercises count.
 */
function seenFrom(
  cells: readonly Cell[],
  at: number,
  id: string,
  exercises: ReadonlyMap<string, Exercise>,
): Seen[] {
  const read = cells.map((cell, k) => ({ cell, k })).filter(({ cell }) => cell.slide !== "notes");
  const next =
    read.find(({ cell, k }) => k > at && (cell.type === "code" || isHeaded(cell)))?.k ?? cells.length;
  const isExercise = cells[at]!.exercise !== undefined;
  return read.flatMap(({ cell, k }) => {
    if (isExercise && cell.exercise === undefined) return [];
    if (NO_EVIDENCE.some((tag) => cell.tags.includes(tag))) return [];
    if (cell.type === "markdown")
      return seenInProse(cell).filter(({ kind }) => kind === "heading" || k < next);
    if (k > at) return [];
    const code = cell.tags.includes(FOLDED_TAG) ? seenInCode(cell).slice(0, 1) : seenInCode(cell);
    const opened = askedIn(cell.source).filter((other) => k < at && other !== id);
    return [...code, ...opened.flatMap((other) => seenInCard(cell, exercises.get(other)))];
  });
}

const isHeaded = ({ source }: Cell): boolean => /^#/m.test(source);

function seenInProse({ place, source }: Cell): Seen[] {
  return sentencesOf(source).map((text) => ({
    place,
    kind: text.startsWith("#") ? "heading" : "sentence",
    text,
  }));
}

const COMMENT = /^\s*\/\//;

function seenInCode({ place, source }: Cell): Seen[] {
  const [file, line] = place.split(":");
  return source.split("\n").map((text, k) => ({
    place: `${file}:${Number(line) + 1 + k}`,
    kind: COMMENT.test(text) ? "sentence" : "code",
    text,
  }));
}

/** What a card has shown once it was answered. */
function seenInCard({ place }: Cell, exercise: Exercise | undefined): Seen[] {
  const kind = exercise && kindOf(exercise);
  if (kind?.answered !== "on a card") return [];
  const { explanation = "" } = exercise as CardExercise;
  return [...kind.opens(exercise!), explanation]
    .flatMap(sentencesOf)
    .map((text) => ({ place, kind: "sentence", text }));
}

const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
};
