import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";
import { nearest } from "../nearest.js";
import { text } from "./blocks.ts";
import { Card, isCardExercise } from "./card.ts";
import { checkAnswer } from "./check-answer.ts";
import type { AnswerOf, Exercise } from "./exercise.ts";
import { Feedback } from "./feedback.ts";
import { FeedbackCard } from "./feedback-card.ts";
import { Overview } from "./overview.ts";
import {
  events,
  fresh,
  isRecorded,
  type LessonNames,
  presentId,
  record,
  type Standing,
  standings,
  underPresentIds,
} from "./progress.ts";
import { solutionBlocks } from "./solution.ts";

/** The ids of those exercises that are answered on a card. */
export type CardIds<E> = {
  [K in keyof E & string]: E[K] extends { readonly kind: "predict" | "foresee" | "choose" } ? K : never;
}[keyof E & string];

/**
 * Exercises by their ids, such as `"momentum/velocity"`; ids and answers are typed, so an editor completes them. `Known`
 * has those ids too that they had before.
 */
export class Exercises<E, Known = E> {
  readonly byId: E;
  /** All of them by their ids, in order. */
  readonly all: ReadonlyMap<string, Exercise>;
  /** What lessons were called before, and are called now: ids that begin with the old name mean the new ones. */
  readonly formerNames: LessonNames;

  constructor(byId: E & Readonly<Record<keyof E, Exercise>>, formerNames: LessonNames = {}) {
    this.byId = byId;
    this.all = new Map(Object.entries<Exercise>(byId));
    this.formerNames = formerNames;
  }

  /**
   * Check an answer: try it, say what came of it, and keep the attempt. Never throws. Where a prediction or a choice is
   * still to be made, its card is shown.
   */
  readonly check = <K extends keyof Known & string>(asked: K, answer: AnswerOf<Known[K]>): Feedback => {
    const { id, exercise } = this.#find(asked);
    if (exercise === undefined) return this.#unknown(id);
    const feedback = checkAnswer(id, exercise, answer);
    if (feedback.outcome !== "note") {
      const { outcome, credit, names } = feedback;
      const short = typeof answer === "function" || outcome === "not written" ? {} : { answer };
      keep({ id, event: "attempt", outcome, ...(credit === undefined ? {} : { credit }), names, ...short });
    }
    const isOpen = feedback.outcome === "not written" && isCardExercise(exercise);
    return feedback.on(isOpen ? new Card(id, exercise) : new FeedbackCard(feedback, exercise));
  };

  /** The next hint; they cost nothing. */
  readonly hint = (asked: keyof Known & string): Feedback => {
    const { id, exercise } = this.#find(asked);
    if (exercise === undefined) return this.#unknown(id);
    const { hints } = exercise;
    const shown = this.#standingOf(id).hints;
    const last = shown >= hints.length;
    if (!last) keep({ id, event: "hint" });
    const count = last ? hints.length : shown + 1;
    return new Feedback({
      id,
      outcome: "note",
      headline: last ? "These are all the hints there are." : `Hint ${count} of ${hints.length}`,
      blocks: (last ? hints : hints.slice(shown, count)).map(text),
    });
  };

  /** A right answer: after success, or when asked for a second time. */
  readonly showSolution = (asked: keyof Known & string): Feedback => {
    const { id, exercise } = this.#find(asked);
    if (exercise === undefined) return this.#unknown(id);
    const { state, solutionSeen } = this.#standingOf(id);
    keep({ id, event: "solution" });
    if (state !== "done" && !solutionSeen) {
      return new Feedback({
        id,
        outcome: "note",
        headline: "Would a hint do? Ask again to see the solution.",
        blocks: [
          text(
            `hint(${JSON.stringify(id)}) gives ${exercise.hints.length} hint${exercise.hints.length === 1 ? "" : "s"}, one at a time.`,
          ),
        ],
      });
    }
    return new Feedback({
      id,
      outcome: "note",
      headline: "One right answer",
      blocks: solutionBlocks(exercise),
    });
  };

