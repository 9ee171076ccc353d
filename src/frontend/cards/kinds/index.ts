import type { CardExercise } from "../../../exercises/exercise.ts";
import type { KindOnPage } from "./kind.ts";
import { choose, foresee } from "./options.ts";
import { order } from "./order.ts";
import { place } from "./place.ts";
import { predict } from "./predict.ts";
import { sketch } from "./sketch.ts";

/** All kinds that are answered on a card, by what `kind` is in their exercises: the compiler asks for each. */
export const CARD_KINDS: { readonly [E in CardExercise as E["kind"]]: KindOnPage<E> } = {
  predict,
  foresee,
  choose,
  order,
  place,
  sketch,
};

const ALL = Object.values(CARD_KINDS) as unknown as readonly KindOnPage[];

/** The kind of a stored card; nothing where this page knows none. */
export function kindOfCard(card: Parameters<KindOnPage["is"]>[0]): KindOnPage | undefined {
  return ALL.find(({ is }) => is(card));
}
