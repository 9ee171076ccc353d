import { isRecord } from "../arguments.ts";
import { counted } from "../counted.ts";
import { type MimeBundle, RICH } from "../display.ts";
import { InputError } from "../errors.ts";
import { type Block, text } from "./blocks.ts";
import { Card } from "./card.ts";
import { checkAnswer } from "./check-answer.ts";
import { type CardExercise, type Exercise, isCardExercise, kindOf } from "./exercise.ts";
import { type Assessment, Feedback } from "./feedback.ts";
import { FeedbackCard } from "./feedback-card.ts";
import { attemptEvent } from "./attempt-event.ts";
import { aboutUnknownId } from "./ids.ts";
import { migratedEvents } from "./migrated-events.ts";
import type { AnswerOf } from "./kind.ts";
import { areSame, recorded } from "./mistake.ts";
import { Overview } from "./overview.ts";
import {
  events,
  fresh,
  isRecorded,
  type FormerNames,
  presentId,
  record,
  type Status,
  statuses,
  underPresentIds,
} from "./progress.ts";
import type { NewEvent, ProgressEvent } from "./progress-event.ts";
import { counting, forgotten, recalling } from "./recall.ts";

/** The ids of those exercises that are answered on a card. */
export type CardIds<E> = {
  [K in keyof E & string]: E[K] extends { readonly kind: CardExercise["kind"] } ? K : never;
}[keyof E & string];

/**
 * Exercises by their ids, such as `"momentum/velocity"`; ids and answers are typed, so an editor completes them. `Known`
 * has those ids too that they had before.
 */
export class Exercises<E, Known = E> {
  readonly byId: E;
  /** All of them by their ids, in order. */
  readonly all: ReadonlyMap<string, Exercise>;
  /** What lessons and exercises were called before, and are called now: ids of before mean those of today. */
  readonly formerNames: FormerNames;
  /** Why an exercise is no longer asked, by its id. */
  readonly retired: Readonly<Record<string, string>>;
  /** The names of the lessons without which the course is complete. */
  readonly optional: readonly string[];
  /** The last feedback on each. */
  readonly #last = new Map<string, Feedback>();

  constructor(
    byId: E & Readonly<Record<keyof E, Exercise>>,
    formerNames: FormerNames = {},
    retired: Readonly<Record<string, string>> = {},
    optional: readonly string[] = [],
  ) {
    this.byId = byId;
    this.all = new Map(Object.entries<Exercise>(byId));
    this.formerNames = formerNames;
    this.retired = retired;
    this.optional = optional;
  }

