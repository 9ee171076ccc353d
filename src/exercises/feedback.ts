import { bundleOf, type MimeBundle, type Rich, RICH } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import { type Block, blocksToHtml, blocksToText, text } from "./blocks.ts";
import { type Mistake, sayMistake } from "./mistake.ts";
import type { Outcome } from "./outcome.ts";

/** How each outcome looks: a sign and a colour that is readable on light and dark pages, beside the words. */
export const LOOKS: Readonly<Record<Outcome, { readonly sign: string; readonly colour: string }>> = {
  right: { sign: "✓", colour: "#2e9e4f" },
  almost: { sign: "≈", colour: "#c98a00" },
  "not yet": { sign: "→", colour: "#3d7fd9" },
  "not written": { sign: "✎", colour: "#888888" },
  crashed: { sign: "!", colour: "#d2453b" },
  "took too long": { sign: "∞", colour: "#d2453b" },
  otherwise: { sign: "◇", colour: "#888888" },
  kept: { sign: "◇", colour: "#888888" },
  note: { sign: "i", colour: "#888888" },
};

/** What is told in one go. */
export interface FeedbackMessage {
  /** One sentence. */
  readonly headline: string;
  readonly blocks?: readonly Block[];
}

export interface FeedbackParts extends FeedbackMessage {
  readonly id: string;
  readonly outcome: Outcome;
  /** Share of the credit, from 0 to 1; nothing for what is not marked. */
  readonly credit?: number;
  /** The mistakes that the answer shows. */
  readonly mistakes?: readonly Mistake[];
  /** What says their name: said when it is asked for, or when the same mistakes come a second time. */
  readonly name?: FeedbackMessage;
  /** What to look for in an explanation, by names. */
  readonly lookFor?: Readonly<Record<string, string>>;
  /** What was picked or typed, as plain data; nothing for a function. */
  readonly picked?: unknown;
  /** The option by which what was drawn is told. */
  readonly option?: string;
  /** Why the compiler refuses the cell that the answer is from, where it does. */
  readonly refusal?: string;
}

/** What is found of an answer, and what is told of it: feedback without the exercise it belongs to. */
export type Assessment = Omit<FeedbackParts, "id">;

/** What a student is told about an answer: first that it departs and where, then on asking the name of the mistake. */
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
  /** The name of the mistake, where it has one that is not said at once. */
  readonly name: FeedbackMessage | undefined;
  /** Whether that name is said. */
  readonly isNamed: boolean;
  /** What to look for in an explanation, by names. */
  readonly lookFor: Readonly<Record<string, string>> | undefined;
  /** What was picked or typed, as plain data. */
  readonly picked: unknown;
  /** The option by which what was drawn is told. */
  readonly option: string | undefined;
  /** Why the compiler refuses the cell that the answer is from: it earns nothing. */
  readonly refusal: string | undefined;
  readonly #parts: FeedbackParts;
  readonly #card: Rich | undefined;

  /** @param card what is shown in its place where cards are drawn */
  constructor(parts: FeedbackParts, isNamed = false, card?: Rich) {
    this.id = parts.id;
    this.outcome = parts.outcome;
    this.headline = parts.headline;
    this.blocks = parts.blocks ?? [];
    this.credit = parts.credit;
    this.mistakes = parts.mistakes ?? [];
    this.name = parts.name;
    this.isNamed = isNamed;
    this.lookFor = parts.lookFor;
    this.picked = parts.picked;
    this.option = parts.option;
    this.refusal = parts.refusal;
    this.#parts = parts;
    this.#card = card;
  }

  /** The same, shown on a card. */
  on(card: Rich): Feedback {
    return new Feedback(this.#parts, this.isNamed, card);
  }

  /** The same with the name of the mistake. */
  named(): Feedback {
    return new Feedback(this.#parts, true);
  }

  /** The mistakes in words. */
  get names(): string[] {
    return this.mistakes.map(sayMistake);
  }

  /** Whether it counts as an attempt: an empty answer, or one that cannot be read, counts nothing. */
  get isAttempt(): boolean {
    return this.outcome !== "note" && this.outcome !== "not written";
  }

  /** Right or not; nothing for what is neither. */
  get right(): boolean | undefined {
    return this.isAttempt && this.outcome !== "kept" ? this.outcome === "right" : undefined;
  }

  /** The feedback as plain text. */
  get text(): string {
    const { id, name, isNamed } = this;
    const said = isNamed && name !== undefined ? [messageText(name)] : [];
    const offer = name === undefined || isNamed ? [] : [`hint(${JSON.stringify(id)}) names the mistake.`];
    const rest = [...said, ...offer, blocksToText(this.#toCompare())].filter(Boolean);
    return [`${LOOKS[this.outcome].sign} ${messageText(this)}`, ...rest].join("\n\n");
  }

  /** The feedback as HTML that needs nothing else: no style sheet, no script, no typesetting. */
  get html(): string {
    const name = this.name === undefined ? "" : nameHtml(this.name, this.isNamed);
    return panel(
      this.outcome,
      this.headline,
      blocksToHtml(this.blocks) + name + blocksToHtml(this.#toCompare()),
    );
  }

  /** How whoever wrote an explanation says which of the things to look for it had. */
  #toCompare(): Block[] {
    const { id, lookFor = {} } = this;
    const names = Object.keys(lookFor);
    if (names.length === 0) return [];
    const example = names.slice(0, 2).map((name) => JSON.stringify(name));
    return [
      text("Which of these are in yours?"),
      ...names.map((name) => text(`${name}: ${lookFor[name]!}`)),
      text(`Say it like this: check(${JSON.stringify(id)}, [${example.join(", ")}]).`),
    ];
  }

  [RICH](): MimeBundle | Promise<MimeBundle> {
    if (this.#card !== undefined) return bundleOf(this.#card);
    return { "text/html": this.html, "text/plain": this.text };
  }
}

function messageText({ headline, blocks = [] }: FeedbackMessage): string {
  // Their words would be longer than all else that is said.
  const withoutFigures = blocks.filter(({ kind }) => kind !== "figure");
  return [headline, blocksToText(withoutFigures)].filter(Boolean).join("\n\n");
}

/** One press opens it where nothing draws cards. */
function nameHtml({ headline, blocks = [] }: FeedbackMessage, isOpen: boolean): string {
  const said = `<p style="margin:0.4em 0;font-weight:600">${escapeHtml(headline)}</p>${blocksToHtml(blocks)}`;
  return isOpen ? said : `<details><summary>${NAME_MY_MISTAKE}</summary>${said}</details>`;
}

/** What is pressed for the name of a mistake. */
export const NAME_MY_MISTAKE = "Name my mistake";

/** A panel with a coloured edge; colours of text and background are the page's own. */
export function panel(outcome: Outcome, headline: string, inner: string): string {
  const { sign, colour } = LOOKS[outcome];
  return (
    `<div class="fall-line-feedback" style="border-left:4px solid ${colour};padding:0.2em 0 0.2em 0.9em;margin:0.3em 0">` +
    `<p style="margin:0.2em 0;font-weight:600"><span aria-hidden="true" style="color:${colour}">${sign}</span> ${escapeHtml(headline)}</p>` +
    `${inner}</div>`
  );
}
