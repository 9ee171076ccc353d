import { InputError } from "../../errors.ts";
import type { PlainBlock } from "../../exercises/blocks.ts";
import type { CardExercise } from "../../exercises/exercise.ts";
import { LOOKS, type Outcome } from "../../exercises/feedback.ts";
import type { FeedbackSpecification } from "../../exercises/feedback-card.ts";
import { readMistakes, type RecordedMistake } from "../../exercises/mistake.ts";
import { type Bundle, bundleOf, damaged, listOf, type StoredCard, textOf } from "./checked.ts";
import { kindOfCard } from "./kinds/index.ts";
import type { KindOnPage } from "./kinds/kind.ts";

/** The card of a question, read: what is asked, and what it hides until there is an answer. */
export interface ReadQuestion {
  readonly id: string;
  readonly kind: KindOnPage;
  readonly exercise: CardExercise;
  readonly solution: readonly PlainBlock[];
  readonly reveal: readonly Bundle[];
  /** Whether explorers of the lesson keep its answer to themselves while it is open. */
  readonly hides: boolean;
}

/** The card of a feedback, read. */
export type ReadFeedback = Omit<FeedbackSpecification, "format" | "kind"> &
  Required<Pick<FeedbackSpecification, "mistakes" | "isNamed" | "lookFor">>;

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
  const common = {
    title: textOf(card["title"]),
    prompt: textOf(card["prompt"]),
    hints: listOf(card["hints"]).map(textOf) as unknown as CardExercise["hints"],
  };
  return {
    id: textOf(card["id"]),
    kind,
    exercise: { ...common, ...kind.read(card) } as CardExercise,
    solution: listOf(card["solution"] as readonly PlainBlock[]).map(blockOf),
    reveal: listOf(card["reveal"] ?? []).map(bundleOf),
    hides: card["hides"] === "outcome",
  };
}

/**
 * Read a feedback that may come out of an untrusted notebook.
 * @throws InputError when it is no card of format 1
 */
export function readFeedback(data: unknown): ReadFeedback {
  const card = data as Partial<FeedbackSpecification>;
  checkCard(card);
  const outcome = presentOutcome(card.outcome);
  if (outcome === undefined || !Object.hasOwn(LOOKS, outcome)) throw damaged("an outcome");
  return {
    id: textOf(card.id),
    title: textOf(card.title),
    outcome,
    headline: textOf(card.headline),
    blocks: listOf(card.blocks).map(blockOf),
    mistakes: listOf(card.mistakes ?? []).map(mistakeOf),
    ...(card.name === undefined
      ? {}
      : {
          name: {
            headline: textOf(card.name.headline),
            blocks: listOf(card.name.blocks).map(blockOf),
          },
        }),
    isNamed: card.isNamed === true,
    ...(card.yours === undefined ? {} : { yours: textOf(card.yours) }),
    lookFor: listOf(card.lookFor ?? []).map(({ name, text }) => ({ name: textOf(name), text: textOf(text) })),
    hints: listOf(card.hints).map(textOf),
    solution: listOf(card.solution).map(blockOf),
  };
}

/** A notebook of before may hold "done", which said as much as "kept". */
function presentOutcome(outcome: string | undefined): Outcome | undefined {
  return outcome === "done" ? "kept" : (outcome as Outcome | undefined);
}

/** The most letters of a card, what it reveals aside. */
const MOST_LETTERS = 200_000;

function checkCard(card: { readonly format?: unknown }): void {
  const said = JSON.stringify(card, (key, value: unknown) =>
    key === "reveal" || key === "bundle" ? undefined : value,
  );
  if (said.length > MOST_LETTERS)
    throw new InputError({
      what: "this card is longer than a page shows",
      got: `${said.length} letters`,
      allowed: `up to ${MOST_LETTERS}`,
    });
  if (card.format !== 1) throw unknownCard();
}

function unknownCard(): InputError {
  return new InputError({ what: "this card needs another version of fall-line" });
}

function mistakeOf(kept: unknown): RecordedMistake {
  const [mistake] = readMistakes([kept]);
  if (mistake === undefined) throw damaged("a mistake");
  return mistake;
}

function blockOf(block: PlainBlock): PlainBlock {
  switch (block.kind) {
    case "text":
      return { kind: "text", text: textOf(block.text) };
    case "code":
      return { kind: "code", code: textOf(block.code) };
    case "equations": {
      const groups = listOf(block.groups).map(({ title, lines }) => ({
        title: textOf(title),
        lines: listOf(lines).map(textOf),
      }));
      return { kind: "equations", groups };
    }
    case "table": {
      const { head, rows } = block.cells;
      const cells = (row: readonly string[] | null | undefined): string[] | undefined =>
        row === null || row === undefined ? undefined : listOf(row).map(textOf);
      return {
        kind: "table",
        cells: {
          head: listOf(head).map(textOf),
          rows: listOf(rows).map(cells),
        },
      };
    }
    case "said":
      return { kind: "said", said: listOf(block.said).map(textOf), is: listOf(block.is).map(textOf) };
    case "prose":
      return { kind: "prose", source: textOf(block.source) };
    case "figure":
      return { kind: "figure", bundle: bundleOf(block.bundle) };
    default:
      throw damaged("a part");
  }
}
