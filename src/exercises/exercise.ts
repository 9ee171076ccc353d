import { isRecord } from "../arguments.ts";
import { InputError } from "../errors.ts";
import type { Objective } from "../objectives/objective.ts";
import { isRule, type Rule } from "../rules/rule.ts";
import type { FormulaOf, StepOf } from "./answer.ts";
import { conventionsOf } from "./conventions.ts";
import type { FormulaTarget } from "./formula-target.ts";
import type { Convention, Misconception, StepTarget } from "./step-target.ts";

interface Common {
  /** What it is called in the list of exercises: "Where does the ball turn?" */
  readonly title: string;
  /** What is asked, in plain text. */
  readonly prompt: string;
  /** Shown one at a time, the vaguest first; at least one. */
  readonly hints: readonly [string, ...string[]];
}

/** What is asked on a card, and answered there. */
interface Asked extends Common {
  /** Opens with the answer, below what the lesson shows with it: Markdown, written with `prose`. */
  readonly explanation?: string;
  /** While it is open, explorers of the lesson show nothing that answers it: what is to come, a limit, a cure. */
  readonly hides?: "outcome";
  /** Words or numbers of the answer that a reader may see before it, each with the reason: `fall-line check` passes them over. */
  readonly mayStand?: Readonly<Record<string, string>>;
}

/** A number that is asked for. */
interface Field {
  readonly label: string;
  readonly answer: number;
  /** How far off counts as right. */
  readonly within: number;
}

interface Option {
  readonly text: string;
  /** Why it is right or wrong: shown when it is chosen. */
  readonly reason: string;
  readonly right?: boolean;
}

/** Foretell numbers before they are shown; a wrong guess is no success, and is never marked down. */
export interface PredictNumbers<Names extends string = string> extends Asked {
  readonly kind: "predict";
  readonly fields: Readonly<Record<Names, Field>>;
  /** Why it is so: shown with the answer. */
  readonly because: string;
}

/** Foretell which of several things will happen; a wrong guess is no success, and is never marked down. */
export interface PredictOption<Names extends string = string> extends Asked {
  readonly kind: "foresee";
  readonly options: Readonly<Record<Names, Option>>;
}

/** Choose what is true. */
export interface Choose<Names extends string = string> extends Asked {
  readonly kind: "choose";
  readonly options: Readonly<Record<Names, Option>>;
}

/**
 * Any function of a student's, whatever its annotations, and without any where it is written inside the call: `never` would say
 * of a list that it has no `map`. `source` is its text, where a build has kept it.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyFunction = ((...inputs: any[]) => unknown) & { readonly source?: string };

/** Write an update rule. */
export interface Write extends Common {
  readonly kind: "write";
  readonly target: StepTarget;
  readonly solution: AnyFunction;
}

/** Write a formula as a function. */
export interface WriteFormula extends Common {
  readonly kind: "formula";
  readonly target: FormulaTarget;
  /** What the function computes as it is given, where there is a bug in it to be mended. */
  readonly given?: FormulaTarget["formula"];
  readonly solution: AnyFunction;
}

/** Mend an update rule that has a mistake in it. */
export interface FindTheBug extends Common {
  readonly kind: "bug";
  readonly target: StepTarget;
  /** The step as it is given. */
  readonly given: AnyFunction;
  readonly solution: AnyFunction;
  /** What was wrong: shown after success. */
  readonly because: string;
}

/** Choose hyperparameters that reach a loss within a number of steps, and keep it. */
export interface Tune<H extends string = string> extends Common {
  readonly kind: "tune";
  readonly rule: Rule;
  readonly on: Objective;
  readonly start: readonly number[];
  readonly steps: number;
  /** The loss to come below within these steps, and to stay below for as many more. */
  readonly below: number;
  /** The values that are given at first. */
  readonly given: Readonly<Record<H, number>>;
  readonly solution: Readonly<Record<H, number>>;
  readonly because: string;
}

/** Explain in words; kept, never marked, with a good answer shown beside it. */
export interface Explain<Names extends string = string> extends Common {
  readonly kind: "explain";
  readonly model: string;
  /** Two or three things that a good answer says, each in a sentence: whoever answers says which they had. */
  readonly lookFor: Readonly<Record<Names, string>>;
}

export type Exercise =
  PredictNumbers | PredictOption | Choose | Write | WriteFormula | FindTheBug | Tune | Explain;

/** Stands where an answer is still to be given. */
type Unanswered = "?" | undefined;

/** What may be handed in for an exercise. */
export type AnswerOf<E> =
  | Unanswered
  | (E extends PredictNumbers<infer Names>
      ? number | Readonly<Record<Names, number | Unanswered>>
      : E extends Choose<infer Names> | PredictOption<infer Names>
        ? Names
        : E extends Tune<infer Names>
          ? Readonly<Record<Names, number>>
          : E extends Explain<infer Names>
            ? string | readonly Names[]
            : AnyFunction);