  /** Forget what was done with an exercise; the file keeps that it was started over. */
  readonly startOver = (asked: keyof Known & string): Feedback => {
    const { id, exercise } = this.#find(asked);
    if (exercise === undefined) return this.#unknown(id);
    keep({ id, event: "reset" });
    return new Feedback({ id, outcome: "note", headline: `${exercise.title}: started over.` });
  };

  /**
   * The card of a prediction or a choice.
   * @param reveal what it opens once there is an answer, or when it is asked to show it anyway
   */
  readonly ask = (asked: CardIds<Known>, ...reveal: readonly unknown[]): Card | Feedback => {
    const { id, exercise } = this.#find(asked);
    if (exercise === undefined) return this.#unknown(id);
    if (isCardExercise(exercise)) return new Card(id, exercise, reveal);
    return new Feedback({
      id,
      outcome: "note",
      headline: `${exercise.title} is answered in code: check(${JSON.stringify(id)}, ...).`,
    });
  };

  /** What is done and what is not. */
  readonly showProgress = (): Overview => {
    const titles = new Map([...this.all].map(([id, { title }]) => [id, title]));
    return new Overview(titles, this.#standings(), isRecorded());
  };

  #find(asked: string): { readonly id: string; readonly exercise: Exercise | undefined } {
    // In plain JavaScript an id may be anything, and what stands in a cell must still be answered in words.
    const id =
      typeof (asked as unknown) === "string" ? presentId(asked, this.formerNames) : `(${typeof asked})`;
    return { id, exercise: this.all.get(id) };
  }

  #standings(): Map<string, Standing> {
    try {
      return standings(underPresentIds(events(), this.formerNames));
    } catch {
      return new Map(); // a file that can't be read must not stop a lesson; writing to it will say what is wrong
    }
  }

  #standingOf(id: string): Standing {
    return this.#standings().get(id) ?? fresh(id);
  }

  /** The exercises of the lesson that an id names, or the lessons where it names none. */
  #listFor(id: string): string {
    const lessonOf = (one: string): string => one.split("/")[0]!;
    const ids = [...this.all.keys()];
    const same = ids.filter((one) => lessonOf(one) === lessonOf(id));
    return same.length > 0
      ? `There are: ${same.join(", ")}.`
      : `There are exercises of: ${[...new Set(ids.map(lessonOf))].join(", ")}.`;
  }

  #unknown(id: string): Feedback {
    const like = nearest(id, [...this.all.keys()]);
    return new Feedback({
      id,
      outcome: "note",
      headline: `There is no exercise ${JSON.stringify(id)}${like === undefined ? "" : `; did you mean ${JSON.stringify(like)}?`}`,
      blocks: [text(this.#listFor(id))],
    });
  }
}

/** Keep an event; that it can't be kept must not cost a student the feedback. */
function keep(event: Parameters<typeof record>[0]): void {
  try {
    record(event);
  } catch (error) {
    console.warn(`fall-line: this attempt was not recorded (${(error as Error).message})`);
  }
}

/**
 * Exercises of a lesson, declared beside it. Their ids are the lesson's name and their own: `"momentum/velocity"`.
 * @example
 * const why = exercise.explain({ title: "Why?", prompt: "Why so slow?", model: "It is flat.", hints: ["The slope?"] });
 * defineExercises("mine", { why }).ask("mine/why").outcome // "note"
 */
export function defineExercises<const L extends string, E extends Readonly<Record<string, Exercise>>>(
  lesson: L,
  exercises: E,
): Exercises<{ readonly [K in keyof E & string as `${L}/${K}`]: E[K] }> {
  const isExercise = (one: unknown): boolean => isRecord(one) && typeof one["kind"] === "string";
  if (!isRecord(exercises) || !Object.values(exercises).every(isExercise))
    throw new InputError({
      what: "defineExercises takes exercises by name",
      got: exercises,
      cure: 'for example: { why: exercise.explain({ title: "Why?", prompt: "Say why.", model: "", hints: ["Look."] }) }',
    });
  const byId = Object.fromEntries(Object.entries(exercises).map(([name, one]) => [`${lesson}/${name}`, one]));
  return new Exercises(byId) as never;
}
