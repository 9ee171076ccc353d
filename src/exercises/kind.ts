/** What a kind of exercise is: all that there is to know of it, wherever its exercises are met. */
import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Figure } from "../figures/figure.ts";
import type { Size } from "../figures/names-at-paths.ts";
import type { Block } from "./blocks.ts";
import type { Assessment, Feedback } from "./feedback.ts";
import type { Mistake } from "./mistake.ts";
import type { PlaneMap } from "./place/plane-map.ts";

/** What every exercise holds. `Answer` is what may be handed in for it. */
export interface Common<Answer = unknown> {
  /** What it is called in the list of exercises: "Where does the ball turn?" */
  readonly title: string;
  /** What is asked, in plain text. */
  readonly prompt: string;
  /** Shown one at a time, the vaguest first; at least one. */
  readonly hints: readonly [string, ...string[]];
  /** What may be handed in: known to the compiler alone, and never there. */
  readonly answeredBy?: Answer;
}

/** What is asked on a card, and answered there. */
export interface Asked<Answer = unknown> extends Common<Answer> {
  /** Opens with the answer, below what the lesson shows with it: Markdown, written with `prose`. */
  readonly explanation?: string;
  /** The exercise of an earlier lesson that it asks again, with other numbers: it counts in no total and in no grade. */
  readonly recalls?: string;
  /** While it is open, explorers of the lesson show nothing that answers it: what is to come, a limit, a cure. */
  readonly hides?: "outcome";
  /** Words or numbers of the answer that a reader may see before it, each with the reason: `fall-line check` passes them over. */
  readonly mayStand?: Readonly<Record<string, string>>;
}

/** Stands where an answer is still to be given. */
export type Unanswered = "?" | undefined;

/** What may be handed in for an exercise. */
export type AnswerOf<E> = Unanswered | (E extends { readonly answeredBy?: infer Answer } ? Answer : never);

/** What an exercise is declared with. */
export type Parts<E> = Omit<E, "kind" | "answeredBy">;

/**
 * Any function of a student's, whatever its annotations, and without any where it is written inside the call: `never` would say
 * of a list that it has no `map`. `source` is its text, where a build has kept it.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyFunction = ((...inputs: any[]) => unknown) & { readonly source?: string };

/** What may be picked. */
export interface Option {
  readonly text: string;
  /** Why it is right or wrong: shown when it is chosen. */
  readonly reason: string;
  readonly right?: boolean;
}

/** How a deck asks the room; where there is nothing to choose from, hands say who is ready. */
export interface RoomQuestion {
  /** What is chosen from, by its names. */
  readonly options?: Readonly<Record<string, Option>>;
  /** Lines among which the right ones are to be found. */
  readonly versions?: { readonly right: readonly string[]; readonly wrong: readonly Version[] };
  /** Code that is looked at. */
  readonly given?: AnyFunction;
  /** Numbers of a right answer, by their names, where code is handed out with others. */
  readonly values?: Readonly<Record<string, number>>;
  /** What an answer should do, beside what is handed out does, as a picture of this size; and what the solution does. */
  readonly aim?: (size: Size) => { readonly open: Block; readonly solved: Block } | undefined;
  /** Lines that are looked at, by their numbers. */
  readonly lines?: readonly string[];
  /** A picture that is looked at. */
  readonly picture?: Figure;
}

/** How an exercise is answered with a pen, where that is neither by a mark at an option nor by writing. */
export interface Paper {
  /** A picture to mark. */
  readonly picture?: Figure;
  /** Lines, each with a box for its number. */
  readonly boxes?: readonly string[];
}

/** How an exercise is answered on a phone before the room, where it is not by choosing from the options of its question. */
export type OnPhone =
  | {
      readonly by: "number";
      /** The numbers that are asked for: what each is called. */
      readonly labels: Readonly<Record<string, string>>;
      readonly right: Readonly<Record<string, number>>;
    }
  | {
      readonly by: "place";
      /** The map that is pressed. */
      readonly map: PlaneMap;
      /** The same with what happens. */
      readonly shows: PlaneMap;
      /** The coordinates that are asked for, and where it is. */
      readonly right: Readonly<Record<string, number>>;
    }
  | {
      readonly by: "order";
      /** The lines by their names, mixed. */
      readonly lines: Readonly<Record<string, string>>;
      readonly right: readonly string[];
      /** The lines that belong to it, each with those that must stand before it. */
      readonly before: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly by: "text" };

/** A wrong version, and what is wrong with it. */
export interface Version {
  readonly lines: readonly string[];
  readonly what: string;
}

