/** Cards that ask again, with other numbers, what an earlier lesson has taught: they count in no total and in no grade. */
import type { Exercise } from "./exercise.ts";
import { idOf, type ProgressEvent } from "./progress-event.ts";
import { statuses } from "./progress.ts";

/** The id of the exercise that a card asks again, as it stands in its declaration, its stored card and its events. */
export interface Recalling {
  readonly recalls?: string;
}

/** What an exercise recalls, as it is recorded; empty for one that asks for something new. */
export function recalling(exercise: Exercise | undefined): Recalling {
  const { recalls } = (exercise ?? {}) as Recalling;
  return recalls === undefined ? {} : { recalls };
}

/** Those exercises that count: all but what recalls others. */
export function counting(exercises: ReadonlyMap<string, Exercise>): Map<string, Exercise> {
  const recalls = recalledBy(exercises);
  return new Map([...exercises].filter(([id]) => !recalls.has(id)));
}

/** What cards ask again, by their ids. */
export function recalledBy(exercises: ReadonlyMap<string, Exercise>): Map<string, string> {
  return new Map(
    [...exercises].flatMap(([id, one]) => {
      const { recalls } = recalling(one);
      return recalls === undefined ? [] : [[id, recalls] as const];
    }),
  );
}

/** The exercises that were forgotten, by their ids: what recalled them was not answered right at first. */
export function forgotten(all: readonly ProgressEvent[]): string[] {
  const recalled = recalledIn(all);
  const missed = [...statuses(all)].filter(([, { rightFirst }]) => rightFirst === false);
  return [...new Set(missed.flatMap(([id]) => recalled.get(id) ?? []))];
}

/** What happened with the exercises that count. */
export function withoutRecalls(all: readonly ProgressEvent[]): ProgressEvent[] {
  const recalled = recalledIn(all);
  return all.filter((event) => !recalled.has(idOf(event)));
}

/** The exercises that were asked again, by the ids of the cards. */
function recalledIn(all: readonly ProgressEvent[]): Map<string, string> {
  return new Map(
    all.flatMap((event) => (event.recalls === undefined ? [] : [[idOf(event), event.recalls] as const])),
  );
}