  /**
   * Check an answer: try it, say what came of it, and keep the attempt. Of an answer that departs it says where; the
   * name of the mistake comes on asking (`hint`), or when the same mistake comes again. Never throws. Where a prediction
   * or a choice is still to be made, its card is shown. Of an explanation one may say what it had, by the names that it
   * was told: `check(id, ["sum"])`.
   */
  readonly check = <K extends keyof Known & string>(asked: K, answer: AnswerOf<Known[K]>): Feedback =>
    this.#with(asked, [answer], (id, exercise) => {
      const compared = comparedWith(exercise, answer);
      if (compared !== undefined) return this.#compare(id, compared);
      const found = checkAnswer(id, exercise, answer);
      const feedback = this.#isAgain(found) ? found.named() : found;
      this.#last.set(id, feedback);
      if (feedback.isAttempt) this.#keep(attemptEvent(feedback));
      const isStillAsked = !feedback.isAttempt && isCardExercise(exercise);
      return feedback.on(
        isStillAsked && found.outcome === "not written"
          ? new Card(id, exercise)
          : new FeedbackCard(feedback, exercise),
      );
    });

  /** The name of the mistake in the last answer that departed; else the next hint. They cost nothing. */
  readonly hint = (asked: keyof Known & string): Feedback =>
    this.#with(asked, [], (id, exercise) => this.#nameOf(id) ?? this.#nextHint(id, exercise));

  /** A right answer: after success, or when asked for a second time. */
  readonly showSolution = (asked: keyof Known & string): Feedback =>
    this.#with(asked, [], (id, exercise) => {
      const { state, solutionSeen } = this.#statusOf(id);
      this.#keep({ id, event: "solution" });
      const isAllowed = state === "done" || state === "answered" || solutionSeen;
      if (isAllowed) return note(id, "One right answer", kindOf(exercise).solution(exercise));
      const hints = counted(exercise.hints.length, "hint");
      return note(id, "Would a hint do? Ask again to see the solution.", [
        text(`hint(${JSON.stringify(id)}) gives ${hints}, one at a time.`),
      ]);
    });

  /** Forget what was done with an exercise; the file keeps that it was started over. */
  readonly startOver = (asked: keyof Known & string): Feedback =>
    this.#with(asked, [], (id, exercise) => {
      this.#keep({ id, event: "reset" });
      this.#last.delete(id);
      return note(id, `${exercise.title}: started over.`);
    });

  /**
   * The card of a prediction or a choice.
   * @param reveal what it opens once there is an answer, or when it is asked to show it anyway
   */
  readonly ask = (asked: CardIds<Known>, ...reveal: readonly unknown[]): Card | Feedback =>
    this.#with<Card | Feedback>(asked, reveal, (id, exercise) =>
      isCardExercise(exercise)
        ? new Card(id, exercise, reveal)
        : note(id, `${exercise.title} is answered in code: check(${JSON.stringify(id)}, ...).`),
    );

  /** What is done and what is not. */
  readonly showProgress = (): Overview => {
    const titles = new Map([...counting(this.all)].map(([id, { title }]) => [id, title]));
    return new Overview(titles, this.#statuses(), isRecorded(), forgotten(this.#events()), this.optional);
  };

  /** Alone in a cell, they say what is done and what is not. */
  [RICH](): MimeBundle {
    return this.showProgress()[RICH]();
  }

  /** Does something with an exercise; where there is none of that id, or none any more, says so. */
  #with<T>(
    asked: unknown,
    rest: readonly unknown[],
    action: (id: string, exercise: Exercise) => T,
  ): T | Feedback {
    const id = typeof asked === "string" ? presentId(asked, this.formerNames) : asked;
    const exercise = typeof id === "string" ? this.all.get(id) : undefined;
    if (exercise !== undefined) return action(id as string, exercise);
    if (typeof id === "string" && Object.hasOwn(this.retired, id))
      return note(id, `${id} is no longer asked: ${this.retired[id]!}`, [
        text("What you answered before is kept. Nothing was counted now."),
      ]);
    const [headline = "", ...others] = aboutUnknownId(id, [...this.all.keys()], rest);
    return note(typeof id === "string" ? id : "", headline, others.map(text));
  }

  /** Does an answer show the mistakes that the one before it showed? */
  #isAgain({ id, name, mistakes }: Feedback): boolean {
    if (name === undefined) return false;
    return mistakes.length > 0 && areSame(mistakes, this.#statusOf(id).mistakes);
  }

  /** The name of the mistake in the last answer, where it has not been said. */
  #nameOf(id: string): Feedback | undefined {
    const last = this.#last.get(id);
    if (last?.name === undefined || this.#statusOf(id).named) return undefined;
    this.#keep({ id, event: "name", mistakes: recorded(last.mistakes) });
    return note(id, last.name.headline, last.name.blocks);
  }

  #nextHint(id: string, { hints }: Exercise): Feedback {
    const shown = this.#statusOf(id).hints;
    if (shown >= hints.length) return note(id, "These are all the hints there are.", hints.map(text));
    this.#keep({ id, event: "hint" });
    return note(id, `Hint ${shown + 1} of ${hints.length}`, [text(hints[shown]!)]);
  }

  #compare(id: string, compared: Assessment): Feedback {
    const feedback = new Feedback({ id, ...compared });
    if (feedback.picked !== undefined) this.#keep({ id, event: "compare", picked: feedback.picked });
    return feedback;
  }

  #statuses(): Map<string, Status> {
    return statuses(this.#events());
  }

  #events(): ProgressEvent[] {
    try {
      return migratedEvents(underPresentIds(events(), this.formerNames), this.all);
    } catch {
      return []; // a file that can't be read must not stop a lesson; writing to it will say what is wrong
    }
  }

  #statusOf(id: string): Status {
    return this.#statuses().get(id) ?? fresh(id);
  }

  /** Keep what happened; that it can't be kept must not cost a student the feedback. */
  #keep(event: NewEvent): void {
    try {
      const { id } = event;
      record({ ...event, ...recalling(this.all.get(id)) }, this.#statusOf(id));
    } catch (error) {
      console.warn(`fall-line: this attempt was not recorded (${(error as Error).message})`);
    }
  }
}