interface Always<E extends Common> {
  /** What `kind` is in its exercises. */
  readonly name: E extends { readonly kind: infer Name } ? Name : string;
  /** What it earns: its credit; its points for being made, as a guess does; or what a teacher gives who reads it. */
  readonly earns: "credit" | "by being made" | "by being read";
  /** Its own texts: none may be empty. */
  readonly texts: readonly (keyof E & string)[];
  /** What is said about an answer. */
  readonly about: (exercise: E, answer: unknown) => Assessment;
  /** What keeps it from being proven. @param check what is said of an answer to it */
  readonly faults: (exercise: E, check: (answer: unknown) => Feedback) => string[];
  /** A right answer, with its reason. */
  readonly solution: (exercise: E) => Block[];
  /** The mistakes that its author names. */
  readonly mistakes: (exercise: E) => Mistake[];
  readonly question: (exercise: E) => RoomQuestion;
  readonly onPaper?: (exercise: E) => Paper;
  readonly onPhone?: (exercise: E) => OnPhone;
  /**
   * What `new exercise` begins beside title, prompt and hints; texts are empty, so that it can't be proven yet.
   * @param rule the rule of its lesson, as code
   * @param hyper the values of that rule's hyperparameters, as code
   */
  readonly draft: (rule: string, hyper: string) => Draft;
}

export interface Draft {
  /** The parts, as code. */
  readonly parts: string;
  /** What they take from the library. */
  readonly imports?: readonly string[];
}

/** An exercise that is answered on a card. A page draws it by what `frontend/cards/kinds/` has of its kind. */
export interface OnCard<E extends Common = Common> {
  readonly answered: "on a card";
  /** What `kind` is in its cards. */
  readonly card: `card-${string}`;
  /** What is chosen from, by the names that are written in an answer. */
  readonly offers?: (exercise: E) => Readonly<Record<string, string>>;
  /** What its cards hold beside what all do: plain data, enough for the feedback without a kernel. */
  readonly asks: (exercise: E) => object;
  /** An answer as code: as an example, open as it is to be typed over, and right. */
  readonly asCode: (exercise: E) => {
    readonly example: string;
    readonly open: string;
    readonly right: string;
  };
  /** What would give it away in sight of its card: numbers, or the words that are in this text and in none of the others. */
  readonly givenAwayBy: (exercise: E) => {
    readonly numbers: readonly number[];
    readonly words?: string;
    readonly others?: readonly string[];
  };
  /** What its card has said when it was answered, its explanation aside. */
  readonly opens: (exercise: E) => string[];
}

/** An exercise that is answered by a function, which grading runs in its sandbox. */
export interface ByFunction<E extends Common = Common> {
  readonly answered: "by a function";
  /** Whether this project asks for right and wrong answers to it, beside its lessons' tests. */
  readonly isTriedWithAnswers: boolean;
  /** Whether a function is right at the points of a seed. */
  readonly isRightOn: (exercise: E, answer: unknown, seed: number) => boolean;
}

/** An exercise that is answered by a value which is written out: a text, numbers by their names. */
export interface ByValue<E extends Common = Common> {
  readonly answered: "by a value";
  /** What is said of something that is handed in after an answer, to compare it; nothing where it is an answer itself. */
  readonly compared?: (exercise: E, answer: unknown) => Assessment | undefined;
}

type Answered<E extends Common> = keyof Asked extends keyof E
  ? OnCard<E>
  : AnswerOf<E> extends AnyFunction | Unanswered
    ? ByFunction<E>
    : ByValue<E>;

export type KindOf<E extends Common> = Always<E> & Answered<E>;

/** Of whatever kind. */
export type AnyKind<E extends Common> = Always<E> & (OnCard<E> | ByFunction<E> | ByValue<E>);

const KIND = Symbol("kind of exercise");

/**
 * A function that declares exercises of one kind. It is called as `@__PURE__`, and the kind is made in a function: so a page,
 * which needs no more of it than what is said about an answer, carries no more.
 */
export function ofKind<E extends Common, Declare extends (parts: never) => E>(
  kind: () => KindOf<E>,
  declare: Declare,
): Declare {
  return Object.assign(declare, { [KIND]: kind() });
}

/** The kind of exercises that a function declares. */
export function kindOf<E extends Common>(declare: unknown): AnyKind<E> {
  return (declare as { readonly [KIND]: AnyKind<E> })[KIND];
}

/** @throws InputError when an exercise has no title, question or hints */
export function checked<P>(kind: string, parts: P): P {
  const { title, prompt, hints } = (isRecord(parts) ? parts : {}) as Record<string, unknown>;
  const isAsked = [title, prompt].every((text) => typeof text === "string") && Array.isArray(hints);
  if (isAsked) return parts;
  throw new InputError({
    what: `exercise.${kind} needs a title, a prompt and a list of hints`,
    got: parts,
    cure: 'for example: { title: "Why?", prompt: "Say why.", hints: ["Look at step 2."], model: "" }',
  });
}