interface WriteParts<S extends string, H extends string> extends Common {
  readonly rule: Rule<H>;
  /** A right answer; its own text is what the student is shown as the solution. */
  readonly solution: StepOf<S, H>;
  readonly misconceptions?: readonly Misconception[];
  /** Other forms that are right; those known for the rule when not given, none for an exercise about the difference. */
  readonly conventions?: readonly Convention[];
}

/** @throws InputError when an exercise has no title, question or hints, or none of the rule that it is about */
function checked<P>(kind: string, parts: P): P {
  const { title, prompt, hints, rule } = (isRecord(parts) ? parts : {}) as Record<string, unknown>;
  const isAsked = [title, prompt].every((text) => typeof text === "string") && Array.isArray(hints);
  if (!isAsked)
    throw new InputError({
      what: `exercise.${kind} needs a title, a prompt and a list of hints`,
      got: parts,
      cure: 'for example: { title: "Why?", prompt: "Say why.", hints: ["Look at step 2."], model: "" }',
    });
  if (["write", "findTheBug", "tune"].includes(kind) && !isRule(rule))
    throw new InputError({
      what: `exercise.${kind} is about a rule`,
      got: rule,
      cure: "for example: rule: momentum",
    });
  return parts;
}

function targetOf(parts: {
  readonly rule: Rule;
  readonly misconceptions?: readonly Misconception[];
  readonly conventions?: readonly Convention[];
}): StepTarget {
  const { rule, misconceptions = [], conventions = conventionsOf(rule) } = parts;
  return { rule, misconceptions, conventions };
}

/**
 * The kinds of exercises. An exercise is declared in a few lines beside its lesson, and `proveExercise` proves it.
 * @example
 * const turn = exercise.predict({
 *   title: "Where does it turn?",
 *   prompt: "How far to the right does the ball get?",
 *   fields: { x: { label: "x", answer: 1.2, within: 0.3 } },
 *   because: "It rolls past the bottom, since its velocity is still there.",
 *   hints: ["Does it stop at the bottom?"],
 * });
 */
export const exercise = {
  predict: <N extends string>(parts: Omit<PredictNumbers<N>, "kind">): PredictNumbers<N> => ({
    ...checked("predict", parts),
    kind: "predict",
  }),
  foresee: <N extends string>(parts: Omit<PredictOption<N>, "kind">): PredictOption<N> => ({
    ...checked("foresee", parts),
    kind: "foresee",
  }),
  choose: <N extends string>(parts: Omit<Choose<N>, "kind">): Choose<N> => ({
    ...checked("choose", parts),
    kind: "choose",
  }),
  write: <S extends string = never, H extends string = never>(parts: WriteParts<S, H>): Write => {
    const { rule, misconceptions, conventions, ...rest } = checked("write", parts);
    return { ...rest, kind: "write", target: targetOf(given({ rule, misconceptions, conventions })) };
  },
  formula: <const N extends string, R>(
    parts: Common & {
      readonly formula: FormulaTarget["formula"];
      readonly arguments: Readonly<Record<N, FormulaTarget["arguments"][string]>>;
      readonly besides?: readonly Readonly<Record<N, number>>[];
      readonly given?: FormulaTarget["formula"];
      readonly solution: FormulaOf<N, R>;
      readonly misconceptions?: FormulaTarget["misconceptions"];
      readonly neighbours?: FormulaTarget["neighbours"];
    },
  ): WriteFormula => {
    const {
      formula,
      arguments: ranges,
      besides = [],
      misconceptions = [],
      neighbours = [],
      ...rest
    } = checked("formula", parts);
    const target = { formula, arguments: ranges, besides, misconceptions, neighbours };
    return { ...rest, kind: "formula", target };
  },
  findTheBug: <S extends string = never, H extends string = never>(
    parts: WriteParts<S, H> & { readonly given: StepOf<S, H>; readonly because: string },
  ): FindTheBug => {
    const { rule, misconceptions, conventions, ...rest } = checked("findTheBug", parts);
    return { ...rest, kind: "bug", target: targetOf(given({ rule, misconceptions, conventions })) };
  },
  tune: <H extends string>(parts: Omit<Tune<H>, "kind">): Tune<H> => ({
    ...checked("tune", parts),
    kind: "tune",
  }),
  explain: <N extends string>(parts: Omit<Explain<N>, "kind">): Explain<N> => ({
    ...checked("explain", parts),
    kind: "explain",
  }),
};

/** The entries of a record that are not undefined. */
function given<T extends object>(record: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}
