import type { CardExercise, CardSpecification } from "../../exercises/card.ts";

/** An output in several formats, by MIME type. */
export type Bundle = Readonly<Record<string, unknown>>;

/** A card, read: what is asked, and what it hides until there is an answer. */
export interface ReadCard {
  readonly id: string;
  readonly exercise: CardExercise;
  readonly solution: string;
  readonly reveal: readonly Bundle[];
}

/** Whether a specification is one of a card, and not of a figure. */
export function isCard(data: unknown): boolean {
  const kind = (data as { readonly kind?: unknown } | null)?.kind;
  return typeof kind === "string" && kind.startsWith("card-");
}

/**
 * Read a card that may come out of an untrusted notebook: every part is checked, and strings stay strings.
 * @throws Error when it is no card of format 1
 */
export function readCard(data: unknown): ReadCard {
  const card = data as Partial<CardSpecification>;
  if (card.format !== 1) throw new Error("this card needs another version of fall-line");
  const common = {
    title: textOf(card.title),
    prompt: textOf(card.prompt),
    hints: listOf(card.hints).map(textOf) as unknown as CardExercise["hints"],
  };
  return {
    id: textOf(card.id),
    exercise: { ...common, ...asked(card) } as CardExercise,
    solution: textOf(card.solution),
    reveal: listOf(card.reveal ?? []).filter(
      (bundle: unknown) => typeof bundle === "object" && bundle !== null,
    ),
  };
}

function asked(card: Partial<CardSpecification>): object {
  if (card.fields !== undefined) {
    const fields = listOf(card.fields).map(({ name, label, answer, within }) => [
      textOf(name),
      { label: textOf(label), answer: numberOf(answer), within: numberOf(within) },
    ]);
    return { kind: "predict", fields: Object.fromEntries(fields) as object, because: textOf(card.because) };
  }
  const options = listOf(card.options ?? []).map(({ name, text, reason, right }) => [
    textOf(name),
    { text: textOf(text), reason: textOf(reason), right },
  ]);
  return {
    kind: card.kind === "card-choose" ? "choose" : "foresee",
    options: Object.fromEntries(options) as object,
  };
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw new Error("this card is damaged: a text is missing");
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== "number") throw new Error("this card is damaged: a number is missing");
  return value;
}

function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  if (value === undefined || !Array.isArray(value) || value.length > 40) {
    throw new Error("this card is damaged: a list is missing");
  }
  return value as readonly T[];
}
