import { bundleOf, type MimeBundle, type Rich, RICH } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import { type Mistake, sayMistake } from "./mistake.ts";
import { type Block, blocksToHtml, blocksToText } from "./blocks.ts";

/** What came of an attempt. */
export type Outcome =
  | "right"
  | "almost"
  | "not yet"
  | "not written"
  | "crashed"
  | "took too long"
  /** A prediction or an explanation: kept, and never marked. */
  | "done"
  /** Not an attempt: a hint, a solution, a note. */
  | "note";

/** How each outcome looks: a sign and a colour that is readable on light and dark pages, beside the words. */
export const LOOKS: Readonly<Record<Outcome, { readonly sign: string; readonly colour: string }>> = {
  right: { sign: "✓", colour: "#2e9e4f" },
  almost: { sign: "≈", colour: "#c98a00" },
  "not yet": { sign: "→", colour: "#3d7fd9" },
  "not written": { sign: "✎", colour: "#888888" },
  crashed: { sign: "!", colour: "#d2453b" },
  "took too long": { sign: "∞", colour: "#d2453b" },
  done: { sign: "✓", colour: "#2e9e4f" },
  note: { sign: "i", colour: "#888888" },
};

export interface FeedbackParts {
  readonly id: string;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly blocks?: readonly Block[];
  /** Share of the credit, from 0 to 1; nothing for what is not marked. */
  readonly credit?: number;
  /** The mistakes that the answer shows. */
  readonly mistakes?: readonly Mistake[];
}

/** What a student is told about an answer. */
export class Feedback {
  /** The exercise: `"momentum/velocity"`. */
  readonly id: string;
  readonly outcome: Outcome;
  /** The answer in one sentence. */
  readonly headline: string;
  readonly blocks: readonly Block[];
  readonly credit: number | undefined;
  /** The mistakes that the answer shows, each with a name that stays. */
  readonly mistakes: readonly Mistake[];
  readonly #card: Rich | undefined;

  /** @param card what is shown in its place where cards are drawn */
  constructor({ id, outcome, headline, blocks = [], credit, mistakes = [] }: FeedbackParts, card?: Rich) {
    this.id = id;
    this.outcome = outcome;
    this.headline = headline;
    this.blocks = blocks;
    this.credit = credit;
    this.mistakes = mistakes;
    this.#card = card;
  }

  /** The same, shown on a card. */
  on(card: Rich): Feedback {
    const { id, outcome, headline, blocks, credit, mistakes } = this;
    return new Feedback(
      { id, outcome, headline, blocks, mistakes, ...(credit === undefined ? {} : { credit }) },
      card,
    );
  }

  /** The mistakes in words. */
  get names(): string[] {
    return this.mistakes.map(sayMistake);
  }

  /** The feedback as plain text. */
  get text(): string {
    return [`${LOOKS[this.outcome].sign} ${this.headline}`, blocksToText(this.blocks)]
      .filter(Boolean)
      .join("\n\n");
  }

  /** The feedback as HTML that needs nothing else: no style sheet, no script, no typesetting. */
  get html(): string {
    return panel(this.outcome, this.headline, blocksToHtml(this.blocks));
  }

  [RICH](): MimeBundle | Promise<MimeBundle> {
    if (this.#card !== undefined) return bundleOf(this.#card);
    return { "text/html": this.html, "text/plain": this.text };
  }
}

/** A panel with a coloured edge; colours of text and background are the page's own. */
export function panel(outcome: Outcome, headline: string, inner: string): string {
  const { sign, colour } = LOOKS[outcome];
  return (
    `<div class="fall-line-feedback" style="border-left:4px solid ${colour};padding:0.2em 0 0.2em 0.9em;margin:0.3em 0">` +
    `<p style="margin:0.2em 0;font-weight:600"><span aria-hidden="true" style="color:${colour}">${sign}</span> ${escapeHtml(headline)}</p>` +
    `${inner}</div>`
  );
}
