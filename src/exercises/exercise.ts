/** Exercises of all kinds. */
import { InputError } from "../errors.ts";
import {
  type AnyKind,
  type Asked,
  kindOf as kindDeclaredBy,
  type OnCard,
  type RoomQuestion,
} from "./kind.ts";
import * as kinds from "./kinds/index.ts";

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
export const exercise = { ...kinds };

type Kinds = typeof kinds;

/** An exercise of any kind. */
export type Exercise = ReturnType<Kinds[keyof Kinds]>;

/** An exercise that is answered on a card with buttons and fields. */
export type CardExercise = OnCards<Exercise>;

type OnCards<E> = E extends unknown ? (keyof Asked extends keyof E ? E : never) : never;

export type CardKind = Extract<AnyKind<CardExercise>, OnCard<CardExercise>>;

export type ExerciseKind = AnyKind<Exercise>;

/** All kinds by the names under which their exercises are declared. */
export const KINDS: ReadonlyMap<string, ExerciseKind> = new Map(
  Object.entries(kinds).map(([name, declare]) => [name, kindDeclaredBy(declare)]),
);

const BY_NAME = new Map<string, ExerciseKind>(Array.from(KINDS.values(), (kind) => [kind.name, kind]));

/**
 * What there is to know of the kind of an exercise.
 * @throws InputError when there is no such kind
 */
export function kindOf({ kind }: { readonly kind: string }): ExerciseKind {
  const found = BY_NAME.get(kind);
  if (found !== undefined) return found;
  throw new InputError({
    what: "there is no such kind of exercise",
    got: kind,
    allowed: [...BY_NAME.keys()].sort().join(", "),
    cure: `declare it with one of exercise.${[...KINDS.keys()].sort().join(", ")}`,
  });
}

/** Is this exercise answered on a card? */
export function isCardExercise(one: Exercise): one is CardExercise {
  return kindOf(one).answered === "on a card";
}

/** The options of an exercise in which one is picked, by their names. */
export function optionsOf(one: Exercise): RoomQuestion["options"] {
  return kindOf(one).question(one).options;
}