/** What is said of something that is compared with an answer; nothing of an answer itself. */
function comparedWith(exercise: Exercise, answer: unknown): Assessment | undefined {
  const kind = kindOf(exercise);
  return kind.answered === "by a value" ? kind.compared?.(exercise, answer) : undefined;
}

function note(id: string, headline: string, blocks: readonly Block[] = []): Feedback {
  return new Feedback({ id, outcome: "note", headline, blocks });
}

/**
 * Exercises of a lesson, declared beside it. Their ids are the lesson's name and their own: `"momentum/velocity"`.
 * @throws InputError where something is wrong with one, as a choice without a right option, or with two
 * @example
 * const why = exercise.explain({ title: "Why?", prompt: "Why so slow?", model: "It is flat.", hints: ["The slope?"] });
 * defineExercises("mine", { why }).ask("mine/why").outcome // "note"
 */
export function defineExercises<const L extends string, E extends Readonly<Record<string, Exercise>>>(
  lesson: L,
  exercises: E,
): Exercises<{ readonly [K in keyof E & string as `${L}/${K}`]: E[K] }> {
  checkName("a set of exercises", lesson, 'defineExercises("waves", { ... }), asked by "waves/why"');
  const isExercise = (one: unknown): boolean => isRecord(one) && typeof one["kind"] === "string";
  if (!isRecord(exercises) || !Object.values(exercises).every(isExercise))
    throw new InputError({
      what: "defineExercises takes exercises by name",
      got: exercises,
      cure: 'for example: { why: exercise.explain({ title: "Why?", prompt: "Say why.", model: "It is flat.", hints: ["Look."] }) }',
    });
  for (const name of Object.keys(exercises))
    checkName("an exercise", name, "{ why: exercise.explain({ ... }) }");
  const byId = Object.fromEntries(Object.entries(exercises).map(([name, one]) => [`${lesson}/${name}`, one]));
  const faults = Object.entries(byId).flatMap(([id, one]) => faultsOf(id, one));
  if (faults.length === 0) return new Exercises(byId) as never;
  throw new InputError({
    what: `an exercise can be asked when nothing is wrong with it: ${faults.join("; ")}`,
    cure: "mend it where it is declared",
  });
}

/** What keeps an exercise from being proven that is answered on a card; to try functions takes its time. */
function faultsOf(id: string, exercise: Exercise): string[] {
  if (!isCardExercise(exercise)) return [];
  const faults = kindOf(exercise).faults(exercise, (answer) => checkAnswer(id, exercise, answer));
  return faults.map((fault) => `${id}: ${fault}`);
}

/** An id is a name, a slash and a name. */
function checkName(of: string, name: unknown, example: string): void {
  if (typeof name === "string" && /^[^/\s]+$/.test(name)) return;
  throw new InputError({
    what: `the name of ${of} is a word without blanks and /`,
    got: name,
    cure: `for example: ${example}`,
  });
}
