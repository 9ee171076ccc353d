import { bundleOf, type MimeBundle, RICH } from "../display.ts";
import { SPECIFICATION } from "../mime.ts";
import { escapeHtml } from "../escape.ts";
import { type PlainBlock, plainBlocks } from "./blocks.ts";
import { type CardExercise, type CardKind, kindOf } from "./exercise.ts";
import { panel } from "./feedback.ts";
import type { OnCard } from "./kind.ts";
import { proseBundle } from "./prose.ts";
import { recalling } from "./recall.ts";
import { revealedData, revealedHtml } from "./revealed.ts";

/** A card as it travels into a page: all that the page needs to give its feedback without a kernel, its kind's own parts with it. */
export interface CardSpecification {
  readonly format: 1;
  readonly kind: OnCard["card"];
  readonly id: string;
  readonly title: string;
  readonly prompt: string;
  readonly hints: readonly string[];
  readonly solution: readonly PlainBlock[];
  /** The exercise of an earlier lesson that it asks again. */
  readonly recalls?: string;
  /** What explorers of the lesson keep to themselves while this is open. */
  readonly hides?: "outcome";
  /** What is hidden until there is an answer: outputs, each in several formats; the explanation is the last. */
  readonly reveal?: readonly MimeBundle[];
}

/** A question with its fields or buttons; where nothing draws cards, the question and how to answer it in code. */
export class Card {
  readonly id: string;
  readonly exercise: CardExercise;
  readonly #kind: CardKind;
  readonly #reveal: readonly unknown[];

  /** @param reveal what the card opens when there is an answer, or when it is asked to show it anyway */
  constructor(id: string, exercise: CardExercise, reveal: readonly unknown[] = []) {
    this.id = id;
    this.exercise = exercise;
    this.#kind = kindOf(exercise) as CardKind;
    this.#reveal = reveal;
  }

  /** The question in plain text. */
  get text(): string {
    const { title, prompt } = this.exercise;
    return [`${title}\n${prompt}`, ...this.#choices(), this.#howTo()].join("\n");
  }

  [RICH](): MimeBundle | Promise<MimeBundle> {
    const reveal = this.#reveal.map(bundleOf);
    const isReady = (bundles: typeof reveal): bundles is MimeBundle[] =>
      !bundles.some((bundle) => bundle instanceof Promise);
    return isReady(reveal)
      ? this.bundle(reveal)
      : Promise.all(reveal.map(async (bundle) => bundle)).then((bundles) => this.bundle(bundles));
  }

  /** The card with the outputs that it reveals. */
  bundle(reveal: readonly MimeBundle[] = []): MimeBundle {
    const { title, prompt, explanation } = this.exercise;
    const choices = this.#choices().map((line) => `<li>${escapeHtml(line)}</li>`);
    const list =
      choices.length === 0 ? "" : `<ul style="list-style:none;padding-left:0.5em">${choices.join("")}</ul>`;
    const inner = `<p>${escapeHtml(prompt)}</p>${list}<p>${escapeHtml(this.#howTo())}</p>`;
    return {
      [SPECIFICATION]: this.specification(reveal),
      "text/html": panel("note", title, inner + revealedHtml(reveal, explanation)),
      "text/plain": [this.text, ...reveal.map((bundle) => String(bundle["text/plain"]))].join("\n\n"),
    };
  }

  /** The card as plain data. */
  specification(reveal: readonly MimeBundle[] = []): CardSpecification {
    const { id, exercise } = this;
    const { title, prompt, hints, explanation, hides } = exercise;
    const opened = [
      ...reveal.map(revealedData),
      ...(explanation === undefined ? [] : [proseBundle(explanation)]),
    ];
    return {
      format: 1,
      kind: this.#kind.card,
      id,
      title,
      prompt,
      ...this.#kind.asks(exercise),
      hints,
      solution: plainBlocks(this.#kind.solution(exercise)),
      ...recalling(exercise),
      ...(hides === undefined ? {} : { hides }),
      ...(opened.length === 0 ? {} : { reveal: opened }),
    };
  }

  #choices(): string[] {
    const offered = this.#kind.offers?.(this.exercise) ?? {};
    return Object.entries(offered).map(([name, text]) => `(${name}) ${text}`);
  }

  #howTo(): string {
    const { id, exercise } = this;
    return `Answer with check(${JSON.stringify(id)}, ${this.#kind.asCode(exercise).example}).`;
  }
}
