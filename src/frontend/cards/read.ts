import * as v from "valibot";
import { InputError } from "../../errors.ts";
import { defined } from "../../defined.ts";
import type { PlainBlock } from "../../exercises/blocks.ts";
import type { CardExercise } from "../../exercises/exercise.ts";
import { MISTAKE } from "../../exercises/mistake.ts";
import { OUTCOMES } from "../../exercises/outcome.ts";
import { BUNDLE, type Bundle, checked, list, type StoredCard, TEXTS } from "./checked.ts";
import { kindOfCard } from "./kinds/index.ts";
import type { KindOnPage } from "./kinds/kind.ts";

const BLOCKS = list(
  v.variant("kind", [
    v.object({ kind: v.literal("text"), text: v.string() }),
    v.object({ kind: v.literal("code"), code: v.string() }),
    v.object({
      kind: v.literal("equations"),
      groups: list(v.object({ title: v.string(), lines: TEXTS })),
    }),
    v.object({
      kind: v.literal("table"),
      // A row that is left out is null in a file.
      cells: v.object({
        head: TEXTS,
        rows: list(
          v.pipe(
            v.nullish(TEXTS),
            v.transform((row) => row ?? undefined),
          ),
        ),
      }),
    }),
    v.object({ kind: v.literal("said"), said: TEXTS, is: TEXTS }),
    v.object({ kind: v.literal("prose"), source: v.string() }),
    v.object({ kind: v.literal("figure"), bundle: BUNDLE }),
  ]),
);

/** What all cards say. */
const CARD = { id: v.string(), title: v.string(), hints: TEXTS, solution: BLOCKS };

const QUESTION = v.object({
  ...CARD,
  prompt: v.string(),
  recalls: v.exactOptional(v.string()),
  reveal: v.optional(list(BUNDLE), []),
});

const FEEDBACK = v.object({
  ...CARD,
  // A notebook of before may hold "done", which said as much as "kept".
  outcome: v.union([
    v.picklist(OUTCOMES),
    v.pipe(
      v.literal("done"),
      v.transform(() => "kept" as const),
    ),
  ]),
  headline: v.string(),
  blocks: BLOCKS,
  mistakes: v.optional(list(MISTAKE), []),
  name: v.exactOptional(v.object({ headline: v.string(), blocks: BLOCKS })),
  isNamed: v.optional(v.boolean(), false),
  yours: v.exactOptional(v.string()),
  lookFor: v.optional(list(v.object({ name: v.string(), text: v.string() })), []),
});

/** The card of a question, read: what is asked, and what it hides until there is an answer. */
export interface ReadQuestion {
  readonly id: string;
  readonly kind: KindOnPage;
  readonly exercise: CardExercise;
  readonly solution: readonly PlainBlock[];
  /** The exercise of an earlier lesson that it asks again. */
  readonly recalls?: string;
  readonly reveal: readonly Bundle[];
  /** Whether explorers of the lesson keep its answer to themselves while it is open. */
  readonly hides: boolean;
}

/** The card of a feedback, read. */
export type ReadFeedback = v.InferOutput<typeof FEEDBACK>;

/** Whether a specification is one of a card, and not of a figure. */
export function isCard(data: unknown): boolean {
  const kind = (data as { readonly kind?: unknown } | null)?.kind;
  return typeof kind === "string" && kind.startsWith("card-");
}

/** Whether a card shows what was found about an answer, and not a question. */
export function isFeedback(data: unknown): boolean {
  return (data as { readonly kind?: unknown }).kind === "card-feedback";
}

/**
 * Read a question that may come out of an untrusted notebook: every part is checked, and strings stay strings.
 * @throws InputError when it is no card of format 1
 */
export function readQuestion(data: unknown): ReadQuestion {
  const card = data as StoredCard;
  checkCard(card);
  const kind = kindOfCard(card);
  if (kind === undefined) throw unknownCard();
  const { id, title, prompt, hints, solution, reveal, recalls } = checked(QUESTION, card);
  return {
    id,
    kind,
    exercise: { title, prompt, hints, ...kind.read(card) } as unknown as CardExercise,
    solution,
    reveal,
    ...defined({ recalls }),
    hides: card["hides"] === "outcome",
  };
}

/**
 * Read a feedback that may come out of an untrusted notebook.
 * @throws InputError when it is no card of format 1
 */
export function readFeedback(data: unknown): ReadFeedback {
  checkCard(data as StoredCard);
  return checked(FEEDBACK, data);
}

/** The most letters of a card, what it reveals aside. */
const MOST_LETTERS = 200_000;

function checkCard(card: StoredCard): void {
  const said = JSON.stringify(card, (key, value: unknown) =>
    key === "reveal" || key === "bundle" ? undefined : value,
  );
  if (said.length > MOST_LETTERS)
    throw new InputError({
      what: "this card is longer than a page shows",
      got: `${said.length} letters`,
      allowed: `up to ${MOST_LETTERS}`,
    });
  if (card["format"] !== 1) throw unknownCard();
}

function unknownCard(): InputError {
  return new InputError({ what: "this card needs another version of fall-line" });
}
